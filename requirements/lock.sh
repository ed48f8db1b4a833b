#!/bin/sh
# Compile the lock files with hashes and without index addresses. Needs uv on PATH.
set -eu
cd "$(dirname "$0")/.."
flags="--quiet --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate"
uv pip compile $flags --extra setup pyproject.toml -o requirements/base.txt
uv pip compile $flags --extra setup --extra test pyproject.toml -c requirements/base.txt -o requirements/test.txt
uv pip compile $flags --extra setup --extra test --extra bench pyproject.toml -c requirements/test.txt -o requirements/bench.txt
