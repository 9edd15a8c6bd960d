"""Writing the live content of a site into a bundle."""
