# The curator's desk: one programme, its figures and invitations.

programme-page-before = ‹
programme-page-after = ›

programme-title = 🗂 <b>{ $name }</b> · { $organisation }
programme-archived = 🗄 In the archive: to be read, not to be changed
programme-first-steps =
    Your programme is ready: { $starts } to { $ends }.
    First, bring people in: a link for mentees, a link for mentors. Applications will arrive here.
programme-figures =
    Applications to decide: { $waiting } · waiting for a parent: { $guardians }
    Pairs at work: { $pairs } · yet to reply: { $proposed } · without a mentor: { $free }
programme-red = { $red ->
    [one] 🔴 { $red } pair needs you
   *[other] 🔴 { $red } pairs need you
}
programme-wave = 📝 Survey: { $finished } of { $planned }, until { $until }

programme-go-applications = { $waiting ->
    [0] 📝 Applications
   *[other] 📝 Applications ({ $waiting })
}
programme-go-matching = { $free ->
    [0] 🤝 Match pairs
   *[other] 🤝 Match pairs ({ $free })
}
programme-go-pairs = { $pairs ->
    [0] Pairs
   *[other] Pairs ({ $pairs })
}
programme-go-monitoring = Monitoring
programme-go-invite = Invite
programme-go-digest = Digest
programme-go-rooms = More…

programme-whom-to-invite =
    ✉️ <b>Whom shall we invite?</b>
    I will send you a ready message with a link. Just pass it on.
programme-invite-mentee = Mentees
programme-invite-mentor = Mentors
programme-invite-alumnus = Alumni
programme-invite-guardian = A parent…
programme-invite-links = ✉️ All links, a sheet for the wall
programme-invitation-sent = { $role ->
    [mentee] ✓ The invitation for mentees is in the message below. Forward it to the class chat.
    [mentor] ✓ The invitation for mentors is in the message below. Forward it to the people you have in mind.
    [alumnus] ✓ The invitation for alumni is in the message below. Forward it to their chat.
   *[guardian] ✓ The invitation is in the message below. Forward it to the parent or guardian.
}
programme-whose-guardian =
    ✉️ <b>Whose parent shall we invite?</b>
    These young people are waiting for consent. Each link is personal and works for one adult.
programme-no-minors = Nobody is waiting for a parent's consent right now.

programme-invitation-mentee =
    Hello! { $organisation } runs a mentoring programme, “{ $programme }”.
    A mentor helps with studies, a project or choosing a career. The form takes 3–4 minutes and you can pause at any time.

    { $link }

    { $uses ->
        [one] The link works for { $uses } person until { $until }.
       *[other] The link works for up to { $uses } people until { $until }.
    }
programme-invitation-mentor =
    Hello! { $organisation } is looking for mentors for its programme “{ $programme }”.
    It takes about an hour a week and the wish to help. The form takes 5 minutes and you can pause at any time.

    { $link }

    { $uses ->
        [one] The link works for { $uses } person until { $until }.
       *[other] The link works for up to { $uses } people until { $until }.
    }
programme-invitation-alumnus =
    Hello! { $organisation } is gathering former students who would like to help today's: with advice, a visit, a placement or mentoring.
    Telling us about yourself takes 3 minutes (programme “{ $programme }”):

    { $link }

    { $uses ->
        [one] The link works for { $uses } person until { $until }.
       *[other] The link works for up to { $uses } people until { $until }.
    }
programme-invitation-guardian =
    Hello! { $named ->
        [yes] { $person } would like to take part
       *[no] Your child would like to take part
    } in the mentoring programme “{ $programme }” ({ $organisation }). For this we need the consent of a parent or guardian.
    The link tells you what the programme is, which data it needs and who sees them. It takes a minute:

    { $link }

    { $uses ->
        [one] The link is personal and works for { $uses } adult until { $until }.
       *[other] The link is personal and works for { $uses } adults until { $until }.
    }
programme-invite-qr = 🔳 The same as a QR code
programme-qr-mentee =
    🔳 “{ $programme }”: for mentees. For a poster, a slide or a phone screen.
    { $uses ->
        [one] It lets { $uses } person in, until { $until }.
       *[other] It lets up to { $uses } people in, until { $until }.
    }
programme-qr-mentor =
    🔳 “{ $programme }”: for mentors. For a poster, a slide or a phone screen.
    { $uses ->
        [one] It lets { $uses } person in, until { $until }.
       *[other] It lets up to { $uses } people in, until { $until }.
    }
programme-qr-alumnus =
    🔳 “{ $programme }”: for former students. For a poster, a slide or a phone screen.
    { $uses ->
        [one] It lets { $uses } person in, until { $until }.
       *[other] It lets up to { $uses } people in, until { $until }.
    }
programme-qr-guardian =
    🔳 “{ $programme }”: consent of a parent or guardian{ $named ->
        [yes] {" "}({ $person })
       *[no] {""}
    }.
    The code is personal: it works for one adult, until { $until }.
