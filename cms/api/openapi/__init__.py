"""The description of the content API: OpenAPI 3.1, and the page that shows it."""
