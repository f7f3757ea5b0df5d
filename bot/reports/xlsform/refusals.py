"""What can be wrong with a workbook beside its expressions, each with words in `locales`."""

from bot.domain.errors import Refusal


class SheetMissing(Refusal):
    """args: sheet."""

    key = "xlsform-sheet-missing"


class NothingAsked(Refusal):
    key = "xlsform-nothing-asked"


class NameMissing(Refusal):
    key = "xlsform-name-missing"


class NameNotKey(Refusal):
    """args: name."""

    key = "xlsform-name-not-key"


class TextMissing(Refusal):
    key = "xlsform-text-missing"


class RussianMissing(Refusal):
    """args: heading."""

    key = "xlsform-russian-missing"


class TextInsideText(Refusal):
    """An answer put into a text; args: part."""

    key = "xlsform-text-inside-text"


class ListNotKnown(Refusal):
    """args: list."""

    key = "xlsform-list-not-known"


class FlagNotKnown(Refusal):
    """args: value, yes, no."""

    key = "xlsform-flag-not-known"


class PartNotKnown(Refusal):
    """args: part."""

    key = "xlsform-part-not-known"


class WholeColumnNotKnown(Refusal):
    key = "xlsform-column-not-known"


class GroupNotClosed(Refusal):
    """args: name."""

    key = "xlsform-group-not-closed"


class GroupNotOpened(Refusal):
    key = "xlsform-group-not-opened"
