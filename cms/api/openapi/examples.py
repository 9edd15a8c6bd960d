"""Examples in the OpenAPI document: requests to the demo and its answers, kept in `answers/`.

`.ci/api_examples.py` brings them up to date; a test keeps them valid.
"""

import json
from pathlib import Path
from typing import Any

ANSWERS = Path(__file__).parent / "answers"
"""One file for each operation: `{"parameters": {name: value}, "answers": {media type: body}}`."""


def add(operation: dict[str, Any]) -> None:
    """Give an operation the example kept for it, if there is one."""
    path = ANSWERS / f"{operation['operationId']}.json"
    if not path.exists():
        return
    kept = json.loads(path.read_text(encoding="utf-8"))
    for parameter in operation["parameters"]:
        if parameter.get("name") in kept["parameters"]:
            parameter["example"] = kept["parameters"][parameter["name"]]
    for media_type, described in operation["responses"]["200"]["content"].items():
        if media_type in kept["answers"]:
            described["example"] = kept["answers"][media_type]
