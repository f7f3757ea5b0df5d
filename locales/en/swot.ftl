# The SWOT board: strengths, weaknesses, opportunities and threats of a programme.

monitoring-go-swot = 🧭 SWOT board
swot-title =
    🧭 <b>SWOT board</b> · { $programme }
    What people and you say: no names, what is alike together.
swot-side-strength = 💪 <b>Strengths</b> · { $n }
swot-side-weakness = 🩹 <b>Weaknesses</b> · { $n }
swot-side-opportunity = 🌱 <b>Opportunities</b> · { $n }
swot-side-threat = ⛈ <b>Threats</b> · { $n }
swot-go-strength = 💪 Strengths
swot-go-weakness = 🩹 Weaknesses
swot-go-opportunity = 🌱 Opportunities
swot-go-threat = ⛈ Threats
swot-entry-line = — { $words }{ $several ->
    [yes] {" "}· { $said ->
        [one] { $said } time
       *[other] { $said } times
    }
   *[other] {""}
}{ $tagged ->
    [yes] {" "}· { $form }
   *[other] {""}
}
swot-more = … and { $n } more
swot-none-strength = Empty so far. What goes well in the programme?
swot-none-weakness = Empty so far. What inside the programme is in the way?
swot-none-opportunity = Empty so far. What around it may help?
swot-none-threat = Empty so far. What outside may be in the way?
swot-collect = 📥 Collect answers from surveys ({ $n })
swot-collected = { $entries ->
    [0] No new entries.
    [one] ✓ { $entries } entry added.
   *[other] ✓ { $entries } entries added.
}
swot-too-few = Some answers are not shown: words of fewer than ten pupils, or of fewer than five adults, never are.
swot-write = ✍️ Add one of your own
swot-go-alike = 🔗 Find what is alike
swot-go-out = 🗑 Taken out ({ $n })
swot-write-strength =
    💪 <b>Strength</b>
    Type it in one phrase, without names.
swot-write-weakness =
    🩹 <b>Weakness</b>
    Type it in one phrase, without names.
swot-write-opportunity =
    🌱 <b>Opportunity</b>
    Type it in one phrase, without names.
swot-write-threat =
    ⛈ <b>Threat</b>
    Type it in one phrase, without names.
swot-entry =
    { $side ->
        [strength] 💪 <b>Strength</b>
        [weakness] 🩹 <b>Weakness</b>
        [opportunity] 🌱 <b>Opportunity</b>
       *[threat] ⛈ <b>Threat</b>
    }
    { $words }
    Said { $said ->
        [one] once
       *[other] { $said } times
    }{ $tagged ->
        [yes] {" "}· form: { $form }
       *[other] {""}
    }
swot-edit = ✏️ Change the words
swot-merge = 🔗 Merge with another…
swot-tag = 🏷 Form…
swot-take-out = 🗑 Take off the board
swot-edit-how =
    Now: { $words }
    Type it anew, in one phrase and without names.
swot-which-form =
    { $words }
    Which form of mentoring is it about?
swot-every-form = About all
swot-merge-which =
    { $words }
    Which entry says the same? It becomes part of this one.
swot-alike =
    Is this the same?
    — { $one }
    — { $other }
swot-alike-none = Nothing else looks alike.
swot-same = Yes, merge them
swot-not-same = No, they differ
swot-out =
    🗑 <b>Taken out</b>
    Tap an entry to put it back on the board.
swot-out-none = Nothing here.
