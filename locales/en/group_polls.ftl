meeting-offer-to-group = 👥 Ask the whole group ({ $mentees })
menu-poll-offered = 👥 Your group is choosing a time to meet.
menu-poll-asked = 👥 { $mentor } asks when the group can meet.
menu-poll-answered = 👥 The group has your answer: we wait for the others, then I will tell you the time.
menu-go-poll-answered = 👥 Change your times for the group
menu-go-poll-offered = 👥 Group poll: how many have answered
menu-go-poll-asked = 👥 Tick times for the group
poll-place =
    👥 We will ask the whole group at once: { $mentees ->
        [one] { $mentees } person
       *[other] { $mentees } people
    }. Everybody ticks each time that suits, and you meet when most can come.
    Choose where you meet, and the question is sent.
poll-card-open = 👥 The group is choosing a time. The result comes { $until }, or sooner when all have answered.
poll-card-agreed = 👥 The group has agreed: { $at }.
poll-card-no-quorum = 👥 No time suited enough of the group. Please offer other times.
poll-card-replaced = 👥 A new poll has taken the place of this one.
poll-answered = { $answered } of { $mentees } have answered. For a meeting, { $quorum ->
    [one] { $quorum } person is needed
   *[other] { $quorum } people are needed
}.
poll-votes = • { $at }: { $votes ->
    [0] nobody yet
   *[other] { $votes } can come
}
poll-tick =
    👥 { $mentor } suggests that the group meets ({ $place }).
    { $theirs ->
        [yes] Tick every time that suits { $name } and send it. The answer is due by { $until }.
       *[no] Tick every time that suits you and send it. You can answer until { $until }.
    }
poll-taken = { $at }: { $theirs ->
    [yes] { $name } already has a meeting then.
   *[no] you already have a meeting then.
}
poll-send = { $ticks ->
    [0] None of these suits me
   *[other] Send ({ $ticks })
}
poll-ticked = { $ticks ->
    [0] ✓ Noted: no time suits { $theirs ->
        [yes] { $name }
       *[no] you
    }. That is all right, { $mentor } will take it into account.
   *[other] ✓ Noted. As soon as the group has agreed, { $theirs ->
        [yes] the time stands on the card of the pair. Please pass it on to { $name }.
       *[no] you will hear the time.
    }
}
poll-change = Change my answer
poll-over-agreed = 👥 This poll is over. The group meets { $at }.
poll-over-ended = 👥 This poll is over.
letter-poll-offered =
    👥 { $mentor } suggests that the group meets, { $place ->
        [online] online
        [on-site] at the organisation
        [with-curator] with the curator
       *[in-person] in person
    }. Tick every time that suits you: you will meet when most can come. You can answer until { $until }.
letter-poll-without-you =
    👥 The group has agreed: { $at }. This time it is without you, and that is fine: no time suits everybody. You will choose the next one together again.
    { $mentor } knows.
letter-poll-no-quorum = 👥 No time suited enough of the group: { $answered } of { $mentees } have answered. Please offer other times, perhaps on other days.
button-tick-times = Tick times
poll-card-called-off = 👥 The poll is called off, and the group knows it.
poll-call-off = Call the poll off…
poll-call-off-sure = 👥 Call the poll off? { $answered ->
        [0] Nobody has answered yet.
        [one] { $answered } person has answered.
       *[other] { $answered } people have answered.
    } I will tell the whole group.
poll-call-off-yes = Yes, call it off
letter-poll-called-off = 👥 { $mentor } has called off the poll about the group's meeting: no need to tick times any more. You will hear of a new time.
letter-poll-reminder =
    👥 { $mentor } is waiting for your answer: when can the group meet ({ $place ->
        [online] online
        [on-site] at the organisation
        [with-curator] with the curator
       *[in-person] in person
    })? Tick the times that suit you, or say that none does. You can answer until { $until }.
