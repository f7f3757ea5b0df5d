# Links into a programme: the live ones, limiting, revoking, making one; the sheet; wrong codes.

links-title =
    ✉️ <b>Live links: { $total }</b>
    Beside each: how many came by it, and until when it works. Tap one to limit or revoke it.
links-none =
    ✉️ <b>Links</b>
    No link is live. You can make one right here.
links-made = ✓ Done: the invitation is in the message below. It cannot be shown again, but you can make another.
links-new = ➕ New link
links-line-mentee = { $named ->
    [yes] { $label } · mentees
   *[no] Mentees
} · { $came } · until { $until }
links-line-mentor = { $named ->
    [yes] { $label } · mentors
   *[no] Mentors
} · { $came } · until { $until }
links-line-alumnus = { $named ->
    [yes] { $label } · alumni
   *[no] Alumni
} · { $came } · until { $until }
links-line-deputy = { $named ->
    [yes] { $label } · deputy
   *[no] Deputy
} · { $came } · until { $until }
links-line-psychologist = { $named ->
    [yes] { $label } · psychologist
   *[no] Psychologist
} · { $came } · until { $until }
links-line-class-teacher = { $named ->
    [yes] { $label } · class teacher
   *[no] Class teacher
} · { $came } · until { $until }
links-line-head = { $named ->
    [yes] { $label } · head
   *[no] Head
} · { $came } · until { $until }
links-card =
    ✉️ <b>{ $role ->
        [mentee] Link for mentees
        [mentor] Link for mentors
        [alumnus] Link for alumni
        [deputy] Link for a deputy curator
        [psychologist] Link for a psychologist
        [class-teacher] Link for a class teacher
       *[head] Link for the head
    }{ $named ->
        [yes] {" "}· { $label }
       *[no] {""}
    }</b>
    Came by it: { $came }. May still come: { $left }. Works until { $until }.
links-card-made = Made on { $made_at }{ $known ->
    [yes] , { $by }
   *[no] {""}
}.
links-card-name = So as not to confuse links, type a mark, such as “open day”.
links-limit = { $chosen ->
    [yes] ✓ { $most } more
   *[no] { $most } more
}
links-revoke = Revoke…
links-sure =
    ✉️ { $role ->
        [mentee] Revoke the link for mentees?
        [mentor] Revoke the link for mentors?
        [alumnus] Revoke the link for alumni?
        [deputy] Revoke the link for a deputy curator?
        [psychologist] Revoke the link for a psychologist?
        [class-teacher] Revoke the link for a class teacher?
       *[head] Revoke the link for the head?
    }{ $named ->
        [yes] {" "}({ $label })
       *[no] {""}
    }
    Nobody new comes in by it. Those who have come ({ $came }) stay.
links-revoke-do = Yes, revoke it
links-for-whom =
    ✉️ <b>Whom will the link bring in?</b>
    You may choose several: each role gets a link of its own, and they share one sheet for the wall.
links-for-mentee = Mentees
links-for-mentor = Mentors
links-for-alumnus = Alumni
links-how =
    ✉️ <b>{ $roles }</b>
    How many people may come in, and how will you pass it on?
links-how-labelled = Mark: { $label }
links-how-label = You may type a mark for it (“form 9A”, “open day”).
links-as-message = ✉️ As a message
links-as-qr = 🔳 As a QR code
links-as-sheet-ru = 🖨 In Russian
links-as-sheet-en = 🖨 A4 sheet

sheet-file = Invitation
sheet-caption = { $codes ->
    [one] 🖨 “{ $programme }”: an A4 sheet with { $codes } code. Print it and hang it on a wall.
   *[other] 🖨 “{ $programme }”: an A4 sheet with { $codes } codes. Print it and hang it on a wall.
}
sheet-title = { $programme }
sheet-what =
    A mentoring programme: two people meet, one shares what they have learnt, and the other finds it easier to go on.
    Free of charge. The form takes 3 to 4 minutes.
sheet-for-mentee = Would a mentor help?
sheet-for-mentor = Would you like to be a mentor?
sheet-for-alumnus = Did you study here?
sheet-how = Point your phone’s camera at the code and press “Start”.
sheet-until = { $uses ->
    [one] The code works until { $until }, for { $uses } person.
   *[other] The code works until { $until }, for up to { $uses } people.
}

letter-wrong-codes =
    🔑 { $name }: several wrong codes in a row
    For this person the door by codes is shut for 15 minutes. If they simply cannot get in, send them a new link.
letter-wrong-codes-stranger =
    🔑 Somebody typed wrong codes in a row
    The door by codes is shut to them for 15 minutes. There is nothing to do: a code cannot be guessed.
