"""Every screen, looked at by everybody whose business it is not: nothing of anybody is shown.

An id in a button is attacker input. So each window of each dialog, found by walking the routers, is
opened with the ids of others by every role: of another programme, of another organisation, and (who
only takes part) of the very same programme. Either it refuses, or nothing of theirs is on it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from aiogram.types import InlineKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager

from bot.dialogs.parts.screens import Screens
from bot.dialogs.programme.region_states import HeadPage
from bot.dialogs.states import GuardianConsent, Volunteer
from bot.domain.access import REACH, Actor, Assignment, Reach, Role
from bot.domain.errors import Refusal
from bot.handlers.acts import ACTS
from bot.middlewares.acquaintance import Reader
from bot.texts import Texts
from bot.usecases.programme import programme_settings, programmes
from tests.architecture.test_promises import routers
from tests.architecture.test_windows import SEEN_BY, Looker, Stand, _Bot, dialog_of, stand

__all__ = ["stand"]  # the fixture
TYPED = {"note": "x", "name": "x"}  # what the looker has typed themselves is no secret
SECRETS = (
    "Дима", "Орлов", "Игорь", "Сафонов", "Соня", "Гусева", "Марат", "Без пары", "Кузнецова",
    "Зинаида", "Закрытая", "ЧТЗ", "ПО-21",
)  # fmt: skip
OPEN_TO_ALL = {
    Volunteer.choose,  # names of programmes in which graduates may offer help
    # Whoever holds a guardian's link: its token was asked for, and its id stands in no button.
    *GuardianConsent.__all_states__,
    HeadPage.home,  # of oneself: of another programme's head it is the page of that programme
}

async def strangers(stand: Stand) -> dict[str, Actor]:
    """Each role, in each place that is not the one the screens are about."""
    village = stand.village
    boris = await village.curator("Лицей", "Рост")
    outsider = (await village.enters(boris, Role.MENTOR)).person_id
    anna = await stand.actor("curator")
    assert anna is not None
    house = anna.assignments[0].organisation_id
    [mine] = await programmes.mine(village.db, anna)
    # our own examples name Anna and her programme: here they have names that stand nowhere else
    await programmes.introduce_curator(village.db, anna, name="Зинаида")
    await programme_settings.rename(
        village.db, anna, programme_id=mine.programme_id, name="Закрытая"
    )
    second = await programmes.create(
        village.db,
        anna,
        name="Вторая",
        forms=["pupil_pupil"],
        starts_on=date(2029, 9, 1),
        ends_on=date(2030, 8, 31),
    )
    found = {}
    for role, reach in REACH.items():
        places = {
            "of another programme": Assignment(role, house, second),
            "of another organisation": Assignment(role, boris.organisation_id),
        }
        if reach is Reach.OWN:
            places["of the same programme"] = Assignment(role, house, mine.programme_id)
        if role is Role.OPERATOR:
            continue  # invites anywhere, and reaches nobody's data: see tests/usecases
        for where, held in places.items():
            found[f"{role} {where}"] = Actor(outsider, "ru", "vy", (held,))
    return found

async def shown(stand: Stand, texts: Texts, dialog: Screens, state: Any, actor: Actor) -> str:
    """All words on the window, or nothing when it refuses."""
    if not dialog.policy.admits(actor):
        return ""
    work = stand.dispatcher.workflow_data
    looker = Looker(
        dialog,
        state,
        dict(stand.ids[SEEN_BY[state]]),
        {**stand.kept, **TYPED},
        **{key: work[key] for key in ("db", "texts", "profile", "lexicon", "worker", "works")},
        actor=actor,
        reader=Reader("ru", "vy", "4711"),
        bot=_Bot(),
    )
    try:
        message = await dialog.windows[state].render(dialog, cast(DialogManager, looker))
    except Refusal:
        return ""
    keyboard = message.reply_markup
    labels = (
        [button.text for row in keyboard.inline_keyboard for button in row]
        if isinstance(keyboard, InlineKeyboardMarkup)
        else []
    )
    return " ".join([message.text or "", *labels])

async def test_no_screen_shows_anything_of_others(stand: Stand, texts: Texts) -> None:
    people = await strangers(stand)
    leaks, looked, refused = [], 0, 0
    for dialog in [one for one in routers(stand.dispatcher) if isinstance(one, Dialog)]:
        assert isinstance(dialog, Screens)
        for state in dialog.windows:
            if state in OPEN_TO_ALL:
                continue
            for who, actor in people.items():
                words = await shown(stand, texts, dialog, state, actor)
                looked += 1
                refused += not words
                found = [secret for secret in SECRETS if secret in words]
                if found:
                    leaks.append(f"{state.state} to the {who}: {', '.join(found)}")
    await stand.village.db.close()
    assert leaks == [], "\n".join(leaks)
    assert looked > 1000, "every screen by every role"
    assert refused > looked / 2

async def test_who_belongs_there_does_see_it(stand: Stand, texts: Texts) -> None:
    """Otherwise the test above would pass by showing nothing to anybody."""
    await strangers(stand)
    anna = await stand.actor("curator")
    assert anna is not None
    seen = set()
    for state in [state for state, name in SEEN_BY.items() if name == "curator"]:
        dialog = dialog_of(stand, state)
        assert isinstance(dialog, Screens)
        words = await shown(stand, texts, dialog, state, anna)
        seen |= {state} if any(secret in words for secret in SECRETS) else set()
    await stand.village.db.close()
    assert len(seen) > 15

def test_an_act_of_a_letter_that_is_open_to_everybody_is_about_oneself() -> None:
    """Every other asks for a right first; its use case or its screen asks again, with the id.

    The screen of consents is anybody's who consents for somebody: it asks for whom (see above).
    """
    open_to_everybody = {name for name, row in ACTS.items() if not row.policy.rights}
    assert open_to_everybody <= {"open-menu", "open-consents"}
