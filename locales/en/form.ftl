form-progress = 📝 { $title } · { $number } of { $total }
form-review = 📝 Please check your answers
form-answer = { $number }. { $question } <b>{ $answer }</b>
form-answer-skipped = { $number }. { $question } <i>skipped</i>
form-review-edit = All correct? Send it. To change an answer press ✏️ with its number.
form-review-hint = Type the number of the answer to change, or press “Send”.
form-send = ✓ Send
form-sent-applied-mentee =
    ✓ Your form is on its way
    The curator, { $curator }, will read it, usually within a few days.
    I will write to you as soon as there is an answer. Next: meeting your mentor.
form-sent-applied-mentor =
    ✓ Your form is on its way
    The curator, { $curator }, will read it, usually within a few days.
    I will write to you as soon as there is an answer. Next: a talk with the curator and a short training. You can begin the training now, from the menu.
form-sent-applied-alumnus =
    ✓ Thank you! Your form is on its way
    The curator, { $curator }, will read it, usually within a few days.
    I will write to you as soon as there is an answer.
form-sent-corrected =
    ✓ Changes saved
    The curator, { $curator }, will see your new answers. There is nothing more to do.
