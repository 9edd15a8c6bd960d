"""Publishing problems: what stands between a page and its readers."""
