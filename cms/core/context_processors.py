"""What every template may ask for."""

from typing import Any

from django.http import HttpRequest

from cms.core.frame import Frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """Add `reader` and `frame` for answers that readers see."""
    if not hasattr(request, "reader"):
        return {}
    return {"reader": request.reader, "frame": Frame(request)}
