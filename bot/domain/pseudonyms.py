"""Names for people in tables that leave the house: the same within a purpose, another in the next.

Two tables of different purposes cannot be joined by them. Whoever has the database can work them
out: they protect the table, not the database.
"""

import hashlib
import hmac
from uuid import UUID


def pseudonym(person_id: UUID, purpose: str) -> str:
    """16 letters and digits: a keyed hash of the id, by the purpose."""
    return hmac.new(purpose.encode(), person_id.bytes, hashlib.sha256).hexdigest()[:16]
