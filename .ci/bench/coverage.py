"""The coverage matrix on 5,000 pages in 10 languages, beside 50 pages: queries must be the same."""

import sys
from itertools import islice
from pathlib import Path
from uuid import uuid4

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.site import empty_site  # noqa: E402
from bench.timing import best, queries  # noqa: E402

LANGUAGES = ("de", "en", "fr", "ar", "es", "it", "pl", "tr", "ru", "uk")
FEW, MANY = 50, 5000


def main() -> int:
    """Print a line for each size; return 1 where the number of queries differs."""
    with empty_site():
        prepare()
        fill(FEW)
        few = measure(FEW)
        fill(MANY - FEW)
        many = measure(MANY)
    (first_queries, first), (second_queries, second) = few, many
    print(f"coverage matrix: {second / first:.1f} times as long for {MANY // FEW} times the pages")
    if first_queries != second_queries:
        print(f"The number of queries differs: {first_queries} and {second_queries}.")
        return 1
    return 0


def prepare() -> None:
    """Make the ten languages and somebody who may see everything."""
    from wagtail.models import Locale

    from cms.accounts.models import User

    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    User.objects.create_superuser("bench", "bench@example.org", "bench")


def fill(number: int) -> None:
    """Add that many source pages below the front page, half of the other languages published, some outdated."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    from cms.core.models import Edition
    from cms.translation.models import Basis
    from home.models import StandardPage

    home = Page.objects.get(depth=2)
    kind = ContentType.objects.get_for_model(StandardPage)
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    made = []
    for step in range(number):
        key = uuid4()
        for place, code in enumerate(LANGUAGES if step % 2 else LANGUAGES[:1]):
            made.append(_page(home, kind, locales[code], key, home.numchild + len(made) + 1, place))
    batches = iter(made)
    while batch := list(islice(batches, 2000)):
        Page.objects.bulk_create(batch)
    home.numchild += len(made)
    home.save(update_fields=["numchild"])
    source = locales[LANGUAGES[0]].pk
    kinds = {True: Edition.Kind.SOURCE, False: Edition.Kind.TRANSLATION}
    editions = [Edition(page=page, kind=kinds[page.locale_id == source]) for page in made]
    Edition.objects.bulk_create(editions, batch_size=2000)
    bases = [Basis(edition=edition, words_changed=number % 3) for number, edition in enumerate(editions)]
    Basis.objects.bulk_create(bases, batch_size=2000)


def _page(home, kind, locale, key, number, place):
    from wagtail.models import Page

    return Page(
        title=f"Page {number}",
        slug=f"page-{number}",
        path=Page._get_path(home.path, home.depth + 1, number),
        depth=home.depth + 1,
        numchild=0,
        url_path=f"{home.url_path}page-{number}/",
        content_type=kind,
        locale=locale,
        translation_key=key,
        live=True,
    )


def measure(size: int) -> tuple[int, float]:
    """Return queries and best seconds of the first page of the matrix, and print them."""
    from django.test import Client

    from cms.accounts.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="bench"))

    def ask() -> None:
        answer = client.get("/admin/translation/coverage/")
        assert answer.status_code == 200, answer.status_code  # noqa: S101 - a benchmark of an error says nothing

    asked, seconds = queries(ask), best(ask)
    print(f"coverage matrix, {size:>5} pages, {len(LANGUAGES)} languages: {asked} queries, {seconds * 1000:.0f} ms")
    return asked, seconds


if __name__ == "__main__":
    sys.exit(main())
