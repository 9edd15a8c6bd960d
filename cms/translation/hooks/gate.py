"""The publishing gate of wagtail-localize's editor."""

from wagtail import hooks

from cms.translation.drafts.gate import refuse_translation

hooks.register("before_edit_page", refuse_translation, order=-10)
