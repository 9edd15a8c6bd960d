"""The reverse proxies whose word about the reader's address and scheme is believed."""

import ipaddress

from cms.settings.errors import OperatorError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def trusted_proxies(text: str) -> list[Network]:
    """Read addresses and networks separated by commas, or end with a sentence."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    try:
        return [ipaddress.ip_network(name, strict=False) for name in names]
    except ValueError as error:
        raise OperatorError(
            f"TRUSTED_PROXIES must list the addresses of your proxies, such as 127.0.0.1,10.0.0.0/8 ({error})."
        ) from None
