"""An invented city, whose source language is French, loads into an empty installation and is that city's site."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageLogEntry, Revision, Site
from wagtail_localize.models import LocaleSynchronization

from cityrelations.models import EventPage, NewsPage, PartnerCityPage
from cms.core.addresses import reading_at
from cms.core.alternates import Alternate, alternates
from cms.core.languages import Languages
from cms.core.models import Edition, LocaleProfile, SiteSettings
from cms.core.reader import Reader
from cms.core.resolver import Reading
from cms.core.rows import rows_for
from home.models import HomePage
from tests.factories.accounts import AdminFactory

pytestmark = pytest.mark.usefixtures("loaded")


def page(path: str, code: str) -> Page:
    """Return the specific page in a locale by its path below the front page."""
    found = Page.objects.filter(locale__language_code=code).specific()
    return next(one for one in found if "/".join(one.url_path.strip("/").split("/")[1:]) == path)


def reader(code: str) -> Reader:
    """Return a reader of one language."""
    languages = Languages.load()
    return Reader(languages, languages.get(code))


def versions(one: Page) -> list[Alternate]:
    """Return the versions of a page that count in their languages."""
    return alternates(Page.objects.live().filter(translation_key=one.translation_key), reader("fr"))


def data_of(one: Page) -> dict[str, Any]:
    """Return all values of a page, streams without regard to the order of keys, but for its live revision."""
    data = one.serializable_data()
    streams = [field.name for field in one._meta.get_fields() if isinstance(field, StreamField)]
    return data | {name: json.loads(data[name]) for name in streams} | {"live_revision": None}


def test_locales_are_as_the_bundle_says() -> None:
    profiles = LocaleProfile.objects.order_by("order").select_related("locale")
    assert [
        (one.locale.language_code, one.own_name, one.mode, one.fallbacks, one.is_public, one.exchange_code)
        for one in profiles
    ] == [
        ("en", "English", "translated", "fr", True, "en-GB"),
        ("fr", "Français", "translated", "", True, "fr-FR"),
        ("fr-simple", "Facile à lire", "written", "", True, "fr-FR"),
    ]


def test_site_has_the_front_page_of_the_source_language() -> None:
    site = Site.objects.get()
    assert (site.site_name, site.hostname, site.port) == ("Belrive internationale", "localhost", 80)
    assert site.root_page.specific == HomePage.objects.get(locale__language_code="fr")
    assert Page.objects.filter(depth=2).count() == 3


def test_settings_name_the_logo() -> None:
    row = SiteSettings.objects.get()
    assert row.logo.title == "Le quai"
    assert (row.accent, row.home_latitude, row.time_zone, row.is_demo) == ("#0a5c36", 47.25, "Europe/Paris", False)


def reading_of(page: Page, reader: Reader) -> Reading:
    row = next(row for row in rows_for(reader).of_key(page.translation_key) if row.pk == page.pk)
    return reading_at(row, reader)


@pytest.mark.parametrize("path", ["/fr/", "/fr/villes/aldmoor/", "/en/cities/aldmoor/", "/fr-simple/villes/"])
def test_pages_answer(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_source_is_read_in_its_own_language() -> None:
    reading = reading_of(page("villes/aldmoor", "fr"), reader("fr"))
    assert (reading.language.code, reading.is_fallback) == ("fr", False)
    assert reading.words.intro == "Une ville de la lande."


def test_translation_has_its_texts_and_the_facts_of_its_source() -> None:
    reading = reading_of(page("cities/aldmoor", "en"), reader("en"))
    assert (reading.language.code, reading.is_fallback) == ("en", False)
    assert reading.words.intro == "A town on the moor."
    assert [str(one.text) for one in reading.words.local_names.all()] == ["Aldmoor"]
    assert reading.words.latitude == 54.5
    assert reading.facts == page("villes/aldmoor", "fr")


def test_translation_keeps_links_addresses_and_pictures_of_its_own() -> None:
    body = page("cities/aldmoor", "en").body
    assert 'See <a href="https://aldmoor.example/">Aldmoor’s website</a>.' in body[1].value.source
    assert body[3].value["pictures"][0].value.image.title == "Le pont, vu par Aldmoor"
    assert body[3].value["pictures"][0].value.alt_text == "The bridge."
    assert body[4].value["links"][0].value["url"] == "https://aldmoor.example/"
    aldmoor = page("villes/aldmoor", "fr")
    home = HomePage.objects.get(locale__language_code="en")
    assert home.welcome.startswith(
        '<p>Belrive is tied to <a href="https://lichtenmoor.example/en/">Lichtenmoor</a> and '
        f'<a id="{aldmoor.pk}" linktype="page">Aldmoor</a>.</p>'
    )
    assert home.intro == "Belrive has {count:partner-cities} partner cities & many ideas.\nWelcome!"


def test_untranslated_page_has_a_live_alias_that_shows_its_source() -> None:
    alias = page("cities/lichtenmoor", "en")
    assert alias.alias_of == page("villes/lichtenmoor", "fr").page_ptr
    assert alias.live
    assert not Edition.objects.filter(page_id=alias.pk).exists()
    reading = reading_of(alias, reader("en"))
    assert (reading.language.code, reading.is_fallback) == ("fr", True)


def test_an_alias_is_what_publishing_its_source_makes_of_it() -> None:
    """Wagtail's own update of aliases, done afterwards, changes nothing."""
    source = page("actualites/signature-1999", "fr")
    before = data_of(page("actualites/signature-1999", "en"))
    assert page("actualites/signature-1999", "en").live_revision_id == source.live_revision_id
    source.update_aliases()
    after = data_of(page("actualites/signature-1999", "en"))
    for data in (before, after):
        for rows in ("further_dates", "city_links"):
            assert data[rows]
            for row in data[rows]:
                row.pop("pk")
    assert after == before


