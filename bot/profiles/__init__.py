"""Loads the content of a region from `profiles/<region>/` and refuses what is not right.

A profile may extend another: a file of its own stands instead of that file of the other, and
`profile.yaml` replaces single keys. Everything is checked at start, so a mistake in content is a
message to whoever edits it and never a surprise to a participant.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.moments import zones
from bot.domain.profile import Ages, Form, Profile
from bot.domain.questionnaires import Questionnaire
from bot.domain.questions import Lexicon
from bot.domain.words import Words
from bot.profiles import (
    bases,
    check_ins,
    desk,
    efforts,
    health,
    indicators,
    life,
    matching,
    meetings,
    orders,
    organisations,
    papers,
    plans,
    proposals,
    questionnaires,
    sections,
    selection,
    spoken_words,
    stages,
    swot,
    training,
    waves,
)
from bot.profiles.content import ContentError, Node, read

PROFILES = Path(__file__).parent.parent.parent / "profiles"
_SETTINGS = (
    "name",
    "timezone",
    "quiet_from",
    "quiet_until",
    "ages",
    "informal",
    "proposal_days",
)
_INFORMAL = ("mentee", "mentor", "mentor-learner", "alumnus")
T = TypeVar("T")

__all__ = [
    "PROFILES",
    "ProfileError",
    "available",
    "load_lexicon",
    "load_profile",
]


class ProfileError(ValueError):
    """`problems`: one for each file that is wrong, each beginning with the file and the key."""

    def __init__(self, profile: str, problems: list[str]) -> None:
        super().__init__("\n".join([f"the profile {profile!r} cannot be used:", *problems]))
        self.problems = tuple(problems)


def available(root: Path = PROFILES) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in root.glob("*/profile.yaml")))


def load_lexicon(root: Path = PROFILES) -> Lexicon:
    """The words people type instead of pressing. Raises `ContentError`."""
    return spoken_words.lexicon(read(root / "words.yaml", root))


def load_profile(key: str, root: Path = PROFILES) -> Profile:
    """Raises `ProfileError` with what is wrong in each file, not only in the first."""
    reader = _Reader(root)
    folders = reader.attempt(lambda: _lineage(key, root))
    if folders is None:
        raise ProfileError(key, reader.problems)

    def section(name: str, make: Callable[[Node], T]) -> T | None:
        return reader.attempt(lambda: make(reader.open(_nearest(folders, name))))

    settings = reader.attempt(lambda: _settings(folders, reader))
    catalogues = section("catalogues.yaml", sections.catalogues)
    parts: dict[str, Any] = {
        "forms": section("forms.yaml", sections.forms),
        "consents": section("consents.yaml", sections.consents),
        "declines": section("declines.yaml", sections.declines),
        **(section("counts.yaml", indicators.counts) or {}),
        "matching": section("matching.yaml", matching.matching),
        "houses": section("organisations.yaml", organisations.houses),
        **(section("selection.yaml", selection.selection) or {}),
        **(section("proposals.yaml", proposals.proposals) or {}),
        **(section("meetings.yaml", meetings.meetings) or {}),
        "road_map": section("roadmap.yaml", stages.road_map),
        "usual_year": section("calendar.yaml", stages.usual_year),
        "life": section("life.yaml", life.life),
        "health": section("health.yaml", health.health),
        "check_ins": section("check_ins.yaml", check_ins.check_ins),
        "order": section("orders.yaml", orders.order),
        "papers": section("papers.yaml", papers.papers),
        "efforts": section("efforts.yaml", efforts.efforts),
        "faq": section("faq.yaml", desk.faq),
        "ready_messages": section("messages.yaml", desk.messages),
    }
    if "count_kinds" in parts:
        numbers = [kind.key for kind in parts["count_kinds"]]
        parts["indicators"] = section(
            "indicators.yaml", lambda n: indicators.indicators(n, numbers)
        )
    if catalogues is not None:  # without them, nothing that names their values can be judged
        parts["catalogues"] = catalogues
        parts["helps"] = section("catalogues.yaml", lambda n: sections.helps(n, catalogues))
        needs = [option.value for option in catalogues["needs"]]
        parts |= section("plans.yaml", lambda n: plans.plans(n, needs)) or {}
        known = {form.key for form in parts["forms"] or ()}
        # when the forms cannot be read, a questionnaire is not blamed for naming them
        named = known | _lent(folders, reader) if known else None
        before = len(reader.problems)
        every = _questionnaires(folders, reader, catalogues, named)
        # one of an extended profile, for forms of mentoring that are not ours, is not asked here
        asked = {k: one for k, one in every.items() if not one.forms or known & {*one.forms}}
        parts["questionnaires"] = asked
        if len(reader.problems) == before:  # else what it names may be one of the wrong ones
            parts["satisfaction"] = section(
                "counts.yaml", lambda n: indicators.satisfaction(n, asked)
            )
            parts["assessment"] = section(
                "assessment.yaml", lambda n: indicators.assessment(n, asked)
            )
            parts["swot"] = section("swot.yaml", lambda n: swot.sources(n, asked))
        if set(bases.FORMS.values()) <= set(asked):  # else their columns cannot be judged
            parts["bases"] = section("bases.yaml", lambda n: bases.bases(n, asked))
        if not reader.problems:  # else what they name may only be missing because it is wrong
            parts["waves"] = section("waves.yaml", lambda n: waves.waves(n, every, known, asked))
    if parts["forms"] is not None:
        forms = frozenset(form.key for form in parts["forms"])
        modules = training.modules(folders, root, reader.attempt, forms)
        parts["training"] = reader.attempt(lambda: training.in_order(modules))
    if reader.problems or settings is None:
        raise ProfileError(key, reader.problems)
    return Profile(key=key, **settings, **parts)


class _Reader:
    """Opens files and collects the first problem of each part instead of stopping there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[str] = []

    def open(self, path: Path) -> Node:
        return read(path, self.root)

    def attempt(self, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except ContentError as error:
            self.problems.append(str(error))
            return None


def _lineage(key: str, root: Path) -> list[Path]:
    """The folders of the profile and of those it extends, itself first."""
    folders: list[Path] = []
    wanted: str | None = key
    while wanted is not None:
        folder = root / wanted
        if folder in folders:
            raise ContentError(f"{key}/profile.yaml: extends itself by way of {wanted!r}")
        node = read(folder / "profile.yaml", root)
        folders.append(folder)
        extends = node.only(needs=[], may=["extends", *_SETTINGS]).get("extends")
        wanted = extends.key() if extends else None
    return folders


def _nearest(folders: list[Path], name: str) -> Path:
    """The file of the nearest profile that has it; the last one's when none does."""
    return next((f / name for f in folders if (f / name).exists()), folders[-1] / name)


def _settings(folders: list[Path], reader: _Reader) -> dict[str, Any]:
    nodes: dict[str, Node] = {}
    for folder in reversed(folders):
        nodes.update(reader.open(folder / "profile.yaml").mapping())
    for name in _SETTINGS:
        if name not in nodes:
            raise reader.open(folders[0] / "profile.yaml").wrong(f"{name!r} is missing")
    if nodes["timezone"].text() not in zones():
        raise nodes["timezone"].wrong(f"no such time zone: {nodes['timezone'].text()}")
    ages = nodes["ages"].only(needs=["adult", "own_consent", "mentee_from", "mentor_from"])
    return {
        "name": nodes["name"].words(),
        "timezone": nodes["timezone"].text(),
        "quiet_from": nodes["quiet_from"].time_of_day(),
        "quiet_until": nodes["quiet_until"].time_of_day(),
        "ages": Ages(**{name: node.whole() for name, node in ages.items()}),
        "informal": frozenset(one.one_of(_INFORMAL) for one in nodes["informal"].each()),
        "proposal_days": nodes["proposal_days"].whole(),
    }


def _lent(folders: list[Path], reader: _Reader) -> set[str]:
    """Forms of extended profiles: a question for one that is not ours is never asked here."""
    own = _nearest(folders, "forms.yaml")
    paths = [folder / "forms.yaml" for folder in folders if folder / "forms.yaml" != own]
    found = [reader.attempt(partial(_forms, path, reader)) for path in paths if path.exists()]
    return {form.key for forms in found for form in forms or ()}


def _forms(path: Path, reader: _Reader) -> tuple[Form, ...]:
    return sections.forms(reader.open(path))


def _questionnaires(
    folders: list[Path], reader: _Reader, catalogues: sections.Catalogues, forms: set[str] | None
) -> dict[str, Questionnaire]:
    """By key; one of the profile's own stands instead of the extended profile's."""
    words = reader.root / "words.yaml"
    labels = reader.attempt(lambda: sections.labels(reader.open(words)))
    if labels is None:
        return {}
    paths: dict[str, Path] = {}
    for folder in reversed(folders):
        paths.update({path.stem: path for path in (folder / "questionnaires").glob("*.yaml")})
    found: dict[str, Questionnaire] = {}
    for key, path in sorted(paths.items()):
        made = reader.attempt(partial(_questionnaire, key, path, reader, catalogues, labels, forms))
        if made is not None:
            found[key] = made
    return found


def _questionnaire(
    key: str,
    path: Path,
    reader: _Reader,
    catalogues: sections.Catalogues,
    labels: dict[str, Words],
    forms: set[str] | None,
) -> Questionnaire:
    node = reader.open(path)
    made = questionnaires.questionnaire(node, catalogues, labels, forms)
    if made.key != key:
        raise node.wrong(f"the key {made.key!r} is not the name of the file")
    return made
