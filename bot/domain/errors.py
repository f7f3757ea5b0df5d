"""What the programme may say no to. Each refusal names the text the person is shown."""

from typing import Any, ClassVar


class Refusal(Exception):  # a refusal is an answer, not an error
    """A rule of the programme said no. `key` names the text; `args_for_text` fill it in."""

    key: ClassVar[str] = "refusal"

    def __init__(self, **args: Any) -> None:
        super().__init__(self.key)
        self.args_for_text = args

    def __reduce__(self) -> Any:
        """The worker process refuses too, and what it raises is pickled."""
        return _again, (type(self), self.args_for_text)


def _again(kind: type[Refusal], args: dict[str, Any]) -> Refusal:
    return kind(**args)


class NotAllowed(Refusal):
    key = "refusal-not-allowed"


class InArchive(Refusal):
    """The programme was put away: it can be read, nothing in it can be changed."""

    key = "refusal-in-archive"


class Gone(Refusal):
    """What the button was about no longer exists, or has moved on."""

    key = "refusal-gone"


class DecidedMeanwhile(Refusal):
    """Other curators went on deciding while a new matching was worked out."""

    key = "refusal-decided-meanwhile"


class TooLateToUndo(Refusal):
    """The letters have left, or somebody has answered."""

    key = "refusal-too-late-to-undo"


class RoundInThePast(Refusal):
    """The next round of matching cannot have been."""

    key = "refusal-round-in-the-past"


class WhyMissing(Refusal):
    """A pair is forbidden for good, or a rule gone round: whoever looks later must know why."""

    key = "refusal-why-missing"


class NobodyToAssign(Refusal):
    """An order without a pair in it."""

    key = "refusal-nobody-to-assign"


class InvitationNotValid(Refusal):
    key = "refusal-invitation-not-valid"


class TooManyWrongCodes(Refusal):
    """args: until (when the account may try again)."""

    key = "refusal-too-many-wrong-codes"


class LastCurator(Refusal):
    """Somebody has to look after the programme."""

    key = "refusal-last-curator"


class NumberOutOfRange(Refusal):
    """args: least, most."""

    key = "refusal-number-out-of-range"


class PartLargerThanWhole(Refusal):
    key = "refusal-part-larger-than-whole"


class ConsentMissing(Refusal):
    key = "refusal-consent-missing"


class OwnWard(Refusal):
    """One's own account cannot consent as one's guardian."""

    key = "refusal-own-ward"


class GuardianIsMinor(Refusal):
    key = "refusal-guardian-is-minor"


class GuardianSilent(Refusal):
    """The guardian has not consented yet."""

    key = "refusal-guardian-silent"


class PairPaused(Refusal):
    """Somebody in the pair lacks a consent or a check: no meetings until it is there."""

    key = "refusal-pair-paused"


class PaperDateAhead(Refusal):
    """A paper cannot have been signed tomorrow."""

    key = "refusal-paper-date-ahead"


class PaperNumberTooLong(Refusal):
    """args: longest (characters)."""

    key = "refusal-paper-number-too-long"


class TeamStays(Refusal):
    """Somebody of the team hands the role on before everything about them is deleted."""

    key = "refusal-team-stays"


class NameTooLong(Refusal):
    """args: longest (characters)."""

    key = "refusal-name-too-long"


class DatesOutOfOrder(Refusal):
    key = "refusal-dates-out-of-order"


class DayNotUnderstood(Refusal):
    """What was typed is not a day of the calendar."""

    key = "refusal-day-not-understood"


class HoursNotUnderstood(Refusal):
    """What was typed is not a span of hours within a day."""

    key = "refusal-hours-not-understood"


class NothingChosen(Refusal):
    key = "refusal-nothing-chosen"


class ReasonMissing(Refusal):
    key = "refusal-reason-missing"


class StepsMissing(Refusal):
    """A mentor cannot be approved yet; args: lacks (a `Phrase`)."""

    key = "refusal-steps-missing"


