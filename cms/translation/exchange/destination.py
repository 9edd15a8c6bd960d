"""Which translation a file belongs to, and whether this person may write there."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation

from cms.core.models import LocaleProfile
from cms.translation.exchange.codes import is_of, locale_of
from cms.translation.exchange.commission import Commission, with_texts
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.incoming import IncomingFile
from cms.translation.exchange.submission import current_source
from cms.translation.models import TranslationWork
from cms.translation.roles import rights


def destination_of(file: IncomingFile, works: Iterable[TranslationWork] | None, user: Any) -> Commission:
    """Return the page and language that a file is of, the row of its translation locked.

    Raises Unreadable with a sentence where there is none, where `works` is given and does not hold it, where it is
    locked for `user`, or where `user` is given and may not write there.
    """
    locale = _locale(file)
    translation = _translation(file, locale)
    page = _source_page(translation)
    if user is not None:
        _refuse_stranger(user, page, locale)
    if works is not None and (page.translation_key, locale.pk) not in {
        (work.translation_key, work.locale_id) for work in works
    }:
        raise Unreadable(_("This page is not among those handed out."), file.line)
    _refuse_locked(user, page, locale)
    translation.source, translation.target_locale = current_source(page, translation.source), locale
    work = TranslationWork.objects.filter(translation_key=page.translation_key, locale=locale).first()
    return with_texts([Commission(translation, page, work)])[0]


def _locale(file: IncomingFile) -> Locale:
    if not file.target_code:
        raise Unreadable(_("The file does not say which language it is in. Add the target language."), file.line)
    locale = locale_of(file.target_code, Locale.objects.select_related("profile"))
    if locale is None:
        sentence = _("The file is in “%(code)s”. This site has no such language.")
        raise Unreadable(sentence % {"code": file.target_code}, file.line)
    if locale.profile.mode == LocaleProfile.Mode.WRITTEN:
        sentence = _("The file is in “%(code)s”. Pages in this language are written here, not translated.")
        raise Unreadable(sentence % {"code": file.target_code}, file.line)
    return locale


def _translation(file: IncomingFile, locale: Locale) -> Translation:
    if not file.key and not file.translation:
        sentence = _("The file does not say which page it is of. Leave its head as it was exported.")
        raise Unreadable(sentence, file.line)
    which = Q(uuid=file.translation) if file.translation else Q(source__object_id=file.key, target_locale=locale)
    records = Translation.objects.filter(which).select_related("source__locale", "target_locale")
    translations = list(records.select_for_update(of=("self",)))
    if not translations:
        raise Unreadable(_("The page of this file is not here. It was deleted, or is of another site."), file.line)
    translation = next((one for one in translations if is_of(file.source_code, one.source.locale)), translations[0])
    _refuse_wrong_pair(file, translation)
    if not translation.enabled:
        raise Unreadable(_("This page is no longer translated text by text. Edit the page itself."), file.line)
    return translation


def _refuse_wrong_pair(file: IncomingFile, translation: Translation) -> None:
    source, target = translation.source.locale, translation.target_locale
    if is_of(file.target_code, target) and (not file.source_code or is_of(file.source_code, source)):
        return
    sentence = _(
        "The file goes from “%(from)s” to “%(to)s”, the page from “%(source)s” to “%(target)s”. "
        "Correct the languages in the file, or export the page for the right ones."
    )
    values = {
        "from": file.source_code,
        "to": file.target_code,
        "source": source.language_code,
        "target": target.language_code,
    }
    raise Unreadable(sentence % values, file.line)


def _source_page(translation: Translation) -> Page:
    source = translation.source
    page = Page.objects.filter(translation_key=source.object_id, locale_id=source.locale_id).first()
    if page is None:
        raise Unreadable(_("The page of this file was deleted."))
    return page


def _refuse_stranger(user: Any, page: Page, locale: Locale) -> None:
    place = rights.place_of(page, locale)
    if not PagePermissionPolicy().user_has_permission_for_instance(user, "change", place):
        sentence = _("You may not translate “%(page)s” into this language.")
        raise Unreadable(sentence % {"page": page.title})


def _refuse_locked(user: Any, page: Page, locale: Locale) -> None:
    target = Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
    if target is None or not rights.is_locked_for(user, target):
        return
    if user is None:
        sentence = _("“%(page)s” is locked in this language now. Hand it in again once the office has unlocked it.")
    else:
        sentence = _("“%(page)s” is locked in this language. Unlock it first.")
    raise Unreadable(sentence % {"page": page.title})


def target_id(commission: Commission) -> int | None:
    """Return the primary key of the page in the language of the file, None while there is none."""
    locale = commission.translation.target_locale
    rows = Page.objects.filter(translation_key=commission.page.translation_key, locale=locale)
    return rows.values_list("pk", flat=True).first()
