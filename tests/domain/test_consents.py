"""Which documents are needed at which age, and where each of them stands."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.access import Role
from bot.domain.clearance import Lack, Standing, missing_consents
from bot.domain.consents import (
    BY_KIND,
    DOCUMENTS,
    Answer,
    Signer,
    answer_of,
    own_document,
    required,
    to_ask,
)
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Consent, Person
from bot.domain.selection import Selection

NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)
ME, HOUSE = uuid4(), uuid4()
U14, TEEN, ADULT = AgeBand.UNDER_14, AgeBand.FROM_14_TO_17, AgeBand.ADULT
VERSIONS = dict.fromkeys(BY_KIND, "1")


def given(
    kind: str, *, version: str = "1", at: datetime = NOW, by: UUID = ME, refused: bool = False,
    withdrawn: bool = False,
) -> Consent:  # fmt: skip
    return Consent(
        organisation_id=HOUSE, person_id=ME, given_by=by, kind=kind, version=version,
        text_hash="0" * 64, locale="ru", channel="telegram", given_at=at, refused=refused,
        withdrawn_at=at if refused or withdrawn else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("band", "needed", "first"),
    [
        (U14, ("guardian",), "notice-child"),
        (TEEN, ("processing-minor", "guardian"), "processing-minor"),
        (ADULT, ("processing-adult",), "processing-adult"),
    ],
)
def test_who_agrees_is_a_question_of_age(band: AgeBand, needed: tuple[str], first: str) -> None:
    assert required(band) == needed
    assert own_document(band) == first


@pytest.mark.parametrize("band", AgeBand)
def test_an_optional_document_is_signed_by_who_answers_for_the_person(band: AgeBand) -> None:
    optional = [d for d in DOCUMENTS if band in d.bands and d.optional]
    assert {d.kind.partition("-")[0] for d in optional} == {"psychology", "dissemination"}
    signer = Signer.SELF if band is ADULT else Signer.GUARDIAN
    assert {d.signer for d in optional} == {signer}


def test_a_notice_is_nobodys_consent() -> None:
    assert missing_consents(U14, {"notice-child"}) == ("guardian",)
    assert missing_consents(TEEN, {"notice-child", "guardian"}) == ("processing-minor",)


STANDINGS = [  # band, consents in force, what is missing
    (None, {"processing-adult"}, (Lack.AGE,)),
    (U14, {"guardian"}, ()),
    (U14, {"processing-minor"}, (Lack.GUARDIAN_CONSENT,)),
    (TEEN, {"guardian"}, (Lack.OWN_CONSENT,)),
    (TEEN, {"processing-minor"}, (Lack.GUARDIAN_CONSENT,)),
    (TEEN, {"processing-minor", "guardian"}, ()),
    (ADULT, {"processing-minor", "guardian"}, (Lack.OWN_CONSENT,)),
    (ADULT, {"processing-adult"}, ()),
    (ADULT, {"psychology-adult"}, (Lack.OWN_CONSENT,)),
]


@pytest.mark.parametrize(("band", "consents", "lacks"), STANDINGS)
def test_what_is_missing_at_each_age(
    band: AgeBand | None, consents: set[str], lacks: tuple[Lack, ...]
) -> None:
    standing = Standing(
        Role.MENTEE, ParticipationState.APPROVED, band, frozenset(consents), frozenset(),
        Selection(),
    )  # fmt: skip
    assert standing.lacks() == lacks
    assert standing.cleared is (not lacks)


def test_a_mentor_without_a_valid_check_or_a_decision_is_not_cleared() -> None:
    standing = Standing(
        Role.MENTOR, ParticipationState.APPLIED, ADULT, frozenset({"processing-adult"}),
        frozenset({"identity"}), Selection(checks=("identity", "no-criminal-record")),
    )  # fmt: skip
    assert standing.lacks() == (Lack.APPROVAL, Lack.CHECK)


ANSWERS = [
    ([], Answer.OPEN),
    ([given("guardian")], Answer.GIVEN),
    ([given("guardian", version="0")], Answer.OUTDATED),
    ([given("guardian", version="0"), given("guardian")], Answer.GIVEN),
    ([given("guardian", withdrawn=True)], Answer.WITHDRAWN),
    ([given("guardian", refused=True)], Answer.REFUSED),
    (
        [given("guardian", refused=True), given("guardian", at=NOW + timedelta(1))],
        Answer.GIVEN,
    ),
    ([given("psychology-guardian")], Answer.OPEN),
]


@pytest.mark.parametrize(("rows", "answer"), ANSWERS)
def test_where_a_document_stands(rows: list[Consent], answer: Answer) -> None:
    assert answer_of(BY_KIND["guardian"], rows, "1") is answer


def kinds(band: AgeBand, *rows: Consent, versions: dict[str, str] = VERSIONS) -> list[str]:
    return [document.kind for document in to_ask(band, rows, versions)]


def test_at_14_the_child_is_asked_and_at_18_the_adult() -> None:
    child = [given("notice-child"), given("guardian")]
    assert kinds(U14, *child) == []
    assert kinds(TEEN, *child) == ["processing-minor"]
    assert kinds(ADULT, *child, given("processing-minor")) == ["processing-adult"]


def test_a_new_text_is_asked_of_who_agreed_to_the_old_one_and_of_nobody_else() -> None:
    new = VERSIONS | {"psychology-guardian": "2", "guardian": "2"}
    rows = [given("processing-minor"), given("guardian")]
    assert kinds(TEEN, *rows, versions=new) == ["guardian"]
    rows.append(given("psychology-guardian"))
    assert kinds(TEEN, *rows, versions=new) == ["guardian", "psychology-guardian"]


def test_an_optional_document_that_was_refused_is_never_asked_for() -> None:
    rows = [given("processing-adult"), given("psychology-adult", refused=True)]
    assert kinds(ADULT, *rows) == []


BIRTHDAYS = [
    (date(2016, 3, 13), date(2030, 3, 12), U14),
    (date(2016, 3, 13), date(2030, 3, 13), TEEN),
    (date(2016, 2, 29), date(2030, 2, 28), U14),
    (date(2016, 2, 29), date(2030, 3, 1), TEEN),
    (date(2012, 3, 13), date(2030, 3, 12), TEEN),
    (date(2012, 3, 13), date(2030, 3, 13), ADULT),
]


@pytest.mark.parametrize(("born", "today", "band"), BIRTHDAYS)
def test_a_birthday_moves_a_person_on(born: date, today: date, band: AgeBand) -> None:
    person = Person(locale="ru", created_at=NOW, birth_date=born, age_band=U14)
    assert person.band(today) is band
