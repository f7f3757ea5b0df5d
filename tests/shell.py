"""The program as its operator runs it: `python -m bot`, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECRET = "7654321:CANARY-canary-canary-canary-canary"  # what a token looks like


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
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env={
                "PATH": os.defpath,
                "PYTHONPATH": str(ROOT),
                "TERM": "dumb",
                "COLUMNS": "100",
                **self.settings,
                **(settings or {}),
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)
