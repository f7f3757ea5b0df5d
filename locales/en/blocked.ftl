# Who has stopped the bot, and what does not reach them.

digest-blocked = { $count ->
    [one] 🔕 { $count } person has stopped the bot
   *[other] 🔕 { $count } people have stopped the bot
}
digest-open-blocked = 🔕 Whom no letter reaches ({ $count })
rooms-go-blocked = 🔕 Whom no letter reaches ({ $count })
blocked-title =
    🔕 <b>Whom no letter reaches</b>
    These people have stopped the bot. Reach them another way: once they open it and press Start, letters arrive again.
blocked-none =
    🔕 <b>Whom no letter reaches</b>
    Nobody: no one has stopped the bot.
blocked-one = • <b>{ $name }</b>, since { $since }
blocked-missed = did not arrive: { $what }
blocked-guardian = { $name } (parent of { $ward })
