"""Starting quickly: nothing is looked for among the garbage while everything is being loaded.

Loading the libraries makes some 300,000 objects that live as long as the process. Looking through them again and
again is a tenth of the start, and later a pause of a quarter of a second for whoever is being answered just then.
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
