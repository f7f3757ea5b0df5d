# The curator's questionnaire: filled in in the chat, and read again beside those of before.

assessment-curator-survey = 📝 Curator’s questionnaire
curator-survey-title =
    📝 <b>{ $title }</b>
    Whether the organisation has what a programme needs. The curators of the programme see the answers, with your name.
curator-survey-none = Nobody has filled it in yet. It has { $questions ->
    [one] { $questions } question; you can stop at any time.
   *[other] { $questions } questions; you can stop at any time.
}
curator-survey-line = ▸ <b>{ $day }</b> · { $by }
curator-survey-sum = { $title }: { $points } of { $most }
curator-survey-begin = ✍️ Fill it in
curator-survey-go-on = ✍️ Go on · { $number } of { $total }
curator-survey-open = { $day } · { $by }
curator-survey-given = ✓ <b>{ $title }</b>: filled in
curator-survey-answer = { $question } — <b>{ $said }</b>
