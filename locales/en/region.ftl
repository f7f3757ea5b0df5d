# The regional coordinator: the picture, organisations, reminders, the monthly digest; the head's page.

region-title = 📊 <b>The region at a glance</b>{ $counted ->
    [yes] {" "}· on { $on }
   *[no] {""}
}
region-waits = The figures are being counted; the first will be here within the hour.
region-standing =
    Organisations: { $organisations }, with a curator: { $curators }
    Road maps agreed: { $maps } of { $programmes }
region-share = { $title }: <b>{ NUMBER($share) }%</b> ({ $number } of { $whole }){ $aims ->
    [yes] , target { $target }%
   *[no] {""}
}
region-share-none = { $title }: { $known ->
    [yes] …
   *[no] not yet
}
region-answers = Answered the surveys
region-people = In the bot: { $mentees } mentees · { $mentors } mentors · { $pairs } pairs
region-form = · { $form }: { $pairs }
region-go-forms = 🧩 By form
region-forms = 🧩 <b>By form of mentoring</b>{ $counted ->
    [yes] {" "}· on { $on }
   *[no] {""}
}
region-forms-title = <b>{ $title }</b>
region-form-share = · { $form }: { NUMBER($share) }% ({ $number } of { $whole })
region-forms-how =
    Coverage: out of all learners. Each person once, by the form of the pair that began first.{ $glad ->
        [yes] {"\u000A"}Satisfaction: out of those who answered in that form.
       *[no] {""}
    }
    Forms may add up to less than the total: some people are not divided yet, and in anonymous surveys nobody knows the form.
region-digest-form = { $form }: { NUMBER($share) }%
region-sheet-forms = By form
region-column-form-share = { $title } · { $form }, %
region-column-form-number = { $title } · { $form }: how many
region-column-form-whole = { $title } · { $form }: out of
region-behind = <b>Behind: { $n }</b>
region-count = · { $what }: { $n }
region-hidden = <i>“…”: fewer than { $least } people, or a number that would give away its neighbour. Numbers of people in an organisation move in steps of { $least } at least: 0 is “nobody, or fewer than { $least }”.</i>
region-go-list = 🏫 Organisations
region-go-remind = ✉️ Remind those behind ({ $n })
region-go-picture = 🖼 As a picture
region-go-table = 📄 As a table
region-go-years = 📅 Compare years

region-lag-curator = no curator
region-lag-programme = no programme at work
region-lag-road-map = the road map is not agreed
region-lag-late = tasks of the road map are overdue
region-lag-numbers = the number of learners is missing
region-lag-waves = no survey this school year
region-lag-coverage = coverage below the target
region-all-well = all is well
region-not-counted = not counted yet

region-list = { $looks ->
    [yes] 🏫 <b>Found: { $n }</b> · “{ $words }”
   *[no] 🏫 <b>Organisations: { $n }</b>
}{ $counted ->
    [yes] {" "}· on { $on }
   *[no] {""}
}
region-house = { $behind ->
    [yes] 🟡
   *[no] 🟢
} <b>{ $organisation }</b>: { $lags }{ $reminded ->
    [yes] {" "}· ✉️ { $day }
   *[no] {""}
}
region-nothing = There is no such organisation. Try a part of its name.
region-look-for = To find an organisation, write a part of its name.
region-all = Show all

region-card = 🏫 <b>{ $organisation }</b>{ $counted ->
    [yes] {" "}· on { $on }
   *[no] {""}
}
region-card-lags = { $behind ->
    [yes] 🟡 Behind: { $lags }
   *[no] 🟢 All is well
}
region-card-team = Curator: { $curator ->
    [yes] yes
   *[no] not appointed
} · head: { $head ->
    [yes] connected
   *[no] not connected
}
region-card-road-map = { $programmes ->
    [0] No programme at work
   *[other] Programmes: { $programmes } · road maps drawn up { $drawn }, agreed { $agreed }{ $late ->
        [0] {""}
       *[other] , tasks overdue: { $late }
    }
}
region-card-people = In the bot: { $mentees } mentees · { $mentors } mentors · { $pairs } pairs
region-card-waves = Surveys this school year: { $waves }{ $open ->
    [0] {""}
   *[other] , open now: { $open }
}
region-reminded = ✉️ Reminded: { $when }, { $by } · { $letters ->
    [one] { $letters } person
   *[other] { $letters } people
}
region-go-remind-one = ✉️ Remind

region-remind =
    ✉️ <b>{ $organisation }</b>
    To: curators and the head, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }

    “The regional coordinator asks you to look at this: { $lags }”.

    It comes with the day's message. You can remind them again after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
region-remind-send = Send the reminder
region-remind-all = ✉️ <b>Remind those behind: { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}</b>
    Each curator and head reads about their own organisation only. Letters in all: { $people }.
