"""The translation memory as TMX 1.4b files, which every translation tool reads and writes."""

from cms.translation.tmx.export import entries_for, export_tmx
from cms.translation.tmx.importing import import_tmx

__all__ = ["entries_for", "export_tmx", "import_tmx"]
