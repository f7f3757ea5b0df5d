"""What tells one thing from another: 128 bits, later made sorts after earlier made (RFC 9562, 7).

Where two things happened in the same moment, their ids still say which came first: whatever is
shown in the order of time is sorted by the moment and then by the id, the same on every database.
New rows also land at the end of an index and not all over it.
"""

from collections.abc import Callable
from uuid import UUID, uuid4

from uuid_utils.compat import uuid7

make: Callable[[], UUID] = uuid7  # chance: a test that replays a year puts its own here


def new_id() -> UUID:
    return make()


def untimed_id() -> UUID:
    """An id that tells nothing, not even when it was made: for what must not be tied to anybody."""
    return uuid4()
