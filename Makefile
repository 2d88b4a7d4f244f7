# Two commands are enough: `make run` and `make test`. The rest is for people who change the bot.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# What Python has read once it need not read again, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test test-ocr check soak safety ocr fonts pictures words diagram preview browser postgresql bench lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

# What a child looks at a file with is never compiled otherwise: it may write nothing, and would read it anew each time.
compiled = $(BIN)/python -m compileall -q bot dialogs

run: $(VENV)/.run ## set up and start the bot (without TELEGRAM_TOKEN: the rehearsal in your browser)
	@$(compiled)
	@$(BIN)/python -m bot run

setup: $(VENV)/.run ## set up what the bot needs, and start nothing
	@$(compiled)

test: $(VENV)/.dev ## set up and run all tests, as many at once as there are cores
	@$(compiled)
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-ocr: $(VENV)/.dev $(VENV)/.ocr ## read real print from pictures
	@$(BIN)/python -m pytest -m ocr tests/ocr

check: $(VENV)/.dev ## style, types, the direction of imports, and the words of every language
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check

soak: $(VENV)/.dev ## the long versions of the heavy tests (kills, mutants); what they saw is written into docs/soak.md
	@$(compiled)
	$(BIN)/python -m pytest -m soak -n auto --dist worksteal --page=docs/soak.md

safety: $(VENV)/.dev ## learn what must not wait from the examples of content/, and print what that is worth
	@$(BIN)/python -m training $(ARGS)

bench: benchmarks/.venv/.ready ## measure a turn beside its peers (two cores; PostgreSQL and redis-server installed)
	@benchmarks/.venv/bin/python -m benchmarks.run $(ARGS)

pictures: $(VENV)/.dev ## walk through the rehearsal and save the pictures of the README
	PICTURES=docs/pictures $(BIN)/python -m pytest tests/browser tests/packet/test_letter_pictures.py \
	  tests/packet/test_packet_for_two_destinations.py

words: $(VENV)/.run ## list what is not translated, or out of date, in each language (ARGS="--mark es" notes what is up to date)
	@$(BIN)/python -m bot words $(ARGS)

diagram: $(VENV)/.run ## draw the journey and the table of destinations again, from the content, into docs/
	$(BIN)/python -m bot diagram > docs/journey.md
	$(BIN)/python -m bot destinations > docs/destinations.md

preview: $(VENV)/.run ## all that the bot says, on one page (ARGS="--since v1" marks what changed)
	@$(BIN)/python -m bot preview $(ARGS)

ocr: $(VENV)/.ocr ## install what reads photos and scans (then set OCR=true)

fonts: $(VENV)/.fonts ## install typefaces for names in Chinese, Japanese and Korean

browser: ## install Chromium for the browser tests (Debian, Ubuntu; needs root)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium

postgresql: ## install PostgreSQL for its tests (Debian, Ubuntu; needs root)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql

lock: ## resolve the dependencies again (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --no-annotate pyproject.toml -c requirements-dev.lock -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --no-annotate pyproject.toml --extra ocr -c requirements-dev.lock -o requirements-ocr.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --no-annotate pyproject.toml --extra fonts -c requirements-dev.lock -o requirements-fonts.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --no-annotate pyproject.toml benchmarks/requirements.in -o benchmarks/requirements.lock

clean: ## remove the virtual environment (never your data)
	rm -rf $(VENV)

# The last step of making it is this file: what was made half-way (Debian's Python without python3-venv, a full disk, a
# kill) has none, and is made anew. Not made aside and renamed: what pip installs names the folder it was made in.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 run") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { rm -rf $(VENV); \
	  echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv; then run this again." >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.run: requirements.lock | $(VENV)/.made
	@echo "Setting up (once, about a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/.made
	@echo "Setting up for the tests (once, about a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.run

$(VENV)/.ocr: requirements-ocr.lock $(VENV)/.run
	@echo "Setting up what reads photos and scans (once, about a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ocr.lock
	@touch $@

$(VENV)/.fonts: requirements-fonts.lock $(VENV)/.run
	@echo "Setting up typefaces for Chinese, Japanese and Korean (once, 20 MB) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fonts.lock
	@touch $@

benchmarks/.venv/.ready: benchmarks/requirements.lock
	@echo "Setting up for the benchmarks (once, about a minute) …"
	@$(PYTHON) -m venv benchmarks/.venv
	@benchmarks/.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
