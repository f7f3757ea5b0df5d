"""No table and no column about a person is forgotten when they ask for a copy or a deletion."""

from sqlalchemy import JSON, Date, Enum, Integer, String, Text

from bot.storage.stores.personal import ERASED, OWNED, REMOVED
from bot.storage.tables import metadata, participations, people

# Tables that name people of the team only, in what they do for the programme.
OF_THE_TEAM = {
    "road_map_items", "waves", "wave_plans", "matching_runs", "own_questionnaires", "counts",
    "assessments", "swot_entries", "exports", "region_reminders", "broadcasts", "desk_tasks",
    "note_views", "mass_acts", "digest_choices", "handovers", "own_templates",
}  # fmt: skip
# What stays when the name is gone: it says what happened, and to nobody any more.
STAYS = {
    "people": {"locale"},
    "consents": {  # the proof that somebody had agreed
        "kind", "version", "text_hash", "locale", "channel", "paper_date", "paper_number",
    },
    "erasures": {"what"},
    "participations": {"kind", "version", "round_told"},
    "responses": {"reminders", "form", "version"},
    # of the reason, what is not ours goes: see `erase`
    "pairs": {"form", "score", "reason", "slot", "version", "quiet_rung", "history"},
    "matching_lines": {"place", "form", "score", "group_number", "slot", "decision", "version"},
    "meetings": {"times", "place", "sequence", "repeats_until", "minutes", "version"},
    "checks": {"kind", "issued_on", "expires_on"},
    "training_records": {"module", "version", "place", "right", "total", "row_version"},
    "certificates": {"number", "minutes", "modules"},  # of the training; the name is not in it
    "offers": {"kind", "version"},
    "group_polls": {"times", "place", "version"},
    "group_poll_answers": {"times"},
    "pair_marks": {"on_day", "until", "reason"},
    "goals": {"due_on", "progress", "version"},
    "goal_steps": {"due_on", "version"},
    "goodbyes": {"last_on", "version"},
    "farewells": {"version"},
    "corrections": {"item"},
    "selection_steps": {"step"},
    "tickets": {"version"},
    "invitations": {"token_hash", "uses"},
}  # fmt: skip


def test_every_table_about_people_is_in_a_copy() -> None:
    about = {
        table.name
        for table in metadata.sorted_tables
        if any(
            key.column.table in (people, participations)
            for column in table.c
            for key in column.foreign_keys
        )
        or {"person_id", "participation_id"} & set(table.c.keys())
    }
    assert about - OF_THE_TEAM - {"people"} == {t.name for t in OWNED} - {"people"}


def test_every_column_is_emptied_or_stays_for_a_reason() -> None:
    wrong = {}
    for table in OWNED:
        if table in REMOVED:
            continue
        telling = {
            column.name
            for column in table.c
            if isinstance(column.type, String | Text | JSON | Date | Integer)
            and not isinstance(column.type, Enum)
        }
        emptied, stays = set(ERASED.get(table, {})), STAYS.get(table.name, set())
        forgotten = telling - emptied - stays
        unknown = (emptied | stays) - set(table.c.keys())
        if forgotten | unknown:
            wrong[table.name] = forgotten | unknown
    assert wrong == {}
