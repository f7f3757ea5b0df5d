# What alumni offer: the curator's register, letters to the alumnus.

rooms-go-offers = 🤲 Alumni

offers-title-new = 🤲 <b>Offers from alumni</b> · new
offers-title-talking = 🤲 <b>Offers from alumni</b> · being discussed
offers-title-agreed = 🤲 <b>Offers from alumni</b> · agreed
offers-title-done = 🤲 <b>Offers from alumni</b> · done
offers-title-declined = 🤲 <b>Offers from alumni</b> · not needed
offers-empty-new = None are new. “Invite” has a link for all alumni; the button below makes one for somebody you know.
offers-empty-talking = Nothing is being discussed now.
offers-empty-agreed = Nothing is agreed yet.
offers-empty-done = Nothing is done yet.
offers-empty-declined = There are none.
offers-linked = ✓ The personal link is ready, in the message above: { $label }. An offer made by it skips the queue.
offers-own-words = Own idea
offers-line = { $name } · { $what } · { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
}
offers-filter-new = New ({ $number })
offers-filter-talking = Discussed ({ $number })
offers-filter-agreed = Agreed ({ $number })
offers-filter-done = Done ({ $number })
offers-filter-declined = Not needed ({ $number })
offers-known = 🔗 A link for somebody you know
offers-known-whom =
    🔗 <b>Who is the link for?</b>
    Write a name or a note; only you see it. One person may enter by the link, and their offer will not wait in the queue.
offers-known-invitation =
    🤲 Hello! { $organisation } would be glad of your help in the mentoring programme “{ $programme }”.
    A talk about your work, a visit, a hand with a project: the form takes two or three minutes.
    { $link }
    The link is yours alone and works until { $until }.
offers-card =
    🤲 <b>{ $name }</b>
    { $what }
    { $state ->
        [new] Waiting since { $made }
        [talking] • Being discussed
        [agreed] ✓ Agreed
        [done] ✓ Done, thanks are sent
       *[declined] ○ Not needed this time
    }
offers-said = { $about ->
    [call] ✓ Writing: “We will call you”.
   *[day] ✓ Writing: “Let us agree on a day”.
}
offers-move-talking = Take it up
offers-move-agreed = ✓ Agreed
offers-move-done = ✓ Done, say thank you
offers-move-declined = Not needed
offers-write-call = ✉️ “We will call”
offers-write-day = ✉️ “Agree on a day”

letter-offer-arrived = 🤲 “{ $programme }”: { $count ->
    [one] { $count } new offer from alumni
   *[other] { $count } new offers from alumni
}.
button-open-offers = Have a look
letter-offer-call =
    🤲 Thank you for your offer: { $what }!
    The curator of “{ $programme }” ({ $curator }) will call you within the next few days. If another way suits you better, just say so then.
letter-offer-day =
    🤲 Let us agree on a day: { $what }
    The curator of “{ $programme }” ({ $curator }) will get in touch. Please think about which days and hours suit you.
letter-offer-not-needed =
    🤲 Thank you for your offer: { $what }
    This time “{ $programme }” will manage without it. It is not about you: other things are needed more just now. If you would like to help in another way, change your form and we will come back to you.
letter-offer-thanks =
    🎉 { $kind ->
        [talk] Thank you for meeting our learners! A story told in person stays longer than any textbook.
        [internship] Thank you for the internship! First real experience decides a great deal.
        [excursion] Thank you for the visit! Seeing the work with one's own eyes is worth a lot.
        [expertise] Thank you for reviewing the projects! They are stronger for it, and so are their authors.
        [endowment] Thank you for your pledge to the endowment! It is a gift to those who come after.
        [mentor] Thank you for wishing to be a mentor!
       *[own] Thank you for your help!
    }
    “{ $programme }” and { $curator } would be glad to see you again.
