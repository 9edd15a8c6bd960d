"""Writing a bundle into the database of an empty site."""
