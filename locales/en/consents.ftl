consents-title-own = 🔒 Consents
consents-title-ward = 🔒 Consents for your child: { $name }
consents-none = There is nothing to agree to just now.
consents-house = <b>{ $organisation }</b>
consents-line-open = ☐ { $title }: no answer yet
consents-line-given = ✓ { $title }: given on { $day }
consents-line-outdated = ✏️ { $title }: given on { $day }, the text has changed since
consents-line-refused = ☐ { $title }: refused on { $day }
consents-line-withdrawn = ☐ { $title }: withdrawn on { $day }
consents-line-notice = • { $title }: read on { $day }
consents-short = { $text }
consents-state-open = No answer yet: it is up to you.
consents-state-given = ✓ Given on { $day }
consents-state-outdated = ✏️ The text has changed. Your consent of { $day } holds until you answer.
consents-state-refused = Refused on { $day }. You can change your mind any day.
consents-state-withdrawn = Withdrawn on { $day }. You can give it again any day.
consents-full =
    { $total ->
        [1] { $text }
       *[other] { $number } of { $total }

            { $text }
    }
consents-agree = ✓ I agree
consents-read = Read it in full
consents-refuse = I do not agree
consents-take-back = Withdraw this consent
letter-consent-child =
    🎂 You are 14 now, so we need your consent too
    Until now your parents decided. Please read and answer: { $titles }.
    Meetings with your mentor wait for your answer.
letter-consent-adult =
    🎂 You are 18 now, so it is you who decides
    Please confirm that you would like to go on: { $titles }.
    Your parents' consent no longer counts, so meetings wait for your answer.
letter-consent-new-text-self =
    🔒 The text of a consent has changed
    { $titles }. Please read the new one and answer. Your earlier consent holds until then.
letter-consent-new-text-guardian =
    🔒 The text of a consent for { $name } has changed
    { $titles }. Please read the new one and answer. Your earlier consent holds until then.
letter-guardianship-ended =
    🎂 { $name } is 18 now
    From today they decide about their own data, and your access has ended. Thank you for being there!
letter-pair-rests-mine =
    ⏸ Meetings are on hold: { $partner }
    Still missing: { $lacks }. As soon as it is there the pair goes on, and I write to you.
letter-pair-rests-other =
    ⏸ Meetings are on hold: { $partner }
    Some papers have to be renewed; nothing is needed from you. I write as soon as all is ready.
letter-pair-waits-mine =
    🤝 You both said yes: { $partner }
    One step is left. Still missing: { $lacks }. Then you can arrange to meet, and I write to you.
letter-pair-waits-other =
    🤝 You both said yes: { $partner }
    Some papers are still to be settled; nothing is needed from you. I write as soon as you can arrange to meet.
letter-pair-paused-curator =
    ⏸ A pair waits: { $mentee } and { $mentor }
    { $mentee_ready ->
        [yes] ✓ { $mentee }: everything is there
       *[no] • { $mentee }, missing: { $mentee_lacks }
    }
    { $mentor_ready ->
        [yes] ✓ { $mentor }: everything is there
       *[no] • { $mentor }, missing: { $mentor_lacks }
    }
    Until then no meetings are arranged and no reminders are sent.
letter-pair-resumed =
    ▶️ The pair goes on: { $partner }
    The break is over, you can meet again.
letter-pair-resumed-curator =
    ▶️ The pair goes on: { $mentee } and { $mentor }
    The break is over, they can arrange meetings.
button-open-consents = Look and answer
lack-age-their = a date of birth
lack-own-consent-their = the participant's consent
lack-guardian-consent-their = a parent's or guardian's consent
lack-approval-their = the curator's decision
lack-check-their = a valid certificate
lack-age-own = your date of birth
lack-own-consent-own = your consent
lack-guardian-consent-own = a parent's or guardian's consent
lack-approval-own = the curator's decision
lack-check-own = a valid certificate
refusal-pair-paused = Meetings of this pair are on hold: some papers have to be renewed. I write as soon as all is ready.
