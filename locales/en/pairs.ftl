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
   *[closed] The pair has ended
}
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

pairs-meeting-offered = • offered: { $at } or another time
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
