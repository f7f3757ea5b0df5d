# With whom the curator is to talk, and one tap to note it.

digest-talks = { $count ->
    [one] 📞 Time to talk with { $count } person
   *[other] 📞 Time to talk with { $count } people
}{ $late ->
    [0] {""}
   *[other] {" "}({ $late } late, by up to { $days ->
        [one] { $days } day
       *[other] { $days } days
    })
}
digest-open-talks = 📞 Talk with ({ $count })
check-ins-title = 📞 <b>Whom to talk with</b> · { $programme }
    The rule: with each of a pair { $times ->
        [one] once
       *[other] { $times } times
    } in the first { $first ->
        [one] day
       *[other] { $first } days
    }, then every { $every ->
        [one] day
       *[other] { $every } days
    }.
check-ins-how = Now: { $count ->
    [one] { $count } person
   *[other] { $count } people
}{ $late ->
    [0] , nobody is late
   *[other] , { $late } late, the longest by { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
}. In time: { $kept } of { $people } on { $on }.
check-ins-tap = Have you talked? Tap the name, and the talk is noted with today's date.
check-ins-none = { $people ->
    [0] No pairs are at work yet.
   *[other] ✓ You have talked with everybody in time. The list fills by itself.
}
check-ins-person = { $late ->
    [0] 📞 { $name } ↔ { $partner } · by { $until }
    [one] ⏰ { $name } ↔ { $partner } · { $late } day late
   *[other] ⏰ { $name } ↔ { $partner } · { $late } days late
}
check-ins-go-today = { $count ->
    [one] ✓ { $count } talk noted today
   *[other] ✓ { $count } talks noted today
}
check-ins-today = { $some ->
    [no] No talks were noted today.
   *[yes] Talks you have noted today. Tap a name to remove the note.
}
check-ins-undo = ✖️ { $name } ↔ { $partner }
