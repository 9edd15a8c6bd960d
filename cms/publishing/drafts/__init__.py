"""Drafts that are shown outside of the admin: by links, and beside the form in a separate front end."""
