"""Questionnaires by chance: every kind, every rule, whatever a publish check lets through."""

import random
from collections.abc import Sequence

from bot.domain.conditions import AllOf, AnyOf, Condition, Not, Op, Rule
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import (
    OWN,
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Likert,
    Multiple,
    Number,
    Option,
    Ranking,
    Scale,
    Single,
    Text,
    TimeOfDay,
    Week,
    YesNo,
)
from bot.domain.questions.week import Shortcut
from bot.domain.words import Words

AUDIENCES = ("mentee", "mentor", "alumnus", "guardian", "curator", "pair")
FORMS = ("employer_learner", "pupil_pupil")
KINDS = (
    *("scale", "likert", "single", "multiple", "ranking", "week", "yes_no", "read", "text"),
    *("number", "decimal", "date", "time"),
)
PLAIN = "Как часто ты «встречаешься» — раз, два? = +7 & <да> 'the' \"end\"\nстрока"


def made(seed: int) -> Questionnaire:
    return _Maker(random.Random(seed)).questionnaire()


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._number = 0

    def questionnaire(self) -> Questionnaire:
        chance = self._chance
        scales = tuple((f"scale_{n}", self.words()) for n in range(chance.randrange(3)))
        items: list[Item] = []
        while len(items) < chance.randint(1, 10):
            items += self._matrix(items, scales) if chance.random() < 0.15 else [
                self._item(items, scales)
            ]  # fmt: skip
        return Questionnaire(
            key=chance.choice(("wave-mid", "own_form", "a1")),
            version=chance.randint(1, 9),
            title=self.words(),
            items=tuple(items),
            audience=chance.choice(AUDIENCES),
            forms=tuple(chance.sample(FORMS, chance.randrange(3))),
            scales=scales,
            consent=chance.choice((None, "psychology")),
        )

    def words(self, *, toned: bool = True) -> Words:
        texts = {locale: self._text() for locale in ("ru", "en")}
        if toned and self._chance.random() < 0.3:
            texts["ru-ty"] = self._text()
        return Words.of(texts)

    def _text(self) -> str:
        length = self._chance.randint(1, 30)
        text = "".join(self._chance.choice(PLAIN) for _ in range(length)).strip()
        return text or "текст"

    def _key(self) -> str:
        self._number += 1
        return f"q{self._number}_{self._chance.choice(('often', 'x', 'mood'))}"

    def _matrix(self, before: list[Item], scales: Sequence[tuple[str, Words]]) -> list[Item]:
        kind, lead, key = self._kind(), self.words(), f"m{self._number}"
        rows = [self._item(before, scales, kind) for _ in range(self._chance.randint(1, 3))]
        return [
            Item(**{**vars(row), "matrix": key, "lead": lead, "kind": kind}) for row in rows
        ]

    def _item(
        self, before: list[Item], scales: Sequence[tuple[str, Words]], kind: Kind | None = None
    ) -> Item:
        chance, kind = self._chance, kind or self._kind()
        ordered = isinstance(kind, Scale | Likert | Number | Decimal)
        hard = chance.random() < 0.2
        return Item(
            key=self._key(),
            kind=kind,
            text=self.words(),
            hint=self.words() if chance.random() < 0.3 else None,
            optional=chance.random() < 0.3,
            shown_if=self._rule(before, 2) if before and chance.random() < 0.5 else None,
            hard_to_say=hard,
            hard_label=self.words() if hard and chance.random() < 0.5 else None,
            reversed=ordered and chance.random() < 0.2,
            scale=chance.choice(scales)[0] if scales and chance.random() < 0.4 else None,
            lead=self.words() if chance.random() < 0.1 else None,
            variants=tuple(
                (form, self.words())
                for form in FORMS
                if chance.random() < 0.1
            ),
        )

    def _kind(self) -> Kind:
        chance = self._chance
        columns, low = chance.randint(1, 5), chance.randint(0, 3)
        match chance.choice(KINDS):
            case "scale":
                ends = [self.words() if chance.random() < 0.5 else None for _ in range(2)]
                return Scale(
                    low=low, high=low + chance.randint(1, 10), columns=columns,
                    low_label=ends[0], high_label=ends[1],
                )  # fmt: skip
            case "likert":
                labels = tuple(self.words() for _ in range(chance.randint(2, 6)))
                return Likert(labels=labels, low=low, columns=columns)
            case "single":
                return Single(choices=self._choices(), columns=columns)
            case "multiple":
                choices = self._choices()
                return Multiple(
                    choices=choices,
                    least=chance.randint(0, 2),
                    most=chance.choice((None, 2, 3)),
                    own_words=chance.random() < 0.3,
                    longest=chance.choice((200, 100)),
                    columns=columns,
                    exclusive=(choices[-1].value,) if chance.random() < 0.3 else (),
                )
            case "ranking":
                return Ranking(
                    choices=self._choices(), most=chance.choice((None, 1, 2)), columns=columns
                )
            case "week":
                hours = tuple(
                    Option(f"{day}-{hour}", Words.of(dict.fromkeys(("ru", "en"), f"{day} {hour}")))
                    for day in ("mon", "tue")
                    for hour in (14, 16)
                )
                short = Shortcut("late", self.words(), ("mon-16", "tue-16"))
                return Week(choices=hours, shortcuts=(short,) if chance.random() < 0.5 else ())
            case "yes_no":
                return YesNo(yes=self.words(), no=self.words(), columns=columns)
            case "read":
                return Acknowledge(label=self.words())
            case "text":
                return Text(longest=chance.choice((100, 800, 1000)))
            case "number":
                return Number(
                    low=low, high=low + chance.randint(0, 9), buttons=chance.random() < 0.5,
                    columns=columns,
                )  # fmt: skip
            case "decimal":
                return Decimal(low=low - 0.5, high=low + 8.25, places=chance.randint(0, 3))
            case "date":
                return CalendarDate(
                    youngest=low, oldest=90, ahead=chance.random() < 0.5,
                    calendar=chance.random() < 0.5,
                )  # fmt: skip
        return TimeOfDay(first=chance.randint(6, 9), last=chance.randint(18, 22), columns=columns)

    def _choices(self) -> tuple[Option, ...]:
        values = self._chance.sample(["a", "b-2", "C_3", "4", "other", "none"], 4)
        return tuple(Option(value, self.words()) for value in values[: self._chance.randint(2, 4)])

    def _rule(self, before: list[Item], deep: int) -> Rule | None:
        chance = self._chance
        if deep == 0 or chance.random() < 0.5:
            return self._condition(before)
        parts = [self._rule(before, deep - 1) for _ in range(2)]
        if None in parts:
            return None
        [first, second] = parts
        assert first is not None
        assert second is not None
        made = chance.choice((AllOf((first, second)), AnyOf((first, second)), Not(first)))
        # two answers to one question, either of which will do, are one condition
        alike = {(one.item, one.op) for one in made.leaves()} if isinstance(made, AnyOf) else set()
        return first if len(alike) == 1 else made

    def _condition(self, before: list[Item]) -> Rule | None:
        """None where nothing can be asked of the answer."""
        chance = self._chance
        if chance.random() < 0.1:
            return Condition("band", Op.ONE_OF, ["under-14", "14-17"])
        item = chance.choice(before)
        kind, key = item.kind, item.key
        ordered = chance.choice((Op.MORE, Op.LESS, Op.AT_LEAST, Op.AT_MOST))
        either = chance.choice((Op.IS, Op.IS_NOT))
        match kind:
            case Multiple():
                value = chance.choice(kind.choices).value
                named = {option.value for option in kind.choices}
                own = kind.own_words and "other" not in named and chance.random() < 0.3
                return Condition(key, Op.INCLUDES, OWN if own else value)
            case Ranking():
                return Condition(key, Op.INCLUDES, chance.choice(kind.choices).value)
            case Single():
                values = [option.value for option in kind.choices[:2]]
                if chance.random() < 0.3:
                    return Condition(key, Op.ONE_OF, values)
                return Condition(key, either, values[0])
            case YesNo():
                return Condition(key, either, chance.random() < 0.5)
            case Scale() | Likert() | Number():
                return Condition(key, chance.choice((either, ordered)), kind.high)
            case Decimal():
                return Condition(key, ordered, kind.low)
            case CalendarDate():
                return Condition(key, ordered, "2030-02-03")
            case TimeOfDay():
                return Condition(key, ordered, "16:30")
            case Text():
                return Condition(key, Op.IS_NOT, chance.choice((None, "it's", "нет")))
        return None
