"""What never happens to pages of a written language."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization, Translation, TranslationSource

from cms.core.models import Edition, LocaleProfile
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory


@pytest.fixture
def german(home: HomePage, site: Site) -> StandardPage:
    return publish(StandardPageFactory(parent=home, title="Über uns", slug="ueber-uns", intro="Wer wir sind."))


@pytest.fixture
def easy(german: StandardPage, easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    return publish(
        StandardPageFactory(
            parent=easy_home,
            title="Das sind wir",
            slug="das-sind-wir",
            locale=locales["de-simple"],
            translation_key=german.translation_key,
        )
    )


def locale_form(locale: Locale, **values: str) -> dict[str, str]:
    profile = LocaleProfile.objects.get(locale=locale)
    prefix = f"component-{LocaleProfile._meta.db_table}-"
    names = ("own_name", "direction", "order", "mode", "fallbacks", "exchange_code", "digits")
    posted = {f"{prefix}{name}": str(getattr(profile, name)) for name in names}
    return {"language_code": locale.language_code, f"{prefix}is_public": "on"} | posted | values


def sync_form(source: Locale) -> dict[str, str]:
    prefix = f"component-{LocaleSynchronization._meta.db_table}-"
    return {f"{prefix}enabled": "on", f"{prefix}sync_from": str(source.pk)}


def test_a_written_language_is_not_kept_in_step_with_another(
    staff: Client, german: StandardPage, locales: dict[str, Locale]
) -> None:
    edit = reverse("wagtaillocales:edit", args=[locales["de-simple"].pk])
    response = staff.post(edit, locale_form(locales["de-simple"]) | sync_form(locales["de"]))
    assert "cannot be filled from another one" in response.content.decode()
    assert not LocaleSynchronization.objects.exists()
    assert not Page.objects.filter(locale=locales["de-simple"]).exists()


def test_a_language_that_becomes_written_by_the_same_form_is_not_either(
    staff: Client, german: StandardPage, locales: dict[str, Locale]
) -> None:
    written = {f"component-{LocaleProfile._meta.db_table}-mode": "written"}
    written[f"component-{LocaleProfile._meta.db_table}-fallbacks"] = ""
    edit = reverse("wagtaillocales:edit", args=[locales["ar"].pk])
    response = staff.post(edit, locale_form(locales["ar"]) | written | sync_form(locales["de"]))
    assert "cannot be filled from another one" in response.content.decode()
    assert not LocaleSynchronization.objects.exists()


def test_other_languages_may(staff: Client, german: StandardPage, locales: dict[str, Locale]) -> None:
    edit = reverse("wagtaillocales:edit", args=[locales["ar"].pk])
    assert staff.post(edit, locale_form(locales["ar"]) | sync_form(locales["de"])).status_code == 302
    assert LocaleSynchronization.objects.get().locale == locales["ar"]


def test_code_is_refused_too(german: StandardPage, locales: dict[str, Locale]) -> None:
    with pytest.raises(ValidationError, match="cannot be filled"):
        LocaleSynchronization.objects.create(locale=locales["de-simple"], sync_from=locales["de"])


def test_a_language_that_becomes_written_is_filled_no_longer(
    staff: Client, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    LocaleSynchronization.objects.create(locale=locales["ar"], sync_from=locales["de"])
    profile = LocaleProfile.objects.get(locale=locales["ar"])
    profile.mode, profile.fallbacks = LocaleProfile.Mode.WRITTEN, ""
    profile.save()
    assert not LocaleSynchronization.objects.exists()
    add = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    staff.post(add, page_form(StandardPage(locale=locales["de"]), title="Neu", slug="neu"))
    assert not Page.objects.filter(title="Neu", locale=locales["ar"]).exists()


def test_no_alias_comes_into_a_written_language(
    german: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    with pytest.raises(ValidationError, match="written, not copied"):
        mirror(german, locales["de-simple"])
    assert not Page.objects.filter(translation_key=german.translation_key, locale=locales["de-simple"]).exists()


def test_aliases_in_other_languages_are_made_as_ever(german: StandardPage, locales: dict[str, Locale]) -> None:
    assert mirror(german, locales["fr"]).alias_of_id == german.pk


def test_submitting_offers_no_written_language(
    staff: Client, german: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    address = reverse("wagtail_localize:submit_page_translation", args=[german.pk])
    form = staff.get(address).context["form"]
    assert locales["fr"] in form.fields["locales"].queryset
    assert locales["de-simple"] not in form.fields["locales"].queryset
    staff.post(address, {"locales": [locales["de-simple"].pk]})
    assert not Translation.objects.exists()


def test_a_record_of_a_translation_made_by_code_fills_nothing(
    german: StandardPage, easy: StandardPage, locales: dict[str, Locale]
) -> None:
    source, _created = TranslationSource.get_or_create_from_instance(german)
    translation = Translation.objects.create(source=source, target_locale=locales["de-simple"])
    before = reloaded(easy).latest_revision_id
    with pytest.raises(ValidationError, match="written for their readers"):
        translation.save_target(publish=False)
    assert reloaded(easy).latest_revision_id == before


def test_a_changed_source_leaves_the_written_words_alone(german: StandardPage, easy: StandardPage) -> None:
    german.intro = "Ganz neu."
    german.title = "Neuer Titel"
    publish(german)
    assert (reloaded(easy).title, reloaded(easy).intro) == ("Das sind wir", "")


def test_facts_do_reach_it(german: StandardPage, easy: StandardPage) -> None:
    german.review_date = "2026-11-20"
    publish(german)
    assert str(reloaded(easy).review_date) == "2026-11-20"


def test_an_address_without_a_written_page_is_not_found(
    client: Client, german: StandardPage, easy_home: HomePage
) -> None:
    assert client.get("/de-simple/ueber-uns/").status_code == 404


def test_no_other_language_falls_back_to_it(
    client: Client, easy: StandardPage, locales: dict[str, Locale], german: StandardPage
) -> None:
    LocaleProfile.objects.filter(locale=locales["fr"]).update(fallbacks="de-simple")
    mirror(reloaded(german), locales["fr"])
    assert client.get("/fr/ueber-uns/").status_code == 404


def test_search_engines_are_told_nothing_of_it(client: Client, german: StandardPage, easy: StandardPage) -> None:
    for page in (german, easy):
        html = client.get(page.url).content.decode()
        assert 'hreflang="de-simple" href="http' not in html
    assert "/de-simple/" in client.get(german.url).content.decode()


def test_the_written_page_counts_as_written(easy: StandardPage, german: StandardPage) -> None:
    assert Edition.objects.get(page_id=easy.pk).kind == Edition.Kind.WRITTEN
    assert Edition.objects.get(page_id=german.pk).kind == Edition.Kind.SOURCE
