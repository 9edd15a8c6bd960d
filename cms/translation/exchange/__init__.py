"""Files that translators work in: what is written for them, and what is taken from them."""
