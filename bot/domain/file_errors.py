"""Why a table that somebody sent is not taken, or a row of it."""

from bot.domain.errors import Refusal


class FileTooBig(Refusal):
    """args: megabytes (the most)."""

    key = "refusal-file-too-big"


class FileNotTable(Refusal):
    """Neither a workbook nor a table of words, or a broken one."""

    key = "refusal-file-not-table"


class FileLocked(Refusal):
    """With a password, or in the format of an old program."""

    key = "refusal-file-locked"


class FileHasMacros(Refusal):
    key = "refusal-file-has-macros"


class FileSwells(Refusal):
    """Small to look at, and more than we would unpack or work at."""

    key = "refusal-file-swells"


class TooManyRows(Refusal):
    """args: most."""

    key = "refusal-too-many-rows"


class HeadingsMissing(Refusal):
    """The column without which nobody can be told from another; args: heading."""

    key = "refusal-headings-missing"


class NobodyInFile(Refusal):
    key = "refusal-nobody-in-file"


class CellMissing(Refusal):
    """A row without what every row must have."""

    key = "refusal-cell-missing"


class CellNotValue(Refusal):
    """A formula, an error of a spreadsheet, a tick: nothing that can be taken as it is."""

    key = "refusal-cell-not-value"
