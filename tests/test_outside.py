"""A run on a machine without Chromium says what it left out, and CI does not accept that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TESTS = """
import pytest

def test_needs_nothing(): pass

@pytest.mark.browser
def test_needs_a_browser(): pass
"""


def run(folder: Path, *, ci: bool, path: str = "") -> subprocess.CompletedProcess[str]:
    (folder / "test_two.py").write_text(TESTS)
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "CI": "true" if ci else ""}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.outside", "-p", "no:cacheprovider", "."],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_browser_its_tests_are_left_out_and_the_run_says_so(tmp_path: Path) -> None:
    done = run(tmp_path, ci=False)
    assert done.returncode == 0
    assert "1 passed, 1 deselected" in done.stdout
    assert "Browser tests: not run, no Chromium found (apt install chromium)" in done.stdout


def test_without_a_browser_ci_fails_before_the_first_test(tmp_path: Path) -> None:
    done = run(tmp_path, ci=True)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "passed" not in done.stdout
    assert "no Chromium found" in done.stderr + done.stdout


def test_with_a_browser_nothing_is_left_out(tmp_path: Path) -> None:
    pretended = tmp_path / "chromium"
    pretended.write_text("")
    pretended.chmod(0o755)
    done = run(tmp_path, ci=True, path=str(tmp_path))
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
