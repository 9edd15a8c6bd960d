"""Exporting and importing in the admin, as the people of a language do."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.translation.exchange import shelf
from cms.translation.models import LocaleRole
from cms.translation.texts.units import units_of
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.groups import AdminGroupFactory
from tests.factories.roles import member
from tests.translation.exchange.filling import filled
from tests.translation.submitting import submit
from tests.translation.tasks import run_tasks
from tests.translation.team import somebody

Export = Callable[..., dict[str, bytes]]
EXPORT, IMPORT = "/admin/translation/exchange/export/", "/admin/translation/exchange/import/"
Role = LocaleRole.Role


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def translator(french_home: HomePage) -> User:
    return somebody(Role.TRANSLATOR, french_home)


@pytest.fixture
def desk(client: Client, translator: User) -> Client:
    """Return the browser of a French translator."""
    client.force_login(translator)
    return client


def chosen(locale: Locale, **fields: str) -> dict[str, str]:
    return {"locale": str(locale.pk), "what": "missing", "file_format": "xliff12", **fields}


def names(response: object) -> list[str]:
    data = b"".join(response.streaming_content) if response.streaming else response.content
    with ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def soup(response: object) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def upload(desk: Client, *files: tuple[str, bytes]) -> object:
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return desk.post(IMPORT, {"files": uploads}, follow=True)


def kept() -> list[str]:
    return default_storage.listdir(shelf.FOLDER)[1] if default_storage.exists(shelf.FOLDER) else []


def cells(response: object) -> list[list[str]]:
    rows = soup(response).select("table.exchange__rows tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"])] for row in rows]


def test_a_translator_exports_what_is_missing_in_the_own_language(
    desk: Client, german: StandardPage, rich: StandardPage, locales: dict[str, Locale]
) -> None:
    form = soup(desk.get(EXPORT))
    assert [option.text for option in form.select("select[name=locale] option")] == ["Français"]
    response = desk.post(EXPORT, chosen(locales["fr"]))
    assert response["Content-Disposition"].startswith('attachment; filename="fr-20')
    assert names(response) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]


def test_every_field_of_the_form_has_a_label(desk: Client) -> None:
    for address in (EXPORT, IMPORT):
        form = soup(desk.get(address)).select_one("main form[method=post]")
        fields = [one for one in form.select("input, select") if one.get("type") not in ("hidden", "radio")]
        assert fields
        assert [one["name"] for one in fields if not form.select(f"label[for={one['id']}]")] == []


def test_pages_chosen_before_are_exported_whole(
    desk: Client, german: StandardPage, rich: StandardPage, locales: dict[str, Locale]
) -> None:
    address = f"{EXPORT}?id={rich.pk}"
    assert "Netz & Städte" in soup(desk.get(address)).get_text()
    response = desk.post(address, chosen(locales["fr"], what="all", file_format="po"))
    assert names(response) == ["0001-netz.fr.po", "README.txt"]


def test_pages_ticked_in_a_list_are_exported(
    staff: Client, german: StandardPage, rich: StandardPage, locales: dict[str, Locale]
) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "export_translation"])
    response = staff.post(f"{address}?id={german.pk}&id={rich.pk}&next=/admin/", chosen(locales["fr"], what="all"))
    assert names(response) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]


def test_of_several_languages_none_is_chosen_by_itself(staff: Client, german: StandardPage) -> None:
    for address in (EXPORT, f"{EXPORT}?id={german.pk}"):
        options = soup(staff.get(address)).select("select[name=locale] option")
        assert options[0].text == "---------"
        assert not [option.text for option in options[1:] if option.has_attr("selected")]
    response = staff.post(EXPORT, {"what": "missing", "file_format": "xliff12"})
    assert "This field is required." in soup(response).get_text()


def test_where_nothing_is_missing_a_sentence_says_what_to_do(
    desk: Client, german: StandardPage, locales: dict[str, Locale]
) -> None:
    german.delete()
    response = desk.post(EXPORT, chosen(locales["fr"]))
    assert "Nothing is missing there. Choose “All” to export finished texts too." in soup(response).get_text()
    response = desk.post(EXPORT, chosen(locales["fr"], what="all"))
    assert "There is no text to export." in soup(response).get_text()


@pytest.mark.parametrize(
    "wrong", [{"locale": "ar"}, {"locale": "999"}, {"what": "x"}, {"file_format": "docx"}, {"section": "999"}]
)
def test_what_the_form_does_not_offer_is_refused(
    desk: Client, german: StandardPage, locales: dict[str, Locale], wrong: dict[str, str]
) -> None:
    if wrong.get("locale") == "ar":
        wrong = {"locale": str(locales["ar"].pk)}
    response = desk.post(EXPORT, {**chosen(locales["fr"]), **wrong})
    assert response.status_code == 200
    assert soup(response).select(".error-message, .w-field__errors")


def test_the_page_offers_the_export_to_those_who_translate(desk: Client, french: Translation) -> None:
    page = french.get_target_instance()
    address = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    links = [link["href"] for link in soup(desk.get(address)).find_all("a", href=True)]
    assert any(link.startswith(f"{EXPORT}?id={page.pk}") for link in links)
    assert offered(desk) == {EXPORT, IMPORT}


def offered(browser: Client) -> set[str]:
    """Return which of the two stand in the menu."""
    html = browser.get("/admin/").content.decode()
    return {address for address in (EXPORT, IMPORT) if address in html}


def test_people_without_a_part_in_translation_see_and_get_nothing(client: Client, home: HomePage) -> None:
    client.force_login(member(AdminGroupFactory()))
    assert offered(client) == set()
    assert [client.get(address).status_code for address in (EXPORT, IMPORT)] == [302, 302]
    client.force_login(UserFactory())
    assert client.get(EXPORT).status_code == 302


def test_an_upload_is_taken_and_reported_text_by_text(
    desk: Client, german: StandardPage, french: Translation, translator: User, export: Export
) -> None:
    data = filled("x.xlf", next(iter(export(german).values())))
    broken = data.replace("« neunzehn »".encode(), b"&lt;i&gt;19&lt;/i&gt;")
    response = upload(desk, ("retour.xlf", broken))
    assert response.redirect_chain[0][0].startswith("/admin/translation/exchange/report/")
    rows = cells(response)
    assert [row[0] for row in rows] == ["Refused", *["Taken"] * 4]
    assert rows[0][1].startswith("Über uns Body › Text retour.xlf , line 31 Id of the text body.")
    assert "stands in the text as letters" in rows[0][3]
    link = soup(response).select_one("table.exchange__rows tbody a")["href"]
    segment = next(unit.segment.pk for unit in units_of(french) if "neunzehn" in unit.source)
    assert link == f"/admin/pages/{french.get_target_instance().pk}/edit/#text-{segment}"
    assert "1 page has a new draft" in soup(response).get_text()
    assert StringTranslation.objects.filter(last_translated_by=translator).count() == 4


def test_the_report_can_be_filtered_by_result(
    desk: Client, german: StandardPage, french: Translation, export: Export
) -> None:
    data = filled("x.xlf", next(iter(export(german).values())))
    response = upload(desk, ("a.xlf", data), ("b.xlf", b"nothing"))
    filters = soup(response).select(".exchange__filters a")
    assert [" ".join(one.get_text().split()) for one in filters] == ["All 6", "Refused 1", "Taken 5"]
    address = response.redirect_chain[0][0] + filters[1]["href"]
    response = desk.get(address)
    assert [row[0] for row in cells(response)] == ["Refused"]
    assert soup(response).select_one(".exchange__filters [aria-current]").get_text().startswith("Refused")
    assert desk.get(address + "&p=99").status_code == 200


def test_a_report_is_for_the_person_who_asked_for_it(
    desk: Client, german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    response = upload(desk, ("a.xlf", next(iter(export(german).values()))))
    address = response.redirect_chain[0][0]
    desk.force_login(admin)
    assert desk.get(address).status_code == 404
    for key in ("1-x", "../../etc/passwd", f"{admin.pk}-{'x' * 43}"):
        assert desk.get(f"/admin/translation/exchange/report/{key}/").status_code == 404


@pytest.mark.parametrize("files", [[], [("x.xlf", b"")], [("x.docx", b"PK\x03\x04")], [("\u202egpj.xlf", b"<a")]])
def test_bad_uploads_are_answered_with_a_sentence(desk: Client, files: list[tuple[str, bytes]]) -> None:
    response = upload(desk, *files)
    assert response.status_code == 200
    assert "required" in soup(response).get_text() if not files else [row[0] for row in cells(response)] == ["Refused"]


def test_a_zip_of_a_version_from_the_future_is_answered_with_a_sentence(desk: Client) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("x.xlf", b"<xliff/>")
    data = out.getvalue().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63")
    response = upload(desk, ("x.zip", data))
    assert [row[0] for row in cells(response)] == ["Refused"]
    assert "This ZIP is damaged or protected." in soup(response).get_text()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(desk: Client) -> None:
    before = kept()
    response = upload(desk, ("x.zip", b" " * (20 * 1024 * 1024 + 1)))
    assert "“x.zip” is too large. A file may have 20 MB" in soup(response).get_text()
    assert kept() == before


def test_many_pages_are_exported_in_the_background(
    desk: Client, german: StandardPage, rich: StandardPage, locales: dict[str, Locale], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.exchange.EXPORTED_AT_ONCE", 1)
    response = desk.post(EXPORT, chosen(locales["fr"], file_format="xliff20"), follow=True)
    assert soup(response).select_one("[data-unfinished]")
    address = response.redirect_chain[0][0]
    run_tasks()
    page = soup(desk.get(address))
    assert page.select_one("[data-unfinished]") is None
    link = page.find("a", download=True)["href"]
    assert names(desk.get(link)) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]
    desk.force_login(UserFactory(is_superuser=True))
    assert [desk.get(one).status_code for one in (address, link)] == [404, 404]


def test_many_pages_are_imported_in_the_background(
    desk: Client, german: StandardPage, french: Translation, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.exchange.IMPORTED_AT_ONCE", 0)
    response = upload(desk, ("x.xlf", filled("x.xlf", next(iter(export(german).values())))))
    assert "done in the background" in soup(response).get_text()
    assert not StringTranslation.objects.exists()
    run_tasks()
    response = desk.get(response.redirect_chain[0][0], follow=True)
    assert [row[0] for row in cells(response)] == ["Taken"] * 5


def test_what_failed_in_the_background_says_what_to_do(
    desk: Client, german: StandardPage, locales: dict[str, Locale], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.exchange.EXPORTED_AT_ONCE", 0)
    response = desk.post(EXPORT, chosen(locales["fr"]), follow=True)
    monkeypatch.setattr("cms.translation.exchange.tasks.export_to", lambda *_args, **_options: 1 / 0)
    run_tasks()
    assert "Export again, fewer pages at a time" in soup(desk.get(response.redirect_chain[0][0])).get_text()


def test_progress_of_other_tasks_is_not_shown(desk: Client) -> None:
    for task_id in ("x", "00000000-0000-0000-0000-000000000000"):
        assert desk.get(f"/admin/translation/exchange/progress/{task_id}/").status_code == 404


def test_files_that_nobody_fetched_are_deleted_after_two_weeks(admin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    key = shelf.put(ContentFile(b"x"), admin)
    shelf.clear()
    assert shelf.take(key, admin).read() == b"x"
    later = timezone.now() + timedelta(days=15)
    monkeypatch.setattr(shelf.timezone, "now", lambda: later)
    shelf.clear()
    assert shelf.take(key, admin) is None
