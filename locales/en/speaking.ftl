# The team answers for somebody without a messenger: a pair, a survey.

speaking-go = 🗣 Answer for somebody ({ $count })
speaking-title =
    🗣 <b>Answer for somebody</b>
    These people use no messenger. Ask them and note the answer: it will show that you entered it.
speaking-none =
    🗣 <b>Answer for somebody</b>
    Nobody without a messenger has a question waiting.
speaking-pair = 🤝 { $name }: pair with { $partner }
speaking-survey = 📝 { $name }: { $title }
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
