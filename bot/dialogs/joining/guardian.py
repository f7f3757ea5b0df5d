"""A guardian's consent from both sides: the minor passes a link on, the guardian agrees."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.joining.onward import resume
from bot.dialogs.language import languages, speak
from bot.dialogs.parts.documents import first_page, page_buttons, paged
from bot.dialogs.parts.lines import Grid, spoken
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button, start_id
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.states import Consents, Guardian, GuardianConsent
from bot.dialogs.team.passing_on import send_link, send_qr
from bot.domain.access import May
from bot.domain.errors import Gone, GuardianSilent
from bot.domain.participations import ParticipationState
from bot.domain.programmes import tidy_name
from bot.middlewares.policies import ACQUAINTED, whoever_may
from bot.texts import L, T
from bot.usecases.joining import guardians, intake
from bot.usecases.team import invitations


def dialogs() -> tuple[Screens, ...]:
    return waiting_for_guardian(), guardian_consent()


def waiting_for_guardian() -> Screens:
    """The minor's side."""
    return Screens(
        whoever_may(May.FILL_APPLICATION),
        Window(
            Multi(
                T("guardian-needed-{when}", when="needed"),
                T("guardian-{sent}-sent", when="sent"),
                T("guardian-agreed-form", when="to_form"),
                T("guardian-agreed-applied", when="complete"),
                sep="\n\n",
            ),
            Button(L("guardian-to-form"), id="on", on_click=_go_on, when="to_form"),
            Button(L("guardian-pass-on"), id="link", on_click=_pass_on, when="needed"),
            Button(L("guardian-show-qr"), id="qr", on_click=_show_qr, when="needed"),
            Button(L("guardian-check"), id="check", on_click=_check, when="needed"),
            menu_button(),
            only_buttons(),
            state=Guardian.waiting,
            getter=where_it_stands,
        ),
    )


async def where_it_stands(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    participation_id = start_id(dialog_manager, "participation_id")
    steps = await intake.steps(db, actor)
    step = next((one for one in steps if one.participation_id == participation_id), None)
    if step is None:
        raise Gone
    needed = step.state is ParticipationState.GUARDIAN
    return {
        "when": "form-sent" if step.form_sent else "first",
        "needed": needed,
        "sent": dialog_manager.dialog_data.get("sent") if needed else None,
        "to_form": step.state is ParticipationState.FORM,
        "complete": not needed and step.form_sent,
    }


async def _pass_on(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A message to forward, apart from the screen."""
    await _send(manager, "link")


async def _show_qr(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A picture for the phone of a grown-up who stands beside."""
    await _send(manager, "qr")


async def _send(manager: DialogManager, how: str) -> None:
    """Each press makes a new link: what was sent before stays as good as it was."""
    if just_sent(manager, how):
        return
    db, actor, *_rest = hands(manager)
    link = await invitations.guardian_link(
        db, actor, participation_id=start_id(manager, "participation_id")
    )
    words = {"programme": link.programme, "organisation": link.organisation}
    if how == "qr":
        await send_qr(manager, "guardian-qr", link.token, words)
    else:
        await send_link(manager, "guardian-forward", link.token, words)
    note_sent(manager, how)
    manager.dialog_data["sent"] = how


async def _check(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Without news the screen stays as it is, and the press would seem lost."""
    if (await where_it_stands(manager))["needed"]:
        raise GuardianSilent


async def _go_on(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await resume(manager, start_id(manager, "participation_id"))


def guardian_consent() -> Screens:
    """The guardian's side; before the consent nothing is kept but the account and the language."""
    return Screens(
        ACQUAINTED,
        Window(
            T("joining-language"),
            Grid("lang", "languages", _language),
            only_buttons(),
            state=GuardianConsent.language,
            getter=languages,
        ),
        Window(
            Multi(
                T("guardian-about", programme="programme", organisation="organisation"),
                T("guardian-about-child", child="child", when="child"),
                T("guardian-short", text="short", when="open"),
                T("guardian-already", when="agreed"),
                sep="\n\n",
            ),
            SwitchTo(L("guardian-to-consent"), id="on", state=GuardianConsent.name, when="open"),
            SwitchTo(
                L("guardian-read-full"), id="full", state=GuardianConsent.full, on_click=first_page
            ),
            SwitchTo(L("guardian-not-now"), id="later", state=GuardianConsent.later, when="open"),
            # Before the consent the menu knows nothing of the child: it would be a dead end.
            menu_button(when="agreed"),
            only_buttons(),
            state=GuardianConsent.about,
            getter=about,
        ),
        Window(
            T("guardian-full", text="page", number="number", total="total"),
            page_buttons(),
            SwitchTo(L("button-back"), id="back", state=GuardianConsent.about),
            only_buttons(),
            state=GuardianConsent.full,
            getter=about,
        ),
        Window(
            Multi(
                T("guardian-ask-name", when="nameless"),
                T("guardian-confirm", name="name", when="name"),
            ),
            Button(L("guardian-agree"), id="agree", on_click=_agree, when="name"),
            SwitchTo(L("button-back"), id="back", state=GuardianConsent.about),
            typed(_name),
            state=GuardianConsent.name,
            getter=about,
        ),
        Window(
            T("guardian-done", curator="curator"),
            Button(L("guardian-to-optional"), id="more", on_click=_optional),
            menu_button(),
            only_buttons(),
            state=GuardianConsent.done,
            getter=about,
        ),
        Window(
            T("guardian-later"),
            SwitchTo(L("guardian-read-again"), id="again", state=GuardianConsent.about),
            only_buttons(),
            state=GuardianConsent.later,
        ),
    )


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    ward = await guardians.ward(
        at_hand.db,
        guardian_id=at_hand.actor.person_id,
        invitation_id=start_id(dialog_manager, "invitation_id"),
        profile=at_hand.profile,
    )
    name = dialog_manager.dialog_data.get("name")
    return {
        "child": ward.name or "",
        "programme": ward.programme,
        "organisation": ward.organisation,
        "curator": ward.curator,
        "short": ward.document.short,
        "agreed": ward.agreed,
        "open": not ward.agreed,
        "person_id": str(ward.person_id),
        "name": name,
        "nameless": not name,
        **paged(spoken(at_hand, ward.document.full), dialog_manager.dialog_data.get("page", 0)),
    }


async def _language(_: CallbackQuery, __: Any, manager: DialogManager, locale: str) -> None:
    await speak(manager, locale)
    await manager.switch_to(GuardianConsent.about)


async def _name(manager: DialogManager, raw: str) -> None:
    manager.dialog_data["name"] = tidy_name(raw)


async def _agree(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await guardians.consent(
        at_hand.db,
        guardian_id=at_hand.actor.person_id,
        invitation_id=start_id(manager, "invitation_id"),
        name=str(manager.dialog_data.get("name", "")),
        profile=at_hand.profile,
        channel=at_hand.reader.messenger,
    )
    await introduce_again(manager)
    await manager.switch_to(GuardianConsent.done)


async def _optional(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The documents nobody has to agree to: offered after the one that matters, never before."""
    person_id = (await about(manager))["person_id"]
    await manager.start(Consents.list, {"person_id": person_id})
