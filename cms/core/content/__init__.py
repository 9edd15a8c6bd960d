"""Typed content for the content API, made from the same values the templates show.

`base` and `words` come first, then what pages share. What a single block or page type gives is declared beside it.
"""
