# Everything here needs python3 (3.11 or newer), python3-venv and make, and sets itself up.
VENV   := .venv
BIN    := $(VENV)/bin
STATIC := src/waakvlam/foundation/ui/static/dist/.built

.PHONY: help setup demo run test bench lint format lock clean

help:  ## deze lijst
	@grep -hE '^[a-z]+:.*##' Makefile | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(VENV)/.base: requirements/base.txt pyproject.toml
	test -x $(BIN)/python || python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.base
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

$(STATIC): frontend/package-lock.json frontend/package.json $(wildcard frontend/src/* frontend/*.mjs) $(VENV)/.base
	$(BIN)/python frontend/build.py
	touch $@

setup: $(VENV)/.base $(STATIC)  ## zet alles klaar (ook .venv/bin/waakvlam)

demo: setup  ## twee verzonnen gemeenten, een jaar leveringen, de laatste maand; daarna de pagina's
	$(BIN)/waakvlam demo

run: setup  ## webserver en werker op de ingebedde database (of op DATABASE_URL)
	$(BIN)/waakvlam serveer

# The tests run also when lint finds something, so that one stray line break hides nothing; both count.
test: setup $(VENV)/.test  ## alle controles en tests
	@lint=0; $(MAKE) --no-print-directory lint || lint=$$?; $(BIN)/python -m pytest || exit $$?; exit $$lint

bench: setup $(VENV)/.bench  ## metingen, naast elkaar in één run
	$(BIN)/python -m bench

lint: $(VENV)/.test
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.test  ## maak de code op
	$(BIN)/ruff check --fix src tests bench
	$(BIN)/ruff format src tests bench

lock:  ## maak de slotbestanden opnieuw (vraagt uv)
	sh requirements/lock.sh

clean:
	rm -rf $(VENV) frontend/node_modules src/waakvlam/foundation/ui/static/dist
