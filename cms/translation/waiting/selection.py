"""Which work and which moderation wait for a person."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page, PageLogEntry, TaskState
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.models import Basis, LocaleRole, TranslationSettings, TranslationWork
from cms.translation.roles import rights
from cms.translation.roles.substitutes import stood_in_for
from cms.translation.work.history import Action

State = TranslationWork.State
Role = LocaleRole.Role
TO_TRANSLATE = (State.ASSIGNED, State.IN_WORK, State.RETURNED)


def work_waiting_for(user: Any) -> QuerySet[TranslationWork]:
    """Return the work on which the next step is this person's, or that of somebody they stand in for today.

    That is what they translate, what they review by name or by role, approved pages they publish, their translations
    whose source has changed since; and for coordinators what was returned and nobody has.
    """
    people = [user.pk, *stood_in_for(user).values_list("pk", flat=True)]
    to_translate = Q(state__in=TO_TRANSLATE, assignee__in=people)
    to_update = Q(state=State.APPROVED, assignee__in=people) & (Q(_outdated()) | Q(is_incomplete()))
    own = to_translate | to_update | _to_review(user, people) | _to_publish(user)
    if rights.is_coordinator(user):
        own |= Q(state=State.RETURNED, assignee=None)
    return TranslationWork.objects.filter(own)


def moderation_waiting_for(user: Any) -> QuerySet[TaskState]:
    """Return the pages that wait for the person in Wagtail's workflows."""
    return TaskState.objects.reviewable_by(user).filter(
        revision__base_content_type=ContentType.objects.get_for_model(Page)
    )


def responsible_for(user: Any) -> QuerySet[TranslationWork]:
    """Return all work that is or was the person's: assigned, sent in, reviewed or approved."""
    present = Q(assignee=user) | Q(reviewer=user) | Q(submitted_by=user) | Q(approved_by=user)
    entries = PageLogEntry.objects.filter(
        Q(action=Action.ASSIGN.value, data__assignee=user.pk)
        | Q(action__in=[Action.SEND_TO_REVIEW.value, Action.APPROVE.value, Action.RETURN.value], user=user)
    )
    pages = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale"))
    return TranslationWork.objects.filter(present | Q(Exists(pages.filter(pk__in=entries.values("page")))))


def locales_of(user: Any, role: Role) -> set[int]:
    """Return the ids of the languages in which the person holds a role; administrators hold those nobody else does."""
    own = {locale_id for held, locale_id in rights.roles_of(user) if held == role and locale_id}
    if not user.is_superuser:
        return own
    taken = LocaleRole.objects.filter(role=role, group__user__is_active=True).values("locale")
    return own | set(Locale.objects.exclude(pk__in=taken).values_list("pk", flat=True))


def is_incomplete() -> Exists:
    """Return whether the present source has texts without a translation."""
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("locale")),
        has_error=False,
    )
    segments = StringSegment.objects.filter(
        source__object=OuterRef("translation_key"),
        source__translations__target_locale=OuterRef("locale"),
        source__translations__enabled=True,
    )
    return Exists(segments.filter(~Exists(translated)))


def _to_review(user: Any, people: list[int]) -> Q:
    by_role = Q(reviewer=None, locale__in=locales_of(user, Role.REVIEWER))
    waiting = Q(state=State.IN_REVIEW) & (Q(reviewer__in=people) | by_role)
    return waiting & ~Q(submitted_by=user) if TranslationSettings.load().four_eyes else waiting


def _to_publish(user: Any) -> Q:
    ready = Q(state=State.APPROVED, locale__in=locales_of(user, Role.PUBLISHER))
    return ready & Q(_unpublished()) & ~Q(is_incomplete())


def _outdated() -> Exists:
    """Return whether readers see a translation of an older source."""
    bases = Basis.objects.filter(words_changed__gt=0, edition__page__locale=OuterRef("locale"))
    return Exists(bases.filter(edition__page__translation_key=OuterRef("translation_key")))


def _unpublished() -> Exists:
    """Return whether the page has a draft that readers do not see and that is not scheduled either."""
    drafts = Page.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), locale=OuterRef("locale"))
    drafts = drafts.filter(translation_key=OuterRef("translation_key"))
    return Exists(drafts.annotate_approved_schedule().filter(_approved_schedule=False))
