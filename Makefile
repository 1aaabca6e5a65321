# Tryeza: everyday commands. `make run` for people who use it; the rest for people who change it.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2
PYTEST_OPTIONS ?=

.PHONY: run test lint bench screenshots catalogues programs clean

run: .venv/.installed                ## open Tryeza in the browser
	$(BIN)/streamlit run app.py

test: lint programs                  ## everything: style, types, layers, tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_OPTIONS)

lint: .venv/.installed-dev           ## style, types and layers only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/.installed-dev programs ## one JSON line per promise of speed
	@set -e; for script in benchmarks/*.py; do PYTHONPATH=. $(BIN)/python "$$script"; done

screenshots: .venv/.installed-dev programs ## the pictures of the README
	PYTHONPATH=. $(BIN)/python docs/screenshots.py

LOCALES := facilitation/i18n/locales
PO := --no-wrap --sort-output --no-location

catalogues: .venv/.installed-dev     ## bring messages.pot and both catalogues up to date with the code
	$(BIN)/pybabel -q extract $(PO) -k _ -k mark -k plural:1,2 -c Translators: --project=Tryeza \
		-o $(LOCALES)/messages.pot facilitation pages
	$(BIN)/pybabel -q update -i $(LOCALES)/messages.pot -d $(LOCALES) -N --no-wrap --ignore-obsolete \
		--ignore-pot-creation-date

programs:                            ## browser, LibreOffice, PostgreSQL, validator: what the tests drive
	@.ci/programs

.venv/bin/python:
	@PYTHON=$(PYTHON) .ci/environment .venv

.venv/.installed: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:                               ## remove what can be made again (never data/)
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
