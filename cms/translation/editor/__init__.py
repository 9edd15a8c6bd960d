"""The page on which people translate."""
