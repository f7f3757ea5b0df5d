"""Words as a Word document or a workbook can hold them: both are XML inside."""

import re

# What XML has no place for, though somebody may have typed it.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(words: str) -> str:
    return _UNWRITABLE.sub("", words)
