"""Pages that are written for their readers instead of translated: Easy German and its like."""
