# The selection of mentors: steps on the card and in the menu, documents, interview, history.

selection-lacks-check = no valid documents
selection-lacks-interview = no interview yet
selection-lacks-training = the training is not finished
selection-lacks-guardian = no parent's consent

selection-kind = { $kind ->
    [learner] Learner
    [teacher] Teacher
    [alumnus] Former student
    [employer] From a company
    [parent] Parent
   *[other] Other
}
selection-kind-line = Category: { $kind ->
    [learner] learner
    [teacher] teacher
    [alumnus] former student
    [employer] from a company
    [parent] parent
   *[other] other
}
selection-way-checked = { $done ->
    [yes] ✓ Documents: { $documents }
   *[no] • Documents: { $documents }
}
selection-way-interviewed = { $done ->
    [yes] ✓ Interview
   *[no] • Interview
}
selection-way-trained = { $done ->
    [yes] ✓ Training
   *[no] • Training
}
selection-document = { $seen ->
    [yes] { $ends ->
        [yes] { $document } (until { $until })
       *[no] { $document } (seen)
    }
   *[no] { $document } (missing)
}
selection-documents = 🪪 Documents
selection-interview = 🗣 Interview
selection-history-open = History
selection-history = 🕘 <b>{ $name }</b> · history
selection-history-empty = Nothing has happened yet.
selection-history-line = { $at } · { $step ->
    [checked] documents shown
    [interviewed] interview passed
    [trained] training passed
    [approved] approved
    [reserve] put in reserve
    [declined] declined
    [reopened] taken up again
    [doubted] interview: doubts
   *[kind] category changed
}{ $bot ->
    [yes] { "" }
   *[no] { " " }· { $by }
}
selection-history-flag = 🚩 { $flag }
selection-history-note = <i>{ $note }</i>
selection-trained-elsewhere = 🎓 Trained in person
selection-change-kind = Change the category
selection-whose-kind =
    <b>{ $name }: which category?</b>
    It decides which documents and steps are needed.

checking-title = 🪪 <b>{ $name }</b> · documents
checking-line = { $seen ->
    [yes] { $numbered ->
        [yes] ✓ { $document }, dated { $issued }{ $ends ->
            [yes] , valid until { $until }
           *[no] { "" }
        }
       *[no] ✓ { $document }: seen { $issued }{ $ends ->
            [yes] , valid until { $until }
           *[no] { "" }
        }
    }
   *[no] • { $document }: not yet
}
checking-none = This category needs no documents.
checking-note = { $seen ->
    [yes] Renew: { $document }
   *[no] Note: { $document }
}
checking-revoke = No longer valid: { $document }
checking-when = { $numbered ->
    [yes]
        🪪 <b>{ $document }: what date is on it?</b>
        Type the date: 12 March, 12.03.2026 or “yesterday”.
   *[no]
        🪪 <b>{ $document }: when were you shown it?</b>
        Type the date: 12 March, “yesterday”, or press the button.
}
checking-today = Today
checking-number =
    🪪 <b>{ $document }: what is its number?</b>
    Copy the number. I keep only its fingerprint and remove your message from the chat straight away.
checking-sure =
    🪪 <b>{ $name }</b> · please check
    { $numbered ->
        [yes] { $document }, dated { $issued }
       *[no] { $document }: seen { $issued }
    }
checking-number-kept = { $deleted ->
    [yes] The number is noted, its message is gone from the chat.
   *[no] The number is noted. I could not remove its message: please delete it yourself.
}
checking-until = { $over ->
    [yes] It ran out on { $until }. If the document says otherwise, type the day.
   *[no] { $ends ->
        [yes] Valid until { $until }. If it is another day, type it.
       *[no] It does not run out. If it does, type the last day.
    }
}
checking-save = Yes, I have it before me
checking-other-day = Correct the date
checking-revoke-sure =
    <b>{ $name }: { $document } no longer valid?</b>
    Pairs pause until there is a new document.
checking-revoke-yes = Yes, no longer valid
checking-revoked = This document does not count any more.

interview-title = 🗣 <b>{ $name }</b> · interview{ $held ->
    [yes] { " " }(held before)
   *[no] { "" }
}
    Did anything worry you? It is a reason to ask further, not a verdict.
