# The team answers for somebody without a messenger: a pair, a survey, a meeting.

speaking-go = 🗣 Answer for somebody ({ $count })
speaking-title =
    🗣 <b>Answer for somebody</b>
    These people use no messenger. Ask them and note the answer. It will show that you entered it.
speaking-none =
    🗣 <b>Answer for somebody</b>
    Nobody without a messenger has a question waiting.
speaking-pair = 🤝 { $name }: pair with { $partner }
speaking-survey = 📝 { $name }: { $title }
speaking-offer = 📅 { $name }: choose a time with { $partner }
speaking-receipt = 📅 { $name }: did they meet? { $at }
speaking-meeting-to-pick =
    📅 <b>{ $name }</b>: { $partner } would like to meet ({ $place })
    Ask which time suits, and choose it: then the meeting is set.
speaking-meeting-held-or-not = 📅 <b>{ $name }</b>: did they meet? { $partner }, { $at }
speaking-meeting-over = 📅 { $name }: all is noted here ({ $partner }).
speaking-none-fits = { $name }: does none of these times suit? I will let { $partner } know, to offer others.
speaking-met = ✓ { $name }: noted.
speaking-proposal = { $side ->
    [mentor] 🤝 <b>{ $name }</b>: { $partner } is proposed as mentee
   *[mentee] 🤝 <b>{ $name }</b>: { $partner } is proposed as mentor
}
speaking-slots = Times that suit both: { $slots }
speaking-until = Tell them and ask. An answer is due by { $until }
speaking-accept = ✓ They said yes
speaking-decline = They said no…
speaking-why =
    <b>{ $name }: why not?</b>
    Choose or type. The reason stays with the team: the other side gets a kind letter without it.
speaking-progress = 🗣 On their behalf · { $title } · { $number } of { $total } · { $bar }
speaking-answered = { $over ->
    [yes] { $name }: this survey is already closed.
   *[no] ✓ { $name }: the answer is noted, with your name beside it.
}
pairs-card-entered = 🗣 { $name }: answer noted by { $by }
speaking-meeting = 📅 { $name }: set up a meeting with { $partner }
speaking-to-offer =
    📅 <b>{ $name }</b> and { $partner }: no meeting is set up yet.
    Ask the mentor when it suits and offer a time, or write down a meeting that has been.
speaking-offer-times = 📅 Offer a time
speaking-log-past = 📝 A meeting has been
pairs-card-entered-meeting = 🗣 { $name }: about the meeting of { $day }, as told; written down by { $by }
pairs-card-entered-time = 🗣 { $name }: a time offered as told; written down by { $by }
speaking-poll = 👥 { $name }: times for the group of { $partner }, until { $at }
