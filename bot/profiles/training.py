"""The modules of the mentors' training, one file each in `training/` of a profile.

A module of the profile's own stands instead of the extended profile's of the same name. In Russian
both tones may stand in one text: "{one|other}" says the one to a reader addressed formally, the
other to one addressed informally.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from bot.domain.training import Choice, Module, Question
from bot.domain.words import Words
from bot.profiles.content import ContentError, Node, read

CARDS, QUESTIONS, CHOICES = (5, 8), (3, 5), (3, 4)
LONGEST_CARD, LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_WHY, LONGEST_TITLE = 600, 400, 160, 220, 60
LONGEST_KEY = 24  # of a question: it is carried by buttons
_NEEDED = ("key", "version", "number", "title", "minutes", "pass_percent", "cards", "questions")
_BOTH = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
Attempt = Callable[[Callable[[], Module]], Module | None]


def modules(
    folders: Sequence[Path], root: Path, attempt: Attempt, forms: frozenset[str]
) -> list[Module]:
    """Of the folders of a profile, itself first; without the packs for forms it does not have."""
    paths: dict[str, Path] = {}
    for folder in reversed(folders):
        paths.update({path.stem: path for path in (folder / "training").glob("*.yaml")})
    known = sorted(forms | _forms_anywhere(root))
    found = [attempt(partial(_read, key, path, root, known)) for key, path in paths.items()]
    return [
        replace(module, forms=module.forms & forms)
        for module in found
        if module is not None and (not module.forms or module.forms & forms)
    ]


def _forms_anywhere(root: Path) -> set[str]:
    """A module is shared by profiles with forms of their own: it may name those of each."""
    found = set()
    for path in sorted(root.glob("*/forms.yaml")):
        try:
            listed = read(path, root).only(needs=["forms"])["forms"]
            found |= {form.mapping()["key"].key() for form in listed.each()}
        except (ContentError, KeyError):  # told when that profile is loaded
            continue
    return found


def in_order(found: Sequence[Module]) -> tuple[Module, ...]:
    """By number; only packs for different forms may share one. Raises `ContentError`."""
    ordered = tuple(sorted(found, key=lambda module: (module.number, module.key)))
    for before, after in pairwise(ordered):
        if before.number != after.number:
            continue
        if not before.forms or not after.forms or before.forms & after.forms:
            raise ContentError(
                f"training/{after.key}.yaml: number {after.number} is that of {before.key!r} too"
            )
    return ordered


def _read(key: str, path: Path, root: Path, forms: Sequence[str]) -> Module:
    node = read(path, root)
    made = module(node, forms)
    if made.key != key:
        raise node.wrong(f"the key {made.key!r} is not the name of the file")
    return made


def module(node: Node, forms: Sequence[str]) -> Module:
    parts = node.only(needs=_NEEDED, may=["forms", "optional", "pledge"])
    percent = parts["pass_percent"].whole()
    if not 1 <= percent <= 100:
        raise parts["pass_percent"].wrong("whole percent from 1 to 100 are needed")
    cards = tuple(_card(card) for card in parts["cards"].each())
    questions = tuple(_question(one) for one in parts["questions"].each())
    _as_many(parts["cards"], len(cards), CARDS)
    _as_many(parts["questions"], len(questions), QUESTIONS)
    keys = [question.key for question in questions]
    if len(set(keys)) < len(keys):
        raise parts["questions"].wrong("a question's key stands twice")
    return Module(
        key=parts["key"].key(),
        version=parts["version"].whole(),
        number=parts["number"].whole(),
        title=_words(parts["title"], LONGEST_TITLE),
        minutes=parts["minutes"].whole(),
        cards=cards,
        questions=questions,
        pass_percent=percent,
        forms=frozenset(one.one_of(forms) for one in parts["forms"].each())
        if "forms" in parts
        else frozenset(),
        optional=parts["optional"].flag() if "optional" in parts else False,
        pledge=_card(parts["pledge"]) if "pledge" in parts else None,
    )


def _card(node: Node) -> Words:
    """A headline, and what stands below it."""
    words = _words(node, LONGEST_CARD)
    for variant, text in words.texts:
        headline, _, rest = text.partition("\n")
        if not rest.strip() or len(headline) > LONGEST_TITLE:
            raise node.wrong(f"{variant}: a short headline in a line of its own comes first")
    return words


def _question(node: Node) -> Question:
    parts = node.only(needs=["key", "text", "choices"])
    choices = tuple(_choice(one) for one in parts["choices"].each())
    _as_many(parts["choices"], len(choices), CHOICES)
    if sum(choice.right for choice in choices) != 1:
        raise parts["choices"].wrong("exactly one choice must be right: true")
    key = parts["key"].key()
    if len(key) > LONGEST_KEY:
        raise parts["key"].wrong(f"at most {LONGEST_KEY} letters, for it is carried by buttons")
    return Question(key, _words(parts["text"], LONGEST_QUESTION), choices)


def _choice(node: Node) -> Choice:
    parts = node.only(needs=["text", "why"], may=["right"])
    return Choice(
        text=_words(parts["text"], LONGEST_CHOICE),
        right=parts["right"].flag() if "right" in parts else False,
        why=_words(parts["why"], LONGEST_WHY),
    )


def _as_many(node: Node, number: int, bounds: tuple[int, int]) -> None:
    least, most = bounds
    if not least <= number <= most:
        raise node.wrong(f"{number} stand here, {least} to {most} are needed")


def _words(node: Node, longest: int) -> Words:
    """A text in every language, both tones told apart, no longer than fits the screen."""
    texts = node.words().as_dict()
    russian = texts["ru"]
    if _BOTH.search(russian):
        if "ru-ty" in texts:
            raise node.wrong("write ru-ty, or both tones in ru, not both")
        texts |= {"ru": _BOTH.sub(r"\1", russian), "ru-ty": _BOTH.sub(r"\2", russian)}
    for variant, text in texts.items():
        if "{" in text or "}" in text or "|" in text:
            raise node.wrong(f"{variant}: braces that are not {{formal|informal}}")
        if len(text) > longest:
            raise node.wrong(f"{variant}: {len(text)} characters, at most {longest}")
    return Words.of(texts)
