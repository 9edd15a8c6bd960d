"""The reverse proxies whose word about the reader's address and scheme is believed."""

from cms.settings.networks import Network, networks


def trusted_proxies(text: str) -> list[Network]:
    """Read addresses and networks separated by commas, or end with a sentence."""
    return networks(text, "TRUSTED_PROXIES must list the addresses of your proxies, such as 127.0.0.1,10.0.0.0/8")
