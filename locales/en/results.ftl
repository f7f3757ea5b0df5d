# Results of questionnaires: by question and scale, before and after, and files of answers.

monitoring-go-results = 📊 Results
wave-results = 📊 Results
results-title =
    📊 <b>Results</b>
    Which questionnaire shall we look at?
results-none =
    📊 <b>Results</b>
    No questionnaire is over yet.
results-going = “{ $title }” is still open: its results come when it closes, { $until }.
results-wave = { $title } · { $day }
results-home =
    📊 <b>{ $title }</b>
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    } answered. Closed on { $day }.
results-begun = Came to the end: { $complete }. What the others answered before they stopped is counted too.
results-few =
    📊 <b>{ $title }</b>
    Fewer than five people answered. So that nobody can be recognised, there are no results.
results-anonymous = 🔒 An anonymous questionnaire: nobody knows who said what.
results-careless = { $n ->
        [one] { $n } answer sheet shows
       *[other] { $n } answer sheets show
    } signs of haste: answers too quick or all the same. They are counted with the others.
results-secret = 🔒 Only the psychologist sees single answers: here are totals, and no files.
results-by-question = By question
results-scales = Scales
results-compare = Before and after
results-files = Download answers…
results-item =
    📊 Question { $number } of { $total }
    <b>{ $question }</b>
results-hidden = 🔒 Nothing is shown here: so few answers that people could be recognised.
results-blurred = 🔒 Single answers are not shown: one could see who answered unlike the others.
results-joined = Neighbouring or rare answers are joined, so that each number is five people or more.
results-n = { $n ->
        [one] { $n } person
       *[other] { $n } people
    } answered, { $missing } % did not
results-hard = Hard to say: { $n }
results-mean = Mean { $value }
results-mean-between = Mean { $value }, between { $low } and { $high }
results-median = Half of the answers are { $value } or lower
results-bar = { $bar } { $label } · { $n } ({ $percent } %)
results-place = { $label }: mean place { $place }
results-day = <i>As of { $day }</i>
results-earlier = ‹ Previous
results-later = Next ›
results-picture = 🖼 As a picture
results-groups = By role and group
results-texts = Read the answers
results-means = What do these numbers mean?
results-everybody = Everybody
results-role-mentee = Mentees
results-role-mentor = Mentors
results-role-alumnus = Alumni
results-role-curator = Curators
results-group = Group { $name }
results-groups-title =
    👥 By role and group
    <b>{ $question }</b>
results-group-mean = { $group }: mean { $value } ({ $n } answers)
results-group-most = { $group }: most often “{ $label }”, { $percent } % ({ $n } answers)
results-group-n = { $group }: { $n } answers, no more is shown
results-groups-note = Only groups in which nobody can be recognised: five people or more, also after subtracting.
results-meaning-title =
    ❓ What these numbers mean
    <b>{ $question }</b>
results-meaning = <b>{ $name }</b>
results-texts-title =
    💬 <b>{ $question }</b>
    Answers: { $n }. Without names, in no order.
results-text = — { $text }
results-scales-title =
    📐 Scales · “{ $title }”
    Several questions about one thing say more together than each alone.
results-scale =
    ▸ <b>{ $title }</b> · { $n ->
        [one] { $n } person
       *[other] { $n } people
    } answered every question
results-alpha = Cronbach’s alpha { $value }
results-alpha-between = Cronbach’s alpha { $value }, between { $low } and { $high }
results-omega = McDonald’s omega { $value }
results-alpha-without = Without the question “{ $question }” alpha would be { $value }: it does not go with the others.
results-floor = Many gave the lowest answer: the scale shows nothing further down.
results-ceiling = Many gave the highest answer: the scale shows no more of a rise.
results-scales-note = Alpha and omega show whether the questions of a scale are about one thing: 0.7 to 0.95 is good.
results-before-title =
    ↕️ <b>Before and after</b>
    Which earlier questionnaire shall we compare with? Only those who answered both times count.
results-before-none =
    ↕️ <b>Before and after</b>
    Nothing to compare with yet: there was no earlier questionnaire, closed and with names, that asked the same.
