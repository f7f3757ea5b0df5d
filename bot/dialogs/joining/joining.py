"""A newcomer's first minutes: language, welcome, age, and consent on a screen of its own.

- Before the consent nothing is kept but the account, the language and the role.
- Refusing costs nothing: the link stays valid.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.joining.onward import resume
from bot.dialogs.language import languages, speak
from bot.dialogs.parts.documents import first_page, page_buttons, paged
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.states import Joining
from bot.domain.access import May, Role
from bot.domain.consents import BY_KIND
from bot.domain.errors import AnswerNotUnderstood, Gone
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Tone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.joining import intake

OLDEST = 110


def dialog() -> Screens:
    return Screens(
        whoever_may(May.FILL_APPLICATION),
        Window(
            T("joining-language"),
            Grid("lang", "languages", _first_language),
            only_buttons(),
            state=Joining.language,
            getter=languages,
        ),
        Window(
            T("joining-welcome-{role}", programme="programme", organisation="organisation"),
            Button(L("joining-begin"), id="begin", on_click=_begin),
            SwitchTo(L("joining-about-button"), id="about", state=Joining.about),
            Grid("other", "other_languages", _other_language),
            only_buttons(),
            state=Joining.welcome,
            getter=[welcome, other_languages],
        ),
        Window(
            T("joining-about"),
            Button(L("joining-begin"), id="begin", on_click=_begin),
            SwitchTo(L("button-back"), id="back", state=Joining.welcome),
            only_buttons(),
            state=Joining.about,
        ),
        Window(
            T("joining-age"),
            Grid("age", "bands", _choose_band),
            SwitchTo(L("button-back"), id="back", state=Joining.welcome),
            typed(_type_age),
            state=Joining.age,
            getter=bands,
        ),
        Window(
            T("joining-consent", text="short"),
            Button(L("joining-agree"), id="agree", on_click=_agree, when="binds"),
            Button(L("joining-noted"), id="noted", on_click=_agree, when="notice"),
            SwitchTo(
                L("joining-read-full"), id="full", state=Joining.consent_full, on_click=first_page
            ),
            SwitchTo(L("joining-not-now"), id="later", state=Joining.later),
            SwitchTo(L("button-back"), id="back", state=Joining.age),
            only_buttons(),
            state=Joining.consent,
            getter=consent,
        ),
        Window(
            T("joining-consent-full", text="page", number="number", total="total"),
            page_buttons(),
            Button(L("joining-agree"), id="agree", on_click=_agree, when="agree_last"),
            Button(L("joining-noted"), id="noted", on_click=_agree, when="note_last"),
            SwitchTo(L("button-back"), id="back", state=Joining.consent),
            only_buttons(),
            state=Joining.consent_full,
            getter=consent,
        ),
        Window(
            T("joining-later"),
            SwitchTo(L("joining-read-again"), id="again", state=Joining.consent),
            menu_button(),
            only_buttons(),
            state=Joining.later,
        ),
    )


async def welcome(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    seen = await intake.welcome(
        db, actor, participation_id=start_id(dialog_manager, "participation_id")
    )
    return {"role": seen.role, "programme": seen.programme, "organisation": seen.organisation}


async def other_languages(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    _db, _actor, reader, texts, *_rest = hands(dialog_manager)
    others = [one for one in texts.locales if one != reader.locale]
    return {
        "other_languages": [button(one, texts.label(one, "vy", "language-name")) for one in others]
    }


async def _first_language(_: CallbackQuery, __: Any, manager: DialogManager, locale: str) -> None:
    await speak(manager, locale)
    await manager.switch_to(Joining.welcome)


async def _other_language(_: CallbackQuery, __: Any, manager: DialogManager, locale: str) -> None:
    await speak(manager, locale)


async def _begin(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """On to the age; somebody who has agreed before is led to where they were."""
    db, actor, *_rest = hands(manager)
    participation_id = start_id(manager, "participation_id")
    seen = await intake.welcome(db, actor, participation_id=participation_id)
    if seen.state is ParticipationState.CONSENT:
        await manager.switch_to(Joining.age)
    else:
        await resume(manager, participation_id)


async def bands(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Children under 14 come as mentees only."""
    at_hand = hands(dialog_manager)
    seen = await intake.welcome(
        at_hand.db, at_hand.actor, participation_id=start_id(dialog_manager, "participation_id")
    )
    offered = [b for b in AgeBand if seen.role is Role.MENTEE or b is not AgeBand.UNDER_14]
    return {"bands": [button(band, worded(at_hand, f"joining-age-{band}")) for band in offered]}


async def _choose_band(_: CallbackQuery, __: Any, manager: DialogManager, band: str) -> None:
    await _keep_band(manager, band)


async def _type_age(manager: DialogManager, raw: str) -> None:
    years = hands(manager).lexicon.number(raw)
    if years is None or not 0 < years <= OLDEST:
        raise AnswerNotUnderstood(hint=f"1–{OLDEST}")
    await _keep_band(manager, AgeBand.of_age(years))


async def _keep_band(manager: DialogManager, band: str) -> None:
    manager.dialog_data["band"] = band
    await manager.switch_to(Joining.consent)


def _band(manager: DialogManager) -> AgeBand:
    try:
        return AgeBand(manager.dialog_data.get("band", ""))
    except ValueError:
        raise Gone from None


async def consent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    document = await intake.consent_text(
        at_hand.db,
        at_hand.actor,
        participation_id=start_id(dialog_manager, "participation_id"),
        band=_band(dialog_manager),
        profile=at_hand.profile,
    )
    tone = Tone(at_hand.actor.tone).towards(_band(dialog_manager))
    locale, page = at_hand.reader.locale, dialog_manager.dialog_data.get("page", 0)
    pages = paged(document.full.say(locale, tone), page)
    binds = BY_KIND[document.kind].binds  # a child under 14 reads a notice and agrees to nothing
    return {
        "binds": binds,
        "notice": not binds,
        "short": document.short.say(locale, tone),
        **pages,
        "agree_last": binds and pages["last"],
        "note_last": not binds and pages["last"],
    }


async def _agree(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    participation_id = start_id(manager, "participation_id")
    await intake.agree(
        at_hand.db,
        at_hand.actor,
        participation_id=participation_id,
        band=_band(manager),
        profile=at_hand.profile,
        channel=at_hand.reader.messenger,
    )
    await introduce_again(manager)
    await resume(manager, participation_id)
