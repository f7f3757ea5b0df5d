"""What a workbook of a questionnaire says in words: languages, help, what is added by itself."""

from collections.abc import Mapping

from bot.domain.conditions import Condition, Not, Op
from bot.domain.questionnaires import LOCALES, Item, Questionnaire
from bot.domain.questions import Option, Scale, Single, Text
from bot.domain.words import Words
from bot.reports.xlsform.columns import WorkbookWords
from bot.texts import Texts

# what is explained, with an example to copy
_HELP: Mapping[str, tuple[str, str]] = {
    "type": (
        "type",
        ("select_one often · select_multiple needs · rank order · range · integer · decimal"
        " · date · time · text · acknowledge"),
    ),
    "name": ("name", "often"),
    "label": ("label", ""),
    "tone": ("label_ru_ty, hint_ru_ty", ""),
    "hint": ("hint", ""),
    "required": ("required", "yes · no"),
    "relevant": (
        "relevant",
        "${often} = 'never' and not(selected(${needs}, 'physics')) · ${useful} <= 3",
    ),
    "constraint": (
        "constraint",
        ". >= 0 and . <= 50 · string-length(.) <= 200 · count-selected(.) <= 3",
    ),
    "appearance": ("appearance", "columns-2 · likert"),
    "parameters": ("parameters", "start=1 end=10 step=1"),
    "bot": ("bot", "columns=5"),
    "hard": ("hard_to_say", "yes"),
    "reversed": ("reversed", "yes"),
    "scale": ("scale", "trust"),
    "group": ("begin_group, end_group", ""),
    "choices": ("choices", "often · weekly"),
    "settings": ("settings", "mentee · mentor · pair"),
    "privacy": ("", ""),
}  # fmt: skip


def workbook_words(texts: Texts, locale: str, tone: str) -> WorkbookWords:
    """For one reader: the help is in their language, the rest in every one."""

    def every(key: str) -> Words:
        return Words.of({one: texts.label(one, "vy", key) for one in LOCALES})

    names = {
        name.strip(): code
        for one in LOCALES
        for code in LOCALES
        for name in texts.label(one, "vy", f"xlsform-names-{code}").split(",")
    }
    return WorkbookWords(
        languages={
            one: f"{texts.label(one, 'vy', f'xlsform-language-{one}')} ({one})" for one in LOCALES
        },
        names=names,
        other=every("xlsform-other"),
        other_asked=every("xlsform-other-asked"),
        acknowledged=every("xlsform-acknowledged"),
        help_title=texts.label(locale, tone, "xlsform-help-title"),
        help=tuple(
            (column, texts.label(locale, tone, f"xlsform-help-{key}"), sample)
            for key, (column, sample) in _HELP.items()
        ),
    )


def empty_questionnaire(texts: Texts) -> Questionnaire:
    """What the template of a new questionnaire holds: a question of each common kind, to change."""

    def every(key: str) -> Words:
        said = f"questionnaires-example-{key}"
        return Words.of({one: texts.label(one, "vy", said) for one in LOCALES})

    weekly = Option("weekly", every("weekly"))
    choices = (weekly, Option("rarely", every("rarely")), Option("never", every("never")))
    return Questionnaire(
        key="new_questionnaire",
        version=1,
        title=every("title"),
        audience="pair",
        items=(
            Item("often", Single(choices=choices), every("often")),
            Item(
                "useful",
                Scale(low_label=every("low"), high_label=every("high")),
                every("useful"),
                shown_if=Not(Condition("often", Op.IS, "never")),
            ),
            Item("words", Text(), every("words"), hint=every("hint"), optional=True),
        ),
    )
