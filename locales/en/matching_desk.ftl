# The curator's desk: matching pairs and groups. What will happen, the run, cards, decisions, who is left.

matching-before-title = 🤝 <b>Matching: what will happen</b>
matching-before =
    { $mentees ->
        [one] { $mentees } person waits for a mentor
       *[other] { $mentees } people wait for a mentor
    }, there { $mentors ->
        [one] is { $mentors } mentor
       *[other] are { $mentors } mentors
    } with { $places ->
        [0] no free places.
        [one] { $places } free place.
       *[other] { $places } free places.
    }
matching-before-locked = { $locked ->
    [one] 🔒 { $locked } locked pair stays as it is.
   *[other] 🔒 { $locked } locked pairs stay as they are.
}
matching-before-blocked = { $blocked ->
    [one] For { $blocked } person there is nobody for sure:
   *[other] For { $blocked } people there is nobody for sure:
}
matching-rule-count = • { $count } — { $why }
matching-nobody = Everybody accepted has a mentor or is looking at a proposal. Accept a new application and we will find a match.
matching-no-mentors = { $mentees ->
    [one] { $mentees } person is waiting, but no mentors have been accepted yet.
   *[other] { $mentees } people are waiting, but no mentors have been accepted yet.
}
matching-nothing-sent = Nobody hears of anything until you approve.
matching-run = Match
matching-go-blocked = For whom there is nobody ({ $blocked })
matching-go-settings = ⚙️ Settings of matching
matching-go-runs = Compare with an earlier run
matching-go-result = ‹ To the result
matching-blocked = { $blocked ->
    [0] 🤝 There may be somebody for everyone.
    [one] 🤝 <b>Nobody for { $blocked } person</b>
   *[other] 🤝 <b>Nobody for { $blocked } people</b>
}
matching-left-line = { $name }: { $why }

matching-working =
    ⏳ <b>Matching…</b>
    { $seconds ->
        [0] Checking the rules and comparing.
        [one] For { $seconds } second now. Do something else if you like: the result will appear here.
       *[other] For { $seconds } seconds now. Do something else if you like: the result will appear here.
    }
matching-stop = Stop
matching-ready =
    ✓ <b>Matching is ready</b>
    { $said }
matching-see-result = Have a look
matching-stopped = Matching was stopped. The earlier proposals are where they were.
matching-interrupted = Matching was interrupted: the bot was restarted. The earlier proposals are where they were; you can start again.
matching-go-back = To matching

matching-title = 🤝 <b>Matching</b> · { $at }
matching-found = { $left ->
    [0] There is a proposal for everybody: { $placed } of { $mentees }.
   *[other] Proposals: { $placed } for { $mentees }. Without one: { $left }.
}
matching-quality = { $proved ->
    [yes] The fit is { $mean } of 100 on average, the weakest { $floor }: it cannot be raised.
   *[no] The fit is { $mean } of 100 on average, the weakest { $floor }.
}
matching-proved = ✓ Proved: there is no better answer.
matching-within = Within { NUMBER($percent, maximumFractionDigits: 1) } % of the best possible.
matching-changed = ✍️ Pairs were changed by hand afterwards. What was worked out was about those before.
matching-undone = ↩️ The decision is undone.
matching-blocking = { $pairs ->
    [0] No two people would rather have each other.
    [one] { $pairs } pair of people would rather have each other.
   *[other] { $pairs } pairs of people would rather have each other.
}
matching-decided = Decided: { $approved } approved, { $locked } locked, { $vetoed } ruled out.
matching-not-yet = 🤝 Nothing has been matched yet.
matching-look = { $cards ->
    [one] Look at { $cards } card
   *[other] Look at { $cards } cards
}
matching-go-above = Approve several at once…
matching-go-left = Who is left ({ $left })
matching-go-left-short = ‹ Who is left
matching-order = 📄 Draft order (Word)
matching-again = Match again
matching-undo = ↩️ Undo the last decision

