"""The formats that texts are exported in."""

from collections.abc import Callable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.translation.exchange import po, xliff12, xliff20
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.outgoing import OutgoingFile


class FileFormat(TextChoices):
    """What a file for a translator can be."""

    XLIFF_12 = "xliff12", _("XLIFF 1.2: opens in nearly every translation tool")
    XLIFF_20 = "xliff20", _("XLIFF 2.0: for newer tools")
    PO = "po", _("PO: for Poedit and its like")

    @property
    def ending(self) -> str:
        """Return the ending of file names."""
        return "po" if self == FileFormat.PO else "xlf"


Writer = Callable[[OutgoingFile, Commission], bytes]

_WRITERS: dict[str, Writer] = {
    FileFormat.XLIFF_12: lambda file, _commission: xliff12.write(file),
    FileFormat.XLIFF_20: lambda file, _commission: xliff20.write(file),
    FileFormat.PO: lambda file, commission: po.write(file, commission.translation),
}


def write(file: OutgoingFile, commission: Commission, file_format: FileFormat) -> bytes:
    """Return the file of one page."""
    return _WRITERS[file_format](file, commission)
