# Two commands: `make demo` answers the bundled case, `make test` runs every check.
PYTHON ?= python3
VENV ?= .venv
# What is installed for the tests; CI adds spark, whose tests are skipped without it.
EXTRAS ?= dev
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
DEV_STAMP := $(VENV)/.ready-dev

.PHONY: demo test gate lint format docs picture bench lock clean

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Ahlaf needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(VENV)/bin/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(DEV_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[$(EXTRAS)]'
	@touch $@

demo: $(STAMP)  ## answer the bundled case and write demo/answer.html (LANGUAGE=ar for Arabic)
	$(BIN)/ahlaf demo demo --lang $(or $(LANGUAGE),en)

test: $(DEV_STAMP) lint  ## every check: style, types, layers, tests, scores against their floors
	$(BIN)/python -m pytest

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml

format: $(DEV_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: $(DEV_STAMP)  ## the scores of reading on labelled data, a table, and failure below the floors
	$(BIN)/python tests/gate/gate.py

docs: $(DEV_STAMP)  ## what the docs repeat from the code
	$(BIN)/python tools/reference.py

picture: $(STAMP)  ## the picture of the answer that the README shows
	$(BIN)/python tools/picture.py

bench: $(DEV_STAMP)  ## speed and memory as ratios against a peer in the same run
	$(BIN)/python bench/answer_time.py twelve mild
	$(BIN)/python bench/broker_time.py
	$(BIN)/python bench/camps.py --time-limit 20
	$(BIN)/python bench/commitments.py --rules 100 1000 --seconds 4
	$(BIN)/python bench/dates.py
	$(BIN)/python bench/history/axelrod_bennett.py
	$(BIN)/python bench/history/bargains.py
	$(BIN)/python bench/near_best.py
	$(BIN)/python bench/proposals.py
	$(BIN)/python bench/reading.py --whole

lock: $(DEV_STAMP)  ## renew requirements.lock
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --extra dev --extra spark --no-header --no-annotate -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
