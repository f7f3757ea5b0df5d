"""Papers made of a template: which there are, and what may be filled into each.

A template names its fields in braces. Which fields a paper knows is a table here, so that neither
the profile's template nor one sent by an organisation can ask for anything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.words import Words

UNKNOWN = "____________________"  # to be filled in with a pen


class PaperKind(StrEnum):
    """In the order of the screen."""

    INTRODUCTION = "introduction"
    APPOINTMENT = "appointment"
    PAIRS = "pairs"  # its words are those of `orders.yaml`
    AGREEMENT = "agreement"
    THANKS_MENTOR = "thanks-mentor"
    THANKS_MENTEE = "thanks-mentee"
    CERTIFICATE_MENTEE = "certificate-mentee"  # of whose pair has come to a good end
    CERTIFICATE_TRAINED = "certificate-trained"  # of who has finished the training of mentors
    CONSENTS = "consents"  # its words are those of `consents.yaml`: they are never replaced


PROGRAMME_FIELDS = ("organisation", "programme", "year", "starts", "ends", "forms", "curators")
OWN_FIELDS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PAIRS: ("pairs",),
    PaperKind.AGREEMENT: ("mentor", "mentee", "guardian", "form", "since"),
    PaperKind.THANKS_MENTOR: ("name", "meetings"),
    PaperKind.THANKS_MENTEE: ("name", "meetings"),
    PaperKind.CERTIFICATE_MENTEE: ("name", "meetings", "since", "until"),
    PaperKind.CERTIFICATE_TRAINED: ("name", "number", "issued", "modules", "volume"),
}
# Of the one row of a table that is said again for each pair.
ROW_FIELDS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PAIRS: ("number", "mentee", "mentor", "form", "slot"),
}
SHARED = frozenset(PROGRAMME_FIELDS)  # the same in every copy
FIELDS: Mapping[PaperKind, frozenset[str]] = {
    kind: SHARED | frozenset(OWN_FIELDS.get(kind, ()))
    for kind in PaperKind
    if kind is not PaperKind.CONSENTS
}
# Handed to people with thanks; the others bind somebody.
HANDED_OUT = (
    PaperKind.THANKS_MENTOR,
    PaperKind.THANKS_MENTEE,
    PaperKind.CERTIFICATE_MENTEE,
    PaperKind.CERTIFICATE_TRAINED,
)
CERTIFICATES = (PaperKind.CERTIFICATE_MENTEE, PaperKind.CERTIFICATE_TRAINED)
OF_PROFILE = tuple(one for one in FIELDS if one is not PaperKind.PAIRS)


class BlockKind(StrEnum):
    TITLE = "title"
    CENTRED = "centred"
    SAYS = "says"
    BOLD = "bold"
    POINTS = "points"
    SIGN = "sign"


@dataclass(frozen=True)
class TemplateBlock:
    kind: BlockKind
    words: tuple[Words, ...]  # several only of points

    def asks_for(self, field: str) -> bool:
        return any(f"{{{field}}}" in text for one in self.words for text in one.every())


@dataclass(frozen=True)
class PaperTemplate:
    title: Words
    blocks: tuple[TemplateBlock, ...]


@dataclass(frozen=True)
class ConsentOnPaper:
    """How a consent that was written for a screen reads on paper, and what is signed below it."""

    swaps: tuple[tuple[Words, Words], ...]
    own: Words
    ward: Words
    sign: Words

    def on_paper(self, text: str, locale: str) -> str:
        for was, becomes in self.swaps:
            text = text.replace(was.say(locale), becomes.say(locale))
        return text


@dataclass(frozen=True)
class PaperRules:
    templates: Mapping[PaperKind, PaperTemplate]
    consent: ConsentOnPaper
