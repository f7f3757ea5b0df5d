"""How long the long tests are: long enough to see everything here, in full with `make soak`."""

import os

FULL = os.environ.get("TANDEM_SOAK") == "full"


def length(usual: int, in_full: int) -> int:
    return in_full if FULL else usual
