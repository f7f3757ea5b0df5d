"""The program as its operator runs it: `python -m bot`, in a folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECRET = "7654321:CANARY-canary-canary-canary-canary"  # what a token looks like
Asked = tuple[Sequence[str], Mapping[str, str]]  # the words of a command, settings beside the usual
_ONE_BY_ONE = """
import json, sys
from typer.testing import CliRunner
from bot.cli import cli
said = []
for words, settings in json.load(sys.stdin):
    one = CliRunner().invoke(cli, words, env=settings)
    if one.exception is not None and not isinstance(one.exception, SystemExit):
        raise one.exception
    said.append((one.exit_code, one.stdout, one.stderr))
print(json.dumps((said, sorted(sys.modules))))
"""


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


@dataclass
class Shell:
    """Settings stand in the environment, nothing of this machine's own beside them."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def runs(self, *words: str, settings: Mapping[str, str] | None = None) -> Said:
        done = self._start(["-m", "bot", *words], settings or {})
        return Said(done.returncode, done.stdout, done.stderr)

    def runs_each(self, *asked: Asked) -> tuple[list[Said], list[str]]:
        """One after another in one process; and the modules it has loaded in the end."""
        done = self._start(["-c", _ONE_BY_ONE], {}, json.dumps(asked))
        assert done.returncode == 0, done.stderr
        said, modules = json.loads(done.stdout)
        return [Said(*one) for one in said], modules

    def _start(
        self, words: Sequence[str], settings: Mapping[str, str], typed: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env={
                "PATH": os.defpath,
                "PYTHONPATH": str(ROOT),
                "TERM": "dumb",
                "COLUMNS": "100",
                **self.settings,
                **settings,
            },
            capture_output=True,
            text=True,
            input=typed,
            timeout=60,
            check=False,
        )
