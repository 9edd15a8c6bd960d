"""Whose forwarding headers are believed."""

from ipaddress import ip_network

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from cms.operations.forwarded import TrustedProxiesMiddleware


@pytest.fixture(autouse=True)
def proxies(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


def received(peer: str, **headers: str) -> HttpRequest:
    """Return the request as the application sees it."""
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **headers)
    TrustedProxiesMiddleware(lambda _: HttpResponse())(request)
    return request


def test_trusted_proxy_tells_reader_and_scheme() -> None:
    request = received("10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.7", HTTP_X_FORWARDED_PROTO="https")
    assert request.META["REMOTE_ADDR"] == "192.0.2.7"
    assert request.is_secure()


def test_stranger_cannot_pretend_to_be_another_reader_or_secure() -> None:
    request = received("192.0.2.66", HTTP_X_FORWARDED_FOR="10.0.0.1", HTTP_X_FORWARDED_PROTO="https")
    assert request.META["REMOTE_ADDR"] == "192.0.2.66"
    assert not request.is_secure()


def test_reader_is_the_nearest_address_that_is_no_proxy() -> None:
    request = received("10.0.0.1", HTTP_X_FORWARDED_FOR="127.0.0.1, 192.0.2.7, 10.0.0.2")
    assert request.META["REMOTE_ADDR"] == "192.0.2.7"


@pytest.mark.parametrize("chain", ["", "unknown", "10.0.0.3", "192.0.2.7, <script>"])
def test_useless_chain_leaves_the_proxy_as_the_reader(chain: str) -> None:
    assert received("10.0.0.1", HTTP_X_FORWARDED_FOR=chain).META["REMOTE_ADDR"] == "10.0.0.1"
