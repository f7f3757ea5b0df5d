"""A questionnaire as a file to print, in the chat of the curator."""

from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.domain.questionnaires import VARIABLES, Item, Questionnaire
from bot.domain.questions import Multiple, Text
from bot.domain.words import Words
from bot.reports.drawing import draw_paper_form
from bot.reports.paper_form_sheet import PaperForm, PaperItem
from bot.texts import Texts
from bot.usecases.monitoring import paper_forms

_BLANK = "________"
_LONG_TEXT, _LINES = 300, 3


async def send_form(manager: DialogManager, wave_id: UUID, locale: str) -> None:
    """In the language of whoever fills it in. A second press within a moment is no second wish."""
    sent = f"paper-form-{locale}"
    if just_sent(manager, sent):
        return
    at_hand = hands(manager)
    facts = await paper_forms.to_print(at_hand.db, at_hand.actor, wave_id=wave_id)
    form = form_of(
        at_hand.texts, locale, facts.questionnaire, facts.programme, anonymous=facts.anonymous
    )
    file = await worker_of(manager).run(draw_paper_form, form)
    await send_file(manager, f"{form.title}.pdf", file, worded(at_hand, "wave-form-sent"))
    note_sent(manager, sent)


def form_of(
    texts: Texts, locale: str, questionnaire: Questionnaire, programme: str, *, anonymous: bool
) -> PaperForm:
    def say(key: str, **args: object) -> str:
        return texts.label(locale, "vy", key, args)

    who = "anonymous" if anonymous else "named"
    return PaperForm(
        locale=locale,
        title=questionnaire.title.say(locale),
        programme=programme,
        how=say("paper-how"),
        privacy=say(f"paper-privacy-{who}"),
        name="" if anonymous else say("paper-name"),
        items=tuple(_item(texts, locale, item, programme) for item in questionnaire.items),
        thanks=say("paper-thanks"),
        page=say("paper-page", number="{number}", total="{total}"),
    )


def _item(texts: Texts, locale: str, item: Item, programme: str) -> PaperItem:
    def words(one: Words | None) -> str:
        known = {**dict.fromkeys(VARIABLES, _BLANK), "programme": programme}
        return one.filled(**known).say(locale) if one else ""

    def say(key: str, **args: object) -> str:
        return texts.label(locale, "vy", key, args)

    kind, options = item.kind, list(item.kind.options())
    unsure = (say("paper-hard-to-say"),) if item.hard_to_say else ()
    notes = [words(item.hint)]
    if item.shown_if is not None:
        notes.append(say("paper-if-it-applies"))
    if isinstance(kind, Multiple) and item.hint is None:
        notes.append(say("paper-most", most=kind.most) if kind.most else say("paper-several"))
    lead, text, note = words(item.lead), words(item.text), " ".join(one for one in notes if one)
    labels = tuple(words(option.label) for option in options)
    if labels and all(label.isdecimal() for label in labels):
        return PaperItem(
            lead=lead,
            text=text,
            note=note,
            digits=labels,
            boxes=unsure,
            low=words(getattr(kind, "low_label", None)),
            high=words(getattr(kind, "high_label", None)),
        )
    if labels:
        own = (f"{say('paper-other')} {_BLANK * 3}",) if getattr(kind, "own_words", False) else ()
        return PaperItem(lead=lead, text=text, note=note, boxes=(*labels, *own, *unsure))
    long = isinstance(kind, Text) and kind.longest >= _LONG_TEXT
    lines = _LINES if long else 1
    return PaperItem(lead=lead, text=text, note=note, boxes=unsure, lines=lines)
