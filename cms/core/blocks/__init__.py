"""The blocks pages are made of. A block's key in a stream, its template and its CSS class share one name."""
