privacy-title = 🔒 What the bot knows about you
privacy-account = • the number of this chat and your language
privacy-name = • name: { $name }
privacy-birth-year = • year of birth: { $year }
privacy-roles = • role: { $roles }
privacy-counts = • current pairs: { $pairs }, meetings: { $meetings }
privacy-wards = • consents for a child: { $wards }
privacy-consent = ✓ { $title }: { $organisation }, { $day } (text of { $version })
privacy-consent-withdrawn = ✗ { $title }: { $organisation }, withdrawn { $day } (text of { $version })
privacy-answers = My answers
privacy-answers-title = { $total ->
        [1] 📝 Your answers
       *[other] 📝 Your answers · { $number } of { $total }
    }
privacy-form = <b>{ $title }</b>
privacy-answer = { $question } <b>{ $answer }</b>
privacy-withdraw-one = Withdraw my consent…
privacy-withdraw-of = Withdraw my consent: { $organisation }…
privacy-withdraw-ward = Withdraw the consent for { $ward }…
privacy-sure-own =
    ⚠️ Withdraw your consent ({ $organisation })?
    You leave at once: your pair is closed, meetings are cancelled, no more messages come. The curator is told; nobody asks why.
    It has no effect on study or work. A new link from the curator brings you back.
privacy-sure-ward =
    ⚠️ Withdraw the consent for { $ward }?
    The child leaves at once: the pair is closed, meetings are cancelled. The curator is told; nobody asks why.
    It has no effect on studies.
privacy-keep = ‹ Keep it
privacy-withdraw-yes = Yes, withdraw
privacy-withdrawn-own =
    ✓ Your consent is withdrawn and you have left the programme.
    Your data is deleted within the time set by law.
privacy-withdrawn-ward =
    ✓ The consent is withdrawn and the child has left the programme.
    The data is deleted within the time set by law.
privacy-birth-date = • date of birth: { $day }
privacy-work = • certificates: { $checks }, training modules: { $trainings }, offers of help: { $offers }
privacy-letters = • messages of the bot: { $letters }
privacy-consent-refused = ☐ { $title }: { $organisation }, refused on { $day }
privacy-documents = 🔒 All consents
privacy-correct = ✏️ Correct the form
privacy-correct-of = ✏️ Correct the form: { $programme }
privacy-copy = 📦 Get a copy
privacy-erase = Delete everything…
privacy-copy-title = What the bot keeps
privacy-copy-caption = 📦 Everything the bot keeps. Inside: a page to read and a file for other programs.
