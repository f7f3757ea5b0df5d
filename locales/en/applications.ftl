# Applications: the queue, a card, a decision.

applications-to-guardians = Waiting for a parent ({ $guardians })

applications-card = <b>{ $name }</b> · { $role ->
    [mentee] mentee
    [mentor] mentor
   *[alumnus] former student
}
    { $state ->
        [applied] { $days ->
            [0] Waiting for you since today
            [one] Waiting for you for { $days } day
           *[other] Waiting for you for { $days } days
        }
        [guardian] { $days ->
            [0] Waiting for a parent since today
            [one] Waiting for a parent for { $days } day
           *[other] Waiting for a parent for { $days } days
        }
        [approved] ✓ Approved
        [reserve] In reserve
        [declined] Declined, the letter is sent
        [withdrawn] Consent withdrawn, answers closed
       *[other] The form has not been sent yet
    }
applications-minor = { $agreed ->
    [yes] 🔒 Under 18 · a parent has agreed
   *[no] 🔒 Under 18 · a parent's consent is needed
}
applications-answer =
    <i>{ $question }</i>
    { $answer }

applications-approve = Approve
applications-decline = Decline…
applications-reserve = To the reserve
applications-reopen = Take up again
applications-paper = 📄 Consents on paper
applications-receipt-approved = ✓ { $name }: approved, the letter is on its way
applications-receipt-declined = ✓ { $name }: declined, a kind letter is on its way
applications-receipt-reserve = ✓ { $name }: in reserve, the letter is on its way
applications-receipt-withdrawn = { $name }: consent withdrawn
applications-receipt-applied = { $name }: not decided yet
applications-receipt-guardian = { $name }: waiting for a parent
applications-receipt-form = { $name }: form not finished
applications-receipt-consent = { $name }: form not begun

applications-why-decline =
    <b>{ $name }: why decline?</b>
    Only this person will learn the reason.
applications-kind-letter = Each reason comes with a kind letter.
applications-own-words = ✍️ In my own words…
applications-type-reason =
    <b>{ $name }: what shall we say?</b>
    One message, up to { $longest } characters. They will read it exactly as you write it.
