# The two commands: `make run` and `make test`. Everything else is for those who change the code.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url -c requirements/together.in

# A house is many processes: what one has compiled the others read, even where a container forbids it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test extras quick nightly lint accuracy corpus recovery bench kills validate differential messages lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 20

run: .venv/run.stamp  ## start Ligzda at http://127.0.0.1:8000 (PORT=8080 for another)
	@exec $(BIN)/ligzda run --port $(PORT)

test: .venv/dev.stamp lint  ## everything: style, types, floors, then the tests
	@$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder

quick: .venv/dev.stamp  ## the tests that take under a minute together
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow and not browser" -q

nightly: .venv/dev.stamp .venv-bench/stamp lint  ## every test with a night's effort, τ-Argus as a judge, then `make validate` and `make differential`
	@LIGZDA_EFFORT=nightly $(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder --cov
	@$(MAKE) --no-print-directory validate
	@$(MAKE) --no-print-directory differential

extras: .venv/extras.stamp  ## NUTS, dask.distributed, Spark, and with Node.js the outside judge of certificates

# mypy takes most of the time, on one core: the others look meanwhile.
lint: .venv/dev.stamp
	@$(BIN)/mypy & types=$$!; \
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && \
	$(BIN)/typos && $(BIN)/pyproject-fmt --check --no-print-diff pyproject.toml && \
	find src -path '*/templates/*' -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +; others=$$?; \
	wait $$types && exit $$others

messages: .venv/dev.stamp  ## gather the texts to translate, compile the Latvian catalogue
	@$(BIN)/python -m tests.catalogue

validate: .venv/dev.stamp  ## calibrate the evidence engine, rewrite docs/validation.md
	@PYTHONPATH=src:. $(BIN)/python benchmarks/validate.py

differential: .venv/extras.stamp  ## hold the engine against exact integration of 2,000 random models and NUTS of 150, rewrite docs/validation.md
	@PYTHONPATH=src:. $(BIN)/python -m benchmarks.differential
	@PYTHONPATH=src:. $(BIN)/python -m benchmarks.differential 150 --sampled

accuracy: .venv/extras.stamp  ## hold the engine against long NUTS runs, rewrite its table in docs/performance.md
	@PYTHONPATH=src:. $(BIN)/python benchmarks/bench_accuracy.py

corpus: .venv/dev.stamp  ## hold the amendment engine against real acts, rewrite its table in docs/drafting.md
	@PYTHONPATH=src:. $(BIN)/python -m tests.drafting.corpus

recovery: .venv/dev.stamp  ## does the registered plan find the demonstration's truth? rewrite its table in docs/validation.md
	@PYTHONPATH=src:. $(BIN)/python benchmarks/recovery.py

kills: .venv/dev.stamp  ## kill parts of a running house 40 times, rewrite the table in docs/running.md
	@PYTHONPATH=src:. $(BIN)/python -m tests.server.kills
	@PYTHONPATH=src:. $(BIN)/python -m tests.server.kills_reminders

bench: .venv/dev.stamp .venv-bench/stamp  ## measure speed against peers, rewrite docs/performance.md
	@cd benchmarks && PYTHONPATH=../src ../$(BIN)/python bench_fit.py ../.venv-bench/bin/python
	@cd benchmarks && PYTHONPATH=../src ../$(BIN)/python bench_scale.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_decision.py
	@PYTHONPATH=src $(BIN)/python benchmarks/report.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_newsroom.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_pages.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_bookings.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_certificate.py
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_comments.py .venv-bench/bin/python
	@PYTHONPATH=src $(BIN)/python benchmarks/bench_disclosure.py .venv-bench/bin/python

lock: .venv/bin/python  ## remake the locks
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/uv.txt
	$(COMPILE) --group uv -o requirements/uv.txt
	$(COMPILE) --extra site --group install pyproject.toml -o requirements/run.txt
	$(COMPILE) --extra site --group dev pyproject.toml -o requirements/dev.txt
	$(COMPILE) --extra site --extra nuts --extra cluster --extra spark -c requirements/dev.txt pyproject.toml -o requirements/extras.txt
	$(COMPILE) requirements/bench.in -o requirements/bench.txt

clean:  ## remove the environment; the data in .data stay
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit(f"Ligzda needs Python 3.11 or newer, this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 run")'
	@echo "Making the environment .venv …"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Ligzda runs on (hash-checked; once, under half a minute) …"
	@$(BIN)/python tools/install.py requirements/run.txt
	@$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	@echo "Installing what the tests need …"
	@$(BIN)/python tools/install.py requirements/dev.txt
	@touch $@

JUDGE := tests/training/judge
.venv/extras.stamp: requirements/extras.txt $(JUDGE)/package-lock.json .venv/dev.stamp
	@echo "Installing the extras …"
	@$(BIN)/python tools/install.py requirements/extras.txt
	@command -v npm >/dev/null && npm ci --prefix $(JUDGE) --ignore-scripts --no-audit --no-fund --silent || ! command -v npm >/dev/null
	@touch $@

# The peers of `make bench` live apart: none of them is a dependency of Ligzda.
.venv-bench/stamp: requirements/bench.txt
	@echo "Installing the benchmarks' peers (hash-checked) …"
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python tools/install.py requirements/bench.txt
	@touch $@
