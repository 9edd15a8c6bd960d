"""What goes into a bundle: what is live and public, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site

from cityrelations.models import NewsPage, PartnerCityPage
from cms.bundles.errors import BundleError
from cms.bundles.export import export_bundle
from home.models import HomePage
from tests.factories.core import publish, reloaded

pytestmark = pytest.mark.usefixtures("loaded")


def source(slug: str) -> Any:
    """Return the French page with a slug."""
    return Page.objects.get(slug=slug, locale__language_code="fr").specific


def exported(folder: Path) -> dict[str, Any]:
    """Return the JSON of all files in a bundle."""
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.json")
    }


def test_files_are_utf_8_with_one_line_feed_at_the_end(tmp_path: Path) -> None:
    export_bundle(tmp_path / "out")
    text = (tmp_path / "out" / "pages" / "fr.json").read_bytes()
    assert b"Belrive et ses villes amies" in text
    assert "beaucoup d’idées".encode() in text
    assert text.endswith(b"}\n")
    assert b"\r" not in text
    assert text.startswith(b'{\n "type": "home.HomePage",\n "translation_key": ')


def test_no_primary_key_is_written(tmp_path: Path) -> None:
    export_bundle(tmp_path / "out")
    entries = exported(tmp_path / "out")["images.json"]
    assert not {"id", "pk", "file_hash"} & entries[0].keys()
    welcome = exported(tmp_path / "out")["pages/fr.json"]["fields"]["welcome"]
    assert f'linktype="page" key="{source("aldmoor").translation_key}"' in welcome
    assert "id=" not in welcome


def test_drafts_are_left_out(tmp_path: Path) -> None:
    city = source("lichtenmoor")
    city.intro = "Un brouillon"
    city.save_revision()
    source("villes").add_child(instance=PartnerCityPage(title="Draft", country="DE", live=False))
    before = set(exported_names(tmp_path / "first"))
    assert not any("draft" in name for name in before)
    page = exported(tmp_path / "first")["pages/fr/villes/lichtenmoor.json"]
    assert page["fields"]["intro"] == ""


def exported_names(folder: Path) -> list[str]:
    """Export and return the names of the files."""
    export_bundle(folder)
    return list(exported(folder))


def test_unpublished_page_goes_with_its_translations_and_the_relations_to_it(tmp_path: Path) -> None:
    source("signature-1999").unpublish()
    names = exported_names(tmp_path / "out")
    assert "pages/fr/actualites/signature-1999.json" not in names
    news = exported(tmp_path / "out")["pages/fr/actualites/bulletin.json"]
    assert news["fields"]["event"] is None
    source("lichtenmoor").unpublish()
    export_bundle(tmp_path / "again")
    network = exported(tmp_path / "again")["pages/fr/reseaux/ligue-des-fleuves.json"]
    assert len(network["fields"]["city_links"]) == 1


def test_private_pages_are_left_out_with_everything_below(tmp_path: Path) -> None:
    PageViewRestriction.objects.create(page=source("themes"), restriction_type="login")
    names = exported_names(tmp_path / "out")
    assert not any(name.startswith("pages/fr/themes") for name in names)
    assert "pages/fr/villes.json" in names


def test_live_page_below_one_that_is_not_is_left_out_and_told_of(tmp_path: Path) -> None:
    Page.objects.filter(pk=source("themes").pk).update(live=False)
    notes = export_bundle(tmp_path / "out")
    assert notes == ["“L’eau” (fr) is left out, since its source page or the page above it is not live."]
    city = exported(tmp_path / "out")["pages/fr/villes/lichtenmoor.json"]
    assert city["fields"]["topic_links"] == []


def test_link_to_a_page_that_is_not_live_is_refused(tmp_path: Path) -> None:
    target = source("ligue-des-fleuves")
    target.unpublish()
    with pytest.raises(BundleError) as refused:
        export_bundle(tmp_path / "out")
    assert str(refused.value) == (
        f"pages/fr/villes/aldmoor.json, field “body[4].links[2].page”: links to page {target.pk}, which is not live; "
        "publish that page or take the link out."
    )
    assert list(tmp_path.iterdir()) == []


def test_picture_of_a_private_collection_is_refused(tmp_path: Path) -> None:
    image = get_image_model().objects.get(title="Le quai")
    CollectionViewRestriction.objects.create(collection=image.collection.get_parent(), restriction_type="login")
    with pytest.raises(BundleError, match="lies in a private collection"):
        export_bundle(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_picture_without_its_file_is_refused(tmp_path: Path) -> None:
    get_image_model().objects.filter(title="Le quai").update(file="original_images/gone.jpg")
    with pytest.raises(BundleError, match="the file of “Le quai” cannot be read"):
        export_bundle(tmp_path / "out")


def test_picture_that_nobody_shows_is_left_out(tmp_path: Path) -> None:
    image = get_image_model().objects.get(title="Le pont, vu par Aldmoor")
    image.pk, image.title = None, "Unused"
    image.save()
    export_bundle(tmp_path / "out")
    assert "Unused" not in [one["title"] for one in exported(tmp_path / "out")["images.json"]]


def test_translation_that_its_source_outgrew_is_partial_and_told_of(tmp_path: Path) -> None:
    city = source("aldmoor")
    city.partner_body = ""
    del city.body[6]
    city.body[1].value = type(city.body[1].value)(city.body[1].value.source + "<p>Nouveau.</p>")
    page = publish(city)
    assert page.live
    notes = export_bundle(tmp_path / "out")
    assert notes == ["translations/en/villes/aldmoor.json: 4 texts no longer fit the source page and are left out."]
    translation = exported(tmp_path / "out")["translations/en/villes/aldmoor.json"]
    assert translation["partial"] is True
    assert translation["strings"]["intro"] == "A town on the moor."
    assert "partner_body" not in translation["strings"]


def test_page_that_was_made_an_alias_again_is_no_translation(tmp_path: Path) -> None:
    Page.objects.filter(slug="cities").update(alias_of=source("villes").pk)
    assert "translations/en/villes.json" not in exported_names(tmp_path / "out")


def test_redirect_to_a_page_that_is_not_live_is_left_out(tmp_path: Path) -> None:
    hours = NewsPage.objects.get(slug="opening-hours")
    Redirect.objects.create(old_path="/en/hours", redirect_page=hours)
    reloaded(hours).unpublish()
    export_bundle(tmp_path / "out")
    assert [one["old_path"] for one in exported(tmp_path / "out")["redirects.json"]] == [
        "/fr/themes-anciens",
        "/fr/vieux-pacte",
        "/wiki",
    ]


def test_pages_keep_the_order_they_have_in_the_tree(tmp_path: Path) -> None:
    source("lichtenmoor").move(source("aldmoor"), pos="left")
    export_bundle(tmp_path / "out")
    files = exported(tmp_path / "out")
    assert files["pages/fr/villes/lichtenmoor.json"]["position"] == 0
    assert files["pages/fr/villes/aldmoor.json"]["position"] == 1


def test_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BundleError, match="this is no empty folder"):
        export_bundle(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export_bundle(tmp_path / "out")
    assert (tmp_path / "out" / "bundle.json").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_site_without_pages_has_nothing_to_write(tmp_path: Path) -> None:
    HomePage.objects.update(live=False)
    with pytest.raises(BundleError, match="nothing to write"):
        export_bundle(tmp_path / "out")
    Site.objects.all().delete()
    with pytest.raises(BundleError, match="no front page"):
        export_bundle(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