interview-flag = { $ticked ->
    [yes] 🚩 { $number }. { $flag }
   *[no] { $number }. { $flag }
}
interview-who-reads = Only curators and the psychologist see what you tick.
interview-type-numbers = Type the numbers with commas, for example: 2, 5.
interview-go-on = { $ticked ->
    [0] Nothing worried me ›
    [one] Next ({ $ticked } flag) ›
   *[other] Next ({ $ticked } flags) ›
}
interview-note =
    🗣 <b>{ $name }</b> · a note for the team
    Impressions, agreements, whom they would suit. One message, up to { $longest } characters.
interview-no-note = No note
interview-result = 🗣 <b>{ $name }</b> · what do you say? { $ticked ->
    [0] Nothing ticked.
    [one] { $ticked } flag:
   *[other] { $ticked } flags:
}
interview-recommend = ✅ I recommend them
interview-doubt = 🤔 I have doubts

menu-selection-check = • The curator needs to see your documents: { $documents }. Please arrange a time
menu-selection-interview = • An interview comes next: the curator or the psychologist will be in touch soon
menu-selection-training = • The training is left
menu-selection-decision =
    • All set, the curator is deciding: it usually takes a few days
    Next: a match
menu-done-checked = ✓ Documents shown
menu-done-interviewed = ✓ Interview done
menu-done-trained = ✓ Training passed
menu-selection-lapsed = ⚠️ A valid document is needed: { $documents }. Please show it to the curator

letter-application-reserved = Thank you for offering to help! Your form suits us well, but nobody needs help with this just now. We keep it in reserve and I will write as soon as somebody does.
letter-application-reopened = 📝 Good news: the curator has taken up your form again. The menu shows what comes next.
letter-queue-news-decision = ⏳ The curator has had your form for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. You are not forgotten: I will remind the curator and write as soon as there is a decision.
letter-queue-news-check = ⏳ { $days ->
    [one] { $days } day has
   *[other] { $days } days have
} passed, and only documents are missing. Please show them to the curator; the menu says which.
letter-queue-news-interview = ⏳ { $days ->
    [one] { $days } day has
   *[other] { $days } days have
} passed, and the interview comes next. I will remind the curator to offer you a time.
letter-queue-news-training = ⏳ { $days ->
    [one] { $days } day has
   *[other] { $days } days have
} passed, and only the training is left. The cards are short; you can start from the menu right now.
letter-queue-news-guardian = ⏳ { $days ->
    [one] { $days } day has
   *[other] { $days } days have
} passed without a parent's or guardian's consent. Pass the link on once more, or ask the curator to help.
letter-queue-news-match = ⏳ You have been waiting for a mentor for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, and you are not forgotten. Other times or subjects in your form make a match easier. I will remind the curator.
letter-queue-reminder =
    ⏳ “{ $programme }”: some have been waiting for more than two weeks.
    { $applied ->
        [0] { "" }
       *[other] { "" }For the team: { $applied }.{ " " }
    }{ $guardians ->
        [0] { "" }
       *[other] { "" }For a parent's consent: { $guardians }.{ " " }
    }{ $alone ->
        [0] { "" }
       *[other] { "" }For a mentor: { $alone }.
    }
    I have told each of them that they are not forgotten. Over to you.
letter-check-expiring-curator =
    🪪 { $name }: { $left ->
        [0] a document ends today
        [one] a document ends in { $left } day, on { $until }
       *[other] a document ends in { $left } days, on { $until }
    }.
    { $document }
    { $left ->
        [0] From tomorrow the pairs pause until you have noted a new one.
       *[other] Ask for a new one: without it the pairs pause.
    }
letter-check-expiring-mentor =
    🪪 { $document }: yours is valid until { $until }.
    Please get a new one and show it to the curator, so that your meetings can go on.
button-open-documents = Open the documents
button-open-menu = Open the menu

refusal-steps-missing = Not yet: { $lacks }.
refusal-check-in-the-future = That day has not come yet. Please check the date on the document.
refusal-check-over = This document has run out. A valid one is needed, or check the dates.
refusal-number-not-understood = That does not look like the number of a document: at least four digits and at most 40 characters.
refusal-check-of-somebody-else = A document with this number is noted for somebody else. Check the number and whose document it is.
refusal-too-many-at-once = At most { $most } can be approved at once.
refusal-nobody-found = Nobody by that name. Try the beginning of a name or surname.
