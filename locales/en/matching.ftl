# Matching: proposals, reasons, who is left.

matching-title = 🤝 <b>Matching</b>
matching-summary =
    Without a mentor: { $mentees } · mentors: { $mentors } · free places: { $places }
    { $proposals ->
        [0] Nobody fits right now. See why below.
        [one] There is { $proposals } proposal. Nobody hears of it until you approve.
       *[other] There are { $proposals } proposals. Nobody hears of them until you approve.
    }
matching-nobody = Everybody approved has a mentor or a proposal to look at. Approve another application and we will find a match.
matching-look = { $proposals ->
    [one] Look at { $proposals } pair
   *[other] Look at { $proposals } pairs
}
matching-go-left = Who is left ({ $left })
matching-receipt = ✓ The proposal is on its way: { $mentee } and { $mentor }

matching-place = 🤝 Pair { $number } of { $total } · match { $score } out of 100
matching-pair =
    <b>{ $mentee } → { $mentor }</b>
    { $form }
matching-plus = + { $words }
matching-minus = − { $words }
matching-all-done = 🤝 No more proposals: every possible pair has been approved.
matching-approve = Approve
matching-others = Other mentors

matching-variants = 🤝 <b>{ $mentee }</b> · who else fits
matching-variant-why = <b>{ $mentor }</b> · { $score }. { $why }
matching-variant = Approve { $mentor } · { $score }
matching-no-variants = No other mentor fits: the rest are full or the conditions differ.

matching-left = { $left ->
    [0] 🤝 There is a proposal for everybody.
    [one] 🤝 <b>{ $left } person has no proposal yet</b>
   *[other] 🤝 <b>{ $left } people have no proposal yet</b>
}
matching-left-line = { $name }: { $why }

reason-competence = asked for: { $what } · can offer: { $competence }
reason-competence-same = can help with: { $what }
reason-slot = both free: { $slot }
reason-format = meetings: { $format }
reason-interest = in common: { $what }
lack-competence = no answer to: { $what }
lack-own-need = own words: “{ $what }” — please judge yourself
lack-slot = the mentor gave no free time
lack-format = does not meet this way: { $format }
lack-format-unknown = the mentor did not say whether in person or online

rule-no-mentors = there are no approved mentors yet
rule-themselves = the only match is the same person
rule-own-ward = only a parent or guardian is left
rule-other-form = no mentor in the programme's forms
rule-other-organisation = this form needs a mentor from the same organisation
rule-younger-mentor = only younger mentors are left
rule-tried-before = a pair with those who fit has not worked out before
rule-no-shared-format = in person or online: no agreement
rule-no-shared-slot = no free time in common
rule-no-place = the mentors who fit are all full
