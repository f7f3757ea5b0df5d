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
rule-must-competence = nobody can help with what is needed, which is a must
rule-must-words = nobody speaks of the same in own words, which is a must
rule-must-slot = nobody has free time in common, which is a must
rule-must-format = nobody meets the way that is needed, which is a must
rule-must-interest = nobody shares an interest, which is a must
rule-must-ages = the age does not suit the mentors, which is a must
rule-must-mentor = there is no mentor as wished, which is a must
