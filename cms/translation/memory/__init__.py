"""The translation memory: what persons wrote, offered wherever the same source text stands again."""

from cms.translation.memory.learning import learn_existing, remember, remember_all, remember_published
from cms.translation.memory.suggestions import Suggestion, suggestions

__all__ = ["Suggestion", "learn_existing", "remember", "remember_all", "remember_published", "suggestions"]
