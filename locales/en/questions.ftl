question-text = <b>{ $text }</b>
question-hint = { $hint }
question-scale = { $low } is { $low_label }, { $high } is { $high_label }
question-now = Now: { $answer }
question-all-answered = ✓ Every question is answered.
question-keep = Leave it as it is ›
question-skip = Skip
question-pause = Pause
question-lead = { $lead }
question-undo = ↶ Take back the last
question-hard-to-say = Hard to say
# In the texts of questionnaires: who the other one is to whoever answers.
variable-partner = { $role ->
    [mentor] your mentee
    [mentee] your mentor
   *[other] the other one of your pair
}
variable-of-partner = { $role ->
    [mentor] your mentee
    [mentee] your mentor
   *[other] the other one of your pair
}
variable-to-partner = { $role ->
    [mentor] your mentee
    [mentee] your mentor
   *[other] the other one of your pair
}
variable-with-partner = { $role ->
    [mentor] your mentee
    [mentee] your mentor
   *[other] the other one of your pair
}
variable-about-partner = { $role ->
    [mentor] your mentee
    [mentee] your mentor
   *[other] the other one of your pair
}
variable-programme = the mentoring programme
