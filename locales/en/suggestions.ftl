# A proposal: to the parent, to the next in line, to those who wait; who is free now.

refusal-next-round-unknown = First set the day of the next round, in the matching settings. Everybody who waits will read it.

proposal-fits-title = Why this pair:
proposal-fits = + { $words }
letter-ward-proposed-mentee = 🤝 { $ward }: a mentor has been found.
    See who it is and what they can help with. If this pair is not right for you, say so by: { $until }
letter-ward-proposed-mentor = 🤝 { $ward }: asked to become somebody’s mentor.
    See what help is wanted. If this pair is not right for you, say so by: { $until }
button-ward-proposal = Take a look
wards-proposal = 🤝 See the proposal
wards-proposed-mentee = 🤝 a mentor has been proposed, your child has not answered yet
wards-proposed-mentor = 🤝 asked to become a mentor, no answer yet
ward-proposal-open-mentee = 🤝 { $ward }: the mentor proposed is <b>{ $partner }</b>
ward-proposal-open-mentor = 🤝 { $ward }: asked to help <b>{ $partner }</b>
ward-proposal-over = This proposal is closed. I will write when there is a new one.
ward-proposal-until = Your child answers. If you are against it, say so by: { $until }
ward-proposal-fine = I have no objection
ward-expects-ask =
    🤝 { $ward } · { $number } of { $total }
    <b>{ $question }</b>
    The curator sees the answer and bears it in mind if expectations differ. The pair does not wait for it.
ward-expects-any = Whatever they agree on
ward-expects-skip = Leave it open
ward-proposal-refuse = This pair is not right…
ward-proposal-sure = { $ward } and { $partner }: turn this pair down?
    Your child and the other side will be told that the pair was not formed, without a reason. The curator will know that it was you and look for somebody else.
ward-proposal-sure-yes = Turn it down
ward-proposal-refused = ✓ There will be no such pair, and these two will not be proposed again. The curator will think of somebody else.
ward-proposal-fine-done = ✓ Good. Once both have answered, you will see the pair on your child’s card.
letter-pair-outcome-declined-guardian = 🟡 Not a pair: { $mentee } and { $mentor }. The parents decided so.
pairs-guardian-said-no = the parents decided so

letter-round-waits-mentee = 🤝 No mentor was found for you this time, and it is not about you: there were not enough places or matching times.
    The next round is on: { $day }. Your application stays, there is nothing you have to do. More free times or subjects in your form make a match more likely.
letter-round-waits-mentor = 🤝 There is no pair for you this time: the requests or the times did not match. Thank you for staying with us!
    The next round is on: { $day }. More subjects or times in your form will help to find one sooner.
next-round-go = ✉️ Tell those who wait
next-round-title = ✉️ <b>Tell those who wait</b>
next-round-who =
    The letter goes to { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    } and { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }.
    It says honestly: no pair yet, it is not about you, the next round is { $day }, and what would help. One letter a round.
next-round-no-date = The day of the next round is not set, or is over. Set it first: the letter names it.
next-round-set = Set the day
next-round-nobody = There is nobody to write to: everybody without a pair knows the day of the next round.
next-round-told-before = { $told ->
    [one] { $told } person has heard of this day already.
   *[other] { $told } people have heard of this day already.
}
next-round-tell = { $n ->
    [one] Send { $n } letter
   *[other] Send { $n } letters
}
next-round-done = { $n ->
    [one] ✓ { $n } letter is on its way.
   *[other] ✓ { $n } letters are on their way.
}

letter-next-best = 🟡 Without a mentor again: { $name }. The proposal came to nothing. The next best is ready for you to decide.
button-next-best = Who else fits
suggestion-open = 🤝 Who fits now
suggestion-title = 🤝 <b>{ $mentee }</b> · who is free now
suggestion-line = <b>{ $mentor }</b> · { $score }. { $why }{ $wanted ->
    [yes] { " " }Others want this place too.
   *[no] { "" }
}
suggestion-propose = Propose { $mentor } · { $score }
suggestion-sent = ✓ The proposal is on its way: { $mentor }
suggestion-nothing = 🤝 <b>{ $mentee }</b>
    No mentor who fits is free at the moment. The next round will try again.
suggestion-not-free = 🤝 <b>{ $mentee }</b>
    There is nothing to match now: there is a pair or a proposal already, or documents are missing.
suggestion-form = Open the form
