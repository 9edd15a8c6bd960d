"""How a damaged, protected or hostile ZIP shows itself while it is read."""

from lzma import LZMAError
from zipfile import BadZipFile
from zlib import error as ZlibError

DAMAGE = (BadZipFile, ZlibError, LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile lets through besides its own exception: that of each kind of compression, and RuntimeError for a
password."""
