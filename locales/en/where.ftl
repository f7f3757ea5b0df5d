# "Where am I?": what is done, what is awaited, from whom and by when.

menu-where = 🤝 Where am I?
command-where = What is done and what comes next

where-empty = Nothing here yet: you take part in no programme. A curator's link lets you in.
where-gap = { "" }
where-title = 🤝 <b>Your path</b> · “{ $programme }”
where-done-consent = ✓ Consent to the use of data{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-guardian = ✓ A parent's or guardian's consent{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-form = ✓ Form sent{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-decision = { $role ->
        [alumnus] ✓ Offer accepted
       *[other] ✓ Application accepted
    }{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-pair = { $role ->
        [mentee] ✓ Your mentor: { $partner }
       *[other] ✓ Paired with { $partner }
    }{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-meeting = ✓ First meeting{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-now-consent = • Consent to the use of data: over to you
where-now-guardian = • A parent's or guardian's consent: waiting for them; the link can be passed on again
where-now-form = • Your form: over to you, every answer is kept
where-now-decision = { $role ->
        [mentor] • The curator ({ $curator }) is deciding
       *[other] • The curator ({ $curator }) is reading your form
    }{ $dated ->
        [yes] { $late ->
            [yes] , which is taking longer than usual; do ask
           *[no] , usually until { $day }
        }
       *[no] { "" }
    }
where-now-pair = { $role ->
        [mentee] • The curator ({ $curator }) is looking for your mentor; I will write as soon as there is one
       *[other] • The curator ({ $curator }) is looking for your mentee; I will write as soon as there is one
    }
where-now-answer = • { $partner }: the proposal waits for your answer until { $day }
where-now-answer-theirs = • { $partner }: has until { $day } to answer the proposal
where-now-meeting = { $dated ->
        [yes] • First meeting: { $day }
       *[no] { $role ->
            [mentee] • First meeting: your mentor will suggest times
           *[other] • First meeting: please suggest times
        }
    }
where-next-consent = ○ Consent to the use of data
where-next-guardian = ○ A parent's or guardian's consent
where-next-form = ○ Your form: 3 or 4 minutes
where-next-decision = ○ The curator's decision
where-next-pair = { $role ->
        [mentee] ○ Meet your mentor
       *[other] ○ Meet your mentee
    }
where-next-answer = ○ Answer to the proposal: { $partner }
where-next-answer-theirs = ○ Answer to the proposal: { $partner }
where-next-meeting = ○ First meeting
where-done-checked = ✓ Documents seen{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-interviewed = ✓ Interview{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-trained = ✓ Training{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-now-checked = • Documents: the curator ({ $curator }) needs to see them
where-now-interviewed = • Interview: the curator ({ $curator }) will arrange a time
where-now-trained = • Training: over to you
where-now-reserve = • In reserve: no mentee yet; the curator ({ $curator }) will write when there is one
where-next-checked = ○ Documents
where-next-interviewed = ○ Interview
where-next-trained = ○ Training
where-now-paused = • Meetings are on hold while papers are renewed. I will write when all is ready
where-next-paused = ○ Meetings: on hold for now
where-go-learn = 🎓 To the training
where-next-reserve = ○ Reserve
where-declined = • It did not work out this time; I wrote about the reason. Questions are welcome: { $curator }
where-withdrawn = • Your part has ended: the consent was taken back. A curator's link lets you in again
where-offer-new = • { $what }: the curator will get in touch
where-offer-talking = • { $what }: being discussed
where-offer-agreed = ✓ { $what }: agreed
where-offer-done = ✓ { $what }: done, thank you!
where-offer-declined = ○ { $what }: not needed this time
where-go-join = Go on
where-go-correct = Change my answers
where-go-mentor = 🎓 Become a mentor
