"""What answers were made from: a change of it names them by a tag they carry."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page

from cms.core.models import LocaleProfile, SiteSettings
from tests.api.asking import get
from tests.factories.cityrelations import NetworkPageFactory, PartnerCityPageFactory
from tests.factories.core import DocumentFactory, publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture, picture
from tests.publishing.change_log import changes_of

pytestmark = pytest.mark.django_db

PUBLIC = "/de/public/"


def tags(address: str, **parameters: Any) -> set[str]:
    """Return the tags of an answer, which has to be there."""
    answer = get(address, **parameters)
    assert answer.status_code == 200, answer.content
    return set(answer.headers["Cache-Tag"].split(","))


def makes_old(action: Callable[[], object], before: set[str]) -> bool:
    """Return whether the changes that an action writes name an answer with the tags it had `before`."""
    changes = changes_of(action)
    assert changes
    return any(before & set(change.tags) for change in changes)


def public_page(home: Any, **values: Any) -> Any:
    return publish(StandardPageFactory(parent=reloaded(home), slug="public", title="Public", **values))


def test_redirects(sections: dict[str, Any]) -> None:
    to_page, moved = "/de/old", publish(PartnerCityPageFactory(parent=reloaded(sections["cities"]), slug="paris"))
    redirect = Redirect.objects.create(old_path=to_page, redirect_page=moved)
    for address, parameters in (("redirects", {}), ("pages/by-path", {"path": to_page})):
        before = tags(address, **parameters)
        assert makes_old(redirect.save, before)
        assert makes_old(lambda: Redirect.objects.create(old_path=f"/de/x{Redirect.objects.count()}"), before)
        city = reloaded(moved)
        city.slug += "-sur-seine"
        assert makes_old(lambda city=city: publish(city), before)


def test_redirect_to_the_first_language(sections: dict[str, Any]) -> None:
    assert "locales" in tags("pages/by-path", path="/")


def test_languages(sections: dict[str, Any], home: Any, locales: dict[str, Locale]) -> None:
    profile = LocaleProfile.objects.get(locale=locales["fr"])
    for address, parameters in (
        ("pages/by-path", {"path": home.url}),
        (f"pages/{home.translation_key}", {}),
        ("site", {}),
        ("navigation", {}),
        ("partner-cities", {"locale": "fr"}),
    ):
        assert makes_old(profile.save, tags(address, **parameters)), address


def test_logo(sections: dict[str, Any]) -> None:
    settings = SiteSettings.load()
    settings.logo = ImageFactory()
    settings.save()
    assert makes_old(settings.logo.save, tags("site"))


def links(page: Page) -> list[tuple[str, Any]]:
    """Return the streams that lead to a page in each way."""
    return [
        ("rich_text", f'<p><a linktype="page" id="{page.pk}">There</a></p>'),
        ("link_list", {"heading": "", "links": [("link", {"text": "There", "page": page})]}),
        ("download", {"document": DocumentFactory(accessible=True), "title": "Minutes", "text_version": page}),
    ]


@pytest.mark.parametrize("way", [0, 1, 2])
def test_pages_that_texts_lead_to(sections: dict[str, Any], home: Any, way: int) -> None:
    city = publish(PartnerCityPageFactory(parent=reloaded(sections["cities"])))
    public_page(home, body=[links(city)[way]])
    before = tags("pages/by-path", path=PUBLIC)
    assert makes_old(reloaded(city).unpublish, before)
    before = tags("pages/by-path", path=PUBLIC)
    assert city.translation_key.hex[:16] not in str(before)
    assert makes_old(lambda: publish(reloaded(city)), before)


def test_values_that_texts_count(sections: dict[str, Any], home: Any) -> None:
    page = public_page(home, intro="{count:partner-cities} cities")
    new = {"partner-cities": (PartnerCityPageFactory, "cities"), "networks": (NetworkPageFactory, "networks")}
    for name, (make, section) in new.items():
        page.intro = f"There are {{count:{name}}}"
        page = publish(page)
        before = tags("pages/by-path", path=PUBLIC)
        draft = make(parent=reloaded(sections[section]))
        assert makes_old(lambda draft=draft: publish(draft), before), name


@pytest.fixture
def collection(db: None) -> Collection:
    """Return a collection that everybody may see."""
    return Collection.get_first_root_node().add_child(name="Delegation")


@pytest.mark.parametrize("place", ["rich text", "link", "download", "lead picture", "picture"])
def test_files_that_become_private_and_public(
    sections: dict[str, Any], home: Any, collection: Collection, place: str
) -> None:
    document = DocumentFactory(collection=collection, accessible=True)
    image = ImageFactory(collection=collection)
    values = {
        "rich text": {"body": [("rich_text", f'<p><a linktype="document" id="{document.pk}">Minutes</a></p>')]},
        "link": {
            "body": [("link_list", {"heading": "", "links": [("link", {"text": "Minutes", "document": document})]})]
        },
        "download": {"body": [("download", {"document": document, "title": "Minutes", "text_version": None})]},
        "lead picture": {"lead_picture": lead_picture(image)},
        "picture": {"body": [("picture", picture(image))]},
    }
    public_page(home, **values[place])
    restrictions = []

    def restrict() -> None:
        restrictions.append(CollectionViewRestriction.objects.create(collection=collection, restriction_type="login"))

    assert makes_old(restrict, tags("pages/by-path", path=PUBLIC))
    assert makes_old(restrictions[0].delete, tags("pages/by-path", path=PUBLIC))


def test_replaced_and_deleted_document(sections: dict[str, Any], home: Any) -> None:
    document = DocumentFactory(accessible=True)
    public_page(home, body=[("download", {"document": document, "title": "Minutes", "text_version": None})])
    before = tags("pages/by-path", path=PUBLIC)
    assert makes_old(document.save, before)
    assert makes_old(document.delete, before)


def test_list_of_pictures(sections: dict[str, Any]) -> None:
    assert makes_old(ImageFactory().save, tags("pictures"))
