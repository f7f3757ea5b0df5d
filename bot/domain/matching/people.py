"""Whom matching sees, and what it knows beside the two of a pair."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

ONLINE = "online"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One approved participant as matching sees them; values are those of the catalogues.

    What was not said is empty or None, and forbids nothing.
    """

    participation_id: UUID
    person_id: UUID
    organisation_id: UUID
    kind: str  # of a mentor: learner, teacher, ...; of a mentee: pupil, student, learner, teacher
    birth_year: int | None = None
    needs: tuple[str, ...] = ()  # of a mentee
    own_need: str | None = None
    own_words: frozenset[str] = frozenset()  # the words of the own need or competence, as lemmas
    competences: frozenset[str] = frozenset()  # of a mentor
    interests: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    group: str | None = None  # a mentee's class or study group, as compared
    taught: frozenset[str] = frozenset()  # a mentor's classes and groups, as compared
    childrens: frozenset[str] = frozenset()  # where a mentor's own children learn, as compared
    ages: tuple[int, int] | None = None  # a mentor prefers mentees from this age to that
    wishes: frozenset[str] = frozenset()  # a mentee's wishes about the mentor
    waiting_days: int = 0
    capacity: int = 1
    load: int = 0  # open pairs and open proposals
    declined_with: frozenset[UUID] = frozenset()  # person ids: said no, or it did not work
    vetoed: frozenset[UUID] = frozenset()  # participation ids: never with these, whoever said so
    ranks: Mapping[UUID, int] = field(default_factory=dict, hash=False)  # participation id -> 1...


@dataclass(frozen=True)
class Facts:
    """What matching knows beside the two."""

    wards: frozenset[tuple[UUID, UUID]] = frozenset()  # (guardian's, ward's) person ids
    helps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # need -> competences
    year: int = 0  # in which the ages are reckoned; 0: ages are not judged

    @cached_property
    def wards_of(self) -> Mapping[UUID, frozenset[int]]:
        """Whole numbers of the wards' person ids, by the guardian's."""
        found: dict[UUID, set[int]] = {}
        for guardian, ward in self.wards:
            found.setdefault(guardian, set()).add(ward.int)
        return {guardian: frozenset(some) for guardian, some in found.items()}
