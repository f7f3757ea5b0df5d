"""What each file of a profile may hold, and what it comes to in the domain."""

from collections.abc import Mapping

from bot.domain.access import Role
from bot.domain.consents import BY_KIND
from bot.domain.profile import (
    MENTEE_KINDS,
    MENTOR_KINDS,
    ConsentText,
    DeclineReason,
    Form,
    Variant,
)
from bot.domain.questions import Option
from bot.domain.words import Words
from bot.profiles.content import Node

CATALOGUES = ("needs", "competences", "interests", "slots", "formats")
CONSENT_KINDS = tuple(BY_KIND)
APPLICANTS = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)

Catalogues = Mapping[str, tuple[Option, ...]]


def forms(node: Node) -> tuple[Form, ...]:
    found = tuple(_form(one) for one in node.only(needs=["forms"])["forms"].each())
    node.once([form.key for form in found])
    return found


def _form(node: Node) -> Form:
    parts = node.only(
        needs=["key", "title", "variants", "mentor_kinds", "mentee_kinds"],
        may=["same_organisation", "older_by"],
    )
    variants = []
    for one in parts["variants"].each():
        variant = one.only(needs=["key", "title"], may=["of_equals"])
        equals = variant["of_equals"].flag() if "of_equals" in variant else False
        variants.append(Variant(variant["key"].key(), variant["title"].words(), equals))
    parts["variants"].once([variant.key for variant in variants])
    same, older = parts.get("same_organisation"), parts.get("older_by")
    if older and not 0 <= older.whole() <= 20:
        raise older.wrong("years, from 0 to 20")
    return Form(
        key=parts["key"].key(),
        title=parts["title"].words(),
        variants=tuple(variants),
        mentor_kinds=frozenset(k.one_of(MENTOR_KINDS) for k in parts["mentor_kinds"].each()),
        mentee_kinds=frozenset(k.one_of(MENTEE_KINDS) for k in parts["mentee_kinds"].each()),
        same_organisation=same.flag() if same else False,
        older_by=older.whole() if older else 0,
    )


def catalogues(node: Node) -> dict[str, tuple[Option, ...]]:
    parts = node.only(needs=[*CATALOGUES, "helps"])
    return {name: options(parts[name]) for name in CATALOGUES}


def helps(node: Node, known: Catalogues) -> dict[str, tuple[str, ...]]:
    """need -> competences; every need stands there, with competences that exist."""
    needs = [option.value for option in known["needs"]]
    competences = [option.value for option in known["competences"]]
    mapped = node.only(needs=["helps", *CATALOGUES])["helps"].only(needs=needs)
    return {need: tuple(one.one_of(competences) for one in mapped[need].each()) for need in needs}


def options(node: Node) -> tuple[Option, ...]:
    found = tuple(
        Option(parts["value"].key(), parts["label"].words())
        for parts in (one.only(needs=["value", "label"]) for one in node.each())
    )
    node.once([option.value for option in found])
    return found


def consents(node: Node) -> dict[str, ConsentText]:
    found = {}
    for kind, one in node.only(needs=CONSENT_KINDS).items():
        parts = one.only(needs=["version", "title", "short", "full"])
        texts = {name: parts[name].words() for name in ("title", "short", "full")}
        for name in ("organisation", "curator"):
            for variant, text in texts["full"].texts:
                if f"{{{name}}}" not in text:
                    raise parts["full"].wrong(f"{variant} does not name the {{{name}}}")
        found[kind] = ConsentText(kind, parts["version"].day(), **texts)
    return found


def declines(node: Node) -> tuple[DeclineReason, ...]:
    found = []
    for one in node.only(needs=["declines"])["declines"].each():
        parts = one.only(needs=["key", "roles", "label", "letter"])
        found.append(
            DeclineReason(
                key=parts["key"].key(),
                roles=frozenset(Role(role.one_of(APPLICANTS)) for role in parts["roles"].each()),
                label=parts["label"].words(),
                letter=parts["letter"].words(),
            )
        )
    node.once([reason.key for reason in found])
    for role in APPLICANTS:
        if not any(role in reason.roles for reason in found):
            raise node.wrong(f"no reason is for the role {role.value!r}")
    return tuple(found)


def labels(node: Node) -> dict[str, Words]:
    """The words on the buttons of the kinds that are the same everywhere."""
    found = node.mapping()["labels"].only(needs=["yes", "no", "understood"])
    return {name: one.words() for name, one in found.items()}