def test_written_page_has_words_of_its_own_and_no_translation() -> None:
    easy, source = page("villes", "fr-simple"), page("villes", "fr")
    assert easy.translation_key == source.translation_key
    assert easy.body[0].value.alt_text == "On voit de l’eau."
    assert easy.edition.kind == Edition.Kind.WRITTEN
    assert not Page.objects.filter(locale__language_code="fr-simple", alias_of__isnull=False).exists()
    assert reading_of(page("aide", "fr-simple"), reader("fr-simple")).words.title == "Aide"
    assert Page.objects.filter(translation_key=page("aide", "fr-simple").translation_key).count() == 1


def test_written_page_takes_the_facts_of_its_source() -> None:
    easy = HomePage.objects.get(locale__language_code="fr-simple")
    assert easy.notice_until == datetime(2026, 7, 14, 22, tzinfo=UTC)


def test_page_that_only_english_readers_have_stands_below_an_alias() -> None:
    english = page("actualites/opening-hours", "en")
    assert english.edition.kind == Edition.Kind.SOURCE
    assert english.get_parent().alias_of_id == page("actualites", "fr").pk
    assert not Page.objects.filter(locale__language_code="fr", slug="opening-hours").exists()


def test_alternates_are_the_versions_that_count() -> None:
    found = versions(page("villes", "fr"))
    assert [(one.language.code, one.path, one.is_source) for one in found] == [
        ("en", "/en/cities/", False),
        ("fr", "/fr/villes/", True),
        ("fr-simple", "/fr-simple/villes/", False),
    ]
    assert [one.language.code for one in versions(page("villes/lichtenmoor", "fr"))] == ["fr"]


def test_times_are_kept() -> None:
    aldmoor = page("villes/aldmoor", "fr")
    assert aldmoor.first_published_at == datetime(2026, 3, 1, 8, 7, tzinfo=UTC)
    assert aldmoor.last_published_at == datetime(2026, 3, 2, 8, 7, 0, 250_000, tzinfo=UTC)
    assert aldmoor.edition.first_published_at == aldmoor.first_published_at
    assert NewsPage.objects.get(slug="bulletin", alias_of=None).expire_at == datetime(2036, 3, 1, tzinfo=UTC)


def test_derived_columns_are_filled() -> None:
    event = EventPage.objects.get(alias_of=None)
    assert event.starts_at == datetime(1999, 6, 1, 8, 30, tzinfo=UTC)
    assert event.ends_at == datetime(1999, 6, 2, 22, tzinfo=UTC)
    assert str(NewsPage.objects.get(slug="opening-hours").listed_until) == "2026-04-02"


