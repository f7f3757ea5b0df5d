question-text = <b>{ $text }</b>
question-hint = { $hint }
question-scale = { $low } is { $low_label }, { $high } is { $high_label }
question-now = Now: { $answer }
question-all-answered = ✓ Every question is answered.
question-keep = Leave it as it is ›
question-skip = Skip
question-pause = Pause
# Below a question that is answered by a message.
question-type-number = The answer is a number from { $low } to { $high }.
question-type-day = Choose the day or write it: 12 March.
question-type-date = The answer is a day, for example 12.03.2026.
question-type-time = Any other time can be written: 16:30.
question-type-words = The answer is a message in your own words.
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
