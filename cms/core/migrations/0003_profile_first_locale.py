"""Give the locale that Wagtail's own migrations made its profile, and make it public."""

from typing import Any

from django.db import migrations

from cms.core.formats.languages import own_name, text_direction


def profile_first_locale(apps: Any, schema_editor: Any) -> None:
    """Create a public profile for each locale there is."""
    for locale in apps.get_model("wagtailcore", "Locale").objects.all():
        apps.get_model("core", "LocaleProfile").objects.get_or_create(
            locale=locale,
            defaults={
                "own_name": own_name(locale.language_code),
                "direction": text_direction(locale.language_code),
                "exchange_code": locale.language_code,
                "is_public": True,
                "order": 0,
            },
        )


class Migration(migrations.Migration):
    """Runs once, on the installation's first migrate."""

    dependencies = [("core", "0002_add_logo")]

    operations = [migrations.RunPython(profile_first_locale, migrations.RunPython.noop)]
