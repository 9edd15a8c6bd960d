"""What a translated text must be like before it is kept."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.texts.markup import tree_of
from cms.translation.texts.placeholders import lost_in


def cleaned(source: str, target: str, max_length: int | None = None) -> str:
    """Return `target` as wagtail-localize stores it: HTML with inline tags only.

    Raises ValidationError with a sentence for each fault: tags that are not allowed or nested too deep, lost links
    and computed values, nothing at all, or more than `max_length` characters of text.
    """
    target = target.replace("\r\n", "\n").replace("\x00", "").strip()
    if not target:
        raise ValidationError(_("Write the translation, or leave the text out of the file."))
    try:
        tree_of(target)
        value = StringValue.from_translated_html(target)
    except (ValueError, BrokenMarkup) as error:
        raise ValidationError(str(error)) from error
    faults = lost_in(source, value.data)
    if "[[" in value.data and "[[" not in source:
        faults.append(_("Translate what stands in [[…]] and delete the brackets."))
    length = len(value.render_text())
    if max_length and length > max_length:
        faults.append(
            _("The text has %(length)d characters; there is room for %(most)d. Shorten it.")
            % {"length": length, "most": max_length}
        )
    if faults:
        raise ValidationError(faults)
    return value.data
