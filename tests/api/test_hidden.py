"""What readers may not see is at no address of the content API, whoever asks (role by URL)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cityrelations.models import Agreement, AgreementKind
from cityrelations.models.event import EventCity
from cms.api.api import api
from tests.api.asking import get
from tests.factories import cityrelations as factories
from tests.factories.accounts import AdminFactory
from tests.factories.clock import make_expired, schedule
from tests.factories.core import DocumentFactory, publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, jpeg, lead_picture, picture

pytestmark = pytest.mark.django_db

NOTHING = "00000000-0000-4000-8000-000000000000"
MAIL = "chefin@amt.example"
PUBLIC_BEFORE = ("private page", "expired page", "page below a private one", "redirect to a private page")
"""What is told of under `changes` alone, by its address: readers saw it before."""


@dataclass
class Secrets:
    """What is hidden: kind of hidden thing: what would give it away. `pages` and `pictures` are asked for by name."""

    signs: dict[str, list[str]] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    pictures: list[Any] = field(default_factory=list)

    def hide_page(self, kind: str, page: Page) -> None:
        self.pages.append(page)
        self.signs[kind] = [page.title, str(page.translation_key), page.translation_key.hex[:16], page.slug]


@pytest.fixture
def collection(db: None) -> Collection:
    """Return a collection inside of a private one."""
    private = Collection.get_first_root_node().add_child(name="Delegation")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    return private.add_child(name="Minutes")


@pytest.fixture
def secrets(sections: dict[str, Any], home: Any, collection: Collection) -> Secrets:
    """Return all that is hidden of a site whose public pages point at it wherever they can."""
    found = Secrets()
    hide_pages(found, sections)
    hide_files(found, sections, home, collection)
    found.signs["originals"] = ["/media/private", "original_images"]
    boss = AdminFactory(username="chefin", email=MAIL)
    Page.objects.update(owner=boss)
    found.signs["staff"] = [MAIL, "chefin"]
    call_command("rebuild_references_index", verbosity=0)
    return found


def hide_pages(found: Secrets, sections: dict[str, Any]) -> None:
    """Hide a page in each way there is, and let a public event name them all."""

    def city(title: str, slug: str) -> Any:
        image = ImageFactory(file=ContentFile(jpeg(), name=f"of-{slug}.jpg"), licence="CC0-1.0")
        found.pictures.append(image)
        found.signs[f"picture of {slug}"] = [f"of-{slug}"]
        parent = reloaded(sections["cities"])
        return factories.PartnerCityPageFactory(
            parent=parent, title=title, slug=slug, lead_picture=lead_picture(image, f"Alt of {title}")
        )

    found.hide_page("draft", city("Entwurfsstadt", "entwurf"))
    private = publish(city("Privatstadt", "privat"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    found.hide_page("private page", private)
    expired = publish(city("Vergangenstadt", "vergangen"))
    make_expired(expired)
    call_command("publish_scheduled")
    found.hide_page("expired page", reloaded(expired))
    coming = city("Zukunftsstadt", "zukunft")
    schedule(coming)
    found.hide_page("scheduled page", coming)
    network = publish(factories.NetworkPageFactory(parent=reloaded(sections["networks"]), title="Geheimbund"))
    PageViewRestriction.objects.create(page=sections["networks"], restriction_type="login")
    found.hide_page("page below a private one", network)
    event = factories.EventPageFactory(parent=reloaded(sections["news"]), title="Public event")
    for one in found.pages[:4]:
        event.city_links.add(EventCity(city=one))
    publish(event)
    Redirect.objects.create(old_path="/de/alter-weg-privat", redirect_page=private)
    found.signs["redirect to a private page"] = ["alter-weg-privat"]
    changed = publish(factories.TopicPageFactory(parent=reloaded(sections["topics"]), title="Public topic"))
    changed.title = "Umbenanntes Thema"
    changed.save_revision()
    found.signs["draft of a live page"] = ["Umbenanntes"]


def hide_files(found: Secrets, sections: dict[str, Any], home: Any, collection: Collection) -> None:
    """Hide pictures and documents that a public page and a public city show."""
    files = {
        kind: DocumentFactory(name=f"geheim-{kind}", title=f"Geheim {kind}", collection=collection, accessible=True)
        for kind in ("a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.mp4", "f.vtt")
    }
    found.signs["documents"] = ["geheim-", "Geheim a", "Geheim b", "Geheim c", "Geheim d", "/documents/"]
    yesterday = timezone.localdate() - timedelta(days=1)
    in_collection = ImageFactory(
        title="Geheimbild", collection=collection, file=ContentFile(jpeg(), name="nur-intern.jpg"), author="Nurintern"
    )
    out_of_rights = ImageFactory(
        title="Altbild", rights_until=yesterday, file=ContentFile(jpeg(), name="abgelaufen.jpg"), author="Altrecht"
    )
    found.pictures += [in_collection, out_of_rights]
    found.signs["picture in a private collection"] = ["Geheimbild", "nur-intern", "Nurintern", "Alt intern"]
    found.signs["picture out of its rights"] = ["Altbild", "abgelaufen", "Altrecht", "Alt frueher"]
    body = [
        ("rich_text", f'<p>Text <a linktype="document" id="{files["a.pdf"].pk}">Protokoll</a></p>'),
        ("download", {"document": files["b.pdf"], "title": "Protokoll", "text_version": None}),
        ("link_list", {"heading": "", "links": [("link", {"text": "Protokoll", "document": files["c.pdf"]})]}),
        ("picture", picture(in_collection, "Alt intern")),
        ("gallery", {"heading": "", "pictures": [("picture", picture(out_of_rights, "Alt frueher"))]}),
        (
            "video",
            {
                "title": "Film",
                "video": files["e.mp4"],
                "captions": files["f.vtt"],
                "poster": lead_picture(in_collection, "Alt intern"),
                "transcript": "<p>Text</p>",
            },
        ),
    ]
    publish(
        StandardPageFactory(
            parent=reloaded(home),
            slug="public",
            title="Public page",
            intro="We have {count:partner-cities} partner cities.",
            lead_picture=lead_picture(out_of_rights, "Alt frueher"),
            body=body,
        )
    )
    city = factories.PartnerCityPageFactory(
        parent=reloaded(sections["cities"]),
        slug="public-city",
        title="Public city",
        lead_picture=lead_picture(in_collection, "Alt intern"),
    )
    city.agreements.add(
        Agreement(kind=AgreementKind.MEMORANDUM, date=date(2001, 1, 1), document=files["d.pdf"], counts_from_here=True)
    )
    publish(city)


def addresses(secrets: Secrets) -> list[str]:
    """Return every address of the API without parameters or with public ones, and those that might tell more."""
    rest = [path.removeprefix("/api/v1/") for path in api.get_openapi_schema()["paths"]]
    lists = [path for path in rest if "{" not in path and path not in ("pages/by-path", "search")]
    live = [f"pages/by-path?path={page.url}" for page in Page.objects.live().filter(depth__gt=1)]
    events = [f"events/{page.translation_key}.ics" for page in Page.objects.live()]
    pages = [f"pages/{page.translation_key}" for page in Page.objects.filter(depth__gt=1)]
    pictures = [f"pictures/{number}" for number in range(1, max(one.pk for one in secrets.pictures) + 2)]
    words = {word for signs in secrets.signs.values() for word in signs}
    found = [f"search?q={word}" for word in words] + [f"pages?q={word}" for word in words]
    return [*lists, *live, *events, *pages, *pictures, *found, "openapi.json", "changes?limit=500"]


def without_echo(answer: Any, address: str) -> str:
    """Return what an answer says beyond repeating its address."""
    said = answer.content.decode()
    asked = address.rpartition("=")[2] if "=" in address else address.rpartition("/")[2].removesuffix(".ics")
    return said.replace(asked, "") if asked else said


def asked_by(browser: Client, address: str) -> Any:
    # Everything is to be seen that any host may get.
    return get(address, browser, headers={"Sec-Fetch-Site": "same-origin"})


def test_no_address_tells_of_hidden_things_to_anybody(secrets: Secrets) -> None:
    signed_in = Client()
    signed_in.force_login(AdminFactory())
    told = []
    for address in addresses(secrets):
        anonymous, staff = asked_by(Client(), address), asked_by(signed_in, address)
        assert anonymous.status_code in (200, 404), (address, anonymous.content)
        for name in ("ETag", "Cache-Tag", "Content-Type", "Location", "Set-Cookie"):
            assert anonymous.headers.get(name) == staff.headers.get(name), (address, name)
        assert anonymous.content == staff.content, address
        said = without_echo(anonymous, address) + str(anonymous.headers)
        past = address.startswith("changes")  # what was seen once and is not any more is told there, by its address
        told += [
            (address, kind, sign)
            for kind, signs in secrets.signs.items()
            for sign in signs
            if sign in said and not (past and kind in PUBLIC_BEFORE)
        ]
    assert told == []


def test_hidden_things_are_like_those_that_never_were(secrets: Secrets) -> None:
    for page in secrets.pages:
        key = str(page.translation_key)
        for address, name in (("pages/{}", ""), ("events/{}.ics", ""), ("events", "city"), ("news", "city")):
            asked = [get(address.format(one), **({name: one} if name else {})) for one in (key, NOTHING)]
            hidden, nothing = (one.content.decode() for one in asked)
            assert [one.status_code for one in asked] == [404, 404], address
            assert hidden.replace(key, NOTHING) == nothing, address
    last = max(one.pk for one in secrets.pictures)
    for image in secrets.pictures:
        hidden, nothing = get(f"pictures/{image.pk}"), get(f"pictures/{last + 1000}")
        assert (hidden.status_code, nothing.status_code) == (404, 404)
        assert hidden.content.decode().replace(f"picture {image.pk}", f"picture {last + 1000}") == (
            nothing.content.decode()
        )


def test_hidden_cities_are_not_counted(secrets: Secrets) -> None:
    assert get("pages/by-path", path="/de/public/").json()["page"]["intro"] == "We have 1 partner cities."
    assert [one["title"] for one in get("partner-cities").json()["results"]] == ["Public city"]


def test_the_pages_themselves_lead_to_no_hidden_file(secrets: Secrets, client: Client) -> None:
    files = ("documents", "originals", "picture in a private collection", "picture out of its rights")
    for address in ("/de/public/", "/de/cities/public-city/", "/de/cities/", "/de/"):
        answer = client.get(address)
        assert answer.status_code == 200
        told = [sign for kind in files for sign in secrets.signs[kind] if sign in answer.content.decode()]
        assert told == [], address


def test_the_same_files_are_shown_once_nothing_hides_them(secrets: Secrets, client: Client) -> None:
    CollectionViewRestriction.objects.all().delete()
    page = client.get("/de/public/").content.decode()
    content = get("pages/by-path", path="/de/public/", headers={"Sec-Fetch-Site": "same-origin"}).content.decode()
    for name in ("geheim-a", "geheim-b", "geheim-c", "geheim-e", "geheim-f", "nur-intern"):
        assert name in page, name
        assert name in content, name
    for said in (client.get("/de/cities/public-city/"), get("pages/by-path", path="/de/cities/public-city/")):
        assert "geheim-d" in said.content.decode()
