"""Alt texts that have to be written anew because another picture stands at their place."""

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, Translation, TranslationSource

from cms.translation.models import Rewrite, TranslationWork

_PICTURE, _ALT_TEXT = ".image", ".alt_text"


class PicturesBefore:
    """The pictures of a source page as translators know them, to be asked again after their texts were renewed."""

    def __init__(self, page: Page) -> None:
        self._source = TranslationSource.objects.filter(
            object_id=page.translation_key, locale_id=page.locale_id
        ).first()
        self._before = self._pictures()

    @transaction.atomic
    def mark_changed(self) -> None:
        """Mark the alt texts of pictures that were replaced, in each language that shows the new picture."""
        after = self._pictures()
        changed = {path for path, picture in self._before.items() if after.get(path, picture) != picture}
        alt_texts = self._alt_texts({path.removesuffix(_PICTURE) + _ALT_TEXT for path in changed})
        if not alt_texts:
            return
        works = _works(self._source)
        own = _own_pictures(self._source, changed)
        marks = [
            Rewrite(work=work, path=path, reason=Rewrite.Reason.PICTURE)
            for work in works
            for path in sorted(alt_texts)
            if (work.locale_id, path.removesuffix(_ALT_TEXT) + _PICTURE) not in own
        ]
        Rewrite.objects.bulk_create(marks, ignore_conflicts=True)

    def _pictures(self) -> dict[str, str]:
        found = OverridableSegment.objects.filter(source=self._source, context__path__endswith=_PICTURE)
        return dict(found.values_list("context__path", "data_json")) if self._source else {}

    def _alt_texts(self, paths: set[str]) -> set[str]:
        """Return those paths where a text stands: a decorative picture has none."""
        if not paths:
            return set()
        found = StringSegment.objects.filter(source=self._source, context__path__in=paths)
        return set(found.values_list("context__path", flat=True))


def _works(source: TranslationSource) -> list[TranslationWork]:
    locales = Translation.objects.filter(source=source, enabled=True).values_list("target_locale_id", flat=True)
    wanted = [TranslationWork(translation_key=source.object_id, locale_id=locale_id) for locale_id in locales]
    TranslationWork.objects.bulk_create(wanted, ignore_conflicts=True)
    return list(TranslationWork.objects.filter(translation_key=source.object_id, locale_id__in=list(locales)))


def _own_pictures(source: TranslationSource, paths: set[str]) -> set[tuple[int, str]]:
    """Return the locales that show a picture of their own at one of these places, with the place."""
    found = SegmentOverride.objects.filter(context__object_id=source.object_id, context__path__in=paths)
    return set(found.values_list("locale_id", "context__path"))
