"""What leaves the air with its source, and what comes back."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.accounts.models import User
from cms.core.models import Edition
from cms.core.problems.registry import PublishingRefused, publishing_problems
from cms.publishing.scheduler import publish_due
from cms.translation.models import Withdrawal
from home.models import HomePage, StandardPage
from tests.factories.clock import make_due, schedule
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.translation.submitting import submit
from tests.translation.texts import fill


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def published(french: Translation, admin: User) -> Translation:
    """Return the French translation, whole and on the air."""
    fill(french, admin)
    french.save_target(user=admin, publish=True)
    return french


def row(translation: Translation) -> StandardPage:
    return reloaded(translation.get_target_instance())


def history(page: Page) -> list[str]:
    entries = PageLogEntry.objects.for_instance(page).filter(action__startswith="cms.translation.").order_by("pk")
    return [entry.message for entry in entries]


def told(staff: Client, url: str, **form: str) -> str:
    answer = staff.post(url, form, follow=True)
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_translations_leave_with_their_source_and_say_why(
    client: Client, published: Translation, german: StandardPage
) -> None:
    url = row(published).url
    reloaded(german).unpublish()
    assert not row(published).live
    assert client.get(url).status_code == 404
    assert "Unpublished, because its source “Über uns” was; it comes back with it" in history(row(published))


def test_aliases_leave_with_their_source(german: StandardPage, locales: dict[str, Locale]) -> None:
    alias = mirror(german, locales["fr"])
    reloaded(german).unpublish()
    assert not reloaded(alias).live


def test_the_editor_is_told_and_the_history_names_her(
    staff: Client, admin: User, published: Translation, german: StandardPage
) -> None:
    text = told(staff, reverse("wagtailadmin_pages:unpublish", args=[german.pk]))
    assert "“À propos” (Französisch)" in text or "“À propos” (French)" in text
    assert "it comes back with it" in text
    entry = PageLogEntry.objects.get(action="cms.translation.withdraw_with_source", page=row(published))
    assert entry.user == admin


def test_translations_come_back_with_their_source_as_they_were(
    published: Translation, german: StandardPage, admin: User
) -> None:
    revision = row(published).live_revision_id
    fill(published, admin, {"Über uns": "Brouillon"})
    published.save_target(user=admin, publish=False)
    reloaded(german).unpublish()
    publish(reloaded(german))
    page = row(published)
    assert (page.live, page.live_revision_id, page.title) == (True, revision, "À propos")
    assert page.get_latest_revision().content["title"] == "Brouillon"
    assert not Withdrawal.objects.exists()


def test_what_somebody_took_off_the_air_before_stays_off(published: Translation, german: StandardPage) -> None:
    row(published).unpublish()
    reloaded(german).unpublish()
    publish(reloaded(german))
    assert not row(published).live


def test_a_page_that_showed_its_fallback_shows_it_again(
    client: Client, german: StandardPage, locales: dict[str, Locale], admin: User
) -> None:
    alias = mirror(german, locales["en"])
    Page.objects.filter(pk=alias.pk).update(alias_of=None)
    reloaded(german).unpublish()
    assert not reloaded(alias).live
    publish(reloaded(german))
    assert 'data-kind="fallback"' in client.get(reloaded(alias).url).content.decode()


def test_what_may_not_be_published_any_more_stays_away_and_says_why(
    staff: Client, published: Translation, german: StandardPage
) -> None:
    german.body.append(("heading", {"text": "{count:nothing}"}))
    reloaded(german).unpublish()
    broken = row(published)
    broken.body[0].value["text"] = "{count:nothing}"
    revision = broken.save_revision()
    Withdrawal.objects.update(revision=revision)
    publish(reloaded(german))
    assert not row(published).live
    assert Withdrawal.objects.filter(page=row(published)).exists()
    assert any("Not published again with its source: “{count:nothing}”" in line for line in history(row(published)))


def test_a_translation_cannot_go_live_while_its_source_is_not(
    published: Translation, german: StandardPage, admin: User
) -> None:
    reloaded(german).unpublish()
    with pytest.raises(PublishingRefused, match="is not published"):
        published.save_target(user=admin, publish=True)
    assert not row(published).live


def test_a_translation_may_be_scheduled_for_after_its_source(
    french: Translation, german: StandardPage, admin: User
) -> None:
    fill(french, admin)
    french.save_target(user=admin, publish=False)
    reloaded(german).unpublish()
    page = row(french)
    page.go_live_at = timezone.now() + timedelta(days=2)
    assert [problem.message for problem in publishing_problems(page)]
    schedule(reloaded(german))
    assert not publishing_problems(page)


def test_a_translation_that_was_scheduled_stays_scheduled(published: Translation, german: StandardPage) -> None:
    page = row(published)
    page.title = "Plus tard"
    schedule(page)
    reloaded(german).unpublish()
    revision = row(published).get_latest_revision()
    assert revision.approved_go_live_at
    make_due(row(published))
    assert publish_due().titles("published") == []
    assert not row(published).live


def test_deleting_a_source_keeps_its_translation_and_its_texts(
    staff: Client, published: Translation, german: StandardPage
) -> None:
    page, texts = row(published), StringTranslation.objects.count()
    text = told(staff, reverse("wagtailadmin_pages:delete", args=[german.pk]))
    assert "Kept unpublished as a page of its own, because its source “Über uns” was deleted" in text
    page = reloaded(page)
    assert (page.live, page.title, page.alias_of_id) == (False, "À propos", None)
    assert StringTranslation.objects.count() == texts
    assert not Translation.objects.get().enabled
    assert Withdrawal.objects.get(page=page).reason == Withdrawal.Reason.DELETED


def test_publishing_what_lost_its_source_makes_it_the_source(
    client: Client, published: Translation, german: StandardPage
) -> None:
    page = row(published)
    german.delete()
    page = publish(reloaded(page))
    assert (page.live, page.edition.kind) == (True, Edition.Kind.SOURCE)
    assert "Qui nous sommes." in client.get(page.url).content.decode()
    assert not Withdrawal.objects.exists()


def test_aliases_are_deleted_with_their_source_unless_pages_stand_below_them(
    german: StandardPage, locales: dict[str, Locale]
) -> None:
    child = publish(StandardPageFactory(parent=german, title="Geschichte"))
    history_in_french = translate(child, locales["fr"], title="Histoire")
    english = mirror(child, locales["en"])
    alias = reloaded(german).get_translation(locales["fr"])
    german.delete()
    assert not Page.objects.filter(pk=english.pk).exists()
    assert reloaded(history_in_french).get_latest_revision_as_object().title == "Histoire"
    assert (reloaded(alias).live, reloaded(alias).alias_of_id) == (False, None)


def test_deleting_a_translation_leaves_the_source_alone(published: Translation, german: StandardPage) -> None:
    row(published).delete()
    assert reloaded(german).live
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("address", ["/{code}/", "/{code}/geheim/", "/{code}/search/?q=Geheim", "/sitemap.xml"])
def test_a_scheduled_source_that_was_never_published_is_nowhere(
    address: str, client: Client, german: StandardPage, locales: dict[str, Locale]
) -> None:
    page = StandardPageFactory(parent=reloaded(german.get_parent()), title="Geheim", slug="geheim", show_in_menus=True)
    for code in ("fr", "en"):
        mirror(page, locales[code])
    schedule(reloaded(page))
    for code in ("de", "fr", "en", "ar", "de-simple"):
        answer = client.get(address.format(code=code))
        assert "Geheim</a>" not in answer.content.decode()
        assert "/geheim/" not in answer.content.decode().replace(address.format(code=code), "")
    if "geheim/" in address:
        assert client.get(address.format(code="fr")).status_code == 404
    make_due(reloaded(page))
    assert publish_due().titles("published") == ["Geheim"]
    assert 'data-kind="fallback"' in client.get("/fr/geheim/").content.decode()


@pytest.fixture
def orphan(published: Translation, german: StandardPage) -> StandardPage:
    """Return the French page, whose German source was deleted."""
    page = row(published)
    reloaded(german).delete()
    return reloaded(page)


def test_pages_without_source_are_listed_with_what_can_be_done(staff: Client, orphan: StandardPage) -> None:
    answer = staff.get(reverse("translation_orphans"))
    page = BeautifulSoup(answer.content, "html.parser")
    [line] = page.select("table.listing tbody tr")
    assert line.th.get_text() == "À propos"
    assert line.button["aria-label"] == "Restore “Über uns”"
    assert reverse("translation_orphans") in staff.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_costs_the_same_for_many(
    staff: Client, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    def lose(number: int) -> None:
        for _number in range(number):
            page = publish(StandardPageFactory(parent=reloaded(home)))
            publish(translate(page, locales["fr"]))
            reloaded(page).delete()

    def queries() -> int:
        staff.get(reverse("translation_orphans"))
        with CaptureQueriesContext(connection) as captured:
            staff.get(reverse("translation_orphans"))
        return len(captured)

    lose(2)
    few = queries()
    lose(6)
    assert queries() == few


def test_a_restored_source_brings_its_translation_back(
    client: Client, staff: Client, orphan: StandardPage, german: StandardPage, home: HomePage
) -> None:
    answer = staff.post(reverse("translation_orphans_restore", args=[orphan.pk]), follow=True)
    source = StandardPage.objects.get(translation_key=german.translation_key, locale=german.locale)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[source.pk])
    assert (source.live, source.title, source.slug, source.get_parent().pk) == (False, "Über uns", "ueber-uns", home.pk)
    assert source.body[1].value.source == german.body[1].value.source
    assert Translation.objects.get().enabled
    source = publish(source)
    assert source.edition.kind == Edition.Kind.SOURCE
    page = reloaded(orphan)
    assert (page.live, page.title, page.edition.kind) == (True, "À propos", Edition.Kind.TRANSLATION)
    assert page.edition.basis.words_changed == 0
    assert "Qui nous sommes." in client.get(page.url).content.decode()


def test_a_draft_does_not_come_back_with_a_restored_source(
    staff: Client, french: Translation, german: StandardPage
) -> None:
    page = row(french)
    reloaded(german).delete()
    staff.post(reverse("translation_orphans_restore", args=[page.pk]))
    publish(StandardPage.objects.get(translation_key=german.translation_key, locale=german.locale))
    assert not reloaded(page).live
    assert not Withdrawal.objects.exists()


def test_no_other_language_comes_back_with_a_page_that_lost_its_source(
    published: Translation, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    publish(translate(home, locales["en"], title="Home"))
    english = publish(translate(german, locales["en"], title="About us"))
    page = row(published)
    reloaded(german).delete()
    publish(reloaded(page))
    assert not reloaded(english).live


def test_a_source_whose_place_is_gone_is_not_restored(
    staff: Client, home: HomePage, french_home: HomePage, locales: dict[str, Locale], admin: User
) -> None:
    section = publish(StandardPageFactory(parent=reloaded(home), title="Bereich"))
    publish(translate(section, locales["fr"], title="Domaine"))
    child = publish(StandardPageFactory(parent=reloaded(section), title="Kind"))
    translate_object(child, [locales["fr"]], user=admin)
    page = child.get_translation(locales["fr"])
    reloaded(section).delete()
    url = reverse("translation_orphans_restore", args=[page.pk])
    text = told(staff, url)
    assert "First restore or make the source of “Domaine”." in text
    assert not StandardPage.objects.filter(locale=locales["de"], title="Kind").exists()


def test_nothing_kept_is_nothing_to_restore(
    staff: Client, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    page = publish(StandardPageFactory(parent=reloaded(home), title="Seite"))
    french = publish(translate(page, locales["fr"], title="Page"))
    reloaded(page).delete()
    assert "Nothing is kept of it" in staff.get(reverse("translation_orphans")).content.decode()
    text = told(staff, reverse("translation_orphans_restore", args=[french.pk]))
    assert "Publish it as a page of its own." in text


def test_the_list_is_for_people_with_a_part_in_translation(client: Client, orphan: StandardPage) -> None:
    nobody = User.objects.create_user("nobody", email="nobody@example.org")
    nobody.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(nobody)
    assert client.get(reverse("translation_orphans")).status_code == 302
