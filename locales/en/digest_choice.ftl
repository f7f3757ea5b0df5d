# When the digest comes and what it is about.

digest-open-choice = ⚙️ When and what
digest-choice-title = ⚙️ <b>Digest</b> · { $programme }
digest-choice-weekday = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
digest-choice-weekly = It comes once a week: { $weekday }, { $hour }:00. When there is nothing to say, it stays away.
digest-choice-daily = It comes on working days at { $hour }:00, but only when somebody needs you.
digest-choice-off = It does not come by itself. Open it whenever you like: /digest.
    What participants ask of you still comes at once.
digest-choice-next = The next one: { $next }.
digest-choice-often-weekly = { $chosen ->
    [yes] ●
   *[no] ○
} Weekly
digest-choice-often-daily = { $chosen ->
    [yes] ●
   *[no] ○
} Working days
digest-choice-often-off = { $chosen ->
    [yes] ●
   *[no] ○
} Off
digest-choice-go-day = 📅 { $weekday }
digest-choice-go-hour = 🕘 { $hour }:00
digest-choice-go-kinds = { $off ->
    [0] What to tell: everything
    [one] What to tell: { $off } kind is off
   *[other] What to tell: { $off } kinds are off
}
digest-choice-ask-day = On which day should the digest come?
digest-choice-ask-hour = At what time?
digest-choice-day = { $chosen ->
    [yes] ● { $weekday }
   *[no] { $weekday }
}
digest-choice-hour = { $chosen ->
    [yes] ● { $hour }:00
   *[no] { $hour }:00
}
digest-choice-ask-kinds = What should the digest tell you? Tap to switch off or on.
    Two things are always told: somebody asks for you, and a pair that may not meet (a consent or a document is missing). They keep participants safe.
digest-choice-kind-silence = { $told ->
    [yes] ☑
   *[no] ☐
} A pair has not met for long
digest-choice-kind-receipts = { $told ->
    [yes] ☑
   *[no] ☐
} It is unclear whether they met
digest-choice-kind-ratings = { $told ->
    [yes] ☑
   *[no] ☐
} Ratings differ, fell or are missing
digest-choice-kind-plan = { $told ->
    [yes] ☑
   *[no] ☐
} The plan is late
digest-choice-kind-survey = { $told ->
    [yes] ☑
   *[no] ☐
} A questionnaire is about to close
digest-choice-kind-talks = { $told ->
    [yes] ☑
   *[no] ☐
} It is time to talk with somebody
