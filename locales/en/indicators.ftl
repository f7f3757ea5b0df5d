# Indicators: shares, targets, and numbers that only the organisation knows.

monitoring-go-indicators = 📈 Indicators
indicators-title =
    📈 <b>Indicators</b> · { $organisation }
    The whole organisation, from { $starts } to { $on }
indicators-line = { $place }. { $title }: <b>{ NUMBER($share) } %</b> ({ $number } of { $whole }){ $standing ->
    [reached] {" "}· ✓ target of { $target } % reached
    [behind] {" "}· below the target of { $target } %
   *[none] {""}
}
indicators-line-none = { $place }. { $title }: { $why }
indicators-lacks = a number is needed: { $what }
indicators-hidden = fewer than 5 people, so it is hidden
indicators-missing-nobody-asked = there has been no such survey yet
indicators-missing-too-few = { $n } { $n ->
    [one] answer
   *[other] answers
} so far, at least 5 are needed
indicators-missing-does-not-fit = the numbers disagree: the part is larger than the whole

indicators-picture = 🖼 As a picture
indicators-go-numbers = 🔢 Enter numbers
indicators-caption = 📈 Indicators · { $organisation } · { $on }

indicators-card = 📈 <b>{ $title }</b>
indicators-share = <b>{ NUMBER($share) } %</b>: { $number } of { $whole }, on { $on }
indicators-no-share = No figure yet: { $why }
indicators-target = Target for { $year }: { $target } %{ $standing ->
    [reached] , ✓ reached
    [behind] , still below
   *[none] {""}
}{ $old ->
    [yes] . No target is set for the years after it
   *[other] {""}
} ({ $source })
indicators-numerator = Counted: { $what }{ $known ->
    [yes] , { $number }{ $besides ->
        [0] {""}
       *[other] , of them without the bot { $besides }
    }
   *[other] {""}
}
indicators-left = Of them, left before the end: { $n }
indicators-names = These are { $names }
indicators-denominator = Out of: { $what }{ $known ->
    [yes] , { $number }
   *[other] {""}
}
indicators-rule-people = Each person once: the pair was at work for a day at least and met at least once, and there is a valid consent.
indicators-rule-workplaces = Where mentors work whose pairs were at work and met; each enterprise once.
indicators-satisfied = Satisfied are those with a mean score of at least { $least } of 10 who are glad to take part.
indicators-answered = { $n } of { $invited } invited have answered: { NUMBER($rate) } %.

indicators-said = ✓ { $what }: { $number } on { $on }{ $named ->
    [yes] {" "}({ $who })
   *[other] {""}
}
indicators-before = before: { $number } on { $on }
indicators-unsaid = ○ { $what }: not entered yet
indicators-enter = 🔢 { $what }

indicators-numbers =
    🔢 <b>Numbers</b>
    Only the organisation knows them. Earlier numbers stay in the history.
indicators-number =
    🔢 <b>{ $what }</b>
    How many? Type the number.
indicators-day =
    🔢 <b>{ $what }</b>: { $number }
    As of which day?

indicators-picture-title = Indicators and targets
indicators-picture-none = { $title }: { $why }
indicators-picture-bar = { $title }: { $number } of { $whole }{ $standing ->
    [reached] , target of { $target} % reached
    [behind] , target { $target} %
   *[none] {""}
}
indicators-picture-share = { NUMBER($share) } %
indicators-picture-footer = The mark on a bar is the target, a pale bar is below it. Each person is counted once.

digest-indicators = 📈 { $behind ->
    [0] Indicators
    [one] { $behind } indicator below target
   *[other] { $behind } indicators below target
}{ $unsaid ->
    [0] {""}
    [one] {" "}· { $unsaid } waits for your numbers
   *[other] {" "}· { $unsaid } wait for your numbers
}
