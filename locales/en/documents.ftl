# Reports and documents: the screens.

rooms-go-documents = 📄 Reports and documents
documents-title =
    📄 <b>Reports and documents</b>
    All of it is made of what the programme already holds. Word files can be edited on your side.
documents-go-handed-out = 🎓 Letters and certificates
documents-go-report = 📊 Programme report

report-home =
    📊 <b>Programme report</b> · { $programme }
    For the days { $span }
report-has-problems = { $written ->
    [yes] ✓ Problems are written
   *[other] ○ Problems: nothing yet
}
report-has-plans = { $written ->
    [yes] ✓ Plans are written
   *[other] ○ Plans: nothing yet
}
report-has-cases = { $n ->
    [0] ○ Best cases: none yet
    [one] ✓ Best cases: { $n } pair
   *[other] ✓ Best cases: { $n } pairs
}{ $silent ->
    [0] {""}
   *[other] {" "}(left out for want of a consent to publication: { $silent })
}
report-home-note = Numbers of fewer than five people or pairs are hidden: the report leaves the house.
report-word = ⬇️ Word
report-pdf = ⬇️ PDF
report-go-days = 📅 For other days
report-go-texts = ✏️ Problems, plans, cases
report-go-map = 🗺 Road map execution (Word)
report-caption = 📊 Programme report, { $span }.{ $word ->
    [yes] {" "}It can be edited: headings, tables and lists are true ones.
   *[other] {""}
}
report-file = Programme report { $programme }
report-which-days =
    📅 For which days? Write for instance “from 1 September to 31 December”.
    The whole programme until today: { $whole }.
report-whole = The whole programme until today

report-texts-title = ✏️ <b>What you write</b>
report-problems-now =
    <b>Problems</b> ({ $on })
    { $words }
report-problems-empty = <b>Problems</b>: nothing yet
report-plans-now =
    <b>Plans</b> ({ $on })
    { $words }
report-plans-empty = <b>Plans</b>: nothing yet
report-go-problems = ✏️ Problems
report-go-plans = ✏️ Plans
report-go-cases = 🌟 Best cases · { $n }
report-write = { $section ->
    [problems] ✏️ <b>Problems.</b> What did the programme run into, what was in the way?
   *[plans] ✏️ <b>Plans.</b> What will you do next?
}
    Write it as a message of up to { $longest } characters. Each line becomes a point of a list. The bot hides names of participants.
report-write-now =
    Now:
    { $words }
report-empty-it = 🗑 Take the text out
report-cases-title =
    🌟 <b>Best cases</b>
    Only pairs both of whom agree to publication (for a child, a parent does). Whom shall we tell about?
report-cases-none =
    🌟 <b>Best cases</b>
    There is no pair yet both of whom agree to publication. Each gives this consent in the section about their data.
report-cases-silent = { $n ->
    [one] { $n } story stays out of the report: a consent was withdrawn.
   *[other] { $n } stories stay out of the report: a consent was withdrawn.
}
report-case-button = { $written ->
    [yes] ✓{" "}
   *[other] {""}
}{ $mentor } and { $mentee }
report-case-card = 🌟 <b>{ $mentor } and { $mentee }</b>
report-case-empty = No story yet.
report-case-write = ✏️ Write the story
report-case-how =
    🌟 <b>{ $mentor } and { $mentee }</b>
    Write it as a message of up to { $longest } characters: what they came with, what they did together, what came of it.
    The bot hides names of other participants. Show the story to both before it is published, to a child together with a parent.
