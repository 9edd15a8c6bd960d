"""The report of wagtail-localize, for the languages that concern its reader."""

from django.db.models import Q, QuerySet
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

from cms.translation.roles.rights import locales_seen_by


class SeenTranslationsReportView(TranslationsReportView):
    """Lists translations from and into the languages that the user sees."""

    def get_queryset(self) -> QuerySet[Translation]:
        """Leave the others out."""
        seen = locales_seen_by(self.request.user).values("pk")
        found = super().get_queryset().filter(Q(target_locale__in=seen) | Q(source__locale__in=seen))
        return found.order_by("source__object_repr", "target_locale__language_code", "pk")
