"""Why a questionnaire of an organisation is not taken as it was sent."""

from bot.domain.errors import Refusal


class OtherQuestionnaire(Refusal):
    """The file is of another one than the one on the screen; args: found, wanted."""

    key = "refusal-other-questionnaire"


class KeyTaken(Refusal):
    """A new questionnaire by the name of one there is; args: title."""

    key = "refusal-key-taken"


class QuestionnaireFixed(Refusal):
    """The programme itself reads its answers: it cannot be written anew."""

    key = "refusal-questionnaire-fixed"


class ConsentDropped(Refusal):
    """Who is asked now has agreed to it apart; the file would ask without that."""

    key = "refusal-consent-dropped"


class NothingChanged(Refusal):
    """The file asks exactly what is asked already."""

    key = "refusal-nothing-changed"


class PublishedMeanwhile(Refusal):
    """Somebody else of the team published while this one was looked at."""

    key = "refusal-published-meanwhile"


class QuestionnaireTooBig(Refusal):
    """args: megabytes (the most)."""

    key = "refusal-questionnaire-too-big"
