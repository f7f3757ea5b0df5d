menu-greeting = 👋 { $name }
menu-greeting-nameless = 👋 Hello!
menu-empty = There is nothing here yet. To take part in a programme, open the invitation link from your curator.
menu-path = 🤝 Your path · “{ $programme }”
menu-done-form = ✓ Form sent
menu-done-guardian = ✓ Parent's consent received
menu-now-consent = • First your consent to the use of your data, then a form: 3–4 minutes
menu-now-form =
    • Your form is begun: the answers are kept, you can go on
    Next: the curator reads it
menu-now-guardian =
    • Waiting for the consent of a parent or guardian
    Next: the curator reads your form
menu-now-guardian-first =
    • Waiting for the consent of a parent or guardian
    Next: a form, 3–4 minutes
menu-now-applied-mentee =
    • The curator is reading your form, usually within a few days
    Next: finding a mentor
menu-now-applied-mentor =
    • The curator is reading your form, usually within a few days
    Next: finding your match
menu-now-applied-alumnus =
    • The curator is reading your form, usually within a few days
    Next: the curator gets in touch to arrange your help
menu-now-approved-mentee =
    • The curator is looking for a mentor: I will write as soon as there is one
    Next: meeting each other
menu-now-approved-mentor =
    • The curator is looking for your match: I will write as soon as there is one
    Next: meeting each other
menu-now-approved-alumnus = • Your offer is accepted: the curator gets in touch when help is needed
menu-now-reserve = • Your form is in reserve: nobody needs this help just now. I will write when somebody does
menu-now-declined = • It did not work out this time; I have written to you why. Questions go to the curator
menu-now-withdrawn = • You have left: your consent is withdrawn. The curator's link brings you back
menu-go-one-of-many = { $what }: “{ $programme }”
menu-go-consent = Start
menu-go-form = 📝 Go on with the form
menu-go-guardian = Parent's consent
menu-go-correct = Change my answers

menu-proposal-mentee = 🤝 We have found a mentor: { $partner }. It is your turn to answer
menu-proposal-mentor = 🤝 A match is proposed: { $partner }. It is your turn to answer
menu-proposal-waits-mentee = 🤝 Mentor: { $partner }. The other side has yet to answer; I will write to you
menu-proposal-waits-mentor = 🤝 { $partner }: the other side has yet to answer; I will write to you
menu-go-proposal-mentee = 🤝 Look: { $partner }
menu-go-proposal-mentor = 🤝 Look: { $partner }
menu-pair-mentee = 🤝 Your mentor: { $partner }
menu-pair-mentor = 🤝 Your mentee: { $partner }
menu-meeting = 📅 Meeting: { $at }
menu-no-meeting-mentee = • No meeting yet: your mentor will offer times
menu-no-meeting-mentor = • No meeting yet: offer some times
menu-offered = 📅 { $partner } would like to meet: choose a time
menu-offer-waits = • Times offered: { $partner } has yet to choose
menu-receipt = 📅 Meeting ({ $at }): how did it go?
menu-go-meeting = 📅 { $partner }: { $at }
menu-go-offer = 📅 Offer a meeting: { $partner }
menu-go-offered = 📅 Offered times: { $partner }
menu-go-pick = 📅 Choose a time: { $partner }
menu-go-receipt = 📅 Did you meet? { $at }
menu-survey = 📝 “{ $title }”: { $left ->
        [one] { $left } question left
       *[other] { $left } questions left
    }, open until { $until }
menu-go-survey = 📝 “{ $title }” · { $left ->
        [one] { $left } question
       *[other] { $left } questions
    }

menu-no-programme = No programmes yet. Making the first takes two minutes: a name, a form, dates.
menu-none-at-work = No programme is running at the moment. As soon as the curator opens one, it will be here.
menu-as-participant = <b>I take part</b>
menu-as-team = <b>I am in the team</b>
menu-region = 📊 The region at a glance
menu-head = 🏫 My organisation
menu-archive = 🗄 Archive ({ $n })
menu-programme = “{ $name }”: { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $waiting ->
        [0] no new applications
        [one] { $waiting } application to decide
       *[other] { $waiting } applications to decide
    }, { $free ->
        [0] nobody without a mentor
       *[other] { $free } without a mentor
    }
menu-go-programme = { $waiting ->
        [0] { $name } · pairs: { $pairs }
       *[other] { $name } · applications: { $waiting }
    }
menu-new-programme = ➕ New programme

menu-ward-consent = 👤 { $name } · “{ $programme }”: still finding out about it
menu-ward-form = 👤 { $name } · “{ $programme }”: filling in the form
menu-ward-guardian = 👤 { $name } · “{ $programme }”: waiting for your consent
menu-ward-applied = 👤 { $name } · “{ $programme }”: the curator is reading the form
menu-ward-approved = 👤 { $name } · “{ $programme }”: taking part
menu-ward-reserve = 👤 { $name } · “{ $programme }”: a mentor in reserve
menu-ward-declined = 👤 { $name } · “{ $programme }”: not taking part this time
menu-ward-withdrawn = 👤 { $name } · “{ $programme }”: has left
menu-more = More ({ $left })
menu-privacy = My data, language
menu-language = 🌐 Language (Русский)
