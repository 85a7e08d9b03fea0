# What people do here. `just` alone lists it. The environment is .venv; `just setup` makes it.

bin := ".venv/bin"

_list:
    @{{just_executable()}} --list --unsorted

# make .venv with all that is needed for development
setup:
    python3 -m venv .venv
    {{bin}}/pip install -q -e '.[dev]'

# run the tests, or those that are named
test *ARGS:
    {{bin}}/pytest {{ARGS}}

# ruff, mypy, import-linter
lint:
    {{bin}}/ruff check
    {{bin}}/mypy
    {{bin}}/lint-imports

# run every example of every rule
rules:
    {{bin}}/claimcheck test

# check one of the fixture stories
story NAME="drones":
    -{{bin}}/claimcheck check fixtures/{{NAME}}

# the wheel and the sdist, in dist/
package:
    {{bin}}/python -m build

# all that CI does, in a fresh copy and a fresh environment
ci:
    .ci/run

# write the pages of docs/ that are made from the program's own tables
docs:
    {{bin}}/python scripts/build_docs.py
