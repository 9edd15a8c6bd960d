"""What becomes of the versions of a page when its source is published, changed, moved, withdrawn or deleted."""
