"""What the bot knows about a person: read it, take it along, correct it, take consents back."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, Start, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.consents.personal_copy import send_copy
from bot.dialogs.consents.withdrawal import sure_window
from bot.dialogs.joining.onward import correct
from bot.dialogs.parts.documents import first_page, page_buttons
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, named, worded
from bot.dialogs.parts.questions import answer_words
from bot.dialogs.parts.screens import Hands, Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Consents, Erasure, Language, Privacy
from bot.domain import moments
from bot.domain.errors import Gone
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import ACQUAINTED
from bot.texts import L, T
from bot.usecases.consents import privacy
from bot.usecases.consents.privacy import Known, KnownConsent, KnownForm

OWN, WARD = "own", "ward"
ANSWERS_ON_A_PAGE = 10


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            Multi(Lines("facts"), Lines("consents", when="consents"), sep="\n\n"),
            Grid("w", "withdrawals", _choose),
            Button(L("privacy-documents"), id="documents", on_click=_documents, when="takes_part"),
            SwitchTo(
                L("privacy-answers"),
                id="answers",
                state=Privacy.answers,
                on_click=first_page,
                when="answered",
            ),
            Grid("c", "corrections", _correct),
            Row(
                Button(L("privacy-copy"), id="copy", on_click=_copy),
                Start(L("privacy-erase"), id="erase", state=Erasure.ask, when="may_go"),
            ),
            Start(L("menu-language"), id="language", state=Language.choose),
            menu_button(),
            only_buttons(),
            state=Privacy.known,
            getter=known,
        ),
        Window(
            Multi(
                T("privacy-answers-title", number="number", total="total"),
                Lines("answers"),
                sep="\n\n",
            ),
            page_buttons(),
            SwitchTo(L("button-back"), id="back", state=Privacy.known),
            only_buttons(),
            state=Privacy.answers,
            getter=answers,
        ),
        sure_window(
            T("privacy-sure-{whose}", ward="ward", organisation="organisation"),
            state=Privacy.withdraw,
            keep=Privacy.known,
            on_yes=_withdraw,
            getter=chosen,
        ),
        Window(
            T("privacy-withdrawn-{whose}"),
            menu_button(),
            only_buttons(),
            state=Privacy.withdrawn,
            getter=whose,
        ),
    )


async def known(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    seen = await privacy.known(at_hand.db, at_hand.actor)
    several = len(seen.to_correct) > 1
    return {
        "facts": facts_of(at_hand, seen),
        "consents": [consent_line(at_hand, seen, one) for one in seen.consents],
        "answered": bool(seen.forms),
        "takes_part": bool(seen.houses),
        "may_go": seen.may_be_erased,
        "withdrawals": _withdrawals(at_hand, seen),
        "corrections": [
            button(
                str(id_),
                worded(at_hand, "privacy-correct-of", programme=programme)
                if several
                else worded(at_hand, "privacy-correct"),
            )
            for id_, programme in seen.to_correct
        ],
    }


def facts_of(at_hand: Hands, seen: Known, title: str = "privacy-title") -> list[Line]:
    """Grouped and short: who, in which roles, what has come of it."""
    facts = [Line(title), Line("privacy-account")]
    if seen.name:
        facts.append(Line("privacy-name", {"name": seen.name}))
    if seen.birth_date:
        born = Day(seen.birth_date, seen.now.date())
        facts.append(Line("privacy-birth-date", {"day": born}))
    elif seen.birth_year:
        facts.append(Line("privacy-birth-year", {"year": str(seen.birth_year)}))
    if seen.roles:
        roles = Listed(tuple(worded(at_hand, f"role-{role}") for role in seen.roles))
        facts.append(Line("privacy-roles", {"roles": roles}))
    if seen.pairs or seen.meetings:
        facts.append(Line("privacy-counts", {"pairs": seen.pairs, "meetings": seen.meetings}))
    if seen.checks or seen.trainings or seen.offers:
        numbers = {"checks": seen.checks, "trainings": seen.trainings, "offers": seen.offers}
        facts.append(Line("privacy-work", numbers))
    facts.append(Line("privacy-letters", {"letters": seen.letters}))
    if seen.wards:
        wards = Listed(tuple(named(at_hand, name) for _, name in seen.wards))
        facts.append(Line("privacy-wards", {"wards": wards}))
    return facts


def consent_line(at_hand: Hands, seen: Known, one: KnownConsent) -> Line:
    document = at_hand.profile.consents.get(one.kind)
    when = one.withdrawn_at or one.given_at
    today = moments.local(seen.now, one.zone).date()
    facts = {
        "title": document.title if document else one.kind,
        "version": Day(date.fromisoformat(one.version), today),
        "organisation": one.organisation,
        "day": Day(moments.local(when, one.zone).date(), today),
    }
    if one.refused:
        return Line("privacy-consent-refused", facts)
    return Line("privacy-consent-withdrawn" if one.withdrawn_at else "privacy-consent", facts)


def _withdrawals(at_hand: Hands, seen: Known) -> list[dict[str, str]]:
    """A button for each organisation in which the person takes part, and for each child."""
    houses = dict(seen.houses)
    buttons = [
        button(
            f"{OWN}:{id_}",
            worded(at_hand, "privacy-withdraw-one")
            if len(houses) == 1
            else worded(at_hand, "privacy-withdraw-of", organisation=name),
        )
        for id_, name in houses.items()
    ]
    return buttons + [
        button(f"{WARD}:{id_}", worded(at_hand, "privacy-withdraw-ward", ward=named(at_hand, name)))
        for id_, name in seen.wards
    ]


async def answers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All answers given in forms and surveys, a page at a time."""
    at_hand = hands(dialog_manager)
    seen = await privacy.known(at_hand.db, at_hand.actor)
    pages = [page for form in seen.forms for page in _pages(at_hand, form)] or [[]]
    number = min(dialog_manager.dialog_data.get("page", 0), len(pages) - 1)
    return {
        "answers": pages[number],
        "number": number + 1,
        "total": len(pages),
        "before": number > 0,
        "after": number + 1 < len(pages),
    }


