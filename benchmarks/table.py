"""A figure with what it is held against, and how a list of them is printed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`good` is None for a figure that is only told."""

    what: str
    figure: str
    wanted: str = ""
    good: bool | None = None


def show(name: str, rows: list[Row]) -> None:
    wide = max(len(row.what) for row in rows)
    right = max(len(row.figure) for row in rows)
    print(f"\n{name}")
    for row in rows:
        verdict = "" if row.good is None else ("ok  " if row.good else "NO  ")
        print(f"  {row.what:<{wide}}  {row.figure:>{right}}  {verdict}{row.wanted}".rstrip())
    print(flush=True)
