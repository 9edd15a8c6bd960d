"""The page form of the admin."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from cms.core.problems.registry import Problem, publishing_problems


class BasePageForm(WagtailAdminPageForm):
    """Saving a draft always works; publishing and scheduling do not while there are publishing problems."""

    def is_valid(self) -> bool:
        """Validate; a moderator who asks for changes need not have made them, so that saves a draft."""
        if "action-workflow-action" in self.data and self.data.get("workflow-action-name") == "reject":
            self.defer_required_fields()
        return super().is_valid()

    def save(self, commit: bool = True) -> Any:
        """Save. A new page is a draft until its first revision is published: Wagtail's view saves it live before."""
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)

    def _post_clean(self) -> None:
        """Ask for publishing problems once the instance carries the submitted values."""
        super()._post_clean()
        if self.is_deferred_validation or not self._carry_children():
            return
        for problem in publishing_problems(self.instance):
            if problem.field not in self.errors:
                self._add_problem(problem)

    def _carry_children(self) -> bool:
        """Give the instance the submitted child objects; return whether all of them are valid."""
        formsets = [formset for name, formset in self.formsets.items() if name != "comments"]
        if not all(formset.is_valid() for formset in formsets):
            return False
        for formset in formsets:
            formset.save(commit=False)
        return True

    def _add_problem(self, problem: Problem) -> None:
        if problem.field in self.formsets:
            self.formsets[problem.field].non_form_errors().append(problem.message)
        else:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)
