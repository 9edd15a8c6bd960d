"""Alt texts of pictures that were replaced in the source."""

from typing import Any

import pytest
from wagtail.models import Locale, Site
from wagtail_localize.models import SegmentOverride, Translation, TranslationContext, TranslationSource

from cms.accounts.models import User
from cms.core.models import Edition
from cms.images.models import CustomImage
from cms.translation.lifecycle.basis import confirm_current
from cms.translation.models import Rewrite, TranslationWork
from cms.translation.texts.units import Unit, units_of
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture
from tests.translation.texts import fill

TEXTS = {"Über uns": "À propos", "Eine Brücke": "Un pont"}


@pytest.fixture
def german_picture(site: Site, home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a published German page with a lead picture."""
    for code in ("en", "fr"):
        publish(translate(home, locales[code], title=code))
    picture = lead_picture(ImageFactory(), alt_text="Eine Brücke")
    return publish(StandardPageFactory(parent=reloaded(home), title="Über uns", lead_picture=picture))


@pytest.fixture
def translations(german_picture: StandardPage, locales: dict[str, Locale], admin: User) -> dict[str, Translation]:
    """Return its published translations into English and French."""
    source, _created = TranslationSource.get_or_create_from_instance(german_picture)
    found = {}
    for code in ("en", "fr"):
        found[code] = Translation.objects.create(source=source, target_locale=locales[code])
        found[code].save_target(publish=False)
        fill(found[code], admin, TEXTS)
        found[code].save_target(user=admin, publish=True)
    return found


def replace_picture(page: StandardPage, image: CustomImage | None = None, **values: Any) -> CustomImage:
    page, image = reloaded(page), image or ImageFactory()
    block = page.lead_picture[0]
    raw = page.lead_picture.get_prep_value()
    raw[0]["value"]["picture"] |= {"image": image.pk, **values}
    page.lead_picture = raw
    publish(page)
    assert block.id == reloaded(page).lead_picture[0].id
    return image


def alt_text(translation: Translation) -> Unit:
    return next(unit for unit in units_of(translation) if unit.path.endswith(".alt_text"))


def test_another_picture_marks_its_alt_text_in_every_language(
    translations: dict[str, Translation], german_picture: StandardPage
) -> None:
    assert not alt_text(translations["fr"]).needs_rewrite
    replace_picture(german_picture)
    for translation in translations.values():
        unit = alt_text(translation)
        assert (unit.needs_rewrite, unit.is_translated, unit.target) == (True, True, "Un pont")
        others = [one.needs_rewrite for one in units_of(translation) if one.path != unit.path]
        assert not any(others)


def test_the_same_picture_marks_nothing(translations: dict[str, Translation], german_picture: StandardPage) -> None:
    page = reloaded(german_picture)
    page.title = "Wir"
    publish(page)
    assert not Rewrite.objects.exists()


def test_a_picture_that_became_decoration_marks_nothing(
    translations: dict[str, Translation], german_picture: StandardPage
) -> None:
    replace_picture(german_picture, alt_text="", decorative=True)
    assert not Rewrite.objects.exists()


def test_writing_settles_the_mark(
    translations: dict[str, Translation], german_picture: StandardPage, admin: User
) -> None:
    replace_picture(german_picture)
    write(translations["fr"], alt_text(translations["fr"]), "Une tour", user=admin)
    assert not alt_text(translations["fr"]).needs_rewrite
    assert alt_text(translations["en"]).needs_rewrite


def test_writing_the_same_again_settles_it_too(
    translations: dict[str, Translation], german_picture: StandardPage, admin: User
) -> None:
    replace_picture(german_picture)
    assert write(translations["fr"], alt_text(translations["fr"]), "Un pont", user=admin)
    assert not alt_text(translations["fr"]).needs_rewrite


def test_confirming_that_nothing_is_to_be_changed_settles_it(
    translations: dict[str, Translation], german_picture: StandardPage, admin: User
) -> None:
    replace_picture(german_picture)
    confirm_current(Edition.objects.get(page=translations["fr"].get_target_instance()), admin)
    assert not alt_text(translations["fr"]).needs_rewrite
    assert alt_text(translations["en"]).needs_rewrite


def test_a_language_with_a_picture_of_its_own_is_left_alone(
    translations: dict[str, Translation], german_picture: StandardPage, locales: dict[str, Locale]
) -> None:
    path = alt_text(translations["fr"]).path.removesuffix(".alt_text") + ".image"
    SegmentOverride.objects.create(
        locale=locales["fr"], context=TranslationContext.objects.get(path=path), data_json=str(ImageFactory().pk)
    )
    replace_picture(german_picture)
    assert {rewrite.work.locale.language_code for rewrite in Rewrite.objects.all()} == {"en"}


def test_the_mark_needs_nobody_at_work(translations: dict[str, Translation], german_picture: StandardPage) -> None:
    TranslationWork.objects.all().delete()
    replace_picture(german_picture)
    replace_picture(german_picture)
    assert Rewrite.objects.count() == 2
