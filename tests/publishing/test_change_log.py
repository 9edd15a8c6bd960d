"""What the log of changes says of pages."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.core.cachetags import list_tag, page_tag
from cms.core.models import LocaleProfile
from cms.publishing.changes import changes_since, current_cursor
from cms.publishing.changes.comparison import compare, remember_silently
from cms.publishing.models import Change, KnownAddress
from cms.publishing.scheduler import publish_due
from cms.translation.lifecycle.basis import confirm_current
from home.models import StandardPage
from tests.factories.clock import make_due, make_expired, schedule
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory
from tests.publishing.change_log import changes_of, told

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def draft(site: Site) -> StandardPage:
    """Return a draft below the front page."""
    return StandardPageFactory(parent=site.root_page, title="Wir", slug="wir")


@pytest.fixture
def live_page(draft: StandardPage) -> StandardPage:
    """Return it after it was published."""
    return publish(draft)


def test_published_page_is_told_with_its_address_and_tags(draft: StandardPage) -> None:
    (change,) = changes_of(lambda: publish(draft))
    assert told([change]) == [("page.published", ["/de/wir/"], [])]
    assert (change.page_id, change.translation_key, change.model) == (
        draft.pk,
        draft.translation_key,
        "home.standardpage",
    )
    assert (change.locale, set(change.tags)) == ("de", {page_tag(draft.translation_key), list_tag(StandardPage)})


def test_published_change_is_told_again(live_page: StandardPage) -> None:
    live_page.title = "Wir alle"
    assert told(changes_of(lambda: publish(live_page))) == [("page.published", ["/de/wir/"], [])]


def test_draft_save_is_never_told(live_page: StandardPage, site: Site) -> None:
    def save() -> None:
        live_page.title = "Entwurf"
        live_page.save_revision()
        StandardPageFactory(parent=site.root_page, title="Neu").save_revision()

    assert changes_of(save) == []


def test_draft_saved_in_the_admin_is_not_told_and_published_there_is(staff: Client, live_page: StandardPage) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[live_page.pk])
    live_page.title = "Wir alle"
    assert changes_of(lambda: staff.post(address, page_form(live_page))) == []
    publish_it = page_form(live_page, "action-publish")
    assert told(changes_of(lambda: staff.post(address, publish_it))) == [("page.published", ["/de/wir/"], [])]


def test_scheduled_page_is_told_at_its_moment(draft: StandardPage) -> None:
    assert changes_of(lambda: schedule(draft)) == []
    make_due(draft)
    assert told(changes_of(publish_due)) == [("page.published", ["/de/wir/"], [])]


def test_scheduled_change_of_a_live_page_is_told_at_its_moment(live_page: StandardPage) -> None:
    live_page.title = "Danach"
    assert changes_of(lambda: schedule(live_page)) == []
    make_due(live_page)
    assert told(changes_of(publish_due)) == [("page.published", ["/de/wir/"], [])]


def test_page_that_is_unpublished_or_expires_is_gone(live_page: StandardPage) -> None:
    assert told(changes_of(live_page.unpublish)) == [("page.unpublished", [], ["/de/wir/"])]
    live_page = publish(reloaded(live_page))
    make_expired(live_page)
    assert told(changes_of(publish_due)) == [("page.unpublished", [], ["/de/wir/"])]


def test_branch_that_is_unpublished_is_gone_page_by_page(staff: Client, live_page: StandardPage, admin: object) -> None:
    publish(StandardPageFactory(parent=live_page, title="Team", slug="team"))
    address = reverse("wagtailadmin_pages:unpublish", args=[live_page.pk])
    gone = changes_of(lambda: staff.post(address, {"include_descendants": "on"}))
    assert told(gone) == [
        ("page.unpublished", [], ["/de/wir/"]),
        ("page.unpublished", [], ["/de/wir/team/"]),
    ]


def test_alias_appears_and_disappears_with_its_source(draft: StandardPage, locales: dict[str, Locale]) -> None:
    mirror(draft, locales["fr"])
    assert told(changes_of(lambda: publish(draft))) == [
        ("page.published", ["/de/wir/"], []),
        ("page.published", ["/fr/wir/"], []),
    ]
    assert sorted(told(changes_of(reloaded(draft).unpublish))) == [
        ("page.unpublished", [], ["/de/wir/"]),
        ("page.unpublished", [], ["/fr/wir/"]),
    ]


def test_aliases_of_a_scheduled_page_are_not_told(draft: StandardPage, locales: dict[str, Locale]) -> None:
    mirror(draft, locales["fr"])
    assert changes_of(lambda: schedule(draft)) == []


def test_alias_made_of_a_live_page_is_told(live_page: StandardPage, locales: dict[str, Locale]) -> None:
    assert ("page.published", ["/fr/wir/"], []) in told(changes_of(lambda: mirror(live_page, locales["fr"])))


def test_published_translation_is_told_as_such_with_the_address_it_leaves(
    live_page: StandardPage, locales: dict[str, Locale]
) -> None:
    mirror(live_page, locales["en"])
    mirror(live_page, locales["fr"])
    alias = Page.objects.get(translation_key=live_page.translation_key, locale=locales["en"]).specific
    alias.alias_of, alias.title = None, "About us"
    found = changes_of(lambda: publish(alias))
    assert told(found) == [
        ("page.moved", ["/en/about-us/"], ["/en/wir/"]),
        ("translation.published", ["/en/about-us/"], []),
        ("page.published", ["/fr/wir/"], []),
    ]
    assert {page_tag(live_page.translation_key)} <= set(found[1].tags)


def test_translation_leaves_the_air_with_its_source_and_comes_back(
    live_page: StandardPage, locales: dict[str, Locale]
) -> None:
    publish(translate(live_page, locales["en"], title="About us"))
    assert sorted(told(changes_of(reloaded(live_page).unpublish))) == [
        ("page.unpublished", [], ["/de/wir/"]),
        ("page.unpublished", [], ["/en/about-us/"]),
    ]
    assert sorted(told(changes_of(lambda: publish(reloaded(live_page))))) == [
        ("page.published", ["/de/wir/"], []),
        ("translation.published", ["/en/about-us/"], []),
    ]


def test_confirmed_translation_is_told_as_updated(
    live_page: StandardPage, locales: dict[str, Locale], admin: object
) -> None:
    english = publish(translate(live_page, locales["en"], title="About us"))
    assert told(changes_of(lambda: confirm_current(english.edition, admin))) == [
        ("page.updated", ["/en/about-us/"], [])
    ]


def test_language_that_is_not_public_is_not_told(live_page: StandardPage, locales: dict[str, Locale]) -> None:
    LocaleProfile.objects.filter(locale=locales["en"]).update(is_public=False)
    assert changes_of(lambda: publish(translate(live_page, locales["en"], title="About us"))) == []


def test_language_that_becomes_public_is_told_with_its_pages(
    live_page: StandardPage, locales: dict[str, Locale]
) -> None:
    profile = LocaleProfile.objects.get(locale=locales["en"])
    profile.is_public = False
    profile.save()
    publish(translate(live_page, locales["en"], title="About us"))
    profile.is_public = True
    found = changes_of(profile.save)
    assert (found[0].kind, found[0].tags) == ("locales.changed", ["locales"])
    assert ("translation.published", ["/en/about-us/"], []) in told(found)
    profile.is_public = False
    assert ("page.unpublished", [], ["/en/about-us/"]) in told(changes_of(profile.save))


def test_another_slug_moves_everything_below(
    live_page: StandardPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    child = publish(StandardPageFactory(parent=live_page, title="Team", slug="team"))
    publish(StandardPageFactory(parent=child, title="Büro", slug="buero"))
    live_page = reloaded(live_page)
    live_page.slug = "ueber"
    expected = [
        ("page.moved", ["/de/ueber/"], ["/de/wir/"]),
        ("page.published", ["/de/ueber/"], []),
        ("page.moved", ["/de/ueber/team/"], ["/de/wir/team/"]),
        ("page.moved", ["/de/ueber/team/buero/"], ["/de/wir/team/buero/"]),
    ]

    def rename() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            publish(live_page)

    assert told(changes_of(rename)) == expected


def test_pages_below_are_told_in_the_transaction_of_their_parent(live_page: StandardPage) -> None:
    publish(StandardPageFactory(parent=live_page, title="Team", slug="team"))
    live_page = reloaded(live_page)
    live_page.slug = "ueber"
    found = told(changes_of(lambda: publish(live_page)))
    assert ("page.moved", ["/de/ueber/team/"], ["/de/wir/team/"]) in found


def test_slug_changed_without_publishing_moves_the_pages(
    live_page: StandardPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def rename() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            live_page.slug = "ueber"
            live_page.save()

    assert told(changes_of(rename)) == [("page.moved", ["/de/ueber/"], ["/de/wir/"])]


def test_moved_tree_is_told_page_by_page_in_all_languages(site: Site, locales: dict[str, Locale]) -> None:
    old, new = (
        publish(StandardPageFactory(parent=site.root_page, title=title, slug=title.lower())) for title in ("Alt", "Neu")
    )
    page = publish(StandardPageFactory(parent=old, title="Wir", slug="wir"))
    below = publish(StandardPageFactory(parent=page, title="Team", slug="team"))
    mirror(new, locales["fr"])
    mirror(below, locales["fr"])
    compare()
    found = told(changes_of(lambda: reloaded(page).move(reloaded(new), pos="last-child")))
    assert sorted(found) == sorted(
        ("page.moved", [f"/{code}/neu/wir/{end}"], [f"/{code}/alt/wir/{end}"])
        for code in ("de", "fr")
        for end in ("", "team/")
    )


def test_another_order_of_siblings_is_told_without_gone_addresses(site: Site, live_page: StandardPage) -> None:
    first = publish(StandardPageFactory(parent=site.root_page, title="Zuerst", slug="zuerst"))
    found = changes_of(lambda: reloaded(first).move(reloaded(live_page), pos="left"))
    assert told(found) == [("page.moved", ["/de/zuerst/"], [])]


def test_deleted_tree_is_told_page_by_page(live_page: StandardPage, locales: dict[str, Locale]) -> None:
    publish(StandardPageFactory(parent=live_page, title="Team", slug="team"))
    mirror(live_page, locales["fr"])
    publish(translate(live_page, locales["en"], title="About us"))
    compare()
    found = sorted(told(changes_of(reloaded(live_page).delete)))
    assert found == [
        ("page.deleted", [], ["/de/wir/"]),
        ("page.deleted", [], ["/de/wir/team/"]),
        ("page.deleted", [], ["/fr/wir/"]),
        ("page.unpublished", [], ["/en/about-us/"]),
    ]
    assert not KnownAddress.objects.filter(translation_key=live_page.translation_key).exists()


def test_deleted_draft_is_not_told(draft: StandardPage) -> None:
    assert changes_of(draft.delete) == []


def test_private_branch_is_gone_and_comes_back(live_page: StandardPage) -> None:
    child = publish(StandardPageFactory(parent=live_page, title="Team", slug="team"))
    found = []

    def restrict() -> None:
        found.append(PageViewRestriction.objects.create(page=live_page, restriction_type="login"))

    assert told(changes_of(restrict)) == [
        ("page.unpublished", [], ["/de/wir/"]),
        ("page.unpublished", [], ["/de/wir/team/"]),
    ]
    child.title = "Unser Team"
    assert changes_of(lambda: publish(child)) == []
    assert told(changes_of(found[0].delete)) == [
        ("page.published", ["/de/wir/"], []),
        ("page.published", ["/de/wir/team/"], []),
    ]


def test_what_is_rolled_back_is_not_told(draft: StandardPage) -> None:
    def fail() -> None:
        with transaction.atomic():
            publish(draft)
            transaction.set_rollback(True)

    assert changes_of(fail) == []
    assert told(changes_of(lambda: publish(reloaded(draft)))) == [("page.published", ["/de/wir/"], [])]


def test_what_happens_without_a_signal_is_found_by_comparison(live_page: StandardPage) -> None:
    Page.objects.filter(pk=live_page.pk).update(live=False)
    assert told(changes_of(compare)) == [("page.unpublished", [], ["/de/wir/"])]
    Page.objects.filter(pk=live_page.pk).update(live=True, last_published_at=timezone.now())
    assert told(changes_of(compare)) == [("page.published", ["/de/wir/"], [])]
    assert changes_of(compare) == []


def test_publication_whose_process_was_killed_before_it_told_is_found(live_page: StandardPage) -> None:
    Page.objects.filter(pk=live_page.pk).update(last_published_at=timezone.now() + timedelta(seconds=1))
    assert told(changes_of(compare)) == [("page.published", ["/de/wir/"], [])]


def test_pages_older_than_the_log_are_known_without_being_told(live_page: StandardPage) -> None:
    KnownAddress.objects.all().delete()
    assert changes_of(remember_silently) == []
    assert told(changes_of(reloaded(live_page).unpublish)) == [("page.unpublished", [], ["/de/wir/"])]


@pytest.mark.parametrize("number", [3, 30])
def test_publishing_asks_as_much_whatever_the_number_of_pages(
    site: Site, draft: StandardPage, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        publish(StandardPageFactory(parent=site.root_page))
    publish(draft)
    Page.objects.filter(pk=draft.pk).update(last_published_at=timezone.now())
    with django_assert_num_queries(8):
        compare([draft.translation_key])
    Page.objects.update(last_published_at=timezone.now())
    with django_assert_num_queries(8):
        compare()
    assert Change.objects.filter(page_id=draft.pk).count() == 3


def test_cursor_goes_on_where_it_stopped(site: Site, draft: StandardPage) -> None:
    start = current_cursor()
    publish(draft)
    first, cursor = changes_since(start, 1)
    publish(StandardPageFactory(parent=site.root_page, title="Noch", slug="noch"))
    second, last = changes_since(cursor, 10)
    assert (told(first), told(second)) == (
        [("page.published", ["/de/wir/"], [])],
        [("page.published", ["/de/noch/"], [])],
    )
    assert changes_since(last, 10) == ([], last)
    assert current_cursor() == last
