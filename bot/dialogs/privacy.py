"""What the bot knows about a person, and taking a consent back as easily as it was given."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents import first_page, page_buttons
from bot.dialogs.lines import Grid, Line, Lines, button, id_in, named, worded
from bot.dialogs.questions import answer_words
from bot.dialogs.screens import Hands, Screens, hands, introduce_again, menu_button
from bot.dialogs.states import Privacy
from bot.dialogs.typed import only_buttons
from bot.domain import moments
from bot.domain.errors import Gone
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import ACQUAINTED
from bot.texts import L, T
from bot.usecases import privacy
from bot.usecases.privacy import Known, KnownConsent, KnownForm

OWN, WARD = "own", "ward"
ANSWERS_ON_A_PAGE = 10


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            Multi(Lines("facts"), Lines("consents", when="consents"), sep="\n\n"),
            SwitchTo(
                L("privacy-answers"),
                id="answers",
                state=Privacy.answers,
                on_click=first_page,
                when="answered",
            ),
            Grid("w", "withdrawals", _choose),
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
        Window(
            T("privacy-sure-{whose}", ward="ward", organisation="organisation"),
            Row(
                SwitchTo(L("privacy-keep"), id="keep", state=Privacy.known),
                Button(L("privacy-withdraw-yes"), id="yes", on_click=_withdraw),
            ),
            only_buttons(),
            state=Privacy.withdraw,
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
    return {
        "facts": _facts(at_hand, seen),
        "consents": [_consent(at_hand, seen, one) for one in seen.consents],
        "answered": bool(seen.forms),
        "withdrawals": _withdrawals(at_hand, seen),
    }


def _facts(at_hand: Hands, seen: Known) -> list[Line]:
    facts = [Line("privacy-title"), Line("privacy-account")]
    if seen.name:
        facts.append(Line("privacy-name", {"name": seen.name}))
    if seen.birth_year:
        facts.append(Line("privacy-birth-year", {"year": str(seen.birth_year)}))
    if seen.roles:
        roles = Listed(tuple(worded(at_hand, f"role-{role}") for role in seen.roles))
        facts.append(Line("privacy-roles", {"roles": roles}))
    if seen.pairs or seen.meetings:
        facts.append(Line("privacy-counts", {"pairs": seen.pairs, "meetings": seen.meetings}))
    if seen.wards:
        wards = Listed(tuple(named(at_hand, name) for _, name in seen.wards))
        facts.append(Line("privacy-wards", {"wards": wards}))
    return facts


def _consent(at_hand: Hands, seen: Known, one: KnownConsent) -> Line:
    document = at_hand.profile.consents.get(one.kind)
    when = one.withdrawn_at or one.given_at
    today = moments.local(seen.now, one.zone).date()
    facts = {
        "title": document.title if document else one.kind,
        "version": Day(date.fromisoformat(one.version), today),
        "organisation": one.organisation,
        "day": Day(moments.local(when, one.zone).date(), today),
    }
    return Line("privacy-consent-withdrawn" if one.withdrawn_at else "privacy-consent", facts)


def _withdrawals(at_hand: Hands, seen: Known) -> list[dict[str, str]]:
    """A button for each organisation that has the person's consent, and for each child."""
    houses = {one.organisation_id: one.organisation for one in seen.consents if _valid(one)}
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
        for id_, name in dict(seen.wards).items()
    ]


def _valid(consent: KnownConsent) -> bool:
    return consent.withdrawn_at is None


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
    lines = []
    for item in form.questionnaire.items:
        value = form.answers.get(item.key)
        if value is not None:
            facts = {"question": item.text, "answer": answer_words(at_hand, item, value)}
            lines.append(Line("privacy-answer", facts))
    starts = range(0, len(lines), ANSWERS_ON_A_PAGE)
    return [[title, *lines[start : start + ANSWERS_ON_A_PAGE]] for start in starts]


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
    houses = {one.organisation_id: one.organisation for one in seen.consents}
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