matching-last-approved = { $pairs ->
    [1] ✓ Approved: { $mentee } — { $mentor }. The letters leave in 5 minutes.
    [one] ✓ { $pairs } pair approved. The letters leave in 5 minutes; until then you can undo it.
   *[other] ✓ { $pairs } pairs approved. The letters leave in 5 minutes; until then you can undo it.
}
matching-last-group = { $pairs ->
    [one] ✓ A group is approved: { $mentor } and { $pairs } mentee. The letters leave in 5 minutes; until then it can be undone.
   *[other] ✓ A group is approved: { $mentor } and { $pairs } mentees. The letters leave in 5 minutes; until then it can be undone.
}
matching-last-locked = 🔒 Locked: { $mentee } — { $mentor }
matching-last-proposed = No longer locked: { $mentee } — { $mentor }
matching-last-vetoed = ✓ Not proposed again: { $mentee } — { $mentor }
matching-last-swapped = ✓ Now { $mentee } — { $mentor }

matching-place = 🤝 Pair { $number } of { $total } · fit { $score } of 100
matching-group-place = 👥 Group, card { $number } of { $total } · on average { $score } of 100
matching-pair = <b>{ $mentee } → { $mentor }</b>
matching-form = { $form }
matching-group = { $several ->
    [yes] <b>Mentors: { $mentors }</b>
   *[no] <b>Mentor: { $mentors }</b>
} { $timed ->
    [yes] · { $slot }
   *[no] {""}
}
matching-member = • { $mentee } · { $score } { $why }
matching-plus = + { $words }
matching-minus = − { $words }
matching-other = { $mentor } would fit too · { $score }: { $cost }
matching-cost-unsure = what it costs the others is reckoned when you choose
matching-cost-nothing = the total stays as it is
matching-cost-points = { $points ->
    [one] the total falls by { $points } point
   *[other] the total falls by { $points } points
}
matching-cost-people = { $people ->
    [one] { $people } person stays without a mentor
   *[other] { $people } people stay without a mentor
}
matching-by-hand = { $reasoned ->
    [yes] ✍️ Your own choice: { $note }
   *[no] ✍️ Your own choice.
}
matching-locked = 🔒 Locked: it stays when you match again.
matching-all-done = 🤝 No more cards: all are decided.
matching-approve = Approve
matching-others = { $others ->
    [0] Another mentor…
   *[other] Other options ({ $others })
}
matching-member-other = Another mentor for one of them…
matching-member-ask = 👥 <b>{ $mentor }</b>: who of the group needs another mentor?
matching-lock = 🔒 Lock
matching-unlock = Unlock
matching-veto = { $group ->
    [yes] Not this group…
   *[no] Not these two…
}
matching-go-cards = ‹ To the cards

matching-veto-ask =
    🤝 <b>{ $mentee } — { $mentor }</b>: never propose again?
    Why? Choose or write in your own words — only the team reads it.
matching-veto-quarrel = They do not get on
matching-veto-known = They know each other, somebody new is needed
matching-veto-asked = Somebody asked not to be paired

matching-variants =
    🤝 <b>{ $mentee }</b> · who else fits
    Now: { $mentor } · { $score }
matching-variant = { $mentor } · { $score }
matching-no-variants = No other mentor fits: the rest have no places, or the conditions do not match.
matching-choose-any = Choose from all mentors…
matching-choose =
    🤝 <b>{ $mentee }</b> · all mentors
    Press to see what would change for the others.
matching-choice = { $mentor } · { $score } · { $places ->
    [0] no places
    [one] { $places } place
   *[other] { $places } places
}
matching-choice-soft = { $mentor } · { $score } · needs a reason: { $why }
matching-choice-hard = <s>{ $mentor }</s> · not possible: { $why }
matching-choice-now = <b>{ $mentor }</b> · { $score } · proposed now
matching-choose-other = ‹ Another mentor

matching-swap-title = 🔁 <b>What would change</b>
matching-swap-asked = <b>{ $mentee }</b>: { $after } · { $is }, now { $before } · { $was }
matching-swap-asked-new = <b>{ $mentee }</b>: { $after } · { $is }, nobody now
matching-swap-asked-left = <b>{ $mentee }</b>: nobody
matching-swap-joins = This is a group: { $people ->
        [one] { $people } person
       *[other] { $people } people
    } will be in it. The whole group is locked.
