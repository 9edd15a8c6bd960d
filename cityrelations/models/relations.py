"""Relations between pages. They always point at the source page, in every translation."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable, Page

from cms.core.models import Edition


def source_of(page: Page) -> Page:
    """Return the source page of any translation or alias; the page itself while it has none."""
    source = Page.objects.filter(translation_key=page.translation_key, edition__kind=Edition.Kind.SOURCE).first()
    return source or page


class Relation(Orderable):
    """One page named by another. `target_name` is the field that holds it."""

    target_name = ""

    class Meta(Orderable.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a chosen translation is replaced by its source page."""
        target = getattr(self, self.target_name)
        setattr(self, f"{self.target_name}_id", source_of(target).pk)
        super().save(*args, **kwargs)


class CityRelation(Relation):
    """Names a partner city."""

    target_name = "city"
    city = models.ForeignKey(
        "cityrelations.PartnerCityPage", verbose_name=_("partner city"), on_delete=models.CASCADE, related_name="+"
    )
    panels = [PageChooserPanel("city")]

    class Meta(Relation.Meta):
        abstract = True


class NetworkRelation(Relation):
    """Names a city network."""

    target_name = "network"
    network = models.ForeignKey(
        "cityrelations.NetworkPage", verbose_name=_("city network"), on_delete=models.CASCADE, related_name="+"
    )
    panels = [PageChooserPanel("network")]

    class Meta(Relation.Meta):
        abstract = True


class TopicRelation(Relation):
    """Names a topic."""

    target_name = "topic"
    topic = models.ForeignKey(
        "cityrelations.TopicPage", verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+"
    )
    panels = [PageChooserPanel("topic")]

    class Meta(Relation.Meta):
        abstract = True