def _pages(at_hand: Hands, form: KnownForm) -> list[list[Line]]:
    """The answers of one form, its title above each page of them."""
    title = Line("privacy-form", {"title": form.questionnaire.title})
    lines = answer_lines(at_hand, form)
    starts = range(0, len(lines), ANSWERS_ON_A_PAGE)
    return [[title, *lines[start : start + ANSWERS_ON_A_PAGE]] for start in starts]


def answer_lines(at_hand: Hands, form: KnownForm) -> list[Line]:
    return [
        Line(
            "privacy-answer",
            {
                "question": item.text,
                "answer": answer_words(at_hand, item, form.answers[item.key]),
            },
        )
        for item in form.questionnaire.items
        if form.answers.get(item.key) is not None
    ]


async def _documents(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Consents.list, {"person_id": str(hands(manager).actor.person_id)})


async def _correct(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await correct(manager, id_in(pressed))


async def _copy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    seen = await privacy.known(at_hand.db, at_hand.actor)
    await send_copy(manager, sections_of(at_hand, seen), at_hand.actor.person_id)


def sections_of(at_hand: Hands, seen: Known) -> list[list[Line]]:
    """The readable half of a copy: what the screens say, all at once."""
    forms = [
        [Line("privacy-form", {"title": form.questionnaire.title}), *answer_lines(at_hand, form)]
        for form in seen.forms
    ]
    consents = [consent_line(at_hand, seen, one) for one in seen.consents]
    return [facts_of(at_hand, seen, "privacy-copy-title"), consents, *forms]


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data["withdraw"] = pressed
    await manager.switch_to(Privacy.withdraw)


async def whose(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    kind, _sign, _id = str(dialog_manager.dialog_data.get("withdraw", "")).partition(":")
    return {"whose": WARD if kind == WARD else OWN}


async def chosen(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The names of what is to be withdrawn; `Gone` when it is none of the person's."""
    at_hand = hands(dialog_manager)
    seen = await privacy.known(at_hand.db, at_hand.actor)
    kind, _sign, raw = str(dialog_manager.dialog_data.get("withdraw", "")).partition(":")
    subject = id_in(raw)
    wards = {id_: named(at_hand, name) for id_, name in seen.wards}
    houses = dict(seen.houses)
    names = wards if kind == WARD else houses
    if subject not in names:
        raise Gone
    return {
        "whose": WARD if kind == WARD else OWN,
        "ward": wards.get(subject, ""),
        "organisation": houses.get(subject, ""),
    }


async def _withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    kind, _sign, raw = str(manager.dialog_data.get("withdraw", "")).partition(":")
    if kind == WARD:
        await privacy.withdraw_for_ward(db, actor, ward_id=id_in(raw))
    else:
        await privacy.withdraw(db, actor, organisation_id=id_in(raw))
    await introduce_again(manager)
    await manager.switch_to(Privacy.withdrawn)
