"""The board of thanks as plain values with all words ready. It is drawn in the worker."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BoardSheet:
    """`sections`: what people are thanked for, and their names in order."""

    locale: str
    title: str
    below: str  # of whom, and when
    sections: tuple[tuple[str, tuple[str, ...]], ...]
