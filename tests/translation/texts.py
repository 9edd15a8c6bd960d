"""The French of the German page that these tests translate."""

from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import TranslationWork
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write

FRENCH = {
    "Über uns": "À propos",
    "Wer wir sind.": "Qui nous sommes.",
    "Partnerschaft": "Partenariat",
    "Die Welt ist unser Partner.": "Le monde est notre partenaire.",
    "Wir haben <b>neunzehn</b> Partnerstädte.": "Nous avons <b>dix-neuf</b> villes partenaires.",
}


def fill(translation: Translation, user: User, texts: dict[str, str] = FRENCH) -> None:
    """Translate the texts that are given by what the source says, and approve the wording."""
    for unit in units_of(translation):
        if unit.source in texts:
            write(translation, unit, texts[unit.source], user=user)
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
