# The queue of applications: lists by step and role, search by name, several decided at once.

queue-title-all = 📝 <b>Applications</b> · waiting for you and the team
queue-title-decision = 📝 <b>Applications</b> · waiting for a decision
queue-title-check = 📝 <b>Applications</b> · waiting for documents
queue-title-interview = 📝 <b>Applications</b> · waiting for an interview
queue-title-training = 📝 <b>Applications</b> · in training
queue-title-guardian =
    📝 <b>Waiting for a parent</b>
    Nothing to decide yet: answers open once an adult has agreed.
queue-title-reserve =
    📝 <b>In reserve</b>
    They are fine, but nobody needs them yet. Any of them can be taken up again.
queue-title-declined =
    📝 <b>Declined</b>
    Changed your mind? Open the card and take the application up again.
queue-title-search = 🔎 <b>“{ $typed }”</b>
queue-only-role = { $role ->
    [mentee] Mentees only
    [mentor] Mentors only
   *[alumnus] Former students only
}
queue-search-hint = Looking for somebody? Type a name.

queue-empty-all = All done. I will write when a new one arrives.
queue-empty-decision = Nobody is waiting for a decision.
queue-empty-check = No documents are awaited.
queue-empty-interview = Nobody is waiting for an interview.
queue-empty-training = Nobody is in training right now.
queue-empty-guardian = Nobody is waiting right now.
queue-empty-reserve = Nobody is in reserve.
queue-empty-declined = Nobody was declined.
queue-empty-search = Nobody else by that name.

queue-line = { $name } · { $role ->
    [mentee] mentee
    [mentor] mentor
   *[alumnus] former student
}{ $stands ->
    [check] : documents · { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
    [interview] : interview · { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
    [training] : training · { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
    [decision] : decision · { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
    [approved] { " " }· taking part
    [reserve] { " " }· reserve
    [declined] { " " }· declined
   *[other] { " " }· { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
}

queue-filter = ☰ Whom to show
queue-to-all = The whole queue
queue-filter-title =
    ☰ <b>Whom to show?</b>
    A role first, if you want only one, then the step.
queue-show-all = All in the queue ({ $count })
queue-show-decision = Decision ({ $count })
queue-show-check = Documents ({ $count })
queue-show-interview = Interview ({ $count })
queue-show-training = Training ({ $count })
queue-show-guardian = Parent's consent ({ $count })
queue-show-reserve = Reserve ({ $count })
queue-show-declined = Declined ({ $count })
queue-role = { $chosen ->
    [yes] { "✓ " }
   *[no] { "" }
}{ $role ->
    [mentee] Mentees
    [mentor] Mentors
    [alumnus] Former students
   *[other] All roles
} ({ $count })

queue-several = { $count ->
    [one] ✓ Approve several at once ({ $count } is ready)
   *[other] ✓ Approve several at once ({ $count } are ready)
}
queue-batch-title =
    ✓ <b>Whom shall we approve?</b>
    These have everything but your decision. { $ticked } of { $all } ticked.
queue-batch-empty = There are no such applications left.
queue-tick-all = Tick all ({ $count })
queue-approve-ticked = Next: approve those ticked ({ $count })
queue-batch-sure = { $count ->
    [0] Everything you ticked has been decided or has changed.
    [one] <b>Approve { $count } person?</b> The letter goes out at once.
   *[other] <b>Approve { $count } people?</b> Each gets a letter at once.
}
    { $names }
queue-batch-more = …and { $more } more
queue-approve-yes = Yes, approve ({ $count })
queue-receipt-several = { $count ->
    [one] ✓ { $count } application approved, the letter is on its way
   *[other] ✓ { $count } applications approved, the letters are on their way
}