results-change-title =
    ↕️ <b>Before and after</b> · “{ $title }”
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    } answered both times.
results-change-none =
    ↕️ <b>Before and after</b> · “{ $title }”
    🔒 Too few people answered both times to show a change and give nobody away.
results-change =
    ▸ <b>{ $title }</b>
    { $before } → { $after } ({ $n } people)
results-change-sure = A clear change: between { $low } and { $high }
results-change-unsure = Maybe no change at all: between { $low } and { $high }
results-moved = Higher for { $up }, the same for { $same }, lower for { $down }
results-left-out = { $n } of those who answered both times are left out by chance: else the answers of those who answered once could be worked out.
results-left = { $left } did not answer the second time, { $stayed } did.
results-smd = The largest difference at the beginning between those who left and who stayed: { $value } standard deviations.
results-change-note = About the group and not about one person: one person’s change may be chance.
results-change-picture = Before and after: the same people
results-both = Both times: { $n } people
results-before = before
results-after = after
results-slope = { $way ->
    [up] up by { $by }
    [down] down by { $by }
   *[same] no change
} · { $n } people
results-picture-footer = { $title } · { $day }
results-files-title =
    📁 <b>Answers as a file</b> · “{ $title }”
    No names in any of them. What do you need it for?
results-file-xlsx = Excel workbook
results-file-csv = CSV for programs
results-file-sav = SPSS with labels
results-file-research = Research set
results-confirm-xlsx =
    📁 <b>Excel workbook</b> · “{ $title }”
    Answers of { $people } people under codes, a codebook and results.
results-confirm-csv =
    📁 <b>CSV</b> · “{ $title }”
    Answers of { $people } people under codes. The codebook of the Excel workbook says what the numbers mean.
results-confirm-sav =
    📁 <b>SPSS</b> · “{ $title }”
    Answers of { $people } people under codes, with labels of questions and options.
results-confirm-research =
    📁 <b>Research set</b> · “{ $title }”
    Answers of { $people } people in three formats. People have the same codes in all questionnaires of the programme.
results-confirm-left = { $n } people are not in it: their consent does not cover it, or others’ answers would show without them.
results-confirm-rule = Nobody may be recognised by their answers, and the file is not passed on. We note who took it and when.
results-taken = { $day } · { $kind } · { $who }
results-take = Send the file
results-file-caption = Answers of { $people } people. Do not pass the file on, and do not try to recognise anyone in it.
results-name-answers = Answers
results-name-research = Research set
results-absence-not-reached = did not reach the question
results-absence-not-asked = not asked, by the logic
results-absence-skipped = left out
results-absence-hard-to-say = hard to say
results-absence-refused = refused the questionnaire
results-fact-id = Participant’s code
results-fact-role = Role
results-fact-form = Form of mentoring
results-fact-group = Class or group
results-joined-group = joined
results-own-words = in own words
results-yes = yes
results-no = no
results-codebook-name = Column
results-codebook-question = Question
results-codebook-kind = Kind
results-codebook-codes = What numbers mean
results-column-question = Question
results-column-group = Who
results-column-n = Answered
results-column-missing = Share without an answer
results-column-mean = Mean
results-column-between = Interval, 95 %
results-column-answers = Answers
results-sheet-data = Data
results-sheet-codebook = Codebook
results-sheet-results = Results
results-sheet-about = About
results-measure-words = text
results-measure-nominal = options
results-measure-ordinal = scale
results-measure-scale = number
results-about-title = Questionnaire
results-about-programme = Programme
results-about-day = Closed
results-about-groups = Small groups
results-about-groups-text = Role, form and group are named only where every combination of them is five people or more. Fewer than ten texts are left out of the file.
results-about-rule = Rule
results-about-rule-text = Nobody tries to find out whose answers these are, neither by a text nor by comparing with other data. Whoever recognises somebody by chance keeps silent and tells the curator. The file is not passed on, and is deleted when the work is done.

refusal-results-not-yet = The questionnaire is still open. Results come when it closes: else one person’s answer could be seen from two looks.
refusal-rows-in-confidence = Only the psychologist sees the answers to this questionnaire. Curators get totals.
refusal-too-few-answers = Fewer than five people answered: there is no file, so that nobody can be recognised.