region-remind-line = 🏫 { $organisation }: { $lags }
region-remind-more = and { $more ->
    [one] { $more } more organisation
   *[other] { $more } more organisations
}
region-remind-none = There is nobody to remind now.
region-remind-lately = Reminded within the last { $days ->
    [one] { $days } day
   *[other] { $days } days
}: { $n }. They are left in peace for now.
region-remind-nobody = With neither a curator nor a head to write to: { $n }. A call will help.
region-remind-all-send = Send ({ $n })
region-remind-done = { $people ->
    [0] Nobody is left to be reminded
    [one] ✓ Sent to { $people } person
   *[other] ✓ Sent to { $people } people
}
refusal-reminded-lately = This organisation has been reminded: you can again { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the last letter.
refusal-nobody-to-remind = There is neither a curator nor a head to write to. A call will help.
refusal-nothing-behind = The organisation is not behind any more, there is nothing to remind of.

region-years = 📅 <b>School years</b>, each at the same month
region-year =
    <b>{ $year }</b> · on { $on }
    Organisations: { $organisations } · pairs: { $pairs }
region-years-single = There are no earlier years in this bot yet: you can compare in a year.

region-picture-line = Organisations with the lowest coverage: { $shown } of { $n } · on { $on }
region-picture-bar = { $organisation } — { $number } of { $whole }
region-picture-share = { NUMBER($share) }%
region-picture-footer = The mark is the target of { $target }%, paler is below it. Without a bar: { $hidden } organisations (no number of learners, or too few people)
region-picture-caption = 📊 Coverage by organisation on { $on }
region-table-name = Region { $on }
region-table-caption = 📄 All organisations in one table, on { $on }
region-sheet = Organisations
region-sheet-about = How to read it
region-sum = The whole region
region-yes = yes
region-no = no
region-column-organisation = Organisation
region-column-on = Counted on
region-column-behind = Behind in
region-column-curator = Curator appointed
region-column-head = Head connected
region-column-programmes = Programmes
region-column-agreed = Road maps agreed
region-column-late = Tasks overdue
region-column-mentees = Mentees
region-column-mentors = Mentors
region-column-pairs = Pairs
region-column-form = Pairs: { $form }
region-column-share = { $title }, %
region-column-number = { $title }: how many
region-column-whole = { $title }: out of
region-column-waves = Surveys this year
region-column-reminded = Reminded
region-about-day = Counted on { $on }, organisations: { $n }.
region-about-rule = Fewer than { $least } people are not shown: “…” stands instead. Sometimes the next number is hidden as well, so that the first cannot be subtracted.
region-about-change = A number of people moves when it differs from what was shown before by { $least } at least: two tables of different days do not tell of one person.
region-about-date = Coverage, surveys and satisfaction: from 1 September to the day of counting; pairs, mentees and mentors: on that day.
region-about-coverage = Coverage: learners whose pair was at work for a day and met at least once, out of all learners. Each person once.
region-about-forms = By form: each person once, by the form of the pair that began first. Forms may add up to less than the total.
region-about-behind = Organisations stand in order: who lacks what weighs most comes first, among equals the lower coverage.

button-open-region = 📊 The region at a glance
letter-region-digest =
    📊 <b>The region this month</b> · on { $on }
    Organisations: { $houses }, behind: { $behind }
    { $known ->
        [yes] Coverage: <b>{ NUMBER($share) }%</b> ({ $number } of { $whole }), target { $target }%{ $direction ->
            [more] {" "}· +{ NUMBER($change) } in a month
            [fewer] {" "}· −{ NUMBER($change) } in a month
            [same] {" "}· as a month ago
           *[none] {""}
        }
       *[no] No coverage yet: too few people, or the number of learners is missing
    }{ $divided ->
        [yes] {"\u000A"}By form: { $forms }
       *[no] {""}
    }

    No curator: { $curator } · no programme: { $programme }
    Road map not agreed: { $road-map } · tasks overdue: { $late }
    No number of learners: { $numbers } · no surveys: { $waves } · coverage below target: { $coverage }

    { $behind ->
        [0] Nobody is behind 👏
       *[other] First of all: { $first }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }
letter-region-reminder = { $named ->
    [yes] ✉️ <b>{ $organisation }</b>. The regional coordinator ({ $by }) asks you to look at this:
   *[no] ✉️ <b>{ $organisation }</b>. The regional coordinator asks you to look at this:
}
    { $lags }.
    When it is done there is no need to answer: the coordinator will see it.

head-title =
    🏫 <b>{ $organisation }</b>
    Figures from { $starts } to { $on }
head-curators = { $n ->
    [0] No curator yet
    [1] Curator: { $names }
   *[other] Curators: { $names }
}
head-idle = No programme is at work now.
head-programme = <b>“{ $name }”</b>, { $starts } to { $ends }
head-road-map = { $drawn ->
    [yes] 🗺 Road map: { $done } of { $lines } done, { $agreed ->
        [yes] agreed { $day }
       *[no] not agreed yet
    }
   *[no] 🗺 No road map yet
}
head-late = 🔴 { $title } — was due { $day }
head-more-late = and { $more } more overdue
head-wave = 📝 { $title }: { $hidden ->
    [yes] {""}
   *[no] { $finished } of { $planned } answered, {""}
}{ $open ->
    [yes] open now
   *[no] closed
}
head-reminded = ✉️ The regional coordinator reminded you { $day }
