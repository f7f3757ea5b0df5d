# The team of a programme: who is in it, invitations by role, a newcomer's first screen; the region.

team-title = 👥 <b>Team</b> · { $programme }
team-line-curator = { $name }: curator{ $everywhere ->
    [yes] , all programmes
   *[no] {""}
}{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}
team-line-deputy = { $name }: deputy curator{ $everywhere ->
    [yes] , all programmes
   *[no] {""}
}{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}
team-line-psychologist = { $name }: psychologist{ $everywhere ->
    [yes] , all programmes
   *[no] {""}
}{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}
team-line-class-teacher = { $name }: class teacher{ $everywhere ->
    [yes] , all programmes
   *[no] {""}
}{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}
team-line-head = { $name }: head of the organisation{ $everywhere ->
    [yes] , all programmes
   *[no] {""}
}{ $me ->
    [yes] {" "}(you)
   *[no] {""}
}
team-sent = ✓ The personal link is in the message below. Pass it on to one person: it works once.
team-invite = ➕ Invite into the team
team-dismiss = ✕ { $name }
team-whom =
    👥 <b>Whom shall we invite into the team?</b>
    “{ $programme }”. What each of them can do:
team-may-deputy = <b>Deputy</b>: everything but new programmes, the team and the archive
team-may-psychologist = <b>Psychologist</b>: reads applications, interviews mentors, sees pairs
team-may-class-teacher = <b>Class teacher</b>: invites and enters their own learners
team-may-head = <b>Head</b>: sees figures, lists and pairs, changes nothing
team-invite-deputy = Deputy
team-invite-psychologist = Psychologist
team-invite-class-teacher = Class teacher
team-invite-head = Head
team-reach = { $role ->
    [deputy] 👥 Where will the deputy curator work?
    [psychologist] 👥 Where will the psychologist work?
    [class-teacher] 👥 Where will the class teacher work?
   *[head] 👥 What will the head see?
}
team-reach-here = “{ $programme }” only
team-reach-everywhere = All programmes · { $organisation }
team-sure =
    👥 { $me ->
        [yes] Give up your role?
       *[no] Take out of the team: { $name }?
    }
    { $role ->
        [curator] Role: curator
        [deputy] Role: deputy curator
        [psychologist] Role: psychologist
        [class-teacher] Role: class teacher
       *[head] Role: head of the organisation
    }{ $everywhere ->
        [yes] , all programmes of the organisation
       *[no] , this programme
    }
    Access ends at once. A new invitation brings it back.
team-dismiss-do = Yes, end access
team-invitation =
    Hello! { $role ->
        [deputy] You are invited as deputy curator
        [psychologist] You are invited as psychologist
        [class-teacher] You are invited as class teacher
       *[head] You are invited as head of the organisation
    } to the mentoring programme “{ $programme }” ({ $organisation }).

    { $link }

    This link is personal and works once. It is valid until { $until }.

team-welcome = 👋 <b>Welcome to the team</b>
team-appointed-curator = You are curator of { $here ->
    [yes] “{ $programme }”
   *[no] all programmes
}, { $organisation }. Everything in the programme is open to you.
team-appointed-deputy = You are deputy curator of { $here ->
    [yes] “{ $programme }”
   *[no] all programmes
}, { $organisation }. Everything is open to you but new programmes, the team and the archive.
team-appointed-psychologist = You are psychologist of { $here ->
    [yes] “{ $programme }”
   *[no] all programmes
}, { $organisation }. Here are the applications, the interviews with mentors and the pairs.
team-appointed-class-teacher = You are class teacher in { $here ->
    [yes] “{ $programme }”
   *[no] all programmes
}, { $organisation }. From here you invite and enter your own learners.
team-appointed-head = You are head of the organisation: { $here ->
    [yes] “{ $programme }”
   *[no] all programmes
}, { $organisation }. Here are figures, lists and pairs, to be read and not to be changed.
team-appointed-region = You are regional coordinator{ $here ->
    [yes] {" "}(“{ $programme }”)
   *[no] {""}
}. You see totals over all organisations only, no names. You were invited by way of { $organisation }.
team-appointed-operator = You are operator of the bot{ $here ->
    [yes] {" "}(“{ $programme }”)
   *[no] {""}
}: { $organisation }. Messages about trouble will come here.
team-welcome-name = What is your name? Only the team will see it. For example: Olga Smirnova
team-welcome-known = The team knows you as { $name }. If that should change, type another name.
