survey-progress = 📝 “{ $title }” · { $number } of { $total } · { $bar }
survey-thanks =
    ✓ Thank you! “{ $title }” is complete
    Only the curator sees your answers: they show in time where support is needed.
    The other half of your pair does not see them.
survey-closed =
    📝 “{ $title }” is closed now
    No more answers are needed. Everything you answered before is kept.
