# Pairs: the list and the card.

pairs-title = 🤝 <b>Pairs</b> · { $total }
pairs-lights = 🔴 need you: { $red } · 🟡 worth a look: { $yellow } · 🟢 going well: { $green } · ⚪ yet to reply: { $grey }
pairs-none = No pairs yet. They appear after matching.
pairs-line = { $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } and { $mentor } · { $why }

pairs-card-title = 🤝 <b>{ $mentee } and { $mentor }</b>
pairs-card-light = { $light ->
    [red] 🔴 needs you: { $why }
    [yellow] 🟡 worth a look: { $why }
    [green] 🟢 going well: { $why }
   *[grey] ⚪ { $why }
}
pairs-card-over = { $state ->
    [declined] Not formed: somebody said no
    [expired] Not formed: the time to reply ran out
    [accepted] Both said yes; they meet once their expectations are settled
    [rests] ⏸ Meetings rest until the day agreed
    [paused] ⏸ Meetings on hold. Missing:
   *[closed] The pair has ended
}
pairs-card-lacks = • { $name }: { $lacks }
pairs-card-form = { $form }
pairs-card-since = Together since { $since }
pairs-card-proposed =
    Proposed on { $since }, reply by { $until }
    { $mentee }: { $mentee_says ->
        [yes] yes
        [no] no
       *[silent] no reply yet
    } · { $mentor }: { $mentor_says ->
        [yes] yes
        [no] no
       *[silent] no reply yet
    }
pairs-card-held = Meetings: { $held }
pairs-card-last = Last: { $last }
pairs-card-next = 📅 Next: { $next }

pairs-meeting-offered = • offered: { $at }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
pairs-meeting-agreed = • { $at }: arranged
pairs-meeting-held = • { $at }: took place
pairs-meeting-moved = • { $at }: moved
pairs-meeting-not-held = • { $at }: did not take place
pairs-meeting-cancelled = • { $at }: cancelled
pairs-meeting-disputed =
    • { $at }: they disagree
    { $mentee }: { $mentee_says ->
        [held] “took place”
        [moved] “moved”
        [not-held] “did not”
       *[silent] no word
    } · { $mentor }: { $mentor_says ->
        [held] “took place”
        [moved] “moved”
        [not-held] “did not”
       *[silent] no word
    }
pairs-unreachable = ⚠️ The bot cannot write to { $lost }. Please get in touch another way.

pairs-card-why-closed = { $why }
pairs-open-form = 📝 { $name }
pairs-nudge = 📅 Ask both to agree on a meeting
pairs-end = End the pair…
pairs-take-back = Take the proposal back…
pairs-told-nudged = ✓ Both will be asked to agree on a meeting. The next time is in 3 days at the earliest.
pairs-told-ended = ✓ Both will get a kind letter. They do not see the reason.

pairs-why-end =
    🤝 <b>{ $mentee } and { $mentor }: why end it?</b>
    The reason stays with you: both get a kind letter without it.
pairs-ending-finished = They have come all the way
pairs-ending-no-meetings = They cannot find time to meet
pairs-ending-not-a-match = Not a good match
pairs-ending-leaves = One of them is leaving
pairs-ending-other = Another reason
pairs-ending-consent-withdrawn = Consent was withdrawn
pairs-sure-end =
    ⚠️ <b>End the pair { $mentee } and { $mentor }?</b>
    Reason: { $reason }.
    Meetings ahead are cancelled. { $good ->
        [yes] Both get a letter of thanks.
       *[no] Both get a kind letter that gives no reason.
    }
pairs-sure-take-back =
    ⚠️ <b>Take back the proposal { $mentee } and { $mentor }?</b>
    Both are told that this pair did not work out and that you will find another.
pairs-end-yes = Yes, end it
pairs-take-back-yes = Yes, take it back
pairs-keep = ‹ Keep it
