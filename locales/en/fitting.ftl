# Why two fit each other, what is missing, which rule stands in the way.

reason-words = speak of the same: { $what }
reason-wish-both = chose each other
reason-wish-mentee = the mentor is wish number { $rank } of the mentee
reason-wish-mentor = the mentee is wish number { $rank } of the mentor
reason-ages = the age the mentor wanted to work with: { $age }
reason-mentor-near-age = the mentor is close in age, as wished
reason-mentor-experienced = the mentor is very experienced, as wished
reason-waiting = { $days ->
    [one] has waited { $days } day
   *[other] has waited { $days } days
}
lack-ages = not the age the mentor asked for: { $age }
lack-mentor-near-age = the mentor is not close in age, which was wished
lack-mentor-experienced = no long experience to be seen, which was wished

rule-taught = only a teacher of this very class or group is left
rule-childs-class = only a parent from this very class or group is left
rule-language = no language in common
rule-vetoed = those who fit are ruled out by a veto
rule-fell-through = the proposal fell through, and there is no other yet
rule-must-competence = nobody can help with what is needed, which is a must
rule-must-words = nobody speaks of the same in own words, which is a must
rule-must-slot = nobody has free time in common, which is a must
rule-must-format = nobody meets the way that is needed, which is a must
rule-must-interest = nobody shares an interest, which is a must
rule-must-ages = the age does not suit the mentors, which is a must
rule-must-mentor = there is no mentor as wished, which is a must

# The same rule where one mentor is meant.
two-rule-other-form = another form of mentoring
two-rule-themselves = this is the same person
two-rule-own-ward = this is the parent or guardian
two-rule-taught = teaches this very class or group
two-rule-childs-class = has a child in this very class or group
two-rule-other-organisation = this form needs a mentor from the same organisation
two-rule-younger-mentor = the mentor is younger
two-rule-language = no language in common
two-rule-vetoed = ruled out by a veto
two-rule-tried-before = this pair has not worked out before
two-rule-no-shared-format = in person or online: no agreement
two-rule-no-shared-slot = no free time in common
two-rule-must-competence = cannot help with what is needed, which is a must
two-rule-must-words = own words are about something else, which is a must
two-rule-must-slot = no free time in common, which is a must
two-rule-must-format = does not meet the way that is needed, which is a must
two-rule-must-interest = no interest in common, which is a must
two-rule-must-ages = the age does not suit the mentor, which is a must
two-rule-must-mentor = not the kind of mentor that was wished for, which is a must
two-rule-no-place = all places are taken
two-rule-no-mentors = there are no approved mentors yet
two-rule-group-too-small = without this person the group would be too small
two-rule-group-full = the group is full
two-rule-group-hour = the hour of the group does not suit
two-rule-only-in-groups = this form meets in groups, and the mentor leads none of it
