# The training of mentors: modules, cards, questions, the certificate, the curator's log.

menu-training = 🎓 Training: { $done } of { $total }, about { $minutes } min left
menu-go-training = 🎓 Training
menu-go-trained = 🎓 Training and certificate

training-title = 🎓 <b>Training of mentors</b> · “{ $programme }”
training-line-passed = ✓ { $number }. { $title } · { $right } of { $total }
training-line-failed = ↻ { $number }. { $title } · { $right } of { $total }, you may try again
training-line-begun = • { $number }. { $title } · begun
training-line-new = ○ { $number }. { $title } · { $minutes } min
training-line-optional = ○ { $number }. { $title } · { $minutes } min, if you like
training-left = { $left ->
        [one] { $left } more module is needed
       *[other] { $left } more modules are needed
    }, about { $minutes } min. You can stop at any moment.
training-one-form-is-enough = Of the modules about forms one is enough: the one about your pair.
training-all-passed = Everything needed is passed and the certificate is yours. You may read any module again.
training-start = ▶ Start: { $title }
training-go-on = ▶ Go on: { $title }
training-certificate = 📄 Certificate (PDF)
training-feedback = 📝 Feedback: three taps
training-modules = To the modules
training-reread = Read the cards again
training-back-to-result = To the result

training-at-card = 🎓 { $title } · card { $number } of { $total }
training-card =
    <b>{ $headline }</b>

    { $text }
training-to-questions = To the questions ›
training-at-question = 🎓 { $title } · question { $number } of { $total }
training-question = <b>{ $text }</b>
training-choice = { $number }. { $text }
training-right = ✅ Right. { $why }
training-wrong = ❌ Not quite. { $why }
training-at-pledge = 🎓 { $title } · the last step
training-agree = ✓ I accept the rules
training-passed = ✅ <b>Passed: { $title }</b>
training-failed = ↻ <b>{ $title }: almost there</b>
training-score = Right answers: { $right } of { $total }.
training-needed = This module needs { $percent }%. Answer again only what went wrong.
training-again = ↻ Answer again
training-next = The next module takes about { $minutes } min.
training-certified = 🎉 You have passed the whole training! Your certificate is ready. Tell us what it was like: two taps, and a few words if you like.

letter-training-open =
    🎓 The training of mentors is open · “{ $programme }”
    Short cards and questions, about { $minutes } minutes in all. Take it bit by bit: I remember where we stopped.
    At the end there is a certificate, and the curator decides.
letter-training-nudge = { $done ->
        [0] 🎓 The first module is waiting: “{ $next }”. Ten minutes will do, on the way home for instance.
       *[other] 🎓 Modules passed: { $done }, { $left } to go. Next is “{ $next }”, about { $minutes } min to the certificate.
    }
letter-training-reminder =
    🎓 The curator of “{ $programme }” asks you to finish the training: it is needed before the first meeting.
    Next: “{ $next }”. If anything is in the way, tell the curator.
button-open-training = 🎓 To the training

certificate-file = Certificate { $number }
certificate-caption = 📄 Certificate No. { $number }. Print it or pass it on.
certificate-title = CERTIFICATE
certificate-confirms = this is to certify that the training of mentors has been completed by
certificate-completed = Mentoring programme “{ $programme }”
certificate-modules = Modules
certificate-volume = { $hours ->
        [0] { $minutes } min
       *[other] { $minutes ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes } min
        }
    }
certificate-number = No. { $number }
certificate-curator = Curator

rooms-go-training = 🎓 Training
training-log-title = 🎓 <b>Training log</b>
training-log-figures = Mentors in the log: { $learners }, with a certificate: { $trained }. Those who began first and have not finished come first.
training-log-empty = Nobody has come to the training yet. It opens to a mentor after the interview, and may be begun earlier.
training-log-learner = { $days ->
        [0] { $name } · { $done } of { $total } · today
       *[other] { $name } · { $done } of { $total } · { $days } d ago
    }
training-log-trained = ✓ { $name } · certificate
training-log-opinions = 📝 Feedback ({ $count })
training-log-card = <b>{ $name }</b> · { $done } of { $total } modules
training-log-time = Time of what is passed: { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
training-log-since = Training open since { $since }
training-log-last = Last step { $last }
training-log-certificate = 📄 Certificate No. { $number }
training-log-new = ○ { $number }. { $title }
training-log-begun = • { $number }. { $title } · begun
training-log-failed = ↻ { $number }. { $title } · { $right } of { $total }, { $tries ->
        [one] { $tries } try
       *[other] { $tries } tries
    }
training-log-passed = ✓ { $number }. { $title } · { $right } of { $total } · { $on }{ $tries ->
        [1] { "" }
       *[other] , tries: { $tries }
    }
training-log-remind = 🔔 Remind
training-log-reminded = ✓ A reminder is on its way: { $name }
training-log-few-opinions = 📝 { $count ->
        [one] There is { $count } answer
       *[other] There are { $count } answers
    }. Means appear once there are at least { $fewest }, so that nobody can be told from the others.
training-log-means =
    📝 <b>What people thought</b>: { $count }
    Useful: { $useful } of 5
    Clear: { $clear } of 5
training-log-words = — { $words }
