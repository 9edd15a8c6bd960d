"""Drafts of pages in other languages: begun, composed of their texts, saved, and checked before readers see them."""
