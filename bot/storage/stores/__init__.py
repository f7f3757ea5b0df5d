"""What can be asked of the database, one store for each activity.

All of a transaction share its session.
"""

from datetime import datetime
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.stores.ballots import BallotStore
from bot.storage.stores.bases import BaseStore
from bot.storage.stores.broadcasts import BroadcastStore
from bot.storage.stores.clocks import ClockStore
from bot.storage.stores.consents import ConsentStore
from bot.storage.stores.corrections import CorrectionStore
from bot.storage.stores.desk_book import DeskBookStore
from bot.storage.stores.desk_notes import DeskNoteStore
from bot.storage.stores.desk_tasks import DeskTaskStore
from bot.storage.stores.digests import DigestStore
from bot.storage.stores.efforts import EffortStore
from bot.storage.stores.exports import ExportStore
from bot.storage.stores.finding import FindingStore
from bot.storage.stores.goodbyes import GoodbyeStore
from bot.storage.stores.health import HealthStore
from bot.storage.stores.indicators import IndicatorStore
from bot.storage.stores.mass_acts import MassActStore
from bot.storage.stores.matching import MatchingStore
from bot.storage.stores.meetings import MeetingStore
from bot.storage.stores.notices import NoticeStore
from bot.storage.stores.offers import OfferStore
from bot.storage.stores.own_questionnaires import OwnQuestionnaireStore
from bot.storage.stores.pair_marks import PairMarkStore
from bot.storage.stores.pairs import PairStore
from bot.storage.stores.participations import ParticipationStore
from bot.storage.stores.people import PeopleStore
from bot.storage.stores.personal import PersonalStore
from bot.storage.stores.plans import PlanStore
from bot.storage.stores.polls import PollStore
from bot.storage.stores.programme_facts import FactStore
from bot.storage.stores.programmes import ProgrammeStore
from bot.storage.stores.queue import QueueStore
from bot.storage.stores.region import RegionStore
from bot.storage.stores.reports import ReportStore
from bot.storage.stores.selection import SelectionStore
from bot.storage.stores.stages import StageStore
from bot.storage.stores.surveys import SurveyStore
from bot.storage.stores.team import TeamStore
from bot.storage.stores.tickets import TicketStore
from bot.storage.stores.training import TrainingStore
from bot.storage.stores.unfinished import UnfinishedStore
from bot.storage.stores.wave_lists import WaveListStore
from bot.storage.stores.waves import WaveStore
from bot.storage.stores.wishes import WishStore
from bot.storage.stores.wrong_codes import WrongCodeStore


class Stores:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self.__session, self.__now = session, now

    @cached_property
    def people(self) -> PeopleStore:
        return PeopleStore(self.__session)

    @cached_property
    def consents(self) -> ConsentStore:
        return ConsentStore(self.__session)

    @cached_property
    def personal(self) -> PersonalStore:
        return PersonalStore(self.__session)

    @cached_property
    def programmes(self) -> ProgrammeStore:
        return ProgrammeStore(self.__session)

    @cached_property
    def participations(self) -> ParticipationStore:
        return ParticipationStore(self.__session)

    @cached_property
    def own_questionnaires(self) -> OwnQuestionnaireStore:
        return OwnQuestionnaireStore(self.__session)

    @cached_property
    def efforts(self) -> EffortStore:
        return EffortStore(self.__session)

    @cached_property
    def exports(self) -> ExportStore:
        return ExportStore(self.__session)

    @cached_property
    def bases(self) -> BaseStore:
        return BaseStore(self.__session)

    @cached_property
    def queue(self) -> QueueStore:
        return QueueStore(self.__session)

    @cached_property
    def selection(self) -> SelectionStore:
        return SelectionStore(self.__session)

    @cached_property
    def wishes(self) -> WishStore:
        return WishStore(self.__session)

    @cached_property
    def pairs(self) -> PairStore:
        return PairStore(self.__session)

    @cached_property
    def pair_marks(self) -> PairMarkStore:
        return PairMarkStore(self.__session)

    @cached_property
    def mass_acts(self) -> MassActStore:
        return MassActStore(self.__session)

    @cached_property
    def digests(self) -> DigestStore:
        return DigestStore(self.__session)

    @cached_property
    def health(self) -> HealthStore:
        return HealthStore(self.__session)

    @cached_property
    def matching(self) -> MatchingStore:
        return MatchingStore(self.__session)

    @cached_property
    def meetings(self) -> MeetingStore:
        return MeetingStore(self.__session)

    @cached_property
    def plans(self) -> PlanStore:
        return PlanStore(self.__session)

    @cached_property
    def goodbyes(self) -> GoodbyeStore:
        return GoodbyeStore(self.__session)

    @cached_property
    def polls(self) -> PollStore:
        return PollStore(self.__session)

    @cached_property
    def stages(self) -> StageStore:
        return StageStore(self.__session)

    @cached_property
    def surveys(self) -> SurveyStore:
        return SurveyStore(self.__session, self.__now)

    @cached_property
    def indicators(self) -> IndicatorStore:
        return IndicatorStore(self.__session)

    @cached_property
    def region(self) -> RegionStore:
        return RegionStore(self.__session)

    @cached_property
    def facts(self) -> FactStore:
        return FactStore(self.__session, self.__now)

    @cached_property
    def reports(self) -> ReportStore:
        return ReportStore(self.__session)

    @cached_property
    def waves(self) -> WaveStore:
        return WaveStore(self.__session, self.__now)

    @cached_property
    def wave_lists(self) -> WaveListStore:
        return WaveListStore(self.__session, self.__now)

    @cached_property
    def ballots(self) -> BallotStore:
        return BallotStore(self.__session)

    @cached_property
    def training(self) -> TrainingStore:
        return TrainingStore(self.__session)

    @cached_property
    def team(self) -> TeamStore:
        return TeamStore(self.__session, self.__now)

    @cached_property
    def wrong_codes(self) -> WrongCodeStore:
        return WrongCodeStore(self.__session, self.__now)

    @cached_property
    def notices(self) -> NoticeStore:
        return NoticeStore(self.__session)

    @cached_property
    def clocks(self) -> ClockStore:
        return ClockStore(self.__session, self.__now)

    @cached_property
    def corrections(self) -> CorrectionStore:
        return CorrectionStore(self.__session, self.__now)

    @cached_property
    def offers(self) -> OfferStore:
        return OfferStore(self.__session)

    @cached_property
    def unfinished(self) -> UnfinishedStore:
        return UnfinishedStore(self.__session)

    @cached_property
    def tickets(self) -> TicketStore:
        return TicketStore(self.__session)

    @cached_property
    def desk_notes(self) -> DeskNoteStore:
        return DeskNoteStore(self.__session)

    @cached_property
    def desk_tasks(self) -> DeskTaskStore:
        return DeskTaskStore(self.__session)

    @cached_property
    def finding(self) -> FindingStore:
        return FindingStore(self.__session)

    @cached_property
    def broadcasts(self) -> BroadcastStore:
        return BroadcastStore(self.__session, self.__now)

    @cached_property
    def desk_book(self) -> DeskBookStore:
        return DeskBookStore(self.__session)
