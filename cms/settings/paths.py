"""Where things are. All state that is not code is under `VAR_DIR` and `MEDIA_DIR`."""

from pathlib import Path

from cms.settings.environment import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var"))).absolute()
MEDIA_DIR = Path(env("MEDIA_DIR", default=str(BASE_DIR / "media"))).absolute()
