# Shared words: buttons, time, refusals, help.

button-to-menu = ☰ Menu
button-back = ‹ Back
button-next = Next ›

moment-yesterday = yesterday, { $weekday } { $day }, { $time }
moment-today = today, { $time }
moment-tomorrow = tomorrow, { $weekday } { $day }, { $time }
moment-day = { $weekday } { $day }, { $time }

role-mentee = mentee
role-mentor = mentor
role-alumnus = alumnus
role-guardian = parent or guardian
role-curator = curator
role-deputy = deputy curator
role-psychologist = psychologist
role-class-teacher = class teacher
role-head = head of the organisation
role-region = regional coordinator
role-operator = operator

name-unknown = Name not given yet

place-on-site = on the organisation's ground
place-with-curator = with the curator
place-in-person = in person
place-online = online

light-red = needs you
light-yellow = worth a look
light-green = going well
light-grey = waiting

# Why a pair has its light: the figure, and the day beside it.
health-proposed = waiting for an answer to the proposal
health-rests = resting until the day agreed
health-lacks = on hold since { $on }: a consent or a document is missing
health-new = { $days ->
    [0] the pair started today
    [one] at work for { $days } day, no first meeting yet
   *[other] at work for { $days } days, no first meeting yet
}
health-never-met = { $days ->
    [one] { $days } day without a first meeting (since { $on })
   *[other] { $days } days without a first meeting (since { $on })
}
health-silent = { $days ->
    [one] { $days } day without a meeting (since { $on })
   *[other] { $days } days without a meeting (since { $on })
}
health-asks = waiting for the curator’s decision since { $on }
health-disputed = the two gave different accounts of the meeting on { $on }
health-differ = the ratings of the two differ ({ $on })
health-fell = one of the ratings fell ({ $on })
health-unrated = two ratings in a row are missing (since { $on })
health-receipts = { $count ->
    [one] nobody said whether { $count } meeting took place (since { $on })
   *[other] nobody said whether { $count } meetings took place (since { $on })
}
health-plan = a day of the plan passed on { $on }
health-survey = a questionnaire without an answer closes on { $on }
health-meeting-ahead = { $days ->
    [0] a meeting today
    [1] a meeting tomorrow
   *[other] a meeting in { $days } days
}
health-parts = saying goodbye, the last meeting is on { $on }
health-met = { $days ->
    [0] met today
    [one] last met { $days } day ago
   *[other] last met { $days } days ago
}

text-missing = Some words should be here, but they got lost. We already know about it.
error-ours = That did not work: it is our mistake, and we already know about it. Everything before it is safe. Carry on: /menu
old-screen = This screen is old: things have changed since. There is a fresh one below.
not-understood = The buttons under the message will help here. If you get lost: /menu, and what I can do: /help.
cancelled = All right, we stopped there. Everything noted so far is kept.
stranger =
    Hello! This is the bot of mentoring programmes.

    To come in, open the invitation link from the curator at your school or college, or send it here as a message. If you have graduated and would like to help: /volunteer.
help-stranger =
    Here pupils and students find mentors, agree on meetings and answer short questionnaires.

    You come in by a link from your curator. Graduates who would like to help: /volunteer.
help =
    What you can do here:
    /menu — where you are, meetings and questionnaires
    /privacy — what the bot knows about you, and how to withdraw consent
    /language — language
    /cancel — leave what is open; answers are kept

    Questions about the programme go to your curator.
help-team =
    What you can do here:
    /menu: the programmes you work in
    /privacy: what the bot knows about you
    /language: language
    /cancel: leave what is open; what you typed is kept
help-curator =
    For curators:
    /menu — programmes, applications, matching, pairs
    /digest — the digest right now
    /privacy — what the bot knows about you
    /language — language
    /cancel — leave what is open; what you entered is kept

    The digest comes by itself every week, on Monday morning.
digest-no-programme = There is no programme yet, so there is nothing to sum up. Create one: /menu

command-menu = Menu
command-help = What the bot can do
command-digest = The curator's digest
command-volunteer = I have graduated and want to help
command-language = Language
command-privacy = What the bot knows about me
command-cancel = Leave the open screen

refusal = That cannot be done.
refusal-not-allowed = This is not open to you. Back to the menu: /menu
refusal-in-archive = This programme is in the archive: it can be read but not changed. Its curator can bring it back.
refusal-too-many-wrong-codes = Several codes in a row did not fit. To keep anybody from guessing, the door is shut for a little while. You can try again: { $until }. If your code does not fit, please ask the curator for a new one.
refusal-last-curator = There is no other curator, and without one nobody would look after the programme. Have another one invited first: whoever runs the bot can do that.
refusal-number-out-of-range = A number from { $least } to { $most } is needed, such as 120.
refusal-part-larger-than-whole = A part came out larger than the whole. Please check: all learners are at least as many as those aged 10 to 19, and those as many as the ones aged 15 to 19.
refusal-gone = This is gone, or things have changed. The menu has the latest.
refusal-invitation-not-valid = This link no longer works: it has expired or has been used. Please ask the curator for a new one.
refusal-consent-missing = Your consent to data processing comes first.
refusal-own-ward = This link is for a parent or guardian. Please pass it on to the adult who is responsible for you.
refusal-guardian-is-minor = Only an adult can give this consent.
refusal-guardian-silent = No consent yet. I will write as soon as it comes. You can pass the link on again.
refusal-name-too-long = Something between one letter and { $longest } characters, on one line, please.
refusal-dates-out-of-order = The end has to come after the start.
refusal-nothing-chosen = Nothing has been chosen yet.
refusal-reason-missing = Please give a reason: the person will read it.
refusal-pair-not-possible = This pair is not possible: { $rule }.
refusal-meeting-in-the-past = That time has passed. Please choose another.
refusal-day-too-far = { $days ->
    [one] Meetings can be arranged for the next { $days } day. Please choose an earlier one.
   *[other] Meetings can be arranged for the next { $days } days. Please choose an earlier one.
}
refusal-nudged-lately = Both have been asked already. You can ask again: { $again }.
refusal-too-many-times = { $most ->
    [one] You can offer no more than { $most } time.
   *[other] You can offer no more than { $most } times.
}
refusal-double-booking = There is another meeting at that time. Please choose another hour.
refusal-too-early = The meeting has not begun yet. I will ask right after it.
refusal-wave-already-open = A questionnaire is out already. You can start a new one when it closes.
refusal-nobody-to-ask = There is nobody to ask yet: no pair is at work.
refusal-answer-not-understood = I did not get that. This would do: { $hint }.
refusal-choice-not-understood = There is no such choice. Press a button or type its words.
refusal-answer-empty = Words are needed here: an empty answer cannot be kept.
refusal-answer-too-long = That is { $length } characters, more than fits. Please keep it to { $longest }.
refusal-too-few-chosen = Please choose at least { $least }.
refusal-too-few-ranked = { $left ->
    [one] { $left } place is still to be given: tap the options in order.
   *[other] { $left } places are still to be given: tap the options in order.
}
refusal-too-many-chosen = You can choose no more than { $most }. Untick one, then choose another.
refusal-answer-needed = This question cannot be skipped.
refusal-questions-left = { $left ->
    [one] { $left } question is left.
   *[other] { $left } questions are left.
}
