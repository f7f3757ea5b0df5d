"""What stands on a certificate, as plain values with all words ready. It is drawn in the worker."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CertificateSheet:
    locale: str
    title: str
    confirms: str
    name: str
    completed: str
    organisation: str
    modules_title: str
    modules: tuple[str, ...]
    volume: str
    number: str
    date: str
    curator_title: str
    curator: str
