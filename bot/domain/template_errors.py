"""Why a template that an organisation sent is not taken."""

from bot.domain.errors import Refusal


class TemplateTooBig(Refusal):
    """args: megabytes (the most)."""

    key = "refusal-template-too-big"


class NotDocument(Refusal):
    """No Word document, or a broken one."""

    key = "refusal-not-document"


class TemplateLocked(Refusal):
    """With a password, or in the format of an old program."""

    key = "refusal-template-locked"


class TemplateHasMacros(Refusal):
    key = "refusal-template-has-macros"


class TemplateSwells(Refusal):
    """Small to look at, and more than we would unpack or fill in."""

    key = "refusal-template-swells"


class TemplateReachesOut(Refusal):
    """It would load or run something that is not in it: a linked template, an embedded object."""

    key = "refusal-template-reaches-out"
