language-name = Русский
language-title =
    🌐 Выберите язык
    Choose a language
