language-name = English
language-title =
    🌐 Choose a language
    Выберите язык
