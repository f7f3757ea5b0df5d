"""Papers of a template in words: what stands in each field, and the blocks of our own ones."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.dialogs.documents.report_words import day_words, form_words, page_words
from bot.dialogs.matching.order import order_paper, order_rows
from bot.dialogs.pairs.papers import paper_sheet_of
from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.dialogs.training.certificate import certificate_sheet_of, volume_words
from bot.domain.own_templates import TemplateFields, field_name
from bot.domain.papers import UNKNOWN, BlockKind, PaperKind, TemplateBlock
from bot.domain.words import Words
from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.paper import Block, Heading, NewPage, Paper, Points, Says
from bot.usecases.documents.papers import Agreement, PaperFacts, Thanked
from bot.usecases.matching.orders import OrderFacts
from bot.usecases.pairs.papers import PaperFacts as EndFacts
from bot.usecases.training.certificates import CertificateFacts

Values = Mapping[str, str]


def title_of(hand: Hands, kind: PaperKind) -> str:
    template = hand.profile.papers.templates.get(kind)
    if template is not None:
        return template.title.say(hand.reader.locale)
    return worded(hand, f"papers-title-{kind}")


def values_of(
    hand: Hands, kind: PaperKind, facts: PaperFacts, order: OrderFacts | None
) -> tuple[Values, ...]:
    """What is filled in, for each copy of the paper."""
    years = (str(facts.starts_on.year), str(facts.ends_on.year))
    common = {
        "organisation": facts.organisation,
        "programme": facts.programme,
        "year": "/".join(dict.fromkeys(years)),
        "starts": day_words(hand, facts.starts_on),
        "ends": day_words(hand, facts.ends_on),
        "forms": "; ".join(form_words(hand, one) for one in facts.forms),
        "curators": ", ".join(facts.curators) or UNKNOWN,
    }
    if kind is PaperKind.AGREEMENT:
        return tuple({**common, **_agreement(hand, one)} for one in facts.agreements)
    if kind in (PaperKind.THANKS_MENTOR, PaperKind.THANKS_MENTEE):
        return tuple({**common, **_thanks(one)} for one in facts.thanked)
    if kind is PaperKind.CERTIFICATE_MENTEE:
        return tuple({**common, **_finished(hand, one)} for one in facts.finished)
    if kind is PaperKind.CERTIFICATE_TRAINED:
        return tuple({**common, **_trained(hand, one)} for one in facts.trained)
    if order is not None:
        return (common | {"pairs": str(len(order.lines))},)
    return (common,)


def field_names(hand: Hands, key: str) -> tuple[str, ...]:
    """What people may call a field: by its name in each language."""
    return tuple(
        field_name(hand.texts.label(locale, "vy", f"papers-field-{key}"))
        for locale in hand.texts.locales
    )


def named_fields(hand: Hands, fields: TemplateFields) -> TemplateFields:
    """The same fields by all their names."""
    return TemplateFields(
        *(
            frozenset(name for key in some for name in field_names(hand, key))
            for some in (fields.shared, fields.own, fields.row)
        )
    )


def by_name(hand: Hands, values: Values) -> Values:
    """What is filled in, under every name a template may ask for it by."""
    return {name: said for key, said in values.items() for name in field_names(hand, key)}


def rows_of(hand: Hands, order: OrderFacts | None) -> tuple[Values, ...]:
    """Of the table of pairs, by the names of fields."""
    if order is None:
        return ()
    names = ("number", "mentee", "mentor", "form", "slot")
    return tuple(dict(zip(names, row, strict=True)) for row in order_rows(hand, order))


def _agreement(hand: Hands, one: Agreement) -> Values:
    return {
        "mentor": one.mentor or UNKNOWN,
        "mentee": one.mentee or UNKNOWN,
        "guardian": "; ".join(name or UNKNOWN for name in one.guardians)
        or worded(hand, "papers-guardian-not-needed"),
        "form": form_words(hand, one.form),
        "since": day_words(hand, one.since) if one.since else UNKNOWN,
    }


def _thanks(one: Thanked) -> Values:
    return {"name": one.name, "meetings": str(one.meetings)}


def _finished(hand: Hands, one: EndFacts) -> Values:
    return {
        "name": one.name,
        "meetings": str(one.meetings),
        "since": day_words(hand, one.since),
        "until": day_words(hand, one.until),
    }


def _trained(hand: Hands, one: CertificateFacts) -> Values:
    return {
        "name": one.name,
        "number": one.number,
        "issued": day_words(hand, one.issued_on),
        "modules": "; ".join(spoken(hand, title) for title in one.modules) or UNKNOWN,
        "volume": volume_words(hand, one.minutes),
    }


def sheets_of(hand: Hands, facts: PaperFacts) -> list[CertificateSheet]:
    """Certificates as people take them themselves, a page for each."""
    return [
        *(paper_sheet_of(hand, one) for one in facts.finished),
        *(certificate_sheet_of(hand, one) for one in facts.trained),
    ]


def our_paper(
    hand: Hands, kind: PaperKind, facts: PaperFacts, order: OrderFacts | None
) -> Paper:
    """Made of the profile's template, each copy on a page of its own."""
    if order is not None:
        return order_paper(hand, order)
    blocks: list[Block] = []
    if kind is PaperKind.CONSENTS:
        pages = list(_consents(hand, facts))
    else:
        template = hand.profile.papers.templates[kind]
        pages = [
            [
                made
                for one in template.blocks
                for said in _signed(facts, number, one, values)
                for made in _made(hand, one, said)
            ]
            for number, values in enumerate(values_of(hand, kind, facts, order))
        ]
    for page in pages:
        blocks += [NewPage(), *page] if blocks else page
    return Paper(
        locale=hand.reader.locale,
        title=title_of(hand, kind),
        author=facts.organisation,
        page=page_words(hand) if kind is PaperKind.CONSENTS else "",
        blocks=tuple(blocks),
    )


