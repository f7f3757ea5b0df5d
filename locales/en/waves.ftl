# Surveys: waves.

waves-title = 📝 <b>Surveys</b>
waves-opened = ✓ The survey is open, invitations are on their way
waves-line-open = “{ $title }”: { $finished } of { $planned }, until { $until }{ $started ->
    [0] {""}
   *[other] {" "}· under way: { $started }
}
waves-line-closed = “{ $title }”: { $finished } of { $planned }, closed
waves-none = No surveys yet. The first makes sense once pairs have met a couple of times.
waves-one-at-a-time = You can start a new one when this one closes.
waves-start = Start a survey

waves-who =
    📝 <b>“{ $title }”</b> · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
    { $people ->
        [one] We will ask { $people } person: both sides of every pair at work.
       *[other] We will ask { $people } people: both sides of every pair at work.
    } I will remind those who do not answer.
    How long shall we wait?
waves-nobody = 📝 Nobody to ask yet: a survey goes to both sides of every pair at work, and there are none so far.
waves-for-days = { $days ->
    [one] { $days } day, until { $until }
   *[other] { $days } days, until { $until }
}

button-refuse-survey = I’d rather not answer
receipt-survey-refused = All right, no more reminders about this one. Thank you for saying so!
refusal-too-few-for-anonymous = An anonymous survey needs five people or more: of fewer, each is known by the answers.
refusal-wave-too-long = A survey may run from one day to { $most } days.
refusal-day-in-the-past = That day is over. Choose today or a later one.
survey-note-anonymous = {"\u000A"}🔒 Anonymous: your answers are kept without your name.
