"""Tokens that open something to whoever has them: drawn at random, shown once, kept only as a digest."""

from hashlib import sha256
from secrets import token_urlsafe

TOKEN_BYTES = 32


def new_token() -> str:
    """Return a token of 256 random bits that may stand in an address."""
    return token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    """Return what is stored of a token: with so many random bits, a plain SHA-256 cannot be turned back."""
    return sha256(token.encode()).hexdigest()
