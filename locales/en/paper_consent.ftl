paper-which-some =
    📄 Papers of { $name }
    What has been signed on paper? Mark what you hold in your hands.
paper-which-none =
    📄 Papers of { $name }
    Every consent is there already.
paper-marked = ✓ Marked: { $title }
paper-day =
    📄 { $title }: { $name }
    On which day was it signed? You can type a date: 12 March, or 12.03.2030.
paper-today = Today, { $day }
paper-number =
    📄 { $title }, { $day }
    What is the number of the paper? Type it as it stands in your register.
paper-no-number = No number
paper-take-back = Withdrawn on paper or by word…
paper-sure =
    ⚠️ Record that { $name } has withdrawn the consent?
    They leave at once: the pair is closed, meetings are called off, nothing more is sent.
refusal-paper-date-ahead = A paper cannot have been signed tomorrow: please check the date.
refusal-paper-number-too-long = That number is too long: { $longest } characters at most.
