"""`python -m benchmarks [NAME ...]`: measures and prints; nothing else is written."""

import argparse
import sys
from collections.abc import Callable

from benchmarks import (
    answers,
    bases,
    digest,
    digest_year,
    groups,
    letters,
    lists,
    matching,
    matching_desk,
    planning_waves,
    region,
    results,
    starting,
)
from benchmarks.machine import machine
from benchmarks.table import Row, show

ALL: dict[str, Callable[[], list[Row]]] = {
    "answers": answers.measure,
    "bases": bases.measure,
    "groups": groups.measure,
    "letters": letters.measure,
    "digest": digest.measure,
    "digest_year": digest_year.measure,
    "lists": lists.measure,
    "matching_desk": matching_desk.measure,
    "matching": matching.measure,
    "region": region.measure,
    "results": results.measure,
    "waves": planning_waves.measure,
    "starting": starting.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(ALL)}")
    wanted = parser.parse_args().names or list(ALL)
    if unknown := [name for name in wanted if name not in ALL]:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    print(machine(), flush=True)
    rows = []
    for name in wanted:
        found = ALL[name]()
        show(name, found)
        rows += found
    sys.exit(0 if all(row.good is not False for row in rows) else 1)


if __name__ == "__main__":
    main()
