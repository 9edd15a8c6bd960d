"""The translation memory: what persons wrote, offered wherever the same source text stands again."""

from cms.translation.memory.filling import prefill
from cms.translation.memory.learning import learn_existing, remember, remember_all
from cms.translation.memory.suggestions import Suggestion, suggestions

__all__ = ["Suggestion", "learn_existing", "prefill", "remember", "remember_all", "suggestions"]
