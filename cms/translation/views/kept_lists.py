"""What the lists of terms and of the memory have in common in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import BaseButton, HeaderButton
from wagtail.models import Locale

from cms.translation.roles.policies import READ, kept_locales, translated_locales


class OwnNameField(ModelChoiceField):
    """A language by its own name."""

    def label_from_instance(self, locale: Locale) -> str:
        """Return the name in the language itself."""
        return locale.profile.own_name


class LocaleFilter(ModelChoiceFilter):
    """Only entries of one language."""

    field_class = OwnNameField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, queryset=lambda request: translated_locales(), **kwargs)


class PairFilterSet(WagtailFilterSet):
    """Filters by the language pair."""

    source_locale = LocaleFilter()
    target_locale = LocaleFilter()


class OnlyKeptMixin:
    """Entries of a language that somebody does not keep are none to change."""

    def get_object(self, *args: Any) -> Any:
        """Return the entry, or refuse."""
        found = super().get_object(*args)
        if not self.user_has_permission_for_instance(self.permission_required, found):
            raise PermissionDenied
        return found


class KeptEditView(OnlyKeptMixin, generic.EditView):
    """Edits an entry of a language that the person keeps."""


class KeptDeleteView(OnlyKeptMixin, generic.DeleteView):
    """Deletes such an entry."""


class KeptIndexView(generic.IndexView):
    """Lists entries of all languages; buttons only at those that the person may change."""

    files_url_name = ""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Return the entries with their languages."""
        return super().get_base_queryset().select_related("source_locale__profile", "target_locale__profile")

    def user_has_permission(self, permission: str) -> bool:
        """Return whether the person may do this with some entries. Every row asks."""
        return super().user_has_permission(permission) if permission == READ else bool(self._kept)

    def get_edit_url(self, instance: Any) -> str | None:
        """Return where the entry is edited, where the person may."""
        return super().get_edit_url(instance) if instance.target_locale_id in self._kept else None

    def get_delete_url(self, instance: Any) -> str | None:
        """Return where it is deleted, where the person may."""
        return super().get_delete_url(instance) if instance.target_locale_id in self._kept else None

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Return the buttons, that of the files last."""
        button = HeaderButton(_("Import and export"), url=reverse(self.files_url_name), icon_name="upload", priority=50)
        return [*super().header_buttons, button]

    @cached_property
    def _kept(self) -> set[int]:
        return {locale.pk for locale in kept_locales(self.request.user)}
