"""One file for each resource of the content API."""
