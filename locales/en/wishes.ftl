# Wishes after the general meeting: cards, the order, "not with this person".

refusal-wishes-closed = The time for wishes is over. What you marked has been kept.
refusal-too-many-wishes = You can mark { $most } at most. Take somebody off the list first.

wishes-title-mentee = 💬 <b>Who would you like to work with?</b>
    Mark up to five mentors in order. Only the curator sees your wishes, and the curator makes the pairs. Open until: { $until }
wishes-title-mentor = 💬 <b>Whom would you like to help?</b>
    Mark up to five people in order. Only the curator sees your wishes, and the curator makes the pairs. Open until: { $until }
wishes-title-guardian = 💬 <b>Who may become the mentor</b>
    If there is somebody you would rather not trust your child to, mark it. Only the curator will know, and nobody will ask why. Until: { $until }
wishes-nobody = There is nobody to show yet: nobody fits, or everybody has a pair.
wishes-line = { $rank }. { $name }
wishes-person-plain = { $name }
wishes-person-plain-topics = { $name } · { $topics }
wishes-person-wished = { $rank }. { $name }
wishes-person-wished-topics = { $rank }. { $name } · { $topics }
wishes-person-never = ✕ { $name }
wishes-nameless = A pupil
wishes-card = { $rank ->
    [0] 👤 <b>{ $name }</b>
   *[other] 👤 <b>{ $name }</b> · number { $rank } in your wishes
}
wishes-vetoed = ✕ Marked: not with this person. Only the curator knows.
wishes-wish = Mark
wishes-prefer = ↑ Higher
wishes-take-back = Take off my wishes
wishes-never = Not with this person…
wishes-lift = Take back the “no”
wishes-sure = { $name }: never suggest this person again?
    Only the curator will know. You need not explain, and you can take it back.
wishes-sure-yes = Do not suggest
menu-wishes-mine = { $said ->
    [0] 💬 The general meeting is over. Who would you like to be paired with? Open until: { $until }
   *[other] 💬 Wishes saved: { $said }. You can change them until: { $until }
}
menu-go-wishes-mine = { $said ->
    [0] 💬 Mark my wishes
   *[other] 💬 My wishes ({ $said })
}
menu-wishes-ward = 💬 { $name }: pairs are being made after the general meeting. Until: { $until }
menu-go-wishes-ward = 💬 Mentors: { $name }
button-open-wishes = 💬 Look and mark
letter-wishes-open-mentee = 💬 You have met the mentors. Which of them would you like to be paired with?
    Mark up to five in order. Only the curator will see it. Open until: { $until }
letter-wishes-open-mentor = 💬 The general meeting is over. Whom would you like to help?
    Mark up to five people in order. Only the curator will see it. Open until: { $until }
letter-wishes-reminder-mentee = 💬 You can still mark who you would like to be paired with. Until: { $until }. If anybody is fine, there is nothing to do.
letter-wishes-reminder-mentor = 💬 You can still mark whom you would like to help. Until: { $until }. If anybody is fine, there is nothing to do.
letter-wishes-over = 💬 “{ $programme }”: the wishes are in, from { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    } and { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }. You can make the pairs now: matching takes both sides’ wishes into account.
button-open-matching = 🤝 To matching

meeting-wishes-title = 💬 <b>Wishes after the general meeting</b>
meeting-wishes-go = 💬 General meeting: wishes
meeting-wishes-opened = ✓ Wishes are open. Letters on their way: { $n }
meeting-wishes-never = Both sides will see cards of people who fit: a first name and what they offer or ask for. No surnames, photos or contacts. Up to five can be marked in order.
meeting-wishes-open-until = 🟢 Open until: { $until }. They close by themselves.
meeting-wishes-over = Were open until: { $until }. Matching takes them into account; you can open them again.
meeting-wishes-figures =
    Mentees: { $mentee_voices } of { $mentees } have marked somebody
    Mentors: { $mentor_voices } of { $mentors } have marked somebody
meeting-wishes-open = Open wishes…
meeting-wishes-move = Change the last day…
meeting-wishes-close = Close now
meeting-wishes-vetoes = “Not with this person” ({ $n })
meeting-wishes-days = Until which day? A letter goes out at once: to { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    } and { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }. Whoever has marked nobody is reminded in the morning of the last day.
meeting-wishes-until = Until: { $until }
meeting-wishes-vetoes-title = ✕ <b>Not with this person</b>
    Only you see this. Do not pass it on to the other side and do not ask why.
meeting-wishes-veto-mentee = { $mentee } ✕ { $mentor } (the mentee asked)
meeting-wishes-veto-mentor = { $mentee } ✕ { $mentor } (the mentor asked)
meeting-wishes-veto-guardian = { $mentee } ✕ { $mentor } (the parent asked)
