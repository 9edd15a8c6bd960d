"""Signatures of messages, as the Standard Webhooks specification 1.0 wants them (symmetric, version 1)."""

import hmac
import secrets
from base64 import b64decode, b64encode
from hashlib import sha256

PREFIX = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    """Return a new secret: base64 of random bytes, behind the prefix that names what it is."""
    return PREFIX + b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the value of `webhook-signature`. The identifier and the moment (Unix seconds) are signed too.

    A receiver that knows both cannot be made to take an old message for a new one.
    """
    key = b64decode(secret.removeprefix(PREFIX))
    signed = b".".join([message_id.encode(), str(timestamp).encode(), body])
    return "v1," + b64encode(hmac.new(key, signed, sha256).digest()).decode()
