"""The list of terms and the memory in the admin: who reads, who changes, what goes out and comes in."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from cms.accounts.models import User
from cms.translation.models import LocaleRole, MemoryEntry, Term
from cms.translation.models.memory import text_hash
from tests.factories.accounts import UserFactory
from tests.factories.groups import AdminGroupFactory
from tests.factories.roles import holder, member

Role = LocaleRole.Role


def term(locales: dict[str, Locale], word: str, target: str = "fr", **more: Any) -> Term:
    facts = {"preferred": "mot", **more}
    return Term.objects.create(source_locale=locales["de"], target_locale=locales[target], term=word, **facts)


def entry(locales: dict[str, Locale], source: str, target: str, language: str = "fr") -> MemoryEntry:
    return MemoryEntry.objects.create(
        source_locale=locales["de"],
        target_locale=locales[language],
        source_text=source,
        source_hash=text_hash(source),
        target_text=target,
        target_hash=text_hash(target),
        created_at=timezone.now(),
        changed_at=timezone.now(),
    )


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reviewer(locales: dict[str, Locale]) -> Client:
    """Return the browser of somebody who reviews French."""
    return signed_in(holder(Role.REVIEWER, locales["fr"]))


@pytest.fixture
def translator(locales: dict[str, Locale]) -> Client:
    """Return the browser of somebody who translates into French."""
    return signed_in(holder(Role.TRANSLATOR, locales["fr"]))


def shown(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code in (200, 422)
    return BeautifulSoup(response.content, "html.parser")


def form(locales: dict[str, Locale], **more: Any) -> dict[str, Any]:
    return {
        "source_locale": locales["de"].pk,
        "target_locale": locales["fr"].pk,
        "term": "Städtepartnerschaft",
        "preferred": "partenariat",
        "forbidden": "jumelage",
        "kind": "other",
        "note": "",
        **more,
    }


def test_terms_are_listed_filtered_and_searched(reviewer: Client, locales: dict[str, Locale]) -> None:
    term(locales, "Berlin", kind="place")
    term(locales, "Partner", preferred="شريك", target="ar")
    page = shown(reviewer.get(reverse("translation_terms:index")))
    words = [one.get_text(strip=True) for one in page.select('.listing .title [lang="de"]')]
    assert words == ["Berlin", "Partner"]
    assert page.select_one('.listing [lang="ar"]')["dir"] == "rtl"
    for question in ({"target_locale": locales["fr"].pk}, {"kind": "place"}, {"q": "Berl"}):
        results = shown(reviewer.get(reverse("translation_terms:index_results"), question))
        assert [one.get_text(strip=True) for one in results.select('.listing .title [lang="de"]')] == ["Berlin"]


def test_a_reviewer_adds_changes_and_deletes_terms_of_their_language(
    reviewer: Client, locales: dict[str, Locale]
) -> None:
    reviewer.post(reverse("translation_terms:add"), form(locales))
    made = Term.objects.get()
    assert (made.preferred, made.forbidden) == ("partenariat", "jumelage")
    reviewer.post(reverse("translation_terms:edit", args=[made.pk]), form(locales, preferred="accord"))
    made.refresh_from_db()
    assert made.preferred == "accord"
    reviewer.post(reverse("translation_terms:delete", args=[made.pk]))
    assert not Term.objects.exists()


def test_terms_of_other_languages_are_closed_to_a_reviewer(reviewer: Client, locales: dict[str, Locale]) -> None:
    english = term(locales, "Partner", target="en")
    page = shown(reviewer.get(reverse("translation_terms:index")))
    assert not page.select(f'a[href*="/edit/{english.pk}/"], a[href*="/delete/{english.pk}/"]')
    data = form(locales, target_locale=locales["en"].pk)
    assert "Select a valid choice" in shown(reviewer.post(reverse("translation_terms:add"), data)).get_text()
    for name in ("edit", "delete"):
        reviewer.post(reverse(f"translation_terms:{name}", args=[english.pk]), form(locales))
    english.refresh_from_db()
    assert (english.term, Term.objects.count()) == ("Partner", 1)


def test_a_translator_reads_and_changes_nothing(translator: Client, locales: dict[str, Locale]) -> None:
    made = term(locales, "Partner")
    page = shown(translator.get(reverse("translation_terms:index")))
    assert page.find(string=lambda text: "Partner" in text)
    assert not page.select('a[href*="/edit/"], a[href*="/delete/"], a[href$="/new/"]')
    translator.post(reverse("translation_terms:add"), form(locales))
    translator.post(reverse("translation_terms:edit", args=[made.pk]), form(locales))
    translator.post(reverse("translation_terms:delete", args=[made.pk]))
    assert list(Term.objects.values_list("term", flat=True)) == ["Partner"]
    files = shown(translator.get(reverse("translation_terms:files")))
    assert not files.select('input[type="file"]')
    assert translator.get(reverse("translation_terms:export"), pair(locales, format="csv")).status_code == 200


def test_somebody_without_a_part_in_translation_sees_neither_list(locales: dict[str, Locale]) -> None:
    outsider = signed_in(member(AdminGroupFactory()))
    for name in ("translation_terms", "translation_memory"):
        for view in ("index", "files", "export"):
            assert outsider.get(reverse(f"{name}:{view}")).status_code == 302
    assert "translation/terms" not in outsider.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"term": "…"}, "Write a word"),
        ({"forbidden": "partenariat"}, "cannot be forbidden"),
        ({"term": "Partner"}, "already in the list"),
    ],
)
def test_a_term_that_makes_no_sense_is_refused_with_a_sentence(
    change: dict[str, str], sentence: str, reviewer: Client, locales: dict[str, Locale]
) -> None:
    term(locales, "Partner")
    page = shown(reviewer.post(reverse("translation_terms:add"), form(locales, **change)))
    assert sentence in page.get_text()
    assert Term.objects.count() == 1


def test_a_term_needs_two_languages(locales: dict[str, Locale], staff: Client) -> None:
    data = form(locales, target_locale=locales["de"].pk)
    assert "Choose another language" in shown(staff.post(reverse("translation_terms:add"), data)).get_text()
    data = form(locales, target_locale=locales["de-simple"].pk)
    assert "Select a valid choice" in shown(staff.post(reverse("translation_terms:add"), data)).get_text()


def pair(locales: dict[str, Locale], **more: str) -> dict[str, Any]:
    return {"source": locales["de"].pk, "target": locales["fr"].pk, **more}


def upload(text: str | bytes, name: str) -> BytesIO:
    file = BytesIO(text if isinstance(text, bytes) else text.encode())
    file.name = name
    return file


def test_terms_go_out_as_a_file_named_after_its_languages(reviewer: Client, locales: dict[str, Locale]) -> None:
    term(locales, "Partner", preferred="partenaire")
    answer = reviewer.get(reverse("translation_terms:export"), pair(locales, format="csv"))
    assert answer["Content-Disposition"] == 'attachment; filename="terms-de-fr.csv"'
    assert b"Partner,partenaire" in answer.content
    answer = reviewer.get(reverse("translation_terms:export"), pair(locales, format="tbx"))
    assert b"<term>partenaire</term>" in answer.content


@pytest.mark.parametrize("name", ["translation_terms", "translation_memory"])
def test_an_export_without_two_languages_says_what_is_missing(name: str, reviewer: Client) -> None:
    answer = reviewer.get(reverse(f"{name}:export"))
    assert answer.status_code == 422
    assert "This field is required." in shown(answer).get_text()


def test_terms_come_in_with_a_report_of_each_line(reviewer: Client, locales: dict[str, Locale]) -> None:
    file = upload("term,translation\nPartner,partenaire\n,nichts\n", "terms.csv")
    page = shown(reviewer.post(reverse("translation_terms:files"), pair(locales, file=file)))
    assert "1 entry is new." in page.get_text()
    assert "Line 3: The word or its translation is missing." in page.get_text()
    assert Term.objects.get().preferred == "partenaire"


def test_a_file_that_cannot_be_read_is_refused_with_its_line(reviewer: Client, locales: dict[str, Locale]) -> None:
    file = upload("<tbx>\n<text>", "terms.tbx")
    page = shown(reviewer.post(reverse("translation_terms:files"), pair(locales, file=file)))
    assert "Nothing was imported." in page.get_text()
    assert "Line 2:" in page.get_text()
    assert not Term.objects.exists()


def test_terms_come_in_only_into_a_language_that_somebody_keeps(
    reviewer: Client, translator: Client, locales: dict[str, Locale]
) -> None:
    data = {"source": locales["de"].pk, "target": locales["en"].pk}
    text = "term,translation\nPartner,partner\n"
    page = shown(reviewer.post(reverse("translation_terms:files"), {**data, "file": upload(text, "t.csv")}))
    assert "Select a valid choice" in page.get_text()
    answer = translator.post(reverse("translation_terms:files"), pair(locales, file=upload(text, "t.csv")))
    assert answer.status_code == 302
    assert not Term.objects.exists()


def test_the_memory_is_listed_searched_and_loses_wrong_entries(reviewer: Client, locales: dict[str, Locale]) -> None:
    wrong = entry(locales, "Die <b>Welt</b><br/>ist da.", "Le monde")
    english = entry(locales, "Partner", "partner", language="en")
    page = shown(reviewer.get(reverse("translation_memory:index")))
    assert "Die Welt" in page.select_one(f'tr:has(a[href*="/delete/{wrong.pk}/"]) .title').get_text()
    assert not page.select(f'a[href*="/delete/{english.pk}/"]')
    results = shown(reviewer.get(reverse("translation_memory:index_results"), {"q": "monde"}))
    assert "Partner" not in results.select_one(".listing").get_text()
    reviewer.post(reverse("translation_memory:delete", args=[english.pk]))
    reviewer.post(reverse("translation_memory:delete", args=[wrong.pk]))
    assert list(MemoryEntry.objects.all()) == [english]


def test_a_translator_searches_the_memory_and_deletes_nothing(translator: Client, locales: dict[str, Locale]) -> None:
    made = entry(locales, "Partner", "partenaire")
    assert "partenaire" in shown(translator.get(reverse("translation_memory:index"))).get_text()
    translator.post(reverse("translation_memory:delete", args=[made.pk]))
    assert MemoryEntry.objects.exists()


def test_the_memory_goes_out_and_comes_in(reviewer: Client, locales: dict[str, Locale]) -> None:
    made = entry(locales, "Partner", "partenaire")
    MemoryEntry.objects.update(changed_at=datetime(2024, 1, 1, tzinfo=UTC))
    answer = reviewer.get(reverse("translation_memory:export"), pair(locales))
    assert answer["Content-Disposition"] == 'attachment; filename="memory-de-fr.tmx"'
    made.delete()
    page = shown(reviewer.post(reverse("translation_memory:files"), {"file": upload(answer.content, "m.tmx")}))
    assert "1 entry is new." in page.get_text()
    english = answer.content.replace(b'xml:lang="fr"', b'xml:lang="en"')
    page = shown(reviewer.post(reverse("translation_memory:files"), {"file": upload(english, "m.tmx")}))
    assert "languages that you may not change" in page.get_text()
    assert MemoryEntry.objects.get().target_text == "partenaire"


def test_lists_need_the_same_queries_for_any_number_of_entries(
    staff: Client,
    locales: dict[str, Locale],
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    staff.get(reverse("translation_terms:index"))
    for number in range(3):
        term(locales, f"Wort {number}")
        entry(locales, f"Satz {number}", "phrase")
    counts = []
    for name in ("translation_terms", "translation_memory"):
        with django_assert_max_num_queries(25) as few:
            staff.get(reverse(f"{name}:index_results"))
        counts.append(len(few))
    for number in range(3, 30):
        term(locales, f"Wort {number}")
        entry(locales, f"Satz {number}", "phrase")
    for name, count in zip(("translation_terms", "translation_memory"), counts, strict=True):
        with django_assert_num_queries(count):
            staff.get(reverse(f"{name}:index_results"))


def test_nobody_is_somebody(client: Client, locales: dict[str, Locale]) -> None:
    assert client.get(reverse("translation_terms:index")).status_code == 302
    client.force_login(UserFactory())
    assert client.get(reverse("translation_memory:export"), pair(locales)).status_code == 302
