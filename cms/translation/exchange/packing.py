"""From the texts of a page to what is written into its file."""

import json
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import string_to_ascii
from wagtail_localize.models import Translation

from cms.translation.exchange.codes import code_of
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.inline import pieces_of, text_of
from cms.translation.exchange.outgoing import About, Note, OutgoingFile, OutgoingUnit, State
from cms.translation.texts.places import place_of
from cms.translation.texts.units import Origin, Unit


def packed(commission: Commission, number: int) -> OutgoingFile:
    """Return the file of a page. `number` is its place among those that are exported together."""
    translation, page = commission.translation, commission.page
    target = translation.target_locale
    slug = slugify(string_to_ascii(page.slug))[:60] or "page"
    return OutgoingFile(
        key=translation.source.object_id,
        name=f"{number:04d}-{slug}.{target.language_code}",
        title=page.title,
        source_code=code_of(translation.source.locale),
        target_code=code_of(target),
        as_of=commission.as_of,
        notes=tuple(_page_notes(commission)),
        units=tuple(_unit(unit, commission) for unit in commission.units),
    )


def _unit(unit: Unit, commission: Commission) -> OutgoingUnit:
    is_outdated = unit.is_outdated
    return OutgoingUnit(
        id=unit.id,
        path=unit.path,
        source=unit.source,
        target=unit.target if unit.is_translated else "",
        state=state_of(unit, is_approved=commission.is_approved),
        is_machine=unit.is_translated and unit.origin == Origin.MACHINE,
        max_length=unit.max_length,
        notes=tuple(_notes(unit, commission.translation)),
        previous_source=unit.previous_source if is_outdated else "",
        previous_target=unit.previous_target if is_outdated else "",
    )


def state_of(unit: Unit, *, is_approved: bool) -> State:
    """Return how far a text is. What no person wrote or confirmed is a draft."""
    if not unit.is_translated:
        return State.UNTRANSLATED
    if unit.needs_rewrite or unit.origin != Origin.PERSON:
        return State.DRAFT
    return State.FINAL if is_approved else State.TRANSLATED


def _page_notes(commission: Commission) -> list[Note]:
    page, work = commission.page, commission.work
    notes = [Note(About.PAGE, _("Page: %(title)s") % {"title": page.title})]
    address = page.get_full_url() if page.live else None
    if address:
        notes.append(Note(About.PAGE, _("See it at %(address)s") % {"address": address}))
    if work and work.note:
        notes.append(Note(About.PAGE, work.note))
    return notes


def _notes(unit: Unit, translation: Translation) -> list[Note]:
    model = translation.source.specific_content_type.model_class()
    notes = [Note(About.PLACE, place_of(model, unit.segment.context.field_path))]
    if unit.max_length:
        notes.append(Note(About.LIMIT, _("At most %(most)d characters.") % {"most": unit.max_length}))
    notes += [Note(About.LINK, sentence) for sentence in _links(unit)]
    if unit.is_outdated:
        former = {"source": _plain(unit.previous_source), "target": _plain(unit.previous_target)}
        sentence = _("The source text was changed. Before, it was “%(source)s”, translated as “%(target)s”.")
        notes.append(Note(About.CHANGE, sentence % former))
    if unit.is_translated and unit.needs_rewrite:
        notes.append(Note(About.CHANGE, _("The picture was replaced. Describe the new one.")))
    elif unit.is_translated and unit.origin == Origin.MACHINE:
        notes.append(Note(About.STATE, _("Made by a machine. Correct it or confirm it.")))
    return notes


def _links(unit: Unit) -> list[str]:
    attributes: dict[str, dict[str, Any]] = json.loads(unit.segment.attrs or "{}") or {}
    addresses = ((link, values.get("href")) for link, values in attributes.items())
    return [
        _("The link %(link)s leads to %(address)s") % {"link": link, "address": address}
        for link, address in addresses
        if address
    ]


def _plain(html: str) -> str:
    return text_of(pieces_of(html))
