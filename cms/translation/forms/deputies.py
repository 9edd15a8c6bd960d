"""Who stands in for whom, and when."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.utils import get_user_display_name

from cms.translation.models import Deputyship
from cms.translation.roles.deputies import apply_deputies, take_back
from cms.translation.roles.deputy_rights import deputies_for, people_for


class DeputyForm(WagtailAdminModelForm):
    """Offers the people the user may choose. Saving lends and takes back at once."""

    class Meta:
        model = Deputyship
        fields = ["person", "deputy", "starts", "ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("person", people_for(self.for_user))
        self._offer("deputy", deputies_for(self.for_user))
        self.fields["person"].initial = self.for_user.pk

    def clean(self) -> dict[str, Any]:
        """Refuse days that have passed."""
        given = super().clean()
        if given.get("ends") and given["ends"] < timezone.localdate():
            self.add_error("ends", ValidationError(_("This day has passed. Choose today or a later one.")))
        return given

    def save(self, commit: bool = True) -> Deputyship:
        """Save, and carry it out. What was lent to somebody else is taken back first."""
        if self.instance.pk and "deputy" in self.changed_data:
            take_back(Deputyship.objects.get(pk=self.instance.pk))
        saved = super().save(commit)
        apply_deputies()
        return saved

    def _offer(self, name: str, people: Any) -> None:
        field = self.fields[name]
        field.queryset = people.order_by("last_name", "username")
        field.label_from_instance = get_user_display_name
