"""What becomes of translated files that are handed in."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.core.models import Edition, LocaleProfile
from cms.translation.exchange.codes import locale_of
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Entry, Outcome, Report
from cms.translation.models import Rewrite, TranslationWork, WorkComment
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write
from cms.translation.work.transitions import work_on
from home.models import StandardPage
from tests.factories.core import publish, reloaded
from tests.translation.exchange.filling import filled

Export = Callable[..., dict[str, bytes]]
NAME = {"xliff12": "0001-netz.fr.xlf", "xliff20": "0001-netz.fr.xlf", "po": "0001-netz.fr.po"}
FORMATS = pytest.mark.parametrize("file_format", list(NAME))


def take(data: bytes, name: str = "file.xlf", **options: object) -> Report:
    return import_file(BytesIO(data), name, **options)


def exported(export: Export, page: Page, file_format: str = "xliff12") -> bytes:
    return next(iter(export(page, file_format=file_format).values()))


def unit(translation: Translation, source: str) -> Unit:
    return next(unit for unit in units_of(translation) if unit.source == source)


def of(report: Report, outcome: Outcome) -> list[Entry]:
    return [entry for entry in report.entries if entry.outcome == outcome]


@FORMATS
def test_every_text_of_a_filled_file_is_taken_with_its_tags(
    file_format: str, rich: StandardPage, rich_french: Translation, admin: User, export: Export
) -> None:
    data = filled(NAME[file_format], exported(export, rich, file_format))
    report = take(data, NAME[file_format], user=admin)
    assert report.counts[Outcome.TAKEN] == len(report.entries) == 9
    targets = [unit.target for unit in units_of(rich_french)]
    assert targets[1] == "« Zeile eins »"
    assert targets[2].index("<b>") < targets[2].index("{count:partner-cities}") < targets[2].index("</b>")
    assert targets[3].count('<a id="a1">') == targets[3].count("<br/>") == 1
    assert all(unit.origin == Origin.PERSON for unit in units_of(rich_french))


@FORMATS
def test_what_is_taken_becomes_a_draft_and_readers_see_nothing_of_it(
    file_format: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    before = reloaded(french.get_target_instance())
    report = take(filled(NAME[file_format], exported(export, german, file_format)), NAME[file_format], user=admin)
    page = french.get_target_instance()
    assert report.pages == [page.pk]
    assert page.get_latest_revision_as_object().intro == "« Wer wir sind. »"
    assert (page.intro, page.live) == (before.intro, False)
    assert not Edition.objects.filter(page=page).exists()
    assert TranslationWork.objects.get().state == TranslationWork.State.IN_WORK


@FORMATS
def test_handing_the_same_in_again_changes_nothing(
    file_format: str, rich: StandardPage, admin: User, export: Export
) -> None:
    data = filled(NAME[file_format], exported(export, rich, file_format))
    take(data, NAME[file_format], user=admin)
    revisions = Page.objects.get(translation_key=rich.translation_key, locale__language_code="fr").revisions.count()
    report = take(data, NAME[file_format], user=admin)
    assert report.counts[Outcome.UNCHANGED] == len(report.entries)
    page = Page.objects.get(translation_key=rich.translation_key, locale__language_code="fr")
    assert page.revisions.count() == revisions


@FORMATS
def test_a_corrected_second_delivery_of_the_same_file_is_taken(
    file_format: str, rich: StandardPage, rich_french: Translation, admin: User, export: Export
) -> None:
    data = exported(export, rich, file_format)
    take(filled(NAME[file_format], data), NAME[file_format], user=admin)
    corrected = filled(NAME[file_format], data, lambda text: text.upper() if "count" not in text else text)
    report = take(corrected, NAME[file_format], user=admin)
    assert report.is_clean
    assert unit(rich_french, "Zeile eins").target == "ZEILE EINS"


@FORMATS
def test_an_exported_file_that_nobody_worked_on_changes_nothing(
    file_format: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    write(french, unit(french, "Partnerschaft"), "Partenariat", user=None, origin=Origin.MACHINE, tool="Engine")
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    report = take(exported(export, german, file_format), NAME[file_format], user=admin)
    assert (report.counts[Outcome.UNCHANGED], report.counts[Outcome.SKIPPED]) == (2, 3)
    assert unit(french, "Partnerschaft").origin == Origin.MACHINE
    assert TranslationWork.objects.get().state == TranslationWork.State.APPROVED


@FORMATS
def test_a_machines_text_that_comes_back_as_translated_is_confirmed(
    file_format: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    write(french, unit(french, "Partnerschaft"), "« Partnerschaft »", user=None, origin=Origin.MACHINE, tool="Engine")
    take(filled(NAME[file_format], exported(export, german, file_format)), NAME[file_format], user=admin)
    assert unit(french, "Partnerschaft").origin == Origin.PERSON


def test_what_a_tools_machine_wrote_is_a_machines_until_a_person_confirms_it(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german), state="needs-review-translation")
    data = data.replace(
        b'state="needs-review-translation"', b'state="needs-review-translation" state-qualifier="mt-suggestion"'
    )
    take(data, user=admin)
    assert {one.origin for one in units_of(french)} == {Origin.MACHINE}


@pytest.mark.parametrize(
    ("file_format", "state"),
    [("xliff12", "new"), ("xliff12", "needs-translation"), ("xliff20", "initial")],
)
def test_what_the_file_marks_as_not_translated_is_left_out_and_said_so(
    file_format: str, state: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    report = take(filled("x.xlf", exported(export, german, file_format), state=state), user=admin)
    assert report.counts[Outcome.SKIPPED] == 5
    assert "marks this text as not translated" in report.entries[0].sentences[0]
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize(
    ("file_format", "state"),
    [("xliff12", "needs-review-translation"), ("xliff12", "translated"), ("xliff12", "signed-off"), ("xliff12", None),
     ("xliff20", "translated"), ("xliff20", "reviewed"), ("xliff20", "final"), ("xliff20", None)],
)  # fmt: skip
def test_every_other_state_is_taken(
    file_format: str, state: str | None, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    report = take(filled("x.xlf", exported(export, german, file_format), state=state), user=admin)
    assert report.counts[Outcome.TAKEN] == 5
    final = state in ("final", "signed-off")
    assert [entry.sentences for entry in report.entries] == [["Marked as final."] if final else []] * 5
    assert TranslationWork.objects.get().state == TranslationWork.State.IN_WORK


@FORMATS
def test_a_source_that_changed_since_is_a_conflict_and_the_text_stays_beside_the_new_source(
    file_format: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled(NAME[file_format], exported(export, german, file_format))
    german.intro = "Wer wir heute sind."
    publish(german)
    report = take(data, NAME[file_format], user=admin)
    assert report.counts[Outcome.TAKEN] == 4
    (conflict,) = of(report, Outcome.CONFLICT)
    assert conflict.sentences == [
        "The source text was changed since the export.",
        "The translation of the former text is kept beside it.",
    ]
    assert (conflict.source, conflict.text) == ("Wer wir sind.", "« Wer wir sind. »")
    here = unit(french, "Wer wir heute sind.")
    assert (here.is_outdated, here.previous_source, here.previous_target) == (
        True,
        "Wer wir sind.",
        "« Wer wir sind. »",
    )


def test_a_source_that_was_changed_in_the_file_is_a_conflict_but_white_space_is_not(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german))
    spaced = data.replace(b">Wer wir sind.</source>", b">Wer   wir sind. </source>")
    assert take(spaced, user=admin).is_clean
    other = data.replace(b">Wer wir sind.<", b">Wer wir waren.<").replace(b"Wer wir sind. \xc2\xbb", b"Autre \xc2\xbb")
    (conflict,) = of(take(other, user=admin), Outcome.CONFLICT)
    assert (conflict.source, conflict.text) == ("Wer wir waren.", "« Autre »")
    assert unit(french, "Wer wir sind.").target == "« Wer wir sind. »"
    assert "Autre" in WorkComment.objects.get(path="intro").text


def test_a_conflict_never_overwrites_what_somebody_wrote_for_the_former_source(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german))
    write(french, unit(french, "Wer wir sind."), "Qui nous sommes.", user=admin)
    german.intro = "Wer wir heute sind."
    publish(german)
    (conflict,) = of(take(data, user=admin), Outcome.CONFLICT)
    assert conflict.sentences[1] == "The text of the file is kept as a comment."
    assert unit(french, "Wer wir heute sind.").previous_target == "Qui nous sommes."
    assert "« Wer wir sind. »" in WorkComment.objects.get(path="intro").text


def test_a_text_that_was_deleted_since_is_a_conflict_and_not_lost(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german))
    german.body = [block for block in german.body.raw_data if block["type"] != "heading"]
    publish(german)
    (conflict,) = of(take(data, user=admin), Outcome.CONFLICT)
    assert conflict.sentences[0] == "The source text was deleted since the export."
    assert StringTranslation.objects.get(data="« Partnerschaft »").translation_of.data == "Partnerschaft"


@FORMATS
def test_a_translation_changed_here_since_is_a_conflict_and_both_texts_are_shown(
    file_format: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled(NAME[file_format], exported(export, german, file_format))
    write(french, unit(french, "Über uns"), "À propos de nous", user=admin)
    report = take(data, NAME[file_format], user=admin)
    (conflict,) = of(report, Outcome.CONFLICT)
    assert (conflict.text, conflict.present) == ("« Über uns »", "À propos de nous")
    assert unit(french, "Über uns").target == "À propos de nous"
    assert "« Über uns »" in WorkComment.objects.get(path="title").text


def test_a_file_without_its_date_overwrites_nobodys_words(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    StringTranslation.objects.update(updated_at=timezone.now() - timedelta(days=9))
    data = filled("x.xlf", exported(export, german))
    begin = data.index(b' date="')
    without = data[:begin] + data[data.index(b'"', begin + 8) + 1 :]
    assert [entry.outcome for entry in take(without, user=admin).entries].count("conflict") == 1
    assert take(data, user=admin).is_clean


@FORMATS
def test_lost_links_tags_and_values_are_refused_one_by_one_and_the_rest_is_taken(
    file_format: str, rich: StandardPage, rich_french: Translation, admin: User, export: Export
) -> None:
    name = NAME[file_format]
    data = exported(export, rich, file_format)
    bare = filled(name, data)
    for lost in (b"<x ", b"<ph ", b"{count:partner-cities}"):
        bare = _without_in_targets(bare, lost)
    report = take(bare, name, user=admin)
    (refused,) = of(report, Outcome.REFUSED)
    assert refused.sentences == ["“{count:partner-cities}” is missing. Copy it from the source."]
    assert refused.line > 1
    assert refused.unit.startswith("body.22222222")
    assert refused.place == "Body › Text"
    assert report.counts[Outcome.TAKEN] == 8


def _without_in_targets(data: bytes, lost: bytes) -> bytes:
    """Return the file without the value in its translation, whether it is an element or stands as letters."""
    for begin in (b"<target", b"msgstr"):
        head, *targets = data.split(begin)
        cut = []
        for target in targets:
            text, close, rest = target.partition(b"</target>" if begin == b"<target" else b"\n\n")
            if lost.startswith(b"<"):
                while lost in text and b"count" in text:
                    start = text.index(lost)
                    text = text[:start] + text[text.index(b"/>", start) + 2 :]
            else:
                text = text.replace(lost, b"")
            cut.append(text + close + rest)
        data = begin.join([head, *cut])
    return data


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<g id=\"b9\" ctype=\"bold\">x</g>", ""),
        ("<g id=\"7\">x</g>", "The tag “7” is not one that was exported."),
        ("<x id=\"count7\"/>", "has lost its content"),
        ("<bx id=\"b1\"/>x", "does not end"),
        ("<bx id=\"b1\"/><bx id=\"i1\"/>x<ex id=\"b1\"/><ex id=\"i1\"/>", "ends where it did not begin"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "stands in the text as letters"),
        ("<sub>x</sub>", "<sub> is not known here"),
        ("x" * 256, "there is room for 255"),
    ],
)  # fmt: skip
def test_broken_texts_are_refused_with_a_sentence(
    text: str, sentence: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = exported(export, german).replace(
        b'<target xml:lang="fr" state="needs-translation"/>',
        f'<target xml:lang="fr" state="translated">{text}</target>'.encode(),
        1,
    )
    entry = take(data, user=admin).entries[0]
    assert sentence in " ".join(entry.sentences)
    assert (entry.outcome == Outcome.REFUSED) == bool(sentence)
    assert entry.line == 9


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", '<b onclick="x">y</b>', "<!-- x -->y", "<h1>x</h1>"])
def test_html_in_a_po_file_is_refused(
    html: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    quoted = html.replace('"', '\\"')
    data = exported(export, german, "po").replace(b'msgstr ""\n\n#.', f'msgstr "{quoted}"\n\n#.'.encode(), 2)
    report = take(data, "x.po", user=admin)
    assert [entry.outcome for entry in report.entries][:1] == [Outcome.REFUSED]
    assert not StringTranslation.objects.exists()


def test_a_text_that_was_never_on_the_page_is_refused(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = (
        filled("x.xlf", exported(export, german)).replace(b'id="title|', b'id="titel|').replace(b'"title"', b'"titel"')
    )
    data = data.replace("Über uns".encode(), b"Ueber uns", 1)
    (refused,) = of(take(data, user=admin), Outcome.REFUSED)
    assert refused.sentences == ["This text is not on the page. Hand in the file with the ids that were exported."]


def test_texts_are_found_by_place_and_source_where_a_tool_counts_units_anew(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german))
    parts = data.split(b' id="')
    numbered = b"".join(
        part if number == 0 else b' id="' + str(number).encode() + b'"' + part.partition(b'"')[2]
        for number, part in enumerate(parts)
    )
    assert take(numbered, user=admin).counts[Outcome.TAKEN] == 4  # the fifth has a tag, whose id was lost as well


def test_notes_of_translators_arrive_as_comments_once_and_ours_do_not(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = exported(export, german).replace(b"</trans-unit>", b"<note>Quel titre ?</note></trans-unit>", 1)
    for _again in range(2):
        take(data, user=admin)
    comment = WorkComment.objects.get()
    assert (comment.text, comment.path, comment.origin) == ("Quel titre ?", "title", WorkComment.Origin.FILE)
    newer = exported(export, german, "xliff20").replace(
        b"</notes>\n      <segment>", b"<note>Et ici ?</note></notes><segment>", 1
    )
    take(newer, user=admin)
    po = exported(export, german, "po").replace(b"#. Introduction\n", b"# Ou encore ?\n#. Introduction\n")
    take(po, "x.po", user=admin)
    texts = WorkComment.objects.order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Quel titre ?", "Et ici ?", "Ou encore ?"]


def test_a_picture_that_was_replaced_is_settled_when_its_text_comes_back_as_translated(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    write(french, unit(french, "Partnerschaft"), "« Partnerschaft »", user=admin)
    Rewrite.objects.create(work=work_on(french), path=unit(french, "Partnerschaft").path)
    data = exported(export, german)
    take(data, user=admin)
    assert Rewrite.objects.exists()
    take(filled("x.xlf", data), user=admin)
    assert not Rewrite.objects.exists()


def test_a_zip_is_taken_file_by_file(
    german: StandardPage, rich: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in export(german, rich).items():
            archive.writestr(f"fertig/{name}", data if name == "README.txt" else filled(name, data))
        archive.writestr("__MACOSX/._x.xlf", b"x")
        archive.writestr("fertig/kaputt.xlf", b"<xliff")
    report = take(out.getvalue(), "export.zip", user=admin)
    assert report.counts[Outcome.TAKEN] == 14
    (bad,) = of(report, Outcome.REFUSED)
    assert (bad.file, bad.line) == ("fertig/kaputt.xlf", 1)
    assert len(report.pages) == 2


@pytest.mark.parametrize("code", ["fr", "fr-FR", "fr-CA", "FR_be"])
def test_any_region_of_the_language_is_taken(
    code: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german)).replace(
        b'target-language="fr"', f'target-language="{code}"'.encode()
    )
    assert take(data, user=admin).counts[Outcome.TAKEN] == 5


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b'target-language="fr"', b'target-language="it"', "This site has no such language."),
        (b'target-language="fr"', b'target-language="ar"', "was deleted, or is of another site"),
        (b'target-language="fr"', b'target-language="de-simple"', "are written here, not translated"),
        (b'target-language="fr"', b"", "does not say which language"),
        (b'source-language="de"', b'source-language="en"', "The file goes from “en” to “fr”, the page from “de”"),
        (b"fr#", b"fr#0", "was deleted, or is of another site"),
    ],
)
def test_a_file_of_another_page_or_pair_is_refused_as_a_whole(
    old: bytes, new: bytes, sentence: str, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    data = filled("x.xlf", exported(export, german))
    if old == b"fr#":
        key = str(german.translation_key).encode()
        old, new = key, key[::-1].replace(b"-", b"")[:8] + key[8:]
    (refused,) = take(data.replace(old, new), user=admin).entries
    assert sentence in refused.sentences[0]
    assert refused.line == 3
    assert not StringTranslation.objects.exists()


def test_a_language_of_several_scripts_is_told_apart(locales: dict[str, Locale]) -> None:
    LocaleProfile.objects.filter(locale=locales["fr"]).update(exchange_code="fr-FR")
    found = [Locale.objects.get(language_code=code) for code in ("de", "de-simple", "fr")]
    assert [locale_of(code, found).language_code for code in ("de-AT", "de-simple", "fr-fr")] == [
        "de",
        "de-simple",
        "fr",
    ]
    assert locale_of("sr-Latn", [Locale(language_code="sr-Cyrl")]) is None
