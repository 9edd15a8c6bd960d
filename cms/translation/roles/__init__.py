"""Who may do what with translations: the roles of each language, their deputies, and the doors they open."""
