"""Whether somebody may be in an active pair today, and what is missing if not.

The one place that knows it. Matching, the answer to a proposal, the daily look at who is in a pair,
the curator's card and the person's own "Where am I?" all ask here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.access import Role
from bot.domain.checks import Check
from bot.domain.consents import BY_KIND, Signer, required
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Consent
from bot.domain.selection import Selection

# who must have agreed, by age; every kind is a document of its own
REQUIRED_CONSENTS = {band: required(band) for band in AgeBand}


class Lack(StrEnum):
    """What is missing, in the order in which it is asked for."""

    AGE = "age"
    OWN_CONSENT = "own-consent"
    GUARDIAN_CONSENT = "guardian-consent"
    APPROVAL = "approval"
    CHECK = "check"


@dataclass(frozen=True)
class Standing:
    """What is known about one participation; everything `lacks` needs and nothing else."""

    role: Role
    state: ParticipationState
    band: AgeBand | None
    consents: frozenset[str]  # kinds in force
    checks: frozenset[str]  # kinds valid today
    selection: Selection

    def lacks(self) -> tuple[Lack, ...]:
        """Empty: this person may be in an active pair today."""
        found = [Lack.AGE] if self.band is None else []
        found += [
            Lack.GUARDIAN_CONSENT if BY_KIND[kind].signer is Signer.GUARDIAN else Lack.OWN_CONSENT
            for kind in missing_consents(self.band, self.consents)
        ]
        if self.state is not ParticipationState.APPROVED:
            found.append(Lack.APPROVAL)
        if not set(self.selection.checks) <= self.checks:
            found.append(Lack.CHECK)
        return tuple(found)

    @property
    def cleared(self) -> bool:
        return not self.lacks()


def missing_consents(band: AgeBand | None, given: Collection[str]) -> tuple[str, ...]:
    """Kinds of consents that are needed at this age and not in force."""
    needed = REQUIRED_CONSENTS[AgeBand.ADULT if band is None else band]
    return tuple(kind for kind in needed if kind not in given)


def in_force(consents: Iterable[Consent]) -> frozenset[str]:
    return frozenset(consent.kind for consent in consents if consent.valid)


def valid_checks(checks: Iterable[Check], today: date) -> frozenset[str]:
    return frozenset(check.kind for check in checks if check.valid_on(today))
