# Команда программы: кто в ней, приглашения по ролям, первый экран новичка; картина по региону.

team-title = 👥 <b>Команда</b> · { $programme }
team-line-curator = { $name } — куратор{ $everywhere ->
    [yes] , все программы
   *[no] {""}
}{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}
team-line-deputy = { $name } — заместитель куратора{ $everywhere ->
    [yes] , все программы
   *[no] {""}
}{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}
team-line-psychologist = { $name } — психолог{ $everywhere ->
    [yes] , все программы
   *[no] {""}
}{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}
team-line-class-teacher = { $name } — классный руководитель{ $everywhere ->
    [yes] , все программы
   *[no] {""}
}{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}
team-line-head = { $name } — руководитель организации{ $everywhere ->
    [yes] , все программы
   *[no] {""}
}{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}
team-sent = ✓ Личная ссылка — в сообщении ниже. Перешлите её одному человеку: она сработает один раз.
team-invite = ➕ Пригласить в команду
team-dismiss = ✕ { $name }
team-whom =
    👥 <b>Кого пригласить в команду?</b>
    «{ $programme }». Что каждый сможет:
team-may-deputy = <b>Заместитель</b> — всё, кроме новых программ, команды и архива
team-may-psychologist = <b>Психолог</b> — читает заявки, проводит собеседования, видит пары
team-may-class-teacher = <b>Классный руководитель</b> — зовёт и записывает своих учеников
team-may-head = <b>Руководитель</b> — видит цифры, списки и пары, ничего не меняет
team-invite-deputy = Заместителя
team-invite-psychologist = Психолога
team-invite-class-teacher = Классного рук.
team-invite-head = Руководителя
team-reach = { $role ->
    [deputy] 👥 Где будет работать заместитель куратора?
    [psychologist] 👥 Где будет работать психолог?
    [class-teacher] 👥 Где будет работать классный руководитель?
   *[head] 👥 Что будет видеть руководитель?
}
team-reach-here = Только «{ $programme }»
team-reach-everywhere = Все программы · { $organisation }
team-sure =
    👥 { $me ->
        [yes] Сложить с себя роль?
       *[no] Вывести из команды: { $name }?
    }
    { $role ->
        [curator] Роль: куратор
        [deputy] Роль: заместитель куратора
        [psychologist] Роль: психолог
        [class-teacher] Роль: классный руководитель
       *[head] Роль: руководитель организации
    }{ $everywhere ->
        [yes] , все программы организации
       *[no] , эта программа
    }
    Доступ закроется сразу. Вернуть можно новым приглашением.
team-dismiss-do = Да, закрыть доступ
team-invitation =
    Здравствуйте! { $role ->
        [deputy] Вас приглашают заместителем куратора
        [psychologist] Вас приглашают психологом
        [class-teacher] Вас приглашают как классного руководителя
       *[head] Вас приглашают как руководителя организации
    } в программу наставничества «{ $programme }» («{ $organisation }»).

    { $link }

    Ссылка личная: сработает один раз. Действует до { $until }.

team-welcome = 👋 <b>Добро пожаловать в команду</b>
team-appointed-curator = Вы куратор: { $here ->
    [yes] «{ $programme }»
   *[no] все программы
}, { $organisation }. Вам доступно всё, что в программе происходит.
team-appointed-deputy = Вы заместитель куратора: { $here ->
    [yes] «{ $programme }»
   *[no] все программы
}, { $organisation }. Вам доступно всё, кроме новых программ, команды и архива.
team-appointed-psychologist = Вы психолог: { $here ->
    [yes] «{ $programme }»
   *[no] все программы
}, { $organisation }. Здесь заявки, собеседования с наставниками и пары.
team-appointed-class-teacher = Вы классный руководитель: { $here ->
    [yes] «{ $programme }»
   *[no] все программы
}, { $organisation }. Отсюда можно позвать и записать своих учеников.
team-appointed-head = Вы руководитель организации: { $here ->
    [yes] «{ $programme }»
   *[no] все программы
}, { $organisation }. Здесь цифры, списки и пары — без возможности что-то изменить.
team-appointed-region = Вы региональный координатор{ $here ->
    [yes] {" "}(«{ $programme }»)
   *[no] {""}
}. Вам видны только общие числа по всем организациям, без имён. Вас подключила организация: { $organisation }.
team-appointed-operator = Вы оператор бота{ $here ->
    [yes] {" "}(«{ $programme }»)
   *[no] {""}
}: { $organisation }. Сюда придут сообщения о неполадках.
team-welcome-name = Как вас зовут? Имя увидит только команда. Например: Ольга Смирнова
team-welcome-known = Команда знает вас по имени: { $name }. Если нужно другое, напишите его.
