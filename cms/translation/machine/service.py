"""Asking the translation service, and saying in a sentence what went wrong."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from time import monotonic
from typing import Any

import requests
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

MOST_TEXTS, MOST_CHARACTERS = 25, 6000
"""Of one request. DeepL takes 50 texts; a small LibreTranslate is slow."""
PATIENCE = 50
"""Seconds for all texts of a page; a person waits for the answer."""
QUOTA_EXCEEDED = 456
"""DeepL's own status."""


class MachineUnavailable(Exception):
    """Raised where the service gave no translations. Says why and what to do, in one sentence."""


class Service:
    """The service that the operator connected, for one language pair."""

    def __init__(self, translator: Any, source: Locale, target: Locale) -> None:
        self._translator, self._source, self._target = translator, source, target

    @classmethod
    def between(cls, source: Locale, target: Locale) -> "Service | None":
        """Return the service for a language pair, or None where none is connected or it does not know the pair."""
        translator = get_machine_translator()
        if translator is None or not translator.can_translate(source, target):
            return None
        return cls(translator, source, target)

    @property
    def name(self) -> str:
        """Return what people call it."""
        return str(self._translator.display_name)

    def translations(self, texts: Sequence[str]) -> dict[str, str]:
        """Return the translations by text: HTML with inline tags, as the service gave it.

        Those for which there was no time are left out. Raises MachineUnavailable.
        """
        found: dict[str, str] = {}
        end = monotonic() + PATIENCE
        for portion in _portions(list(dict.fromkeys(texts))):
            if found and monotonic() > end:
                break
            found.update(self._asked(portion))
        return found

    def _asked(self, texts: list[str]) -> dict[str, str]:
        strings = [StringValue(text) for text in texts]
        try:
            answers = self._translator.translate(self._source, self._target, strings)
            return {string.data: str(answers[string].data) for string in strings}
        except requests.HTTPError as error:
            raise MachineUnavailable(self._refusal(error.response)) from error
        except requests.Timeout as error:
            sentence = _("%(service)s did not answer in time. Try again later. Nothing was changed.")
            raise MachineUnavailable(sentence % {"service": self.name}) from error
        except requests.ConnectionError as error:
            sentence = _("%(service)s cannot be reached. Try again later, or tell whoever runs this site.")
            raise MachineUnavailable(sentence % {"service": self.name}) from error
        except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            sentence = _("%(service)s answered with something that is no translation. Tell whoever runs this site.")
            raise MachineUnavailable(sentence % {"service": self.name}) from error

    def _refusal(self, response: requests.Response) -> str:
        status = response.status_code
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            sentence = _("%(service)s refuses the key of this site. Tell whoever runs the site.")
        elif status in (HTTPStatus.TOO_MANY_REQUESTS, QUOTA_EXCEEDED):
            sentence = _("%(service)s takes no more texts for now: its limit is reached. Try again later.")
        elif status == HTTPStatus.BAD_REQUEST:
            sentence = _("%(service)s does not translate between these languages, or refuses the texts.")
        else:
            sentence = _("%(service)s has trouble of its own (%(status)d). Try again later.")
        return sentence % {"service": self.name, "status": status}


def _portions(texts: list[str]) -> Iterator[list[str]]:
    """Yield the texts in portions for one request; a text longer than a portion goes alone."""
    portion: list[str] = []
    for text in texts:
        length = sum(map(len, portion)) + len(text)
        if portion and (len(portion) == MOST_TEXTS or length > MOST_CHARACTERS):
            yield portion
            portion = []
        portion.append(text)
    if portion:
        yield portion
