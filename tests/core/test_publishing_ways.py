"""Every way to publish asks the gate: what has problems stays as it is, with a sentence; what has none goes live."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Site, TaskState, Workflow, WorkflowTask
from wagtail.test.utils.form_data import streamfield

from cms.accounts.models import User
from cms.core.problems import registry
from cms.core.problems.registry import PublishingRefused
from cms.images.models import CustomImage
from cms.publishing.middleware import RefusalMiddleware
from home.models import StandardPage
from tests.factories.cityrelations import EventIndexPageFactory
from tests.factories.clock import schedule
from tests.factories.core import mirror, publish, reloaded
from tests.factories.forms import page_form, picture_form
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture

SENTENCE = "Open it under Images and add author or agency, or the reason why no credit is due."


def posted(page: StandardPage, action: str, **values: Any) -> dict[str, str]:
    pictures = [("picture", picture_form(block.value.image)) for block in page.lead_picture]
    return page_form(page, action, lead_picture=streamfield(pictures), **values)


def edit(staff: Client, page: StandardPage) -> HttpResponse:
    return staff.post(address("edit", page), posted(page, "action-publish"), follow=True)


def revert(staff: Client, page: StandardPage) -> HttpResponse:
    old = page.latest_revision
    page.lead_picture = []
    page.save_revision()
    page = old.as_object()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    return staff.post(url, posted(page, "action-publish"), follow=True)


def bulk(staff: Client, page: StandardPage) -> HttpResponse:
    return bulk_publish(staff, f"id={page.pk}")


def bulk_all(staff: Client, page: StandardPage) -> HttpResponse:
    return bulk_publish(staff, f"id=all&childOf={page.get_parent().pk}")


def bulk_below(staff: Client, page: StandardPage) -> HttpResponse:
    return bulk_publish(staff, f"id={page.get_parent().pk}", include_descendants="on")


def approve_while_editing(staff: Client, page: StandardPage) -> HttpResponse:
    in_moderation(page)
    button = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    return staff.post(address("edit", page), posted(page, "") | button, follow=True)


def approve(staff: Client, page: StandardPage) -> HttpResponse:
    task_state = in_moderation(page)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    return staff.post(url, {"comment": ""}, follow=True)


def approve_in_dialog(staff: Client, page: StandardPage) -> HttpResponse:
    task_state = in_moderation(page)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    answer = staff.post(url, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    return staff.get(answer.json()["redirect"])


def admin_api(staff: Client, page: StandardPage) -> HttpResponse:
    return staff.post(f"/admin/api/main/pages/{page.pk}/action/publish/")


WAYS: dict[str, Callable[[Client, StandardPage], HttpResponse]] = {
    way.__name__: way
    for way in (edit, revert, bulk, bulk_all, bulk_below, approve_while_editing, approve, approve_in_dialog, admin_api)
}


def address(view: str, page: StandardPage) -> str:
    return reverse(f"wagtailadmin_pages:{view}", args=[page.pk])


def bulk_publish(staff: Client, selection: str, **form: str) -> HttpResponse:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return staff.post(f"{url}?{selection}&next=/admin/", form, follow=True)


def in_moderation(page: StandardPage) -> TaskState:
    workflow = Workflow.objects.create(name="Moderation")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Approval"))
    return workflow.start(page, page.latest_revision.user).current_task_state


def draft(site: Site, image: CustomImage, author: User | None = None) -> StandardPage:
    page = StandardPageFactory(parent=site.root_page, lead_picture=lead_picture(image))
    page.save_revision(user=author)
    return page


@pytest.fixture
def image(db: None) -> CustomImage:
    return ImageFactory(uncredited=True)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_page_with_problems_stays_a_draft_and_a_sentence_says_why(
    way: Callable[[Client, StandardPage], HttpResponse], staff: Client, site: Site, admin: User, image: CustomImage
) -> None:
    page = draft(site, image, admin)
    answer = way(staff, page)
    assert SENTENCE in answer.content.decode()
    page = reloaded(page)
    assert (page.live, page.live_revision) == (False, None)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_page_without_problems_goes_live(
    way: Callable[[Client, StandardPage], HttpResponse], staff: Client, site: Site, admin: User
) -> None:
    page = draft(site, ImageFactory(), admin)
    answer = way(staff, page)
    assert answer.status_code == 200
    page = reloaded(page)
    assert (page.live, page.edition.kind) == (True, "source")
    assert page.lead_picture[0].value.image.agency == "Land Berlin"


@pytest.mark.parametrize("way", [edit, bulk, approve, approve_while_editing, admin_api])
def test_live_page_keeps_its_live_version_when_a_new_one_is_refused(
    way: Callable[[Client, StandardPage], HttpResponse], staff: Client, site: Site, admin: User, image: CustomImage
) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Before"))
    live_revision = page.live_revision_id
    page.title, page.lead_picture = "After", lead_picture(image)
    page.save_revision(user=admin)
    way(staff, page)
    page = reloaded(page)
    assert (page.title, page.live_revision_id, len(page.lead_picture)) == ("Before", live_revision, 0)
    assert page.get_latest_revision_as_object().title == "After"


def test_moderation_goes_on_after_a_refused_approval(
    staff: Client, site: Site, admin: User, image: CustomImage
) -> None:
    page = draft(site, image, admin)
    approve(staff, page)
    assert reloaded(page).current_workflow_task_state.status == "in_progress"
    CustomImage.objects.update(agency="Land Berlin")
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", page.current_workflow_task_state.pk])
    staff.post(url, {"comment": ""})
    assert reloaded(page).live


def test_moderator_can_send_back_what_may_not_be_published(
    staff: Client, site: Site, admin: User, image: CustomImage
) -> None:
    page = draft(site, image, admin)
    in_moderation(page)
    button = {"action-workflow-action": "1", "workflow-action-name": "reject"}
    staff.post(address("edit", page), posted(page, "") | button)
    assert reloaded(page).current_workflow_state.status == "needs_changes"


def test_new_page_with_problems_is_not_made(staff: Client, site: Site, image: CustomImage) -> None:
    form = page_form(
        StandardPage(),
        "action-publish",
        title="New",
        slug="new",
        lead_picture=streamfield([("picture", picture_form(image))]),
    )
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.root_page.pk])
    assert SENTENCE in staff.post(url, form, follow=True).content.decode()
    assert not StandardPage.objects.filter(title="New").exists()


def test_new_page_is_never_live_before_its_revision_is_published(staff: Client, site: Site) -> None:
    go_live_at = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    form = page_form(StandardPage(), "action-publish", title="New", slug="new", go_live_at=go_live_at)
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.root_page.pk])
    staff.post(url, form)
    page = StandardPage.objects.get(title="New")
    assert (page.live, page.scheduled_revision is not None) == (False, True)


@pytest.mark.parametrize(("uncredited", "is_scheduled"), [(True, False), (False, True)])
def test_scheduling_asks_the_gate(uncredited: bool, is_scheduled: bool, staff: Client, site: Site, admin: User) -> None:
    page = draft(site, ImageFactory(uncredited=uncredited), admin)
    go_live_at = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    answer = staff.post(address("edit", page), posted(page, "action-publish", go_live_at=go_live_at), follow=True)
    assert (SENTENCE in answer.content.decode()) is not is_scheduled
    assert (reloaded(page).scheduled_revision is not None) is is_scheduled


def test_bulk_publishing_is_all_or_nothing(staff: Client, site: Site, admin: User, image: CustomImage) -> None:
    good, bad = draft(site, ImageFactory(), admin), draft(site, image, admin)
    answer = bulk_publish(staff, f"id={good.pk}&id={bad.pk}").content.decode()
    assert f"{bad.title}: The picture" in answer
    assert "Nothing was published." in answer
    assert [reloaded(page).live for page in (good, bad)] == [False, False]


def test_bulk_publishing_below_a_page_leaves_live_pages_and_their_drafts_alone(
    staff: Client, site: Site, image: CustomImage
) -> None:
    parent = StandardPageFactory(parent=site.root_page)
    live = publish(StandardPageFactory(parent=parent, title="Live"))
    live.title, live.lead_picture = "Draft", lead_picture(image)
    live.save_revision()
    bulk_publish(staff, f"id={parent.pk}", include_descendants="on")
    assert [reloaded(page).live for page in (parent, live)] == [True, True]
    assert reloaded(live).title == "Live"


def test_bulk_publishing_passes_over_aliases(staff: Client, site: Site, locales: dict[str, Any]) -> None:
    page = StandardPageFactory(parent=site.root_page)
    alias = mirror(page, locales["fr"])
    answer = bulk_publish(staff, f"id={alias.pk}").content.decode()
    assert "These pages follow other pages" in answer
    bulk_publish(staff, f"id={alias.pk}&id={page.pk}")
    assert [reloaded(one).live for one in (page, alias)] == [True, True]


@pytest.mark.parametrize("recursive", [False, True])
def test_copies_with_problems_are_not_made(recursive: bool, staff: Client, site: Site, image: CustomImage) -> None:
    parent = publish(StandardPageFactory(parent=site.root_page, title="Parent"))
    page = publish(StandardPageFactory(parent=parent, lead_picture=lead_picture(ImageFactory())))
    CustomImage.objects.update(author="", agency="")
    copied = parent if recursive else page
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": site.root_page.pk, "publish_copies": "on"}
    form |= {"copy_subpages": "on"} if recursive else {}
    answer = staff.post(address("copy", copied), form, follow=True)
    assert SENTENCE in answer.content.decode()
    assert StandardPage.objects.count() == 2


def test_copies_without_problems_are_published(staff: Client, site: Site) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, lead_picture=lead_picture(ImageFactory())))
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": site.root_page.pk, "publish_copies": "on"}
    staff.post(address("copy", page), form)
    copy = StandardPage.objects.get(title="Copy")
    assert (copy.live, copy.edition.kind) == (True, "source")


def test_copies_that_are_drafts_are_made_with_their_problems(staff: Client, site: Site, image: CustomImage) -> None:
    page = draft(site, image)
    staff.post(address("copy", page), {"new_title": "C", "new_slug": "c", "new_parent_page": site.root_page.pk})
    assert not StandardPage.objects.get(title="C").live


def by_revision(page: StandardPage) -> None:
    page.save_revision().publish()


def by_saving_it_live(page: StandardPage) -> None:
    page.live = True
    page.save()


def by_saving_one_field(page: StandardPage) -> None:
    page.live = True
    page.save(update_fields=["live"], clean=False)


def by_making_it_live(page: StandardPage) -> None:
    parent = page.get_parent()
    parent.add_child(instance=StandardPage(title="Live at once", live=True, lead_picture=page.lead_picture))


def by_scheduling(page: StandardPage) -> None:
    schedule(page)


@pytest.mark.parametrize("way", [by_revision, by_scheduling, by_saving_it_live, by_saving_one_field, by_making_it_live])
def test_code_cannot_publish_what_has_problems(
    way: Callable[[StandardPage], None], site: Site, image: CustomImage
) -> None:
    page = draft(site, image)
    children = reloaded(site.root_page).numchild
    with pytest.raises(PublishingRefused) as refusal:
        way(page)
    assert set(refusal.value.message_dict) == {"lead_picture"}
    assert (reloaded(page).live, reloaded(page).scheduled_revision) == (False, None)
    assert (reloaded(site.root_page).numchild, StandardPage.objects.count()) == (children, 1)


def test_a_refused_revision_leaves_the_schedule_of_another_one_alone(site: Site, image: CustomImage) -> None:
    page = publish(StandardPageFactory(parent=site.root_page))
    scheduled = schedule(page)
    page.go_live_at, page.lead_picture = None, lead_picture(image)
    with pytest.raises(PublishingRefused):
        page.save_revision().publish()
    assert reloaded(page).scheduled_revision == scheduled


def test_live_page_whose_picture_lost_its_credit_can_still_be_saved(site: Site) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, lead_picture=lead_picture(ImageFactory())))
    CustomImage.objects.update(author="", agency="")
    page = reloaded(page)
    page.show_in_menus = True
    page.save()
    assert reloaded(page).show_in_menus


def test_other_refusals_are_sentences_too(staff: Client, site: Site) -> None:
    news = publish(EventIndexPageFactory(parent=site.root_page))
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": site.root_page.pk, "publish_copies": "on"}
    answer = staff.post(address("copy", news), form, follow=True)
    assert "This language already has an index for this period." in answer.content.decode()


@pytest.fixture
def late_problem(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that lets a problem arise when the gate is asked for the n-th time."""
    monkeypatch.setattr(registry, "_checks", [])

    def arise(ask: int) -> None:
        asked = iter(range(1, 10))
        registry.register(lambda page: [registry.Problem("It is too late.")] if next(asked) >= ask else [])

    return arise


