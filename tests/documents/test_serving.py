"""Documents: readers get them from one address only, and not those of a private collection."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Site

from cms.documents.models import CustomDocument
from tests.factories.accounts import UserFactory
from tests.factories.core import DocumentFactory

CONTENT = b"%PDF-1.7 test"


@pytest.fixture
def document(site: Site) -> CustomDocument:
    """Return a document in a collection of its own."""
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    return DocumentFactory(collection=collection)


def restrict(document: CustomDocument, restriction: str) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(collection=document.collection, restriction_type=restriction)


def test_reader_gets_a_document_that_runs_nothing(document: CustomDocument, client: Client) -> None:
    answer = client.get(document.url)
    assert b"".join(answer) == CONTENT
    assert answer.headers["Content-Disposition"].endswith(f'filename="{document.filename}"')
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("restriction", ["login", "groups"])
def test_document_of_a_private_collection_asks_readers_to_sign_in(
    document: CustomDocument, client: Client, restriction: str
) -> None:
    restrict(document, restriction)
    answer = client.get(document.url)
    assert answer.status_code == 302
    assert "login" in answer.headers["Location"]
    assert client.get(answer.headers["Location"]).status_code == 200


def test_document_for_a_group_is_kept_from_others(document: CustomDocument, client: Client) -> None:
    group = Group.objects.create(name="Delegation")
    restrict(document, "groups").groups.add(group)
    member, other = UserFactory(), UserFactory()
    member.groups.add(group)
    client.force_login(other)
    assert client.get(document.url).status_code == 302
    client.force_login(member)
    assert b"".join(client.get(document.url)) == CONTENT


def test_file_of_a_document_has_no_other_address(document: CustomDocument, staff: Client) -> None:
    assert document.file.url.startswith("/media/private/documents/")
    for browser in (Client(), staff):
        assert browser.get(document.file.url).status_code == 404
