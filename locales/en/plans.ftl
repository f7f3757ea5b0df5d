# A pair's plan and its diary.

plan-title = 🎯 <b>Plan: { $partner } and you</b>
plan-empty = No goals yet. One is enough: what will change, how you will both see it, and by when. You both see the plan.
plan-goal = { $bar } { $progress }% · { $title }
    { $late ->
        [yes] 🟡 was due { $day }
       *[no] due { $day }
    }
plan-goal-reached = ✅ { $title }
plan-next-step = → { $words } · { $late ->
        [yes] was due { $day }
       *[no] by { $day }
    }
plan-open-goal = 🎯 { $title }
plan-first-goal = Set the first goal
plan-another-goal = Set another goal
plan-to-diary = 📖 Diary

plan-card = 🎯 <b>{ $title }</b>
    { $bar } { $progress }%
plan-card-measure = You will see it by: { $measure }
    { $late ->
        [yes] 🟡 Was due { $day }
       *[no] Due { $day }
    }
plan-step = { $mark ->
        [done] ✅ { $words }
        [late] 🟡 { $words } · was due { $day }
       *[ahead] ▫️ { $words } · by { $day }
    }
plan-tick = ✓ Done: { $words }
plan-progress = Say how far you have come
plan-add-step = Add a step
plan-change = Change the goal…

plan-ask-progress =
    🎯 <b>{ $title }</b>
    How far have you come? Now { $bar } { $progress }%. You will see it by: { $measure }
    You may type a number from 0 to 100.
plan-percent = { $progress }%

plan-ask-title =
    🎯 <b>A new goal · 1 of 3</b>
    What would you like to achieve? One thing, clear and within reach. Choose one or write your own.
plan-ask-measure =
    🎯 <b>{ $title } · 2 of 3</b>
    How will you both see that it worked? Best with a number, or something that can be shown. Write it.
plan-ask-day =
    🎯 <b>{ $title } · 3 of 3</b>
    By when? I shall remind you both on that day.
plan-ask-step = { $first ->
        [yes] ✓ The goal is in the plan: { $title }
            Where to begin? Write a small step to take before you meet.
       *[no] 🎯 <b>{ $title }</b>
            What is the next step? Keep it short.
    }
plan-no-step = No steps for now
plan-ask-step-day = ▫️ <b>{ $title }</b>
    By when?

plan-change-title = 🎯 <b>{ $title }</b>
    What shall change?
plan-remove-step = Take out: { $words }
plan-new-title = Other words
plan-new-measure = How we shall see it
plan-new-day = Another day
plan-drop = Take the goal out…
plan-ask-new-title = Now it says “{ $title }”. Write what to call the goal.
plan-ask-new-measure = 🎯 <b>{ $title }</b>
    Now it says “{ $measure }”. Write how you will both see that it worked.
plan-ask-new-day = 🎯 <b>{ $title }</b>
    By when, then?
plan-sure-drop = Take the goal “{ $title }” and its steps out of the plan? Nobody will see it there any more.
plan-drop-yes = Take it out
plan-drop-no = Keep it

diary-title-mine = 📖 <b>Diary: { $partner }</b>
diary-title-team = 📖 <b>{ $mentee } — { $mentor }</b>
    All that the two of them see. No private notes.
diary-next = 📅 Next meeting: { $next }
diary-held = { $held ->
        [0] No meetings yet
        [one] { $held } meeting so far
       *[other] { $held } meetings so far
    }
diary-meeting-held = • { $at } · { $kind }
diary-next-step = → { $step }
diary-meeting-moved = • { $at } · { $kind } — moved
diary-meeting-not-held = • { $at } · { $kind } — did not take place
diary-meeting-disputed = • { $at } · { $kind } — you said different things
diary-note = 📝 { $words }
    { $by }, { $day }
diary-note-private = 🔒 { $words }
    for you alone, { $day }
diary-to-offer = 📅 Offer a meeting
diary-to-past = ⏱ Note a past meeting
diary-to-plan = 🎯 Plan
diary-to-notes = 📝 Notes
diary-to-talk = 💬 Tell the curator
diary-to-goodbye = 👋 Saying goodbye
diary-notes-title = 📝 <b>Notes</b>
diary-notes-empty = Nothing here yet.
diary-write = Write a note
diary-remove-one = Remove a note…
diary-remove = { $words }
diary-ask = Write your note. I shall ask who it is for.
diary-for-whom = 📝 { $words }

    Who is this note for?
diary-for-both = The two of us and the curator
diary-for-private = 🔒 For me alone
diary-remove-which = Which note shall go?

letter-plan-changed = 🎯 { $partner }: something new in your plan. It now says: { $goals }.
letter-plan-due = 🎯 In the plan for today: { $what }. It is for { $partner } and you.
letter-goal-reached = ✅ { $partner }: the goal “{ $goal }” is reached. Well done, both of you!
button-open-plan = 🎯 Open the plan
button-tick-step = ✓ Done
receipt-step-done = ✅ Done: { $words }

refusal-day-is-over = That day is over. It has to be today or a day ahead.
refusal-goals-enough = The plan has { $most } goals already, as many as anyone can keep in mind. Finish one or take one out first.
refusal-steps-enough = There are { $most } steps still to do. Tick off what is done or take one out first.
refusal-not-percent = A number from 0 to 100 is needed, for example 40.
menu-go-diary = 📖 { $partner }: plan and diary
pairs-open-diary = 📖 The pair's diary
