"""The promises of the house that a machine can keep: rights, policies, letters, tables, layers."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram import Dispatcher, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog

from bot.dialogs.parts.screens import Screens
from bot.dispatching import make_dispatcher
from bot.domain.access import GRANTS, REACH, May, Role
from bot.domain.errors import Refusal
from bot.domain.ids import new_id
from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.pair_states import STEPS
from bot.domain.profile import Profile
from bot.domain.programmes import INVITATION_RULES
from bot.handlers.acts import ACTS
from bot.middlewares.policies import FLAG, Gate, Policy
from bot.reports.worker import Worker
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.tables import metadata
from bot.texts import Texts
from bot.usecases.letters import COMPOSERS

ROOT = Path(__file__).parents[2]
# What a person starts: everything else is started by the framework.
STARTED_BY_PEOPLE = frozenset(
    {"message", "edited_message", "callback_query", "my_chat_member", "inline_query"}
)
# Tables without an organisation, each with its reason.
OF_NO_ORGANISATION = {
    "organisations": "is the organisation",
    "people": "a human being may belong to several",
    "contacts": "an account belongs to a human being",
    "questionnaires": "content, shared by all; answers carry the organisation",
    "inbox": "the messenger's mail, before anybody knows whose it is",
    "conversations": "what screen an account looks at",
    "clock_rules": "a zone and its rules, the same for all who live in it",
    "leases": "which process is at work",
    "wrong_codes": "an account that tries links; nobody knows yet whose",
}


@pytest.fixture
async def dispatcher(sqlite_url: str, profile: Profile, texts: Texts) -> Dispatcher:
    db = Database.open(sqlite_url)
    return make_dispatcher(
        db=db, texts=texts, profile=profile, conversations=Conversations(db), worker=Worker()
    )


def routers(router: Router) -> Iterator[Router]:
    """All of ours; the library's own "about" dialog is opened by nothing of ours."""
    yield router
    for inner in router.sub_routers:
        if inner.name == "AiogramDialogStates":
            continue
        yield from routers(inner)


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for package in ("bot", "scheduler"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """The last name of what a call calls."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return getattr(function, "attr", getattr(function, "id", ""))


# --- rights ---


def test_every_role_has_grants_reach_and_a_rule_for_its_links() -> None:
    assert set(GRANTS) == set(REACH) == set(INVITATION_RULES) == set(Role)


def test_every_right_is_granted_to_somebody() -> None:
    assert frozenset.union(*GRANTS.values()) == set(May)


async def test_every_handler_says_who_may_use_it(dispatcher: Dispatcher) -> None:
    open_to_all = [
        f"{router.name}: {handler.callback.__qualname__}"
        for router in routers(dispatcher)
        if not isinstance(router, Dialog)
        for kind, observer in router.observers.items()
        if kind in STARTED_BY_PEOPLE
        for handler in observer.handlers
        if not isinstance(handler.flags.get(FLAG), Policy)
    ]
    assert open_to_all == []


async def test_every_handler_stands_behind_a_gate(dispatcher: Dispatcher) -> None:
    """A policy that nobody asks is a wish."""
    ungated = [
        f"{router.name}: {kind}"
        for router in routers(dispatcher)
        for kind, observer in router.observers.items()
        if kind in STARTED_BY_PEOPLE and observer.handlers
        if not any(isinstance(one, Gate) for one in observer.middleware)
    ]
    assert ungated == []


async def test_every_dialog_says_who_may_enter_it(dispatcher: Dispatcher) -> None:
    found = [router for router in routers(dispatcher) if isinstance(router, Dialog)]
    assert found
    assert all(isinstance(one, Screens) and isinstance(one.policy, Policy) for one in found)


def test_every_button_of_a_letter_has_an_act_with_a_policy() -> None:
    named = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            place = {"Press": 1, "act_data": 0}.get(called(node))
            if place is None:
                continue
            assert isinstance(node, ast.Call)
            if len(node.args) > place and isinstance(node.args[place], ast.Constant):
                named.add(ast.literal_eval(node.args[place]))
    assert named
    assert named <= set(ACTS), sorted(named - set(ACTS))
    assert all(isinstance(row.policy, Policy) for row in ACTS.values())


def test_no_policy_asks_for_a_right_that_nobody_has(dispatcher: Dispatcher) -> None:
    granted = frozenset.union(*GRANTS.values())
    policies = [row.policy for row in ACTS.values()]
    policies += [one.policy for one in routers(dispatcher) if isinstance(one, Screens)]
    assert all(policy.rights <= granted for policy in policies)


def test_a_link_is_opened_only_behind_the_door_that_locks() -> None:
    """Whoever opened one directly could try as many codes as they like."""
    openers = {
        path.relative_to(ROOT).as_posix()
        for path, tree in trees()
        for node in ast.walk(tree)
        if called(node) == "open_link"
    }
    assert openers == {"bot/usecases/team/wrong_codes.py"}


# --- screens ---


def all_states() -> set[State]:
    """Of every file named after states: the rooms keep theirs beside their screens."""
    files = (ROOT / "bot/dialogs").rglob("*states.py")
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    modules = [importlib.import_module(name) for name in names]
    classes = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    groups = [one for one in classes if issubclass(one, StatesGroup)]
    return {state for group in groups for state in group.__all_states__}


async def test_every_state_has_a_window_and_every_window_a_state(dispatcher: Dispatcher) -> None:
    windows = {
        state
        for router in routers(dispatcher)
        if isinstance(router, Dialog)
        for state in router.windows
    }
    assert windows == all_states()


# --- letters ---


def test_every_kind_of_notice_has_a_policy_and_a_composer() -> None:
    assert set(NOTICE_KINDS) == set(COMPOSERS)


def test_every_kind_of_notice_is_planned_somewhere_and_no_other_is() -> None:
    constants: set[str] = set()
    planned: set[str] = set()
    for path, tree in trees():
        if "usecases" not in path.parts:
            continue
        for node in ast.walk(tree):
            here = "letters" not in path.parts
            if here and isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            if called(node) == "plan" and isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    planned.add(first.value)
    assert planned <= set(NOTICE_KINDS)
    constants |= {kind for step in STEPS for _, kind in step.hears}  # see `pairs/moving.py`
    assert set(NOTICE_KINDS) <= constants


def test_every_refusal_is_said_somewhere() -> None:
    """One that is never raised is a rule somebody forgot to check."""
    named = {
        node.id
        for path, tree in trees()
        if path.name != "errors.py" or "domain" not in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Name)
    }
    silent = [one.__name__ for one in refusals() if one.__name__ not in named]
    assert silent == []


def refusals() -> list[type[Refusal]]:
    found, queue = [], [Refusal]
    while queue:
        inner = queue.pop().__subclasses__()
        found += inner
        queue += inner
    return sorted(set(found), key=lambda one: one.__name__)


# --- rows ---


def test_every_table_says_whose_it_is() -> None:
    without = {
        table.name for table in metadata.sorted_tables if "organisation_id" not in table.columns
    }
    assert without == set(OF_NO_ORGANISATION)


def test_the_organisation_of_a_row_is_never_unknown() -> None:
    unsure = [
        table.name
        for table in metadata.sorted_tables
        if "organisation_id" in table.columns and table.c.organisation_id.nullable
    ]
    assert unsure == []


# --- code ---


def test_no_statement_is_put_together_from_strings() -> None:
    """A value goes into a statement as a parameter; `text` and the like take literals only."""
    glued = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and called(node) in {"text", "exec_driver_sql", "literal_column"}
        and isinstance(node.func, ast.Name | ast.Attribute)
        and not (isinstance(node.func, ast.Attribute) and node.func.attr == "text")
        and node.args
        and not isinstance(node.args[0], ast.Constant | ast.IfExp)
    ]
    assert glued == []


def test_every_list_comes_in_the_same_order_from_every_database() -> None:
    """What happened in the same moment is told apart by its id, last in every `order_by`.

    Without it PostgreSQL gives ties in the order of its plan of the day: a list of organisations
    stood the other way round once the planner had counted the rows.
    """
    unique = {"id", "update_id"}
    loose = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) == "order_by":
                last = node.args[-1]
                if called(last) == "desc":
                    last = last.func.value  # type: ignore[attr-defined]  # a call of a method
                if not (isinstance(last, ast.Attribute) and last.attr in unique):
                    loose.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert loose == []


def test_ids_are_made_in_one_place_and_sort_in_the_order_of_making() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in {"uuid1", "uuid4", "uuid6", "uuid7"}
    }
    assert makers == {"bot/domain/ids.py"}
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_screens_and_handlers_never_touch_rows() -> None:
    """They call use cases; of storage they may know the door they pass on, and its words."""
    permitted = {
        "bot.storage.database",
        "bot.storage.turns",
        "bot.storage.conversations",
    }
    reaching = []
    for path, tree in trees():
        if path.parts[len(ROOT.parts)] != "bot" or path.parts[len(ROOT.parts) + 1] not in {
            "dialogs",
            "handlers",
            "middlewares",
        }:
            continue
        for node in ast.walk(tree):
            module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
            if module.startswith("bot.storage") and module not in permitted:
                reaching.append(f"{path.name}: {module}")
            if isinstance(node, ast.Attribute) and node.attr in {"transaction", "reading"}:
                reaching.append(f"{path.name}: db.{node.attr}")
    assert reaching == []


def test_files_and_pictures_are_sent_where_the_screen_goes_on_below_them() -> None:
    """A link to pass on is pointed at by the screen above it."""
    senders = {
        path.relative_to(ROOT).as_posix()
        for path, tree in trees()
        if "dialogs" in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in {"send_document", "send_photo"}
    }
    assert senders == {"bot/dialogs/parts/sending.py", "bot/dialogs/team/passing_on.py"}


def test_no_use_case_holds_a_transaction_open_over_the_messenger() -> None:
    """Use cases do not even know it: see the import contract; here that none awaits a sleep."""
    waiting = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees()
        if "usecases" in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "sleep"
    ]
    assert waiting == []


def test_only_the_database_reads_the_clock() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "utcnow", "today", "time"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    }
    assert readers == {"bot/storage/database.py"}
