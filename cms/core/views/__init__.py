"""Views that are no pages."""
