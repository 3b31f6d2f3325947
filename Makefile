# The commands of this project; README.md explains each.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501

.PHONY: run test check data measure bench proof clean

run: $(VENV)/.installed
	$(BIN)/python -m hengyang prepare
	$(BIN)/streamlit run app.py --server.port $(PORT)

# Compiled tests and modules are kept, whatever the environment says: else every process compiles them anew.
test proof: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m "not proof" --ignore=tests/proof -n 3 --dist loadscope $(ARGS)

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

data: $(VENV)/.installed
	$(BIN)/python -m hengyang.plan

measure: $(VENV)/.installed-dev
	$(BIN)/python -m tests.measure $(ARGS)
	$(BIN)/python -m tests.measure.checking

bench: $(VENV)/.installed-dev benchmarks/.venv/.installed
	$(BIN)/python -m benchmarks $(ARGS)

proof: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m proof -s $(ARGS)

clean:
	rm -rf $(VENV) benchmarks/.venv data/store

$(VENV)/.installed: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

benchmarks/.venv/.installed: benchmarks/requirements.txt
	test -x benchmarks/.venv/bin/python || $(PYTHON) -m venv benchmarks/.venv
	benchmarks/.venv/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	touch $@
