# Whose pairs are whose: shares in the team, and standing in.

digest-colleagues = { $count ->
    [one] With colleagues: { $count } pair
   *[other] With colleagues: { $count } pairs
}
digest-road-map = 🗺 { $late ->
    [yes] Was due on { $day }
   *[no] By { $day }
}: { $title }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
digest-open-road-map = 🗺 Dates ({ $count })
team-go-caseloads = 🤝 Whose pairs are whose
caseloads-title = 🤝 <b>Whose pairs are whose</b> · { $programme }
caseloads-line = <b>{ $name }</b>{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}: { $count ->
    [0] no pairs of their own
    [one] { $count } pair
   *[other] { $count } pairs
}{ $restricted ->
    [yes] , sees no others
   *[no] {""}
}{ $away ->
    [yes] . Until { $until } { $to } looks after them
   *[no] {""}
}{ $stands ->
    [yes] . Stands in for: { $instead }
   *[no] {""}
}
caseloads-nobodys = { $count ->
    [one] Shared: { $count } pair; everybody who sees all hears of it.
   *[other] Shared: { $count } pairs; everybody who sees all hears of them.
}
caseloads-share-out = Divide the shared ones ({ $count })
caseloads-go-pairs = Choose pairs…
caseloads-restrict = Show their own pairs only
caseloads-open-all = Show all pairs
caseloads-own-only = Lists, applications and colleagues' pairs are closed; only their own pairs and the people in them are open.
caseloads-go-away = { $me ->
    [yes] Hand over while you are away…
   *[no] Hand their pairs over for a while…
}
caseloads-back-again = Give the pairs back early
caseloads-pairs = <b>{ $name }</b>: which pairs? Tap a pair to give it or to take it. { $total ->
    [0] There are no open pairs yet.
   *[other] A group of one mentor moves as a whole.
}
caseloads-pair = { $mine ->
    [yes] ☑
   *[no] ☐
} { $mentee } — { $mentor }{ $other ->
    [yes] {" "}· { $keeper }
   *[no] {""}
}
caseloads-whom = { $me ->
    [yes] Who looks after your pairs?
   *[no] Who looks after the pairs of { $name }?
}
caseloads-until = Up to and including which day does { $to } look after them? On the next day they are back by themselves.
letter-pairs-handed-over = 🤝 { $name } hands their pairs in “{ $programme }” over to you, up to and including { $until }. Their digest comes to you; afterwards they go back by themselves.
