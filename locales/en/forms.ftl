# Questionnaires of a programme: what is asked, changing one in a file, publishing one's own.

forms-title =
    📋 <b>Questionnaires</b>
    What the programme asks its people. Look at any of them as a participant does, download it, change it for your school.
forms-own-sign = ✎ is asked in your own wording.
forms-line = { $sign ->
    [own] ✎
   *[usual] 📋
} { $title } · { $audience ->
    [mentee] mentees
    [mentor] mentors
    [alumnus] alumni
    [guardian] parents
    [curator] curators
   *[pair] both
}
forms-new = ＋ New questionnaire

forms-published = ✓ Published. New surveys will ask this version; whoever began the earlier one finishes that.
forms-taken-back = ✓ The version before is asked again.
forms-card =
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
forms-asked-own = Asked in your version { $number }: { $by }, { $at }.
forms-asked-usual = Asked as the programme has it.
forms-waves = Surveys with it: { $running } running, { $over } over.
forms-fixed = This one cannot be changed: pairs are matched by its answers. You may look at it and download it.
forms-not-yours = Questionnaires are changed by a curator of the whole organisation: a version holds in all of its programmes.
forms-rehearse = ▶ Walk through it
forms-download = ⬇ Download
forms-send = ⬆ Send a changed file
forms-versions = All versions
forms-take-back = Back to the one before
forms-file-caption = “{ $title }”: open it in Excel or another spreadsheet program, change it and send it here. The last sheet says how.
forms-template-caption = A sample with three questions: put your own in their place. The last sheet says how.

forms-versions-title = <b>{ $title }</b>: your versions
forms-version = Version { $number }: { $by }, { $at }.
forms-version-taken-back = Version { $number }: { $by }, { $at }; withdrawn { $back_at } ({ $back_by }).

forms-take-back-ask =
    <b>{ $title }</b>
    Withdraw version { $number }?
forms-then-own = New surveys will ask your version { $before }. Answers given so far stay.
forms-then-usual = New surveys will ask the programme’s own. Answers given so far stay.
forms-take-back-yes = Withdraw it

forms-file-known = Send the changed file (the paper clip, up to { $megabytes } MB). You will see what has changed first; nothing happens before you press “Publish”.
forms-file-new = Download the sample, put your questions in place of its own, and send the file here (the paper clip, up to { $megabytes } MB). You will see it first.
forms-template = ⬇ Download the sample

forms-faults = { $count ->
    [one] { $count } place in the file needs mending:
   *[other] { $count } places in the file need mending:
}
forms-fault-cell = • row { $row }, column { $column }: { $why }
forms-fault-row = • row { $row }: { $why }
forms-fault-cell-of-sheet = • sheet { $sheet }, row { $row }, column { $column }: { $why }
forms-fault-row-of-sheet = • sheet { $sheet }, row { $row }: { $why }
forms-fault-sheet = • sheet { $sheet }: { $why }
forms-faults-more = And { $more } more.
forms-faults-again = Please mend them and send the file again, right here.
forms-faults-all = All of them as a file
forms-faults-title = To mend
forms-faults-caption = Everything to mend in the questionnaire, row by row.
forms-faults-sheet = Sheet
forms-faults-row = Row
forms-faults-column = Column
forms-faults-why = What is wrong

forms-draft =
    👀 <b>{ $title }</b>: all of it can be read
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
forms-draft-new = This is a new questionnaire.
forms-change-added = Added ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
forms-change-removed = Removed ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
forms-change-meaning = ⚠ Other answers ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
forms-change-reworded = Other words ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
forms-change-rules = Asked of others than before ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
forms-change-title = The title has changed.
forms-change-moved = The questions stand in another order.
forms-draft-warning = ⚠ Where the answers have become other ones, before and after cannot be compared. Give such a question a new name: then the old answers stay by themselves.
forms-draft-unused = The bot does not use these columns: { $unused }.
forms-draft-one-language = The questionnaire is in Russian only: whoever reads English will see Russian words.
forms-draft-then = Walk through it, then publish it.
forms-publish = ✓ Publish

forms-rehearsal = 👀 { $title } · { $number } of { $total } · nothing is stored
    { $bar }
forms-rehearsal-leave = Enough
forms-rehearsed = That is all of it: you saw { $shown ->
    [one] { $shown } question
   *[other] { $shown } questions
} of { $total }, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. No answer was stored.
forms-rehearse-again = Once more

refusal-other-questionnaire = The file holds another questionnaire: “{ $found }”, and this one is “{ $wanted }”. Open the right one in the list, or put the name back on the sheet of settings.
refusal-key-taken = There is a questionnaire of that name: “{ $title }”. Give the new one another name on the sheet of settings.
refusal-questionnaire-fixed = This questionnaire cannot be changed: pairs are matched by its answers.
refusal-nothing-changed = The file holds exactly what is asked now: there is nothing to change.
refusal-published-meanwhile = Another version was published while you looked at this one. Download that one and make your changes in it.
refusal-questionnaire-too-big = The file is larger than { $megabytes } MB, and no questionnaire is. Is it the right one?

forms-example-title = My questionnaire
forms-example-often = How often do you meet?
forms-example-weekly = Every week
forms-example-rarely = Less often
forms-example-never = Not met yet
forms-example-useful = How useful are the meetings?
forms-example-low = no use so far
forms-example-high = very useful
forms-example-words = What should change?
forms-example-hint = You may skip this.
