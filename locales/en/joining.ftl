joining-language =
    👋 Hello! Which language shall we speak?
    Здравствуйте! На каком языке говорить?
joining-welcome-mentee =
    👋 Hi! This is the bot of the mentoring programme “{ $programme }” ({ $organisation }).
    Here you can find a mentor who helps with studies, a project or choosing a career.
    It takes 3–4 minutes, and you can stop at any time.
joining-welcome-mentor =
    👋 Hello! This is the bot of the mentoring programme “{ $programme }” ({ $organisation }).
    Here mentors and learners find each other and arrange to meet.
    The form takes 3–4 minutes, and you can stop at any time.
joining-welcome-alumnus =
    👋 Hello! This is the bot of the mentoring programme “{ $programme }” ({ $organisation }).
    Former students offer help here: a talk about their work, a visit, advice on a project.
    It takes 2–3 minutes, and you can stop at any time.
joining-begin = Let's start
joining-about-button = What is mentoring?
joining-about =
    🤝 Mentoring is two people meeting
    One has already walked a path that lies ahead of the other, and shares what they know: explains, supports, answers questions.
    Meetings are usually every week or two, in person or online. The curator suggests a match; both of you have to agree.
    It is free, and you can stop at any time.
joining-age = How old are you?
joining-age-under-14 = Under 14
joining-age-14-17 = 14–17
joining-age-adult = 18 or over
joining-consent = { $text }
joining-read-full = Read the full text
joining-agree = I agree
joining-noted = I see, go on
joining-not-now = Not now
joining-consent-full =
    { $total ->
        [1] { $text }
       *[other] { $number } of { $total }

            { $text }
    }
joining-later =
    All right. Your link stays valid: open it again whenever you like.
    The form has not been started, and nothing about you is kept but the number of this chat and the language.
joining-read-again = Back to the consent
