"""The page form of the admin."""

from wagtail.admin.forms import WagtailAdminPageForm

from cms.core.problems.registry import publishing_problems


class BasePageForm(WagtailAdminPageForm):
    """Saving a draft always works; publishing and scheduling do not while there are publishing problems."""

    def _post_clean(self) -> None:
        """Ask for publishing problems once the instance carries the submitted values."""
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        for problem in publishing_problems(self.instance):
            field = problem.field if problem.field in self.fields else None
            self.add_error(field, problem.message)
