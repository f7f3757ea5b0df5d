proposal-found-mentee = 🤝 We have found a mentor: <b>{ $partner }</b>
proposal-found-mentor = 🤝 We suggest a match: <b>{ $partner }</b>
proposal-waits =
    ✓ Noted: you would like to meet
    Now it is { $partner }'s turn, until { $until }. I will write to you as soon as there is an answer.
proposal-active-mentee =
    🤝 It's a match! Your mentor is { $partner }.
    Next: your mentor offers some times, and you choose one.
proposal-active-mentor =
    🤝 It's a match! Your mentee is { $partner }.
    Next: offer up to three times for your first meeting.
proposal-declined =
    ✓ All right, this match is off. Only the curator sees your reason.
    The curator will think of somebody else, and I will write to you.
proposal-paused =
    🤝 You both said yes: { $partner }
    Some papers are still to be settled. I write as soon as you can arrange to meet.
proposal-over = This proposal is closed. I will write to you when there is a new one.
proposal-about-needs = Wants help with: { $answer }
proposal-about-competences = Can help with: { $answer }
proposal-about-interests = Interests: { $answer }
proposal-about-workplace = Work or study: { $answer }
proposal-about-about = In their own words: { $answer }
proposal-about-formats = Meetings: { $answer }
proposal-slots = Good for both of you: { $slots }
proposal-until = Please answer by: { $until }
proposal-accept = 🤝 Let's meet
proposal-later = I'll think about it
proposal-decline = Not for me…
proposal-why =
    What does not fit? Only the curator sees it, to find a better match. { $partner } is not told why.
    Choose below or write in your own words.
proposal-no-reason = I'd rather not say
proposal-offer-meeting = 📅 Offer a time to meet
