"""Networks that the operator names."""

import ipaddress

from cms.settings.errors import OperatorError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(text: str, requirement: str) -> list[Network]:
    """Read addresses and networks separated by commas, or end with the sentence that says what they must be."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    try:
        return [ipaddress.ip_network(name, strict=False) for name in names]
    except ValueError as error:
        raise OperatorError(f"{requirement} ({error}).") from None


def private_networks(text: str) -> list[Network]:
    """Read the networks that webhooks may be sent to though they are not public."""
    return networks(text, "WEBHOOK_PRIVATE_NETWORKS must list addresses or networks, such as 10.1.2.3,192.168.0.0/16")