class CheckInTheFuture(Refusal):
    key = "refusal-check-in-the-future"


class CheckOver(Refusal):
    key = "refusal-check-over"


class NumberNotUnderstood(Refusal):
    key = "refusal-number-not-understood"


class CheckOfSomebodyElse(Refusal):
    """A document with this number was seen for another person."""

    key = "refusal-check-of-somebody-else"


class TooManyAtOnce(Refusal):
    """args: most."""

    key = "refusal-too-many-at-once"


class NobodyFound(Refusal):
    """No name like the one typed."""

    key = "refusal-nobody-found"


class PairNotPossible(Refusal):
    """A hard rule forbids this pair; args: rule (a `Phrase`)."""

    key = "refusal-pair-not-possible"


class MeetingInThePast(Refusal):
    key = "refusal-meeting-in-the-past"


class DayTooFar(Refusal):
    """args: days (how far ahead is planned)."""

    key = "refusal-day-too-far"


class NudgedLately(Refusal):
    """args: again (when both may be asked anew)."""

    key = "refusal-nudged-lately"


class TooManyTimes(Refusal):
    """args: most."""

    key = "refusal-too-many-times"


class DoubleBooking(Refusal):
    key = "refusal-double-booking"


class TooEarly(Refusal):
    key = "refusal-too-early"


class WaveAlreadyOpen(Refusal):
    key = "refusal-wave-already-open"


class NobodyToAsk(Refusal):
    key = "refusal-nobody-to-ask"


class AnswerNotUnderstood(Refusal):
    """args: hint (what would be understood)."""

    key = "refusal-answer-not-understood"


class ChoiceNotUnderstood(AnswerNotUnderstood):
    """What was typed names none of the buttons, or more than one."""

    key = "refusal-choice-not-understood"


class ChoiceUncertain(AnswerNotUnderstood):
    """Something like one of the buttons was typed; args: option (its label, `Words`)."""

    key = "refusal-choice-uncertain"


class TimesNotUnderstood(AnswerNotUnderstood):
    """What was typed names no free time of a week, or one that is not offered."""

    key = "refusal-times-not-understood"


class DateNotUnderstood(AnswerNotUnderstood):
    key = "refusal-date-not-understood"


class DateImpossible(AnswerNotUnderstood):
    """The 31st of June."""

    key = "refusal-date-impossible"


class DateAhead(AnswerNotUnderstood):
    key = "refusal-date-ahead"


class DateUnlikely(AnswerNotUnderstood):
    """A date of birth that is most likely a slip; args: years (how old it would make them)."""

    key = "refusal-date-unlikely"


class AnswerEmpty(AnswerNotUnderstood):
    """There is not a letter or digit in what was typed."""

    key = "refusal-answer-empty"


class AnswerTooLong(Refusal):
    """args: longest, length (characters)."""

    key = "refusal-answer-too-long"


class TooFewChosen(Refusal):
    """args: least."""

    key = "refusal-too-few-chosen"


class TooFewRanked(Refusal):  # args: left (places still to give)
    key = "refusal-too-few-ranked"


class TooManyChosen(Refusal):
    """args: most."""

    key = "refusal-too-many-chosen"


class AnswerNeeded(Refusal):
    """This question cannot be skipped."""

    key = "refusal-answer-needed"


class QuestionsLeft(Refusal):
    """The questionnaire cannot be handed in yet; args: left (questions)."""

    key = "refusal-questions-left"


class LinkForAnother(Refusal):
    """A link with a name on it, opened by somebody who is in under another name."""

    key = "refusal-link-for-another"


class AlreadyHere(Refusal):
    """Somebody with an account, or who has agreed, is not simply taken off the list."""

    key = "refusal-already-here"


class PaperNotUnderstood(Refusal):
    """The date and the number of a paper were not found in what was typed."""

    key = "refusal-paper-not-understood"