matching-swap-stays = The group left behind keeps { $people ->
        [one] { $people } person.
       *[other] { $people } people.
    }
matching-swap-others = { $count ->
    [one] It changes for { $count } more person:
   *[other] It changes for { $count } more people:
}
matching-swap-moved = • { $mentee }: { $after } · { $is }, now { $before } · { $was }
matching-swap-moved-new = • { $mentee }: gets { $after } · { $is }
matching-swap-moved-left = • { $mentee }: nobody any more, now { $before } · { $was }
matching-swap-more = { $count ->
    [one] …and { $count } more person
   *[other] …and { $count } more people
}
matching-swap-nobody = Nothing changes for the others.
matching-swap-fewer = { $people ->
    [one] ⚠️ { $people } more person would have no mentor.
   *[other] ⚠️ { $people } more people would have no mentor.
}
matching-swap-lost = { $points ->
    [one] The total fit falls by { $points } point.
   *[other] The total fit falls by { $points } points.
}
matching-swap-reason =
    The rules would not propose this: { $why }.
    Write in a message why it is right all the same; the reason is kept.
matching-swap-do = Do it

matching-above = 🤝 <b>Approve all pairs with a fit from…</b>
matching-above-none = 🤝 No pairs with a fit from { $least } on: decide one by one.
matching-above-score = { $pairs ->
    [one] from { $score } · { $pairs } pair
   *[other] from { $score } · { $pairs } pairs
}
matching-above-sure =
    🤝 <b>What will happen: fit from { $score } on</b>
    { $pairs ->
        [0] There are no such pairs any more.
        [one] { $pairs } proposal, { $letters } people get a letter.
       *[other] { $pairs } proposals, { $letters ->
            [one] { $letters } person gets
           *[other] { $letters } people get
        } a letter.
    }
matching-above-minors = { $minors ->
    [one] Among them { $minors } minor: it is you who approves the pair.
   *[other] Among them { $minors } minors: it is you who approves the pairs.
}
matching-above-grace = The letters leave in 5 minutes. Until then one button undoes it all.
matching-above-do = { $pairs ->
    [one] Approve { $pairs } pair
   *[other] Approve { $pairs } pairs
}

matching-left = { $left ->
    [0] 🤝 There is a proposal for everybody.
    [one] 🤝 <b>Without a proposal for now: { $left } person</b>
   *[other] 🤝 <b>Without a proposal for now: { $left } people</b>
}
matching-left-days = • { $name } · { $days ->
    [0] waiting since today
    [one] waiting { $days } day
   *[other] waiting { $days } days
}: { $why }
matching-left-choose = Choose by hand: { $name }
matching-wanted-title = <b>What would help most</b>
matching-wanted = { $count ->
    [one] { $count } more place with a mentor: { $what }
   *[other] { $count } more places with mentors: { $what }
}

matching-runs = 🤝 <b>Compare with which run?</b>
matching-runs-none = 🤝 Nothing to compare with yet: there has been one run.
matching-run-line = { $at } · { $placed ->
    [one] { $placed } pair
   *[other] { $placed } pairs
}
matching-compare =
    🤝 <b>Two runs</b>
    { $before } → { $after }
matching-compare-placed = Pairs: { $before } → { $after }
matching-compare-total = Fit in total: { $before } → { $after }
matching-compare-floor = The weakest: { $before } → { $after }
matching-compare-changed = { $changed ->
    [0] Nothing has changed for anybody.
    [one] Changed for { $changed } person:
   *[other] Changed for { $changed } people:
}
matching-change = • { $mentee }: { $before } → { $after }
matching-change-new = • { $mentee }: gets { $after }
matching-change-left = • { $mentee }: nobody, it was { $before }

matching-order-caption = { $pairs ->
    [one] Draft order: { $pairs } pair.
   *[other] Draft order: { $pairs } pairs.
} { $waiting ->
    [0] Both sides have agreed everywhere.
   *[other] An asterisk marks who has not answered yet: { $waiting }.
} Check the requisites and dates before it is signed.

