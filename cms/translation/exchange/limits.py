"""How much of somebody else's file is read. The one place where these numbers stand."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 20 * MEGABYTE
"""Of one file as it is handed in, packed or not, and of one file inside a ZIP once it is unpacked."""

MOST_BYTES_UNPACKED = 100 * MEGABYTE
"""Of all files of a ZIP together."""

MOST_ENTRIES = 5_000
"""Files and folders in a ZIP."""

MOST_ELEMENTS = 400_000
"""XML elements in one file: what a TMX file of MOST_BYTES holds, with 50 bytes an element and ten elements a unit."""

DEEPEST = 60
"""XML elements inside each other."""

MOST_TAGS_DEEP = 50
"""HTML tags inside each other in one text: fewer than DEEPEST, so that what is kept can go out and come back."""
