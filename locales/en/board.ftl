# The board of thanks: what people are thanked for, whose name is there, letters to all in one go.

documents-go-thanking = 🌿 Board of thanks
board-go = 🌿 Board of thanks
where-go-board = 🌿 Board of thanks
menu-thanks = 🌿 There is something to thank you for{ $several ->
    [yes] : “{ $programme }”
   *[other] {""}
}
button-open-board = 🌿 Have a look
letter-effort-thanks =
    🌿 Thank you { $efforts }!

    { $curator }, programme “{ $programme }”
board-home = 🌿 <b>{ $programme }</b>
board-met-title = Thank you:
board-met = • { $title }
board-own = Only you see this here.
board-nothing-yet = What you are thanked for will stand here. Meanwhile you can look at the board.
board-asks = Show your name on the board of thanks? Those who take part in the programme see it. There are only names, in the order of the alphabet, without numbers or places. You can take your name off any day.
board-shown = ✓ Your name is on the board. Those who take part in the programme see it.
board-waits = ⏳ Your name will appear when your parent or guardian agrees to publication: that consent is in their own chat with the bot, among the documents. Tell them if you like.
board-show = 🌿 Show my name
board-hide = Take my name off
board-letter = ⬇️ Letter of thanks
board-names = 👀 Look at the board
board-title = 🌿 <b>Board of thanks</b> · { $programme }
board-empty = Nobody here yet: a name appears only when the person wishes it.
board-heading = <b>{ $title }</b>
board-name = { $name }
board-rule = • { $title }: { $rule }{ $roles ->
    [mentor] {" "}(mentors)
    [mentee] {" "}(mentees)
   *[both] {""}
}
board-letter-title = WITH THANKS
board-letter-thanks = Our thanks to
board-letter-programme = Mentoring programme “{ $programme }”
board-letter-what = Thank you
board-letter-file = Thanks { $name }
board-letter-caption = 🌿 A letter of thanks. You can print it or pass it on.
board-sheet-title = Board of thanks
board-sheet-below = { $organisation } · { $programme } · { $on }
board-sheet-caption = 🌿 The board of thanks, for a wall or a screen.
board-go-sheet = ⬇️ Sheet for an assembly (PDF)
board-held-back = { $n ->
    [one] { $n } name will not be on the sheet:
   *[other] { $n } names will not be on the sheet:
} there is no consent to publication. For a child the parent gives it.
thanking-home =
    🌿 <b>Board of thanks</b> · { $programme }
    What we thank for:
thanking-people = { $n ->
    [one] There is { $n } person to thank.
   *[other] There are { $n } people to thank.
} Only mentors who wish it stand on the board. Mentees see their thanks on their own screen alone.
thanking-nobody = Nobody has met a rule yet. That comes with the meetings.
thanking-on-paper = No letter reaches { $n ->
    [one] { $n } person:
   *[other] { $n } people:
} they have no messenger, or have stopped the bot. For them there are “Letters and certificates” on paper.
thanking-go-send = ✉️ Say thank you · { $n }
thanking-go-people = 👥 Who, and for what
thanking-go-board = 👀 The board
thanking-people-title =
    👥 <b>Who, and for what</b>
    Only the team sees this.
thanking-sure = { $n ->
    [0] Everybody has been thanked.
    [one] ✉️ { $n } person gets a letter: { $names }
   *[other] ✉️ { $n } people get a letter: { $names }
}{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}{ $n ->
    [0] {""}
   *[other] . Each reads about themselves alone, and can take a letter of thanks as a file. What somebody was thanked for before is not said again.
}
thanking-send = Send
thanking-sent = { $n ->
    [one] ✓ { $n } letter is on its way
   *[other] ✓ { $n } letters are on their way
}
