# Matching: proposals, reasons, who is left.

reason-competence = asked for: { $what } · can offer: { $competence }
reason-competence-same = can help with: { $what }
reason-slot = both free: { $slot }
reason-format = meetings: { $format }
reason-interest = in common: { $what }
lack-competence = no answer to: { $what }
lack-own-need = own words: “{ $what }” — please judge yourself
lack-slot-none = no hours in common: they would have to find a time for meeting online
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
