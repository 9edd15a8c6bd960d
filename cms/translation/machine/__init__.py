"""Drafts by a machine: marked until a person confirms them, and never published before."""

from cms.translation.machine.drafting import Drafted, draft, is_offered
from cms.translation.machine.service import MachineUnavailable

__all__ = ["Drafted", "MachineUnavailable", "draft", "is_offered"]
