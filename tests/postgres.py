"""A throw-away PostgreSQL for the tests: started from this machine's binaries, gone afterwards.

PostgreSQL refuses to run as root: a root user (a container, CI) runs it as the system's `postgres`.
"""

from __future__ import annotations

import atexit
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

NEEDED: Final = ("initdb", "pg_ctl", "postgres", "psql")
SUPERUSER: Final = "tandem"
ORDINARY_USERS: Final = ("postgres", "nobody")
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")

# The data is worthless after the run, so nothing waits for the disk.
SETTINGS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class ClusterError(RuntimeError):
    """A PostgreSQL command failed; the message holds what it said."""


def _candidates() -> Iterator[Path]:
    """Folders that may hold the binaries, the most deliberate choice first."""
    on_path = shutil.which("initdb")
    if on_path:
        # Resolved: a link in /usr/local/bin stands alone, its target has its companions beside it.
        yield Path(on_path).resolve().parent
    pg_config = shutil.which("pg_config")
    if pg_config:
        said = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        if said.returncode == 0:
            yield Path(said.stdout.strip())
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(versions, key=lambda folder: folder.parent.name.zfill(4), reverse=True)


def find_binaries() -> Path | None:
    """The folder with initdb, pg_ctl, postgres and psql; None where PostgreSQL is not installed."""
    for folder in _candidates():
        if all(os.access(folder / program, os.X_OK) for program in NEEDED):
            return folder
    return None


def _ordinary_user() -> pwd.struct_passwd | None:
    """Who runs the cluster when we are root; None when we are an ordinary user ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ORDINARY_USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ClusterError(f"running as root, and none of these users exists: {ORDINARY_USERS}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Session:
    """A psql that stays open: to start one for each test costs more than what it is asked for."""

    _END: Final = "-- end --"

    def __init__(self, psql: Path, port: int, database: str) -> None:
        self._process = subprocess.Popen(
            [str(psql), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1",
             "-p", str(port), "-U", SUPERUSER, "-d", database],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": os.defpath, "LC_ALL": "C"},
        )  # fmt: skip

    def execute(self, sql: str) -> str:
        """What the statements printed, bare. Raises `ClusterError`, and is of no more use then."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answers is not None
        said: list[str] = []
        try:
            print(sql, ";", file=asked)
            print(f"\\echo {self._END}", file=asked, flush=True)
        except BrokenPipeError:  # it is gone: what it said last says why
            pass
        for line in answers:
            if line.rstrip("\n") == self._END:
                return "".join(said).strip()
            said.append(line)
        code = self._process.wait()
        self.close()
        raise ClusterError(f"psql failed with {code}: {''.join(said).strip()}")

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class Cluster:
    """One PostgreSQL server in a temporary folder. Use it as a context manager.

    with Cluster() as cluster:
        url = cluster.create_database("one")
        copy = cluster.create_database("two", template="one")   # nobody may be connected to "one"
    """

    def __init__(self, binaries: Path | None = None) -> None:
        found = binaries or find_binaries()
        if found is None:
            raise ClusterError("no PostgreSQL binaries found (apt install postgresql)")
        self.binaries = found
        self.port = 0
        self._user = _ordinary_user()
        # A short name right under the temporary folder: a socket path has room for 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="tandem-pg-"))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self._sessions: dict[str, Session] = {}
        if self._user is not None:
            os.chown(self.folder, self._user.pw_uid, self._user.pw_gid)

    def __enter__(self) -> Self:
        # Should the interpreter leave without unwinding the block, the server still goes with it.
        atexit.register(self.close)
        try:
            self._initdb()
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def running(self) -> bool:
        return (self.data / "postmaster.pid").exists()

    def start(self) -> None:
        """Start the server and wait until it answers; a restart keeps its port."""
        if self.port:
            self._pg_ctl_start(self.port)
            return
        for attempts_left in (2, 1, 0):
            port = _free_port()
            try:
                self._pg_ctl_start(port)
            except ClusterError:
                # Somebody may have taken the port between the probe and the start.
                if not attempts_left:
                    raise
            else:
                self.port = port
                return

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server. `immediate` is a power cut, `fast` says goodbye to its clients."""
        while self._sessions:
            self._sessions.popitem()[1].close()
        if self.running:
            self._run("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-w", "-s")

    def close(self) -> None:
        """Stop the server and remove every trace of it; may be called twice."""
        atexit.unregister(self.close)
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://{SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, *, template: str | None = None) -> str:
        """Create a database, perhaps a copy of another, and return its address for SQLAlchemy."""
        copied_from = f" TEMPLATE {_quoted(template)}" if template else ""
        self.execute(f"CREATE DATABASE {_quoted(name)}{copied_from}")
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, also from under those still connected to it."""
        if name in self._sessions:
            self._sessions.pop(name).close()
        self.execute(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")

    def empty(self, name: str, tables: Iterable[str]) -> None:
        """Remove every row of the tables, in this order, from under those still connected.

        Ten times as quick as another database for a few rows.
        """
        others = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        rows = (f"DELETE FROM {_quoted(table)}" for table in tables)
        session = self._sessions.pop(name, None)
        session = session or Session(self.binaries / "psql", self.port, name)
        session.execute("; ".join((others, *rows)))
        self._sessions[name] = session

    def execute(self, sql: str, *, database: str = "postgres") -> str:
        """Run one statement through psql and return what it printed, bare."""
        where = ("-h", "127.0.0.1", "-p", str(self.port), "-U", SUPERUSER, "-d", database)
        return self._run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *where, "-c", sql)

    def _initdb(self) -> None:
        # UTF-8 letters (Cyrillic has an upper and a lower case) with a plain order of bytes.
        letters = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        self._run(
            "initdb", "-D", str(self.data), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8",
            "--locale=C", f"--lc-ctype={letters}", "--no-sync", "--no-instructions",
        )  # fmt: skip

    def _pg_ctl_start(self, port: int) -> None:
        settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(self.folder)}
        words = " ".join(f"-c {name}={value}" for name, value in settings.items())
        try:
            self._run(
                "pg_ctl", "start", "-D", str(self.data), "-l", str(self.log), "-w", "-s",
                "-t", "30", "-o", words,
            )  # fmt: skip
        except ClusterError as failure:
            log = self.log.read_text(errors="replace") if self.log.exists() else ""
            raise ClusterError(f"{failure}\n{log[-2000:]}") from failure

    def _run(self, program: str, *words: str) -> str:
        command: Sequence[str] = (str(self.binaries / program), *words)
        # Into a file, not a pipe: a started server would hold the pipe open for ever.
        with tempfile.TemporaryFile(mode="w+") as output:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                cwd=self.folder,
                env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(self.folder)},
                user=self._user.pw_uid if self._user else None,
                group=self._user.pw_gid if self._user else None,
                extra_groups=[] if self._user else None,
            )
            output.seek(0)
            said = output.read().strip()
        if done.returncode != 0:
            raise ClusterError(f"{program} failed with {done.returncode}: {said}")
        return said


def _quoted(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a plain name of a database: {name!r}")
    return f'"{name}"'
