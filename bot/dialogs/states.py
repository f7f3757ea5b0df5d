"""Every screen of the bot."""

from aiogram.fsm.state import State, StatesGroup

from bot.dialogs.matching.states import Matching as Matching
from bot.dialogs.matching.states import MatchingSettings as MatchingSettings
from bot.dialogs.pairs.meeting_states import Meeting as Meeting
from bot.dialogs.pairs.meeting_states import OfferMeeting as OfferMeeting


class Menu(StatesGroup):
    home = State()


class Language(StatesGroup):
    choose = State()


class Privacy(StatesGroup):
    known = State()
    answers = State()
    withdraw = State()
    withdrawn = State()


class Consents(StatesGroup):
    """One's documents, or a child's: to agree, to refuse, to take back."""

    list = State()
    document = State()
    full = State()
    sure = State()
    left = State()


class Wards(StatesGroup):
    """A child as the guardian sees it."""

    card = State()
    withdraw = State()
    withdrawn = State()


class Erasure(StatesGroup):
    ask = State()
    sure = State()


class PaperConsent(StatesGroup):
    """The curator marks a signed paper."""

    which = State()
    day = State()
    number = State()
    sure = State()


class Volunteer(StatesGroup):
    choose = State()


class Joining(StatesGroup):
    """A newcomer: welcome, age, consent on its own screen, its full text."""

    language = State()
    welcome = State()
    about = State()
    age = State()
    consent = State()
    consent_full = State()
    later = State()


class Offers(StatesGroup):
    """What alumni offer, for the curator."""

    list = State()
    card = State()
    known = State()


class Where(StatesGroup):
    """Where the person stands: what is done, what is awaited and from whom."""

    path = State()


class Form(StatesGroup):
    """The intake form, one question at a time, and its review."""

    question = State()
    review = State()
    sent = State()


class Guardian(StatesGroup):
    """The minor's side: passing the link on and waiting."""

    waiting = State()


class GuardianConsent(StatesGroup):
    """The guardian's side."""

    language = State()
    about = State()
    full = State()
    name = State()
    done = State()
    later = State()


class NewProgramme(StatesGroup):
    house = State()  # which organisation, for a curator of several
    introduce = State()
    name = State()
    forms = State()
    starts = State()
    ends = State()
    check = State()


class SetUp(StatesGroup):
    """After making a programme: what can as well be said later."""

    kind = State()
    zone = State()
    contingent = State()
    targets = State()


class Settings(StatesGroup):
    """What the curator may change about a programme and its organisation."""

    home = State()
    name = State()
    starts = State()
    ends = State()
    forms = State()
    form = State()
    targets = State()
    house = State()
    kind = State()
    zone = State()
    contingent = State()
    counted = State()
    year = State()  # it is over: the next one, the archive
    copy = State()
    archive = State()


class Archive(StatesGroup):
    list = State()
    card = State()


class Team(StatesGroup):
    list = State()
    invite = State()
    reach = State()
    dismiss = State()


class TeamWelcome(StatesGroup):
    name = State()


class Links(StatesGroup):
    """The live links into a programme, and making one to measure."""

    list = State()
    card = State()
    revoke = State()
    new = State()
    how = State()


class Programme(StatesGroup):
    """The curator's desk of one programme."""

    home = State()
    invitations = State()
    link = State()


class Rooms(StatesGroup):
    """What the team needs now and then."""

    list = State()


class Blocked(StatesGroup):
    """Whom no letter reaches any more."""

    list = State()


class Bases(StatesGroup):
    """Who is in a programme: lists, cards, the export."""

    home = State()
    list = State()
    card = State()
    sure = State()


class BaseImport(StatesGroup):
    """A table of people: sent, looked at, taken over."""

    whom = State()
    file = State()
    preview = State()
    done = State()


class Entering(StatesGroup):
    """Somebody without a messenger: papers, what they are to be told."""

    home = State()
    age = State()
    paper = State()
    unsaid = State()


class Speaking(StatesGroup):
    """Answers of somebody without a messenger, written down by the team."""

    list = State()
    proposal = State()
    decline = State()
    question = State()
    meeting = State()  # pick a time, or say whether it took place
    none_fits = State()
    offer = State()  # times of a mentor, or a meeting that was
    answered = State()


class EnteredForm(StatesGroup):
    """The form of somebody without a messenger."""

    question = State()
    review = State()
    sent = State()


class RoadMap(StatesGroup):
    stages = State()
    stage = State()
    card = State()
    move = State()
    who = State()
    why = State()
    title = State()
    day = State()


class SchoolCalendar(StatesGroup):
    home = State()
    span = State()
    days = State()
    lessons = State()


class Applications(StatesGroup):
    queue = State()
    filter = State()
    batch = State()
    batch_sure = State()
    card = State()
    history = State()
    kind = State()
    decline = State()
    decline_words = State()


class Checking(StatesGroup):
    """Documents of a mentor: which, of what day, its number, until when it holds."""

    documents = State()
    day = State()
    number = State()
    sure = State()
    revoke = State()


class Interview(StatesGroup):
    flags = State()
    note = State()
    result = State()


class Pairs(StatesGroup):
    list = State()
    card = State()
    end = State()
    sure = State()


class Waves(StatesGroup):
    list = State()


class Survey(StatesGroup):
    intro = State()
    question = State()
    thanks = State()


class Training(StatesGroup):
    """A mentor learns."""

    modules = State()
    module = State()
    rereading = State()


class TrainingLog(StatesGroup):
    """The team looks who is where."""

    list = State()
    card = State()
    opinions = State()
