# Every task of the project. CI calls nothing else.
.DEFAULT_GOAL := help
PORT ?= 8000
export PORT PYTHONUNBUFFERED = 1
venv := .venv/bin/python
manage := $(venv) manage.py
templates = $(shell find templates -name '*.html')
deploy := SITE_URL=https://relations.example.org TRUSTED_PROXIES=127.0.0.1 EMAIL_URL=none

.PHONY: help run dev test check bench format messages services services-stop install install-dev

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

run: install ## Serve the site, from a bare checkout on; PORT=8000 chooses the port
	@exec $(manage) serve --parent $$PPID

dev: install-dev ## Serve the site for a developer: errors explained, code reloaded
	@export DJANGO_SETTINGS_MODULE=cms.settings.dev; $(manage) prepare && exec $(manage) runserver $(PORT)

test: install-dev ## Run all tests, those in a browser included
	@chromium="$$($(venv) .ci/chromium.py)" || exit 1; export CHROMIUM="$$chromium"; \
	$(venv) -m pytest -n 2 --dist worksteal -m "not browser" && $(venv) -m pytest -n 2 --dist loadfile -m browser

check: install-dev ## Lint, format, migrations, translations, deployment settings
	$(venv) -m ruff check .
	$(venv) -m ruff format --check .
	@.venv/bin/djade --target-version 5.2 --check $(templates)
	@$(venv) -m djhtml --tabwidth 2 --check $(templates)
	$(manage) makemigrations --check --dry-run
	$(venv) .ci/messages.py check
	$(deploy) $(manage) check --deploy --fail-level WARNING

bench: install-dev ## Measure what has to be fast, as a ratio to something beside it
	$(venv) .ci/bench/coverage.py
	$(venv) .ci/bench/api.py

format: install-dev ## Format code and templates
	$(venv) -m ruff check --fix-only .
	$(venv) -m ruff format .
	@.venv/bin/djade --target-version 5.2 $(templates) || true # it fails when it changed something
	@$(venv) -m djhtml --tabwidth 2 $(templates) || true

messages: install-dev ## Bring the translation catalogues up to date with the code
	$(venv) .ci/messages.py update

services: install ## Start a throw-away PostgreSQL and Redis and print their addresses
	@$(venv) .ci/services.py start

services-stop: ## End them and delete their data
	@python=$$(.ci/python) && $$python .ci/services.py stop

install:
	@python=$$(.ci/python) && $$python .ci/venv.py requirements.txt

install-dev:
	@python=$$(.ci/python) && $$python .ci/venv.py .ci/requirements.txt
