"""A text in every language of the product: what content from a profile is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DEFAULT_LOCALE = "ru"


@dataclass(frozen=True)
class Words:
    """Pairs of (variant, text), sorted; a variant is a locale ("ru") or locale and tone ("ru-ty").

    A tuple and not a dict, so that the value can be hashed, compared and sent to another process.
    """

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Words":
        return cls(tuple(sorted(texts.items())))

    def as_dict(self) -> dict[str, str]:
        return dict(self.texts)

    def say(self, locale: str, tone: str = "vy") -> str:
        """The variant for the tone, else the locale's, else the default locale's, else any."""
        texts = self.as_dict()
        for variant in (f"{locale}-{tone}", locale, f"{DEFAULT_LOCALE}-{tone}", DEFAULT_LOCALE):
            if variant in texts:
                return texts[variant]
        return next(iter(texts.values()), "")

    def every(self) -> tuple[str, ...]:
        """The text in all variants: what a person may have typed."""
        return tuple(text for _, text in self.texts)

    def lacking(self, locales: Iterable[str]) -> tuple[str, ...]:
        texts = self.as_dict()
        return tuple(locale for locale in locales if not texts.get(locale, "").strip())

    def filled(self, **values: str) -> "Words":
        """The same words with `{name}` replaced; other braces stay as they are."""
        filled = self.as_dict()
        for name, value in values.items():
            filled = {key: text.replace(f"{{{name}}}", value) for key, text in filled.items()}
        return Words.of(filled)
