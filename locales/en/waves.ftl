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