def _signed(
    facts: PaperFacts, number: int, block: TemplateBlock, values: Values
) -> Iterator[Values]:
    """What names a guardian is said for each of the two who is under age, and of adults not."""
    if not facts.agreements or not block.asks_for("guardian"):
        yield values
        return
    for name in facts.agreements[number].guardians:
        yield {**values, "guardian": name or UNKNOWN}


def _made(hand: Hands, block: TemplateBlock, values: Values) -> Iterator[Block]:
    def say(words: Words) -> str:
        return words.filled(**values).say(hand.reader.locale)

    said = tuple(say(one) for one in block.words)
    match block.kind:
        case BlockKind.TITLE:
            yield Heading(said[0], 0)
        case BlockKind.CENTRED:
            yield Says(said[0], centred=True)
        case BlockKind.BOLD:
            yield Says(said[0], bold=True)
        case BlockKind.POINTS:
            yield Points(said, numbered=True)
        case BlockKind.SAYS:
            yield Says(said[0])
        case BlockKind.SIGN:
            yield Says(f"\n{said[0]}")


def _consents(hand: Hands, facts: PaperFacts) -> Iterator[list[Block]]:
    """Each on a page of its own: a consent is a document of its own."""
    paper, locale = hand.profile.papers.consent, hand.reader.locale
    for text in facts.consents:
        title, *rest = paper.on_paper(text.full.say(locale), locale).strip().split("\n\n")
        of_guardian = "guardian" in text.kind
        lines = [paper.own, *([paper.ward] if of_guardian else []), paper.sign]
        yield [
            Heading(title, 0),
            *(Says(one) for one in rest),
            *(Says(f"\n{one.say(locale)}") for one in lines),
            Says(
                worded(
                    hand,
                    "papers-consent-version",
                    version=day_words(hand, date.fromisoformat(text.version)),
                ),
                soft=True,
            ),
        ]
