# Everything a person or a machine does with this checkout. Bare `make` explains the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
UV ?= uv
# Extra words for pytest, e.g. `make test PYTEST=-x` or `make unit PYTEST='-k reminder'`.
PYTEST ?=
# Processes that share the tests; they wait more than they work, so there are more than processors.
WORKERS ?= 4
# Seconds for one test: ten times what the slowest takes, so that a hang is told and a slow machine is not.
PATIENCE ?= 400

VENV := .venv
BIN := $(VENV)/bin
# --no-deps: the lock is complete. --no-compile: what is never imported need not be compiled.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile --no-deps
COMPILE := $(UV) pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-emit-index-url --no-annotate --quiet

# The tests start hundreds of processes: each would compile the same files anew (half of the time to find the tests).
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install demo test unit lint types found format bench soak screenshots lock clean

help: ## explain these targets
	@sed -nE 's/^([a-z]+):.*## (.*)$$/\1\t\2/p' $(MAKEFILE_LIST) | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

install: $(VENV)/.runtime ## only set up the environment the bot needs

demo: $(VENV)/.runtime ## run the bot without Telegram: a chat page in the browser, invented people
	@$(BIN)/python -m bot demo

test: $(VENV)/.dev ## everything the project promises: style, types, imports, all tests (what CI runs)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint types found
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --timeout $(PATIENCE) $(PYTEST)

unit: $(VENV)/.dev ## only the quick tests: no browser, no processes
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST) --ignore=tests/browser --ignore=tests/end_to_end --ignore=tests/soak

lint: $(VENV)/.dev ## style and the directions of imports
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy $(wildcard bot scheduler sandbox tests benchmarks)

# Beside mypy, which takes one processor: the test files are compiled once, not by each process that runs them.
# What does not load is told by the run itself.
found: $(VENV)/.dev
	@$(BIN)/python -m pytest --collect-only -qq >/dev/null || true

format: $(VENV)/.dev ## let ruff sort imports and mend what it can
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev ## measure: answers, letters, start-up, matching, waves, results, digest, region
	$(BIN)/python -m benchmarks

soak: $(VENV)/.dev ## the long tests: kills, outages, whole years
	TANDEM_SOAK=full $(BIN)/python -m pytest tests/soak tests/domain/test_moments.py \
		tests/scheduler/test_clock_set.py tests/load/test_strings.py \
		tests/domain/test_no_way_round.py tests/domain/test_consent_orders.py tests/domain/test_ways.py \
		tests/domain/test_statistics.py tests/domain/test_tabulation.py tests/domain/test_small_tables.py tests/domain/test_same_people.py \
		tests/reports/test_answer_files.py tests/reports/test_xlsform.py tests/usecases/test_house_counting.py \
		tests/usecases/test_interleavings.py tests/usecases/test_wave_interleavings.py tests/usecases/test_random_life.py $(PYTEST)

screenshots: $(VENV)/.dev ## draw the pictures for the documentation from the running demo
	$(BIN)/python -m sandbox.screenshots

lock: ## write both lock files anew from the .in files (needs uv; UPGRADE=--upgrade takes newer versions)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: pipx install uv, or make lock UV=path/to/uv" >&2; exit 1; }
	$(COMPILE) $(UPGRADE) requirements.in -o requirements.lock
	$(COMPILE) $(UPGRADE) requirements.in requirements-dev.in -c requirements.lock -o requirements-dev.lock
	@! grep -nE '[a-z+]+://|--(extra-)?index-url|--find-links' requirements.lock requirements-dev.lock \
		|| { echo "a lock file names a place to download from" >&2; exit 1; }

clean: ## remove the environment and all caches
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# --- the environment: built once, again only when a lock or pyproject.toml changed ---

# An environment whose Python is gone, or that was moved along with its folder, no longer works: begin anew.
# Said here and not in a rule, because make looks at the stamps before it would get to the rule.
ifneq ($(shell test -x $(BIN)/python && cat $(VENV)/.place 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV)/.place $(VENV)/.runtime $(VENV)/.dev)
endif

$(VENV)/.place:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and '$(PYTHON)' was not found: make PYTHON=path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
		|| { echo "Python 3.11 to 3.14 is needed, '$(PYTHON)' is $$($(PYTHON) -V 2>&1): make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "'$(PYTHON)' cannot make environments (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@echo "$(CURDIR)" >$@

# Unpacking takes one processor: two halves of a lock go side by side.
define install_lock
	@awk '/^[^ #]/ { n++ } { print > ("$(VENV)/half." n % 2) }' $(1)
	@echo $(VENV)/half.0 $(VENV)/half.1 | xargs -n 1 -P 2 $(INSTALL) --require-hashes -r
	@$(INSTALL) --no-build-isolation --editable .
endef

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.place
	@echo "Installing what the bot needs into $(VENV) (half a minute, once) ..."
	$(call install_lock,requirements.lock)
	@touch $@

# The second lock holds the first one whole, so the runtime stamp is earned here too.
$(VENV)/.dev: requirements.lock requirements-dev.lock pyproject.toml | $(VENV)/.place
	@echo "Installing what the bot and its checks need into $(VENV) (a minute, once) ..."
	$(call install_lock,requirements-dev.lock)
	@touch $(VENV)/.runtime $@
