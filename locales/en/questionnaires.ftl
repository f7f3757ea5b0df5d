# Questionnaires of a programme: what is asked, changing one in a file, publishing one's own.

questionnaires-title =
    📋 <b>Questionnaires</b>
    What the programme asks its people. Look at any of them as a participant does, download it, change it for your school.
questionnaires-own-sign = ✎ is asked in your own wording.
questionnaires-line = { $sign ->
    [own] ✎
    [new] 👀
   *[usual] 📋
} { $title } · { $audience ->
    [mentee] mentees
    [mentor] mentors
    [alumnus] alumni
    [guardian] parents
    [curator] curators
   *[pair] both
}
questionnaires-new = ＋ New questionnaire

questionnaires-published = ✓ Published. New surveys will ask this version; whoever began the earlier one finishes that.
questionnaires-taken-back = ✓ The version before is asked again.
questionnaires-card =
    📋 <b>{ $title }</b>
    { $audience ->
        [mentee] For mentees
        [mentor] For mentors
        [alumnus] For alumni
        [guardian] For parents
        [curator] For curators
       *[pair] For both of a pair
    } · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
questionnaires-asked-own = Asked in your version { $number }: { $by }, { $at }.
questionnaires-asked-usual = Asked as the programme has it.
questionnaires-waves = Surveys with it: { $running } running, { $over } over.
questionnaires-fixed = This one cannot be changed: pairs are matched by its answers. You may look at it and download it.
questionnaires-not-yours = Questionnaires are changed by a curator of the whole organisation: a version holds in all of its programmes.
questionnaires-waiting = 👀 The file you sent: not published
questionnaires-rehearse = ▶ Walk through it
questionnaires-rehearse-pupil = ▶ As a pupil, in informal words
questionnaires-download = ⬇ Download
questionnaires-send = ⬆ Send a changed file
questionnaires-versions = All versions
questionnaires-take-back = Back to the one before
questionnaires-file-caption = “{ $title }”: open it in Excel or another spreadsheet program, change it and send it here. The last sheet says how.
questionnaires-template-caption = A sample with three questions: put your own in their place. The last sheet says how.

questionnaires-versions-title = <b>{ $title }</b>: your versions
questionnaires-version = Version { $number }: { $by }, { $at }.
questionnaires-version-taken-back = Version { $number }: { $by }, { $at }; withdrawn { $back_at } ({ $back_by }).

questionnaires-take-back-ask =
    <b>{ $title }</b>
    Withdraw version { $number }?
questionnaires-then-own = New surveys will ask your version { $before }. Answers given so far stay.
questionnaires-then-usual = New surveys will ask the programme’s own. Answers given so far stay.
questionnaires-take-back-yes = Withdraw it

questionnaires-file-known = Send the changed file (the paper clip, up to { $megabytes } MB). You will see what has changed first; nothing happens before you press “Publish”.
questionnaires-file-new = Download the sample, put your questions in place of its own, and send the file here (the paper clip, up to { $megabytes } MB). You will see it first.
questionnaires-template = ⬇ Download the sample

questionnaires-faults = { $count ->
    [one] { $count } place in the file needs mending:
   *[other] { $count } places in the file need mending:
}
questionnaires-fault-cell = • row { $row }, column { $column }: { $why }
questionnaires-fault-row = • row { $row }: { $why }
questionnaires-fault-cell-of-sheet = • sheet { $sheet }, row { $row }, column { $column }: { $why }
questionnaires-fault-row-of-sheet = • sheet { $sheet }, row { $row }: { $why }
questionnaires-fault-sheet = • sheet { $sheet }: { $why }
questionnaires-faults-more = And { $more } more.
questionnaires-faults-again = Please mend them and send the file again, right here.
questionnaires-faults-all = All of them as a file
questionnaires-faults-title = To mend
questionnaires-faults-caption = Everything to mend in the questionnaire, row by row.
questionnaires-faults-sheet = Sheet
questionnaires-faults-row = Row
questionnaires-faults-column = Column
questionnaires-faults-why = What is wrong

questionnaires-draft =
    👀 <b>{ $title }</b>: all of it can be read
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
questionnaires-draft-new = This is a new questionnaire.
questionnaires-change-added = Added ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
questionnaires-change-removed = Removed ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
questionnaires-change-meaning = ⚠ Other answers ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
questionnaires-change-reworded = Other words ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
questionnaires-change-rules = Asked of others than before ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
questionnaires-change-title = The title has changed.
questionnaires-change-moved = The questions stand in another order.
questionnaires-change-audience = Others will be asked: the role or the forms of mentoring have changed.
questionnaires-change-scales = The scales have changed: compare their names on the sheet of scales.
questionnaires-draft-warning = ⚠ Where the answers have become other ones, before and after cannot be compared. Give such a question a new name: then the old answers stay by themselves.
questionnaires-draft-unused = The bot does not use these columns: { $unused }.
questionnaires-draft-one-language = The questionnaire is in Russian only: whoever reads English will see Russian words.
questionnaires-draft-then = Walk through it, then publish it.
questionnaires-publish = ✓ Publish

questionnaires-rehearsal = 👀 { $title } · { $number } of { $total } · nothing is stored
    { $bar }
questionnaires-rehearsal-leave = Enough
questionnaires-rehearsed = That is all of it: you saw { $shown ->
    [one] { $shown } question
   *[other] { $shown } questions
} of { $total }, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. No answer was stored.
questionnaires-rehearse-again = Once more

refusal-other-questionnaire = The file holds another questionnaire: “{ $found }”, and this one is “{ $wanted }”. Open the right one in the list, or put the name back on the sheet of settings.
refusal-key-taken = There is a questionnaire of that name: “{ $title }”. Give the new one another name on the sheet of settings.
refusal-questionnaire-fixed = This questionnaire cannot be changed: pairs are matched by its answers.
refusal-consent-dropped = People agree to this questionnaire apart from everything else, and your file leaves that out. Download it again and make your changes there.
refusal-nothing-changed = The file holds exactly what is asked now: there is nothing to change.
refusal-published-meanwhile = Another version was published while you looked at this one. Download that one and make your changes in it.
refusal-questionnaire-too-big = The file is larger than { $megabytes } MB, and no questionnaire is. Is it the right one?

questionnaires-example-title = My questionnaire
questionnaires-example-often = How often do you meet?
questionnaires-example-weekly = Every week
questionnaires-example-rarely = Less often
questionnaires-example-never = Not met yet
questionnaires-example-useful = How useful are the meetings?
questionnaires-example-low = no use so far
questionnaires-example-high = very useful
questionnaires-example-words = What should change?
questionnaires-example-hint = You may skip this.
