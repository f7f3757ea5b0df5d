# The way of a pair: expectations, the trial, a pause, silence, a word to the curator in private.

expects-ask =
    🤝 Before you meet · { $number } of { $total }
    <b>{ $question }</b>
    Your curator sees the answer and helps you agree.
expects-skip = We'll talk about it when we meet
proposal-accepted =
    🤝 You both said yes: { $partner }
    You expect slightly different things, and your curator will help you agree. I'll write as soon as you can arrange a meeting.
menu-pair-accepted = 🤝 { $partner }: you both said yes. Your curator will help you agree on how often and where to meet, and I'll write.
menu-pair-rests = ⏸ { $partner }: meetings are resting. Last day of the break: { $until }.
menu-go-trial = 💬 How was the trial meeting? { $partner } and you

talk-title-own =
    💬 <b>To the curator about { $partner } and you</b>
    Only the curator sees what you say here.
talk-title-ward =
    💬 <b>To the curator about { $ward }</b>
    Only the curator sees what you say here.
talk-waits = ✓ The curator knows and will answer soon.
talk-trial = How was the trial meeting?
talk-stop = I may have to stop…
talk-change-mentee = I'd like another mentor…
talk-change-mentor = I'd like another match…
talk-yes = Yes
talk-no = No
talk-trial-ask =
    💬 Trial meeting · { $number } of { $total }
    <b>{ $question }</b>
    Only the curator sees the answer.
talk-stop-ask =
    💬 It happens, and it is good that you say so early.
    What may get in the way? { $partner } will not hear of it: the curator talks to you first about a break or a replacement.
talk-stop-silent = I'd rather not say why
talk-change-ask-own =
    💬 Ask the curator for another match?
    It happens and nobody is to blame. You need not explain, and { $partner } will not hear of it.
talk-change-ask-ward =
    💬 Ask the curator for another match for { $ward }?
    It happens and nobody is to blame. You need not explain.
talk-change-yes = Yes, please
talk-told-trial = ✓ Thank you! Only the curator sees your answers.
talk-told-may-stop = ✓ The curator has been told and will write to you. Until then everything goes on as before.
talk-told-change = ✓ The curator has been told and will write to you. Until then everything goes on as before.
wards-talk = 💬 Ask for another match…

pairs-desk = 🧭 Their way: a break, another mentor, decisions
pairs-card-waiting = { $n ->
        [one] ❗ { $n } question waits for you
       *[other] ❗ { $n } questions wait for you
    }
pairs-why-accepted = waits for you: they expect different things
pairs-ending-another = Looking for another match

desk-title =
    🧭 <b>{ $mentee } — { $mentor }</b>
    { $state ->
        [proposed] The proposal waits for an answer
        [accepted] Both said yes, not started yet
        [intro] The first meeting is ahead
        [trial] Trial period
        [confirmed] Both want to go on, planning is ahead
        [planning] Setting goals
        [active] At work
        [paused] Resting
        [closing] Saying goodbye
        [completed] They have come all the way
        [declined] Not formed
        [expired] No answer came
       *[dissolved] Ended early
    }
desk-resting = ⏸ Last day of the break: { $until }. Then the pair goes on by itself.
desk-private = What is said here is for you alone: the partner never sees it.
desk-group = 👥 A group led by { $mentors }, with { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    }.
desk-expects = { $name }{ $guardian ->
    [yes] , for the child
   *[no] { "" }
}: “{ $said }”
desk-differs-often = ≠ How often. { $said }
desk-differs-length = ≠ How long. { $said }
desk-differs-where = ≠ Where. { $said }
desk-trial-good = ✓ { $name }: the trial went well
desk-trial-doubt = ❗ { $name }: has doubts
desk-trial-silent = • { $name }: no word on the trial yet
desk-trial-no = ❗ { $name }: “{ $question }” — no
desk-asks-may-stop = ❗ { $name } may have to stop
desk-asks-may-stop-because = ❗ { $name } may have to stop. { $reason }
desk-asks-change = ❗ { $name } asks for another match
desk-asks-change-because = ❗ { $name } asks for another match. { $reason }
desk-start = 🤝 Agreed, let them start
desk-go-on = ✓ They go on together
desk-settle = ✓ We talked, nothing changes
desk-pause = ⏸ Break…
desk-resume = ▶️ Go on now
desk-change = 🔁 Another mentor…
desk-pause-ask =
    ⏸ <b>A break: { $mentee } — { $mentor }</b>
    Meetings in that time are cancelled and both get a letter. Then the pair goes on by itself.
desk-pause-weeks = { $weeks ->
        [one] { $weeks } week, last day { $until }
       *[other] { $weeks } weeks, last day { $until }
    }
desk-change-ask =
    🔁 <b>End this pair and find another mentor for { $mentee }?</b>
    Both get a kind letter without a reason ({ $mentor } too). Meetings are cancelled, the history stays.
desk-change-yes = Yes, find another
refusal-pause-too-long = A break lasts { $weeks } weeks at most and ends in the future.

button-open-pair-desk = Open and decide
button-open-trial = Answer, three taps
letter-pair-accepted =
    🤝 You both said yes: { $partner }
    You expect slightly different things. Your curator will help you agree on how often and where to meet, and I'll write.
letter-pair-expectations =
    🟡 Both said yes but expect different things: { $mentee } and { $mentor }
    Talk to both, and they can start.
letter-pair-rests-until =
    ⏸ A break from meetings: { $partner }
    Its last day is { $until }: no meetings until then. After it you go on, and I'll write.
letter-trial-feedback =
    💬 How was the trial meeting? { $partner } and you
    Three taps. Only the curator sees the answers.
letter-trial-reminder =
    💬 Your word on the trial meeting is still missing: { $partner } and you
    Three taps, and it is clear whether you go on together. Only the curator sees the answers.
letter-pair-doubt =
    🟡 Doubts after the trial meeting: { $mentee } — { $mentor }
    { $name } answered “no”. The partner does not know.
letter-pair-confirmed-mentee =
    🎉 You go on together: { $partner } and you
    Next comes planning: where you want to get, and by when.
letter-pair-confirmed-mentor =
    🎉 You go on together: { $partner } and you
    Next comes planning: offer a time, and help to set the first goal.
letter-pair-confirmed-curator = 🟢 The trial is over and they go on together: { $mentee } — { $mentor }.
letter-pair-asks-may-stop =
    🟡 May have to stop: { $name }
    The pair: { $mentee } — { $mentor }. The partner does not know. A break, a replacement or a good ending may help.
letter-pair-asks-change =
    🟡 Asks for another match: { $name }
    The pair: { $mentee } — { $mentor }. The partner does not know.
letter-pair-silent =
    🔴 { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a meeting: { $mentee } — { $mentor }
    { $tried ->
        [yes] Both were asked to agree on one ({ $on }); none has been arranged.
       *[no] No letter asking them to meet has gone out.
    } Better to call.
letter-pair-silent-last =
    🔴 { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a meeting: { $mentee } — { $mentor }
    { $tried ->
        [yes] They were last asked to agree on one: { $on }.
       *[no] No letter asking them to meet has gone out.
    } I will not remind anybody again. Your choice: a break, another mentor, or a good ending.
