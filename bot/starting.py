"""Starting quickly: nothing is looked for among the garbage while everything is being loaded.

Loading the libraries makes a quarter of a million objects that live as long as the process. Looking
through them again and again is a twentieth of the start, and later a pause of 0.15 s for whoever is
being answered just then.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded and built inside the block is never looked through for garbage again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
