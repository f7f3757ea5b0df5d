"""Letters about consents: a document waits, a pair rests meanwhile, a guardian is let go."""

from collections.abc import Iterable, Sequence

from bot.domain import moments
from bot.domain.clearance import Lack
from bot.domain.consents import Signer, to_ask
from bot.domain.notices import Notice
from bot.domain.pairs import MEETING, PairState
from bot.domain.people import AgeBand
from bot.domain.spoken import Listed, Phrase
from bot.usecases.applications.clearance import of_pairs
from bot.usecases.letters.base import Desk, Letter, Letters, Press


async def asked(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To who signs: which documents wait. Nothing when they have been answered meanwhile."""
    person_ids = {n.subject for n in notices}
    people = await desk.tx.people.many(person_ids)
    rows = await desk.tx.consents.by_house(person_ids)
    zones = await desk.tx.programmes.zones({n.organisation_id for n in notices})
    guardians = {
        (g.guardian_id, g.ward_id, g.organisation_id)
        for g in await desk.tx.consents.guardians(person_ids)
    }
    letters = {}
    for notice in notices:
        person, own = people[notice.subject], notice.to == notice.subject
        answers_for = (notice.to, person.id, notice.organisation_id) in guardians
        band = person.band(moments.local(desk.tx.now, zones[notice.organisation_id]).date())
        if band is None or person.erased_at is not None or not (own or answers_for):
            continue
        signer = Signer.SELF if own else Signer.GUARDIAN
        known = rows.get((person.id, notice.organisation_id), [])
        documents = [
            document for document in to_ask(band, known, desk.profile.consent_versions)
            if document.signer is signer
        ]  # fmt: skip
        if not documents:
            continue
        new = not any(c.valid and c.kind in {d.kind for d in documents} for c in known)
        who = "adult" if band is AgeBand.ADULT else "child"
        titles = Listed(tuple(desk.profile.consents[d.kind].title for d in documents))
        letters[notice.id] = Letter(
            f"letter-consent-{who}" if new and own else f"letter-consent-new-text-{signer}",
            {"name": person.name or "—", "titles": titles},
            buttons=((Press("button-open-consents", "open-consents", person.id),),),
        )
    return letters


async def guardianship_ended(desk: Desk, notices: Sequence[Notice]) -> Letters:
    names = await desk.tx.people.names({n.subject for n in notices})
    return {
        n.id: Letter("letter-guardianship-ended", {"name": names[n.subject]})
        for n in notices
        if n.subject in names
    }


async def pair_paused(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both and to the curator: no meetings for now. Only the curator hears whose is what."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    known = await of_pairs(desk.tx, pairs.values(), desk.profile)
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None or pair.state is not PairState.PAUSED:
            continue
        mentee, mentor = known[pair.mentee_participation_id], known[pair.mentor_participation_id]
        if notice.to not in pair.parties:
            words = {
                "mentee": names[pair.mentee_id],
                "mentor": names[pair.mentor_id],
                "mentee_lacks": lacks_in_words(mentee.lacks()),
                "mentor_lacks": lacks_in_words(mentor.lacks()),
                "mentee_ready": mentee.cleared,
                "mentor_ready": mentor.cleared,
            }
            button = Press("button-open-pair", "open-pair", pair.id)
            letters[notice.id] = Letter("letter-pair-paused-curator", words, ((button,),))
            continue
        mine = mentor if notice.to == pair.mentor_id else mentee
        begun = "rests" if pair.active_since is not None else "waits"
        facts = {
            "partner": names[pair.partner(notice.to)],
            "lacks": lacks_in_words(mine.lacks(), whose="own"),
        }
        own = Lack.OWN_CONSENT in mine.lacks()
        press = (
            Press("button-open-consents", "open-consents", notice.to)
            if own
            else Press("button-to-menu", "open-menu", pair.id)
        )
        whose = "other" if mine.cleared else "mine"
        letters[notice.id] = Letter(f"letter-pair-{begun}-{whose}", facts, ((press,),))
    return letters


def lacks_in_words(lacks: Iterable[Lack], *, whose: str = "their") -> Listed:
    """Each said once: "guardian's consent, a valid certificate"; `whose`: "their" or "own"."""
    return Listed(tuple(Phrase(f"lack-{lack}-{whose}") for lack in dict.fromkeys(lacks)))


async def pair_resumed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None or pair.state not in MEETING:
            continue
        if notice.to in pair.parties:
            letters[notice.id] = Letter(
                "letter-pair-resumed",
                {"partner": names[pair.partner(notice.to)]},
                ((Press("button-to-menu", "open-menu", pair.id),),),
            )
        else:
            both = {"mentee": names[pair.mentee_id], "mentor": names[pair.mentor_id]}
            button = Press("button-open-pair", "open-pair", pair.id)
            letters[notice.id] = Letter("letter-pair-resumed-curator", both, ((button,),))
    return letters
