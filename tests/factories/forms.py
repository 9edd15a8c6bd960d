"""What the admin's page forms post."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks.base import BlockField
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.images.models import CustomImage


def page_form(page: Page, action: str = "", **values: Any) -> dict[str, str]:
    """Return the form of `page` as posted with the button `action` (none: “Save draft”).

    StreamFields and child rows are those in `values` (`streamfield(…)`, `inline_formset(…)`), else empty.
    """
    form = page.get_edit_handler().get_form_class()(instance=page)
    posted = {name: values.pop(name, None) or _empty(form, name) for name in form.fields if name not in form.formsets}
    posted |= {name: values.pop(name, inline_formset([])) for name in form.formsets}
    assert not values, f"{type(page).__name__} has no form field {', '.join(values)}"
    return nested_form_data({name: value for name, value in posted.items() if value is not False}) | (
        {action: "1"} if action else {}
    )


def picture_form(image: CustomImage, alt_text: str = "A bridge", *, decorative: bool = False) -> dict[str, Any]:
    """Return the value of a picture block as posted."""
    in_place = {"image": str(image.pk), "alt_text": alt_text} | ({"decorative": "on"} if decorative else {})
    return {"picture": in_place, "caption": "", "credit": ""}


def _empty(form: Any, name: str) -> Any:
    field, value = form.fields[name], form[name].value()
    if isinstance(field, BlockField):
        return streamfield([])
    if isinstance(field.widget, DraftailRichTextArea):
        return rich_text(value or "")
    if isinstance(value, bool):
        return "on" if value else False
    return "" if value is None else str(value)
