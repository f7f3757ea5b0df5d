# Searching while typing: @bot and a name.

inline-go = 🔎 Search while typing
inline-pair = { $state ->
    [proposed] the pair is proposed
    [paused] the pair is on a break
    [closing] the pair is saying goodbye
    [completed] the pair has ended
    [dissolved] the pair has ended
   *[other] a pair
}
