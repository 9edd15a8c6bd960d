"""Bring the examples in the description of the content API up to date with a site that shows the demo.

Usage: api_examples.py ADDRESS, such as http://localhost:8000

Each file in `cms/api/openapi/answers/` says which parameters an operation is asked with. The answers are shortened.
"""

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

ANSWERS = Path(__file__).resolve().parent.parent / "cms" / "api" / "openapi" / "answers"
EXAMPLE_ORIGIN = "https://relations.example.org"
MOST = 2
"""How many objects of a list are kept."""


def main() -> None:
    """Ask for every operation of the document and keep its answer."""
    site = sys.argv[1].rstrip("/")
    document, _media_type = answer_of(f"{site}/api/v1/openapi.json")
    for path, item in json.loads(document)["paths"].items():
        if "{token}" not in path:  # tokens are secret: that example is kept by hand
            keep(site, path, item["get"])


def keep(site: str, path: str, operation: dict[str, Any]) -> None:
    """Write the file of one operation. A new operation is asked without parameters."""
    file = ANSWERS / f"{operation['operationId']}.json"
    asked = json.loads(file.read_text(encoding="utf-8"))["parameters"] if file.exists() else {}
    query = {name: value for name, value in asked.items() if f"{{{name}}}" not in path}
    body, media_type = answer_of(f"{site}{path.format(**asked)}?{urlencode(query)}")
    body = body.replace(site, EXAMPLE_ORIGIN)
    answer = shortened(json.loads(body)) if media_type.endswith("json") else body
    kept = {"parameters": asked, "answers": {media_type: answer}}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(file.name)


def answer_of(address: str) -> tuple[str, str]:
    """Return body and media type; end where there is no such answer."""
    try:
        with urlopen(address) as response:  # noqa: S310
            return response.read().decode(), response.headers.get_content_type()
    except OSError as error:
        sys.exit(f"No answer from {address}: {error}")


def shortened(part: Any) -> Any:
    """Return JSON with the first objects of each list. Credit lines stay whole."""
    if isinstance(part, list):
        part = part[:MOST] if part and isinstance(part[0], dict) and "kind" not in part[0] else part
        return [shortened(one) for one in part]
    if isinstance(part, dict):
        return {name: shortened(one) for name, one in part.items()}
    return part


if __name__ == "__main__":
    main()