@pytest.mark.parametrize("ask", [2, 3], ids=["after the form", "after the hook"])
def test_problem_that_arises_between_two_gates_leaves_a_new_draft(
    ask: int, staff: Client, site: Site, late_problem: Callable[[int], None]
) -> None:
    late_problem(ask)
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.root_page.pk])
    answer = staff.post(url, page_form(StandardPage(), "action-publish", title="New", slug="new"))
    page = StandardPage.objects.get(title="New")
    assert (page.live, page.get_latest_revision().content["title"]) == (False, "New")
    assert answer["Location"] == address("edit", page)
    assert "It is too late." in staff.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("ask", [2, 3], ids=["after the form", "after the hook"])
def test_problem_that_arises_between_two_gates_leaves_the_live_version(
    ask: int, staff: Client, site: Site, late_problem: Callable[[int], None]
) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Before"))
    late_problem(ask)
    answer = staff.post(address("edit", page), page_form(page, "action-publish", title="After"))
    assert answer["Location"] == address("edit", page)
    assert (reloaded(page).title, reloaded(page).get_latest_revision_as_object().title) == ("Before", "After")


def test_problem_that_arises_while_publishing_leaves_the_schedule_of_another_revision(
    site: Site, late_problem: Callable[[int], None]
) -> None:
    page = publish(StandardPageFactory(parent=site.root_page))
    scheduled = schedule(page)
    page.go_live_at = None
    late_problem(2)
    with pytest.raises(PublishingRefused):
        page.save_revision().publish()
    assert reloaded(page).scheduled_revision == scheduled


def test_refusals_outside_of_the_admin_stay_errors(rf: RequestFactory) -> None:
    answer = RefusalMiddleware(HttpResponse)
    assert answer.process_exception(rf.post("/de/"), ValidationError("No.")) is None
    assert answer.process_exception(rf.get("/admin/"), ValidationError("No.")) is None
    assert answer.process_exception(rf.post("/admin/"), ValueError("No.")) is None
