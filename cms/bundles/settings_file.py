"""settings.json: the settings of the installation that have no words."""

from typing import Any

from django.db import models

from cms.bundles.folder import Folder
from cms.bundles.incoming import Incoming, incoming_value
from cms.bundles.record import Record
from cms.bundles.references import KnownKeys
from cms.core.models import SiteSettings

FILE = "settings.json"


def settings_fields() -> list[models.Field]:
    """Return the fields of the settings in the order of the model."""
    return [field for field in SiteSettings._meta.concrete_fields if not field.primary_key]


def read_settings(folder: Folder, known: KnownKeys) -> Record:
    """Return the content of the file, checked, or raise BundleError."""
    record = Record(FILE, folder.read(FILE))
    settings_values(record, known)
    return record


def settings_values(record: Record, known: KnownKeys) -> dict[str, Any]:
    """Return the values of the settings that the file gives, by column. Raises BundleError."""
    way = Incoming(FILE, known)
    values = {
        field.attname: incoming_value(field, record.value(field.name), way, field.name)
        for field in settings_fields()
        if field.name in record.data
    }
    record.finish()
    return values
