"""Put an empty front page in the place of Wagtail's welcome page."""

from typing import Any

from django.conf import settings
from django.db import migrations

ROOT_PATH = "0001"


def create_home_page(apps: Any, schema_editor: Any) -> None:
    """Create the front page in the source language, its edition, and the site that starts there."""
    page_model = apps.get_model("wagtailcore", "Page")
    page_model.objects.filter(depth=2).delete()
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="home", model="homepage"
    )
    locale = apps.get_model("wagtailcore", "Locale").objects.get(language_code=settings.LANGUAGE_CODE)
    home = apps.get_model("home", "HomePage").objects.create(
        title="Home",
        draft_title="Home",
        site_name="Home",
        slug="home",
        url_path="/home/",
        content_type=content_type,
        locale=locale,
        path=ROOT_PATH + "0001",
        depth=2,
        numchild=0,
        live=True,
    )
    page_model.objects.filter(path=ROOT_PATH).update(numchild=1)
    apps.get_model("core", "Edition").objects.create(page_id=home.pk, kind="source")
    apps.get_model("wagtailcore", "Site").objects.create(
        hostname="localhost", root_page_id=home.pk, is_default_site=True
    )


class Migration(migrations.Migration):
    """Runs once, on the installation's first migrate."""

    dependencies = [("home", "0001_initial"), ("core", "0003_profile_first_locale"), ("cityrelations", "0001_initial")]

    operations = [migrations.RunPython(create_home_page, migrations.RunPython.noop)]
