"""How dates, times, numbers, countries and sorted lists look to a reader of any language."""
