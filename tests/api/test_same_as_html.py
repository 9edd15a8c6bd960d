"""The content API and the HTML page say the same, at every address of the sitemap, in every language."""

import re

import pytest
from django.test import Client

from tests.api.asking import ask
from tests.api.page_parts import credits_of, interface_words, of_content, of_html

pytestmark = pytest.mark.usefixtures("demo_content")


@pytest.mark.parametrize("language", ["de", "en", "fr", "ar", "de-simple"])
def test_every_page_has_the_same_parts(client: Client, language: str) -> None:
    sitemap = client.get("/sitemap.xml").content.decode()
    paths = re.findall(rf"<loc>http://localhost(/{language}/[^<]*)</loc>", sitemap)
    own = interface_words(language)
    assert paths
    for path in paths:
        html = of_html(client.get(path).content, path)
        answer = ask("pages/by-path", path=path)
        content = of_content(answer)
        assert content.title == html.title, path
        assert content.alts == html.alts, path
        assert credits_of(answer["page"]) == html.credits, path
        assert content.headings - own == html.headings - own, path
        assert content.links == html.links, path
