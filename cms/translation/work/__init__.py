"""The work on translations: who does it, how it goes from hand to hand, and what is said about it."""
