erasure-ask-own =
    ⚠️ Delete everything about you?
    Your name, age, answers, messages and this chat in the bot's list will be gone. You leave the programme, meetings are called off.
    Counts without a name, the marks of consents and the record of this deletion stay: the law asks for it.{ $wards ->
        [0] {""}
       *[other] {" "}Children for whom only you have agreed leave as well.
    }
    You can take a copy first: /privacy
erasure-ask-ward =
    ⚠️ Delete everything about { $name }?
    The name, age, answers and messages will be gone. The child leaves the programme, meetings are called off.
    Counts without a name, the marks of consents and the record of this deletion stay: the law asks for it.
erasure-go-on = Go on
erasure-sure-own = Really delete it? It cannot be brought back.
erasure-sure-ward = Really delete everything about { $name }? It cannot be brought back.
erasure-yes = Delete for good
erasure-done-own =
    ✓ All deleted. The bot knows nothing about you any more.
    To come back you need a new link from the curator.
erasure-done-ward = ✓ Everything about { $name } is deleted.
refusal-team-stays = Please hand your role in the programme's team to a colleague first: without it everything would stop. Then you can delete your data here.
