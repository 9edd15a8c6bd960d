"""Page forms with choices that models cannot know."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cityrelations import agenda
from cms.core.formats.collation import collation_key
from cms.core.formats.countries import country_codes, country_name
from cms.core.forms import BasePageForm
from cms.core.models import SiteSettings

NOTHING = ("", "—")


class PartnerCityPageForm(BasePageForm):
    """Offers countries by name and time zones by their IANA names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "country", countries(get_language() or "en"))
        choose(self, "time_zone", time_zones())


class EventPageForm(BasePageForm):
    """Offers the kinds of events of the current index and time zones, that of the home city first chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = list(agenda.kinds_to_choose().items())
        choose(self, "kind", kinds, _("You can change this list on the index page of current events."))
        choose(self, "time_zone", time_zones(), _("Of the place where it happens. The times above are local to it."))
        if not self.instance.time_zone:
            self.initial["time_zone"] = SiteSettings.load().time_zone


def choose(form: forms.ModelForm, name: str, choices: list[tuple[str, str]], help_text: str = "") -> None:
    """Let the editor choose the value of a text field; a stored value that is no choice any more stays choosable.

    What the model says about the notation of the value helps nobody who chooses, so `help_text` replaces it.
    """
    if name not in form.fields:
        return
    stored = form.initial.get(name) or ""
    known = {value for value, _label in choices}
    kept = [(stored, stored)] if stored and stored not in known else []
    form.fields[name].widget = forms.Select(choices=[NOTHING, *kept, *choices])
    form.fields[name].help_text = help_text


def countries(language: str) -> list[tuple[str, str]]:
    """Return (ISO 3166-1 alpha-2 code, name) of all countries, sorted by their names in `language`."""
    named = [(code, country_name(code, language)) for code in country_codes()]
    return sorted(named, key=lambda pair: collation_key(pair[1], language))


def time_zones() -> list[tuple[str, str]]:
    """Return the IANA time zones of places, sorted by name."""
    return [(name, name.replace("_", " ")) for name in sorted(available_timezones()) if "/" in name or name == "UTC"]
