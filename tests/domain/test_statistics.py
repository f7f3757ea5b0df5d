"""The statistics against published values, other programs, sense, and answers that bear no figure.

The checks are functions of `tests/domain/statistics/`; they are found by reading those files, and
loaded only when they run.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.lengths import FULL

HERE = Path(__file__).parent / "statistics"
pytest.register_assert_rewrite("tests.domain.statistics")
FILES = (
    "published_values",
    "nothing_to_reckon",
    "sense",
    "oracles",
    "pairs_that_live",
    *(("other_programs",) if FULL else ()),
)


def checks() -> Iterator[tuple[str, str]]:
    for file in FILES:
        for node in ast.parse((HERE / f"{file}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield file, node.name


@pytest.mark.parametrize(("file", "check"), list(checks()))
def test_statistics(file: str, check: str) -> None:
    with warnings.catch_warnings():
        if file == "other_programs":
            warnings.simplefilter("ignore")  # what they warn of is not ours to mend
        getattr(import_module(f"tests.domain.statistics.{file}"), check)()
