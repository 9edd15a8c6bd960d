"""The choice of mail about translations, in the account settings."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from cms.translation.forms.notices import NoticeForm
from cms.translation.roles import rights


@hooks.register("register_account_settings_panel")
class NoticePanel(BaseSettingsPanel):
    """At once, once a day, or never."""

    name = "translation_notices"
    title = _("Translations")
    tab = notifications_tab
    order = 200
    form_class = NoticeForm

    def is_active(self) -> bool:
        """Return whether the person has a part in translation."""
        return rights.takes_part(self.user)