matching-settings-title = ⚙️ <b>Settings of matching</b>
matching-set-weight = • { $part }: { $weight }
matching-set-rules = { $off ->
    [0] • All rules hold
    [one] • { $off } rule is off
   *[other] • { $off } rules are off
}
matching-set-fair = { $fair ->
    [yes] • The weakest pairs come first, then the total
   *[no] • The total counts
}
matching-set-groups = { $forms ->
    [0] • Everybody meets in pairs
    [one] • Groups meet in { $forms } form
   *[other] • Groups meet in { $forms } forms
}
matching-set-next-best = { $on ->
    [yes] • After a no the next best goes out by itself; for minors only after your decision
   *[no] • After a no nothing goes out by itself
}
matching-set-round = • Next round: { $on }
matching-set-no-round = • The next round has no date yet
matching-go-weights = What counts how much
matching-go-rules = Rules
matching-go-best = What counts as best
matching-go-groups = Groups
matching-go-round = Date of the next round
matching-switch-next-best = { $on ->
    [yes] ☑ The next best goes out by itself
   *[no] ☐ The next best goes out by itself
}
matching-part-competence = Request and skills
matching-part-words = The same in own words
matching-part-wish = Wishes of both
matching-part-slot = Time in common
matching-part-format = In person or online
matching-part-interest = Interests in common
matching-part-ages = The mentor's preferred ages
matching-part-mentor = Which mentor was wished for
matching-part-waiting = Who has waited longer
matching-part-room = Shared evenly among mentors
matching-holds-rule-younger-mentor = The mentor is not younger
matching-holds-rule-language = They share a language
matching-holds-rule-tried-before = Never again a pair that did not work
matching-holds-rule-no-shared-format = In person or online agrees
matching-holds-rule-no-shared-slot = They share a free time
matching-holds-rule-childs-class = Not from the class of an own child
matching-holds-rule-taught = Not a teacher of the same class
matching-weights =
    ⚙️ <b>What counts how much</b>
    Press to change.
matching-part-weight = { $part } · { $weight }
matching-weight-ask = ⚙️ <b>{ $part }</b>: how much does it count?
matching-weight-choice = { $on ->
    [yes] ● { $weight }
   *[no] ○ { $weight }
}
matching-weight-must = a must
matching-weight-high = a lot
matching-weight-normal = normally
matching-weight-low = a little
matching-weight-off = not at all
matching-rules =
    ⚙️ <b>Rules</b>
    A ticked rule is never broken. Rules of safety cannot be switched off.
matching-switch = { $on ->
    [yes] ☑ { $what }
   *[no] ☐ { $what }
}
matching-best =
    ⚙️ <b>What counts as best</b>
    First, as many as possible get a mentor. The rest is your choice. With wishes above all, more people may stay without one.
matching-best-fair = Raise the weakest pairs
matching-best-keep = Do not change earlier proposals for nothing
matching-stability-0 = Mutual wishes: as usual
matching-stability-1 = Mutual wishes: more
matching-stability-2 = Mutual wishes: much more
matching-stability-3 = Mutual wishes: above all
matching-groups =
    ⚙️ <b>Groups</b>
    In the ticked forms one mentor meets a group of { $smallest } to { $largest } people at a common time.
matching-go-size = How many in a group
matching-size-ask = ⚙️ <b>How many in a group?</b> From { $least } to { $most }.
matching-size = { $on ->
    [yes] ● { $least } to { $most }
   *[no] ○ { $least } to { $most }
}
matching-round = ⚙️ <b>When is the next round?</b> Everybody still without a mentor is told this date.
matching-round-none = Not known yet

refusal-decided-meanwhile = While it was being matched, another curator went on deciding. Please try again in a moment.
refusal-too-late-to-undo = Too late to undo: the letters have left or somebody has answered. A proposal can be taken back on the pair's card.
refusal-why-missing = Please write why: it helps whoever comes back to these two.
refusal-round-in-the-past = That day has passed. Please choose one ahead.
refusal-nobody-to-assign = No pair has been approved yet: the order would be empty.
