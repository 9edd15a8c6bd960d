"""The coverage matrix: which page is in which language, how current it is, and who works on it."""
