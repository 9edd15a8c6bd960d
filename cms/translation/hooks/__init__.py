"""What this room adds to the Wagtail admin, a file for each subject."""
