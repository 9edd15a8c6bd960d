"""The texts of a page: how they are cut, counted, compared, checked and kept."""
