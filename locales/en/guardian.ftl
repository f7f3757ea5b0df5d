guardian-needed-form-sent =
    📝 Your form is ready; one step is left
    Until you are 18 a parent or guardian must agree. I will give you a message with a link to pass on; it takes them a minute.
    I will write to you as soon as they have agreed. If paper is easier, tell your curator.
guardian-needed-first =
    👋 A grown-up comes first
    Until you are 14 your parent or guardian decides. I will give you a message with a link to pass on; it takes them a minute.
    I will write to you as soon as they have agreed, and we start your form. If paper is easier, tell your curator.
guardian-link-sent = ✓ The message with the link is below: forward it to your parent or guardian.
guardian-agreed-form = ✓ Your parent or guardian has agreed! Now the form: 3–4 minutes.
guardian-agreed-applied =
    ✓ Your parent or guardian has agreed, and the curator has your form
    I will write to you as soon as there is an answer.
guardian-to-form = 📝 Fill in the form
guardian-pass-on = Get the link to pass on
guardian-check = Check again
guardian-forward =
    Hello! I would like to take part in the mentoring programme “{ $programme }” ({ $organisation }).
    They need the consent of a parent or guardian. The link says what the programme is and which data it needs, and has a button to agree. It takes a minute:
    { $link }
guardian-about =
    👋 The mentoring programme “{ $programme }”
    { $organisation }
guardian-about-child = Who would like to join: <b>{ $child }</b>
guardian-short = { $text }
guardian-already = ✓ We already have your consent. You can take it back at any time: /privacy
guardian-to-consent = Go on to the consent
guardian-read-full = Read the full text
guardian-not-now = Not now
guardian-full =
    { $total ->
        [1] { $text }
       *[other] { $number } of { $total }

            { $text }
    }
guardian-ask-name =
    What is your name?
    Please type your name and surname: they will stand in the consent.
guardian-confirm =
    Consent given by: <b>{ $name }</b>
    By pressing the button you confirm that you are the child's parent or legal guardian and agree to the text.
    To change the name, just type it again.
guardian-agree = ✓ I agree
guardian-done =
    ✓ Thank you, we have your consent
    I am telling your child now. The curator, { $curator }, answers questions.
    You can look at your consent or take it back at any time: /privacy
guardian-later =
    All right, nothing has been kept. The link stays valid: open it again whenever you like.
    Your decision has no effect on studies.
guardian-read-again = Back to the consent
guardian-show-qr = Show a QR code
guardian-qr-sent = ✓ The QR code is below: show it to your parent or guardian.
guardian-qr =
    Consent to taking part in the mentoring programme “{ $programme }”.
    For the parent or guardian: point the phone's camera here and open the link. It takes a minute.
