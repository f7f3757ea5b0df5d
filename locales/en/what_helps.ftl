# What helps pairs live: the curator's screen, the picture, suggestions for matching.

monitoring-go-helps = 🌱 What helps pairs
helps-title = 🌱 <b>What helps pairs</b> · as of { $on }
helps-pairs = Pairs that began to work: { $pairs }. Fell apart early: { $ended }.
helps-alive = After { $count ->
    [one] { $count } month
   *[other] { $count } months
  } { $share } % of pairs are together.
helps-rated = Pairs rated at least once: { $rated }. With a mean rating of 7 or more: { $content }.
helps-risk-good = 👍 <b>{ $trait }</b>: such pairs fall apart less often, { $ratio } times (pairs: { $n }). { $chance }
helps-risk-bad = 👎 <b>{ $trait }</b>: such pairs fall apart more often, { $ratio } times (pairs: { $n }). { $chance }
helps-odds-good = 👍 <b>{ $trait }</b>: the odds that a pair feels well together are { $ratio } times as high (rated pairs: { $n }). { $chance }
helps-odds-bad = 👎 <b>{ $trait }</b>: the odds that a pair feels well together are { $ratio } times lower (rated pairs: { $n }). { $chance }
helps-none = Links tested: { $tests }. None stands out so far that it could not be chance.
helps-not-cause = A link is not yet a cause: these pairs may differ in other ways. Links tested: { $tests }, corrected for their number.
helps-too-early = It is too early to look for what helps pairs.
helps-advice = 💡 In matching "{ $part }" is "{ $now }" now. You could try "{ $to }": nothing changes by itself, you decide.
helps-picture = 🖼 As a picture
helps-go-how = 🔍 What was tested
helps-go-settings = ⚙️ Settings of matching
helps-caption = 🌱 How many pairs go on meeting · { $organisation } · { $on }
helps-how = 🔍 <b>What was tested</b>
    Each trait by itself. One means no difference; in brackets the bounds in which the number lies, 95 % sure.
helps-effect = <b>{ $trait }</b>: fall apart — { $risk }; content — { $odds }
helps-ratio = × { $value } ({ $low }–{ $high }), pairs: { $n }
helps-too-little = too little data
helps-number = { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 2) }
helps-figure = ℹ️ { $name }. { $means } { $how }
helps-trait-score = Score of matching, for each 10 more
helps-trait-ages-apart = Difference of age, for each 5 years
helps-trait-first-soon = First meeting within two weeks
helps-trait-group = Meetings as a group
helps-trait-form = Form "{ $form }"
helps-curve-title = How many pairs are together
helps-curve-months = Months since the pair began
helps-curve-footer = Pairs: { $pairs }, fell apart early: { $ended }. The pale band: bounds, 95 % sure.
