# Поиск в строке ввода: @бот и имя.

inline-go = 🔎 Искать в строке
inline-pair = { $state ->
    [proposed] пара предложена
    [paused] пара на паузе
    [closing] пара прощается
    [completed] пара завершена
    [dissolved] пара завершена
   *[other] пара
}
