"""Write who drew a picture, from what, and under which terms, into its JPEG.

Three places, because programs look in different ones: IPTC-IIM (version 4.2) in
a Photoshop APP13 segment, EXIF, and an XMP packet.
"""

import struct
from dataclasses import dataclass

from PIL import Image

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
# IPTC's word for pictures that a program draws from data, without AI.
DATA_DRIVEN = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia"

ARTIST, COPYRIGHT, SOFTWARE = 0x013B, 0x8298, 0x0131  # EXIF tags
UTF8 = b"\x1b%G"  # ISO 2022 escape, IPTC dataset 1:90


@dataclass(frozen=True)
class Credit:
    """The rights of a picture; the defaults are those of our own drawings."""

    author: str = "City Relations"
    credit: str = "City Relations/Natural Earth"
    source: str = "Natural Earth"
    rights: str = f"CC0-1.0, public domain: {CC0}"
    licence_url: str = CC0


OWN_DRAWING = Credit()


def iptc_segment(credit: Credit) -> bytes:
    """Give the JPEG segment APP13 with the IPTC-IIM records of a credit."""
    records = b"".join(
        (
            _dataset(1, 90, UTF8),
            _dataset(2, 0, struct.pack(">H", 4)),
            _dataset(2, 80, _cut(credit.author, 32)),
            _dataset(2, 110, _cut(credit.credit, 32)),
            _dataset(2, 115, _cut(credit.source, 32)),
            _dataset(2, 116, _cut(credit.rights, 128)),
        )
    )
    name = b"\0\0"  # an empty Pascal string, padded to even length
    block = b"8BIM" + struct.pack(">H", 0x0404) + name
    block += struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    payload = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _cut(text: str, longest: int) -> bytes:
    """Encode a text, at most as many bytes as IPTC-IIM allows."""
    return text.encode()[:longest].decode(errors="ignore").encode()


def exif(credit: Credit) -> Image.Exif:
    """Give the EXIF fields artist and copyright."""
    fields = Image.Exif()
    fields[ARTIST] = credit.author
    fields[COPYRIGHT] = credit.rights
    fields[SOFTWARE] = "cityrelations.drawing"
    return fields


def xmp(credit: Credit) -> bytes:
    """Give the XMP packet with creator, rights, licence, credit and source."""
    return XMP.format(credit=credit, origin=DATA_DRIVEN).encode()


def with_iptc(jpeg: bytes, credit: Credit) -> bytes:
    """Insert the IPTC segment behind a JPEG's first segment (JFIF)."""
    if jpeg[:4] != b"\xff\xd8\xff\xe0":
        message = "The picture is no JPEG that starts with a JFIF segment."
        raise ValueError(message)
    place = 4 + struct.unpack(">H", jpeg[4:6])[0]
    return jpeg[:place] + iptc_segment(credit) + jpeg[place:]


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:cc="http://creativecommons.org/ns#"
 photoshop:Credit="{credit.credit}"
 photoshop:Source="{credit.source}"
 xmpRights:Marked="False"
 xmpRights:WebStatement="{credit.licence_url}"
 Iptc4xmpExt:DigitalSourceType="{origin}">
<dc:creator><rdf:Seq><rdf:li>{credit.author}</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{credit.rights}</rdf:li></rdf:Alt></dc:rights>
<cc:license rdf:resource="{credit.licence_url}"/>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
