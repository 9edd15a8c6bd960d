"""The unions of all page types, collected from beside the models."""

from functools import reduce
from operator import or_
from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from wagtail.models import get_page_models

from cms.core.cachetags import list_tag
from cms.core.content.pages import WithheldContent
from cms.core.models import BasePage

PAGE_TYPES = {model._meta.label: model for model in get_page_models() if issubclass(model, BasePage)}
"""Page types by the name they have in the API."""

ALL_LISTS = [list_tag(model) for model in PAGE_TYPES.values()]
"""The cache tags of what any page may change by being published, moved or taken off the air."""

AnyPage = TypeAliasType(
    "AnyPage",
    Annotated[
        reduce(or_, [*(model.api_content for model in PAGE_TYPES.values()), WithheldContent]),
        Field(discriminator="type", description="A page of any type, whole."),
    ],
)