def test_relations_point_at_source_pages_in_every_row() -> None:
    topic = page("themes/eau", "fr")
    cities = PartnerCityPage.objects.filter(slug="aldmoor")
    assert cities.count() == 2
    assert {link.topic_id for city in cities for link in city.topic_links.all()} == {topic.pk}


def test_every_page_but_an_alias_can_be_edited_and_has_a_history() -> None:
    for one in Page.objects.filter(depth__gt=1, alias_of=None).specific():
        assert one.live
        assert not one.has_unpublished_changes
        assert one.draft_title == one.title
        assert one.latest_revision_id == one.live_revision_id
        assert one.latest_revision_created_at == one.last_published_at
        assert PageLogEntry.objects.filter(page=one, action="wagtail.publish", revision=one.live_revision).count() == 1
        assert data_of(one.latest_revision.as_object()) == data_of(one)
    assert Revision.objects.count() == Page.objects.filter(depth__gt=1, alias_of=None).count()


@pytest.mark.parametrize(
    ("path", "code"), [("villes/aldmoor", "fr"), ("cities/aldmoor", "en"), ("villes", "fr-simple"), ("themes", "en")]
)
def test_editors_can_open_pages_and_their_history(client: Client, path: str, code: str) -> None:
    client.force_login(AdminFactory())
    opened = page(path, code)
    for view in ("edit", "history"):
        assert client.get(f"/admin/pages/{opened.pk}/{view}/").status_code == 200


def test_saving_a_loaded_page_again_changes_nothing_and_publishes(client: Client) -> None:
    aldmoor = page("villes/aldmoor", "fr")
    before = data_of(aldmoor)
    aldmoor.save_revision().publish()
    after = data_of(page("villes/aldmoor", "fr"))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"latest_revision", "last_published_at", "latest_revision_created_at"}


def test_pictures_have_their_records_and_first_files() -> None:
    pont = get_image_model().objects.get(title="Le pont de Belrive")
    assert (pont.author, pont.licence, pont.focal_point_x) == ("Atelier Belrive", "CC-BY-4.0", 20)
    assert [one.name for one in pont.collection.get_ancestors(inclusive=True)][1:] == ["Villes", "Ponts"]
    assert list(pont.tags.names()) == ["pont"]
    assert (pont.width, pont.height) == (48, 32)
    assert pont.file_hash
    assert pont.file_size == pont.file.size
    assert pont.renditions.count() == 4
    assert all(one.file.storage.exists(one.file.name) for one in pont.renditions.all())


def test_two_records_may_share_one_file() -> None:
    first, second = get_image_model().objects.filter(title__startswith="Le pont").order_by("title")
    assert first.file_hash == second.file_hash
    assert {first.agency, second.agency} == {"", "Aldmoor Press"}


def test_documents_are_there() -> None:
    pacte = get_document_model().objects.get()
    assert (pacte.title, pacte.language, pacte.accessible) == ("Le pacte de 1999", "fr", True)
    assert pacte.file.read() == b"%PDF-1.7\n% un pacte imaginaire\n"
    assert page("villes/aldmoor", "fr").agreements.get().document == pacte


def test_redirects_lead_to_the_page_in_its_locale(client: Client) -> None:
    assert Redirect.objects.get(old_path="/fr/themes-anciens").redirect_page_id == page("themes", "en").pk
    assert client.get("/fr/vieux-pacte/").headers["Location"] == "/fr/villes/aldmoor/"
    assert Redirect.objects.get(old_path="/fr/vieux-pacte").automatically_created


def test_new_pages_get_aliases_from_now_on() -> None:
    following = LocaleSynchronization.objects.get()
    assert (following.sync_from.language_code, following.locale.language_code) == ("fr", "en")
    before = Page.objects.count()
    following.sync_trees()
    assert Page.objects.count() == before


def test_everything_is_indexed() -> None:
    english = PartnerCityPage.objects.filter(locale=Locale.objects.get(language_code="en"))
    assert [one.title for one in english.search("moor")] == ["Aldmoor"]
    assert get_image_model().objects.get(title="Le quai").get_usage().count() > 0


def test_the_root_keeps_the_source_language() -> None:
    assert Page.get_first_root_node().locale == Locale.objects.get(language_code="fr")
