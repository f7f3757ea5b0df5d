meeting-offer-title-new = 📅 A new meeting: { $theirs ->
    [yes] { $name } and { $partner }
   *[no] { $partner }
}
meeting-offer-title-counter = 📅 Another time: { $partner }
meeting-offer-title-move = 📅 Moving the meeting: { $partner }
meeting-offer-choose = { $theirs ->
    [yes] When would suit? Tick up to { $most }. First come times that both { $name } and { $partner } named in their forms.
   *[no] When suits you? Choose up to { $most }. First come times that both of you named in your forms.
}
meeting-offer-no-shared = The two forms share no time in the next two weeks. Choose a day from the calendar.
meeting-offer-next-new = Next ({ $count }) ›
meeting-offer-next-counter = Offer ({ $count }) ›
meeting-offer-next-move = Offer ({ $count }) ›
meeting-offer-other-day = Another day…
meeting-offer-day = 📅 Which day? { $partner } sees only the times you offer.
meeting-offer-hour = 📅 { $day }: at what time?
meeting-offer-star = ⭐ marks times named in both forms
meeting-offer-no-hours = No free hours on this day. Please choose another.
meeting-offer-type-hour = You can type a time as well, for example 16:30
meeting-offer-place =
    📅 { $theirs ->
        [yes] { $name } and { $partner }: where will they meet?
       *[no] Where will you meet?
    }
    🗒 { $kind }
meeting-offer-time = • { $at }
meeting-offer-sent = ✓ Sent. { $partner } chooses from these:
meeting-offer-sent-next = { $theirs ->
    [yes] When { $partner } has chosen, the time stands on the card of the pair. Please pass it on to { $name }.
   *[no] I will write to you when a time is chosen, and remind you in time.
}
meeting-offer-anew = 📅 Offer another time
meeting-to-pick =
    📅 { $partner } would like to meet ({ $place })
    Choose a time and the meeting is set.
meeting-offer-waits = 📅 Times offered ({ $place }). { $partner } has yet to choose; I will write to you.
meeting-offer-passed = 📅 { $partner }: the offered times have passed without a choice.
meeting-agreed =
    📅 Meeting: { $partner }
    { $at }, { $place }
    I will remind you in time.
meeting-cancelled = This meeting is cancelled ({ $partner }).
meeting-held-or-not = 📅 Did you meet? { $partner }, { $at }
meeting-held = ✓ The meeting took place: { $partner }, { $at }
meeting-not-held = ✓ Noted: you did not meet ({ $partner }, { $at })
meeting-moved = ✓ Noted: the meeting was moved ({ $partner }, { $at })
meeting-disputed = ✓ Noted. { $partner } says otherwise about this meeting: the curator sees both answers and will help.
meeting-word-held = ✓ Yes, we met
meeting-word-moved = It was moved
meeting-word-not-held = No
meeting-cancel-none-fits = None of these…
meeting-cancel-offer = Take the offer back…
meeting-cancel-meeting = Cancel the meeting…
meeting-sure-none-fits = None of these times? I will let { $partner } know, to offer others.
meeting-sure-offer = Take the offer back? { $partner } will no longer see these times.
meeting-sure-meeting = Cancel the meeting ({ $at })? { $partner } will know at once.
meeting-cancel-yes-none-fits = Yes, another time please
meeting-cancel-yes-offer = Yes, take it back
meeting-cancel-yes-meeting = Yes, cancel
meeting-cancel-no = ‹ Back
