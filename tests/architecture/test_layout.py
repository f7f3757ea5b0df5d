"""The house rules a machine can see: names, sizes, languages, locks and directions of imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PRODUCT: Final = ("bot", "scheduler")
PACKAGES: Final = (*PRODUCT, "sandbox")
CODE: Final = (*PACKAGES, "tests", "benchmarks")
LOCKS: Final = ("requirements.lock", "requirements-dev.lock")
# Alembic writes these and names them; they are read once and never grow.
MIGRATIONS: Final = ROOT / "bot" / "storage" / "migrations" / "versions"

NAMES_OF_NOTHING: Final = re.compile(
    r"(?:.*_)?(?:utils?|helpers?|commons?|services?|managers?|misc)(?:_.*)?", re.IGNORECASE
)
LONGEST: Final = 350
# Drives a browser to draw the pictures for the documentation: never part of a running bot.
DEVELOPMENT_ONLY: Final = ("sandbox/screenshots.py",)
LINT_IMPORTS: Final = "from importlinter.cli import lint_imports_command as run; run()"


def modules(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def told(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_file_is_named_after_a_thing() -> None:
    nameless = [
        told(path)
        for folder in CODE
        for path in (ROOT / folder).rglob("*")
        if NAMES_OF_NOTHING.fullmatch(path.stem)
    ]
    assert nameless == []


def test_a_file_that_grows_too_long_is_split() -> None:
    lengths = {
        told(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*PACKAGES)
        if MIGRATIONS not in path.parents
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_what_people_read_in_russian_stands_in_locales_and_profiles_only() -> None:
    cyrillic = re.compile("[\u0400-\u04ff]")
    spoken = [
        f"{told(path)}:{number}"
        for path in modules(*PRODUCT)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if cyrillic.search(line)
    ]
    assert spoken == []


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    silent = []
    for path in modules(*CODE):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            silent.append(told(path))
    assert silent == []


def test_every_folder_of_code_is_a_package_so_that_import_rules_see_it() -> None:
    folders = {path.parent for path in modules(*PACKAGES)} - {MIGRATIONS}
    blind = [told(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert sorted(blind) == []


def test_whatever_can_be_longer_is_so_with_make_soak() -> None:
    """Bug: two tests that are long in full were in no list, and nobody ran them so."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nsoak:")[2]
    run = set(re.findall(r"tests/[\w/.]+", recipe.partition("\n\n")[0]))
    long = [
        told(path)
        for path in modules("tests")
        if path.name.startswith("test_")
        and re.search(r"tests\.lengths|TANDEM_SOAK", path.read_text(encoding="utf-8"))
        and path != Path(__file__)
    ]
    missed = [path for path in long if not path.startswith(tuple(run))]
    assert run
    assert missed == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_hashes_and_no_place_to_get_them_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r".*(?:\w://|--(?:extra-)?index-url|--find-links).*", text) == []
    pinned = re.findall(r"^[a-z][\w.-]*==\S+", text, re.MULTILINE)
    hashed = re.findall(r"^[a-z][\w.-]*==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
    assert pinned
    assert len(hashed) == len(pinned)


def test_the_development_lock_holds_the_runtime_lock_whole() -> None:
    versions = [
        set(re.findall(r"^[a-z][\w.-]*==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.M))
        for lock in LOCKS
    ]
    runtime, development = versions
    assert runtime <= development


def test_what_the_product_imports_is_a_declared_requirement() -> None:
    """A check that runs with the development packages would not notice a missing one by itself."""
    declared = {
        canonical(found[1])
        for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
        if (found := re.match(r"([A-Za-z][\w.-]*)", line))
    }
    distributions = packages_distributions()
    undeclared = {
        f"{told(path)} imports {name}"
        for path in modules(*PACKAGES)
        if told(path) not in DEVELOPMENT_ONLY
        for name in imported(path)
        if name.split(".")[0] not in {*sys.stdlib_module_names, *CODE}
        and not declared & {canonical(d) for d in distributions.get(name.split(".")[0], ())}
    }
    assert undeclared == set()


def test_imports_point_inwards() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def canonical(distribution: str) -> str:
    """The name of a distribution as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def imported(path: Path) -> set[str]:
    """The modules a file imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_the_bot_itself_loads_no_solver_and_no_statistics() -> None:
    """They take seconds and hundreds of megabytes: the worker process loads them when asked.

    What figures are and when they may be given is known to the bot all the same.
    """
    heavy = {
        *("docx", "fpdf", "matplotlib", "numpy", "ortools"),
        *("pandas", "pyreadstat", "pyxform", "scipy"),
    }
    known = "bot.app, bot.domain.statistics.figures, bot.domain.statistics.gates"
    asks = f"import sys, {known}; print({heavy} & set(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", asks],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "set()"
