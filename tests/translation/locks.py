"""Locks that Wagtail puts on pages."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from tests.factories.accounts import UserFactory


def lock_by_workflow(page: Page) -> None:
    """Let the page wait for moderators who are nobody."""
    workflow, task = Workflow.objects.create(name="Moderation"), GroupApprovalTask.objects.create(name="Moderators")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(page.specific, UserFactory())


def lock_by_schedule(page: Page) -> None:
    """Let the last draft of the page wait for its day."""
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() + timedelta(days=1)
    revision.save()
