"""wagtail-localize's connectors, so that each says what the service refused."""

from typing import Any

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue


class LibreTranslate(LibreTranslator):
    """LibreTranslate, on a server of one's own or elsewhere."""


class DeepL(DeepLTranslator):
    """DeepL."""

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: list[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Return the translations. The original takes an answer that refuses for one without translations."""
        response = requests.post(
            self.get_api_endpoint(),
            self.get_parameters(source_locale, target_locale, strings),
            timeout=self.options["TIMEOUT"],
            headers=self.get_headers(),
        )
        response.raise_for_status()
        answers: list[Any] = response.json()["translations"]
        return {string: StringValue(translation["text"]) for string, translation in zip(strings, answers, strict=True)}
