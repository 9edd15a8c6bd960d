"""What every page shares."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Locale, Page, Revision
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.core import previews
from cms.core.addresses import reading_of_private
from cms.core.content.pages import PageContent, WithheldContent
from cms.core.forms import BasePageForm
from cms.core.frame import Frame
from cms.core.links import linked_pages
from cms.core.models.locale_profile import LocaleProfile
from cms.core.pictures import images_on, pictures_for
from cms.core.problems.registry import refuse_problems
from cms.core.querysets import BasePageManager
from cms.core.reader import Reader, become
from cms.core.resolver import Reading, own_reading
from cms.core.rows import rows_for
from cms.images.roles import ROLES


class BasePage(Page):
    """Abstract base of all page types.

    A subclass names in `words` the fields that are translated, in `fact_names` those that hold no words and are the
    same in every language, and in `derived_facts` those that are computed from these. Slugs are none of them.
    `replaced_streams` gives each stream that is shown only while another one is empty, with that one. `api_content` is
    what the content API gives of it. Lists load its `listed_children` and `listed_streams`.
    """

    base_form_class = BasePageForm
    show_in_menus_default = False

    words: ClassVar[list[str]] = []
    fact_names: ClassVar[list[str]] = []
    derived_facts: ClassVar[list[str]] = []
    replaced_streams: ClassVar[dict[str, str]] = {}
    api_content: ClassVar[type[PageContent]]
    listed_children: ClassVar[tuple[str, ...]] = ()
    listed_streams: ClassVar[tuple[str, ...]] = ("lead_picture",)

    objects = BasePageManager()

    content_panels = Page.content_panels
    facts_panels: ClassVar[list[Any]] = []
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("For search engines"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("For site menus")),
    ]
    settings_panels = Page.settings_panels

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.translatable_fields = [
            *(TranslatableField(name) for name in ("title", "seo_title", "search_description", *cls.words)),
            *(SynchronizedField(name, overridable=False) for name in ("show_in_menus", *cls.fact_names)),
        ]
        if "edit_handler" not in cls.__dict__:
            cls.edit_handler = cls._tabs()

    @classmethod
    def _tabs(cls) -> TabbedInterface:
        tabs = (
            (cls.content_panels, _("Content")),
            (cls.facts_panels, _("Facts")),
            (cls.promote_panels, _("Promote")),
            (cls.settings_panels, _("Settings")),
        )
        return TabbedInterface([ObjectList(panels, heading=heading) for panels, heading in tabs if panels])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; refuse to put on the air what may not be published, as the last of several gates."""
        if self._goes_live(kwargs.get("update_fields")):
            refuse_problems(self)
        super().save(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish or schedule `revision`, or refuse and change nothing: Wagtail erases the schedule before it saves."""
        with transaction.atomic():
            refuse_problems(revision.as_object())
            super().publish(revision, *args, **kwargs)

    def create_alias(self, *, update_locale: Locale | None = None, **kwargs: Any) -> "BasePage":
        """Return an alias, but never one in a language whose pages are written for their readers."""
        if update_locale and LocaleProfile.objects.filter(locale=update_locale, mode=LocaleProfile.Mode.WRITTEN):
            raise ValidationError(_("Pages in this language are written, not copied. Write the page instead."))
        return super().create_alias(update_locale=update_locale, **kwargs)

    create_alias.alters_data = True

    def update_aliases(self, **kwargs: Any) -> None:
        """Publish the aliases of this page, unless it is only scheduled: Wagtail makes them live at once.

        An alias updates its own aliases only after the page it follows went live.
        """
        if self.live or self.alias_of_id:
            super().update_aliases(**kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Answer somebody who may read this page, though it stands behind a view restriction, or with 404.

        Pages that everybody may read are answered by `cms.core.views.page`.
        """
        reader = request.reader
        reading = reading_of_private(self, reader) if self.locale_id == reader.language.locale_id else None
        if reading is None:
            raise Http404
        return reading.words.render_reading(request, reading, **kwargs)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return the ways to preview this page."""
        return previews.choices()

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer with this very draft, in its own language."""
        mode = previews.offered(mode_name)
        if mode:
            return mode.serve(request, self)
        request.is_preview = True
        become(request, request.reader.languages.of(self.locale_id))
        return self.render_reading(request, own_reading(self, request.reader))

    def render_reading(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> TemplateResponse:
        """Return the response for `reading`, whose words are this page."""
        context = self.get_context(request, reading=reading, **kwargs)
        return TemplateResponse(request, self.get_template(request), context)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `reading`; in previews it is made of this very draft."""
        reading = kwargs.pop("reading", None) or own_reading(self, request.reader)
        self._announce(request.reader)
        return {
            **super().get_context(request, *args, **kwargs),
            "frame": self.frame(request, reading, **kwargs),
            "reading": reading,
            "facts": reading.facts,
            **self.reading_context(request, reading, **kwargs),
        }

    def get_content(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> tuple[PageContent, Frame]:
        """Return the typed content of `reading`, whose words are this page, and the frame around it.

        `kwargs` are those of `arguments_of`. Raises Http404 where they ask for a part that does not exist.
        """
        self._announce(request.reader)
        frame = self.frame(request, reading, **kwargs)
        if reading.is_urgent:
            return WithheldContent.of(reading, frame, {}), frame
        return self.api_content.of(reading, frame, self.reading_context(request, reading, **kwargs)), frame

    def frame(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> Frame:
        """Return what stands around `reading`."""
        return Frame(request, reading, self.address_suffix(**kwargs))

    def _announce(self, reader: Reader) -> None:
        """Let what the texts of this page link to and show be looked up together."""
        rows_for(reader).want_pages(linked_pages(self))
        pictures_for(reader).want(images_on(self), *ROLES.values())

    @classmethod
    def arguments_of(cls, row: Page, rest: list[str]) -> dict[str, Any] | None:
        """Return the arguments of the part of a page that `rest`, slugs behind its address, asks for; None for none."""
        return None

    def address_suffix(self, **kwargs: Any) -> str:
        """Return what stands behind the page's own address for the part of it that is asked for."""
        return ""

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Return what the template of this page type needs beyond `page`, `reading` and `facts`."""
        return {}

    def _goes_live(self, update_fields: Iterable[str] | None) -> bool:
        if not self.live or (update_fields is not None and {"live", "live_revision"}.isdisjoint(update_fields)):
            return False
        stored = Page.objects.filter(pk=self.pk).values_list("live", "live_revision_id").first()
        return stored != (True, self.live_revision_id)
