"""The invented people of the demo.

Who they are, what they wrote in their forms, whose phone is shown.

Nobody here exists. Accounts are numbers of the sandbox.
"""

from dataclasses import dataclass, field

ORGANISATION = "Челябинский колледж №1"
PROGRAMME = "Траектория"
ZONE = "Asia/Yekaterinburg"
CURATOR, CURATOR_NAME = 101, "Анна Сергеевна Петрова"
DEPUTY, DEPUTY_NAME = 102, "Мария Олеговна Ветрова"
HEAD, HEAD_NAME = 103, "Олег Иванович Дёмин"
COORDINATOR, COORDINATOR_NAME = 104, "Вера Павловна Шилова"
CENTRE = "Региональный центр наставничества"
HINTS = {  # what to try on the phones of those who take part
    201: "Скажите, кому хотелось бы помогать, или откройте план Димы: /menu",
    301: "Пришёл ответ куратора и анкета на две минуты",
}
NEWCOMER, NEW_GUARDIAN, ALUMNA, NEW_MENTOR = 401, 501, 601, 701


@dataclass(frozen=True)
class Invented:
    """Answers by the item keys of the intake forms; lists are choices."""

    account: int
    name: str
    year: int
    answers: dict[str, str | list[str]]
    adult: bool = True
    guardian: tuple[int, str] | None = None
    state: str = "approved"  # or "applied", "guardian"; of a mentor "checked", "ready"
    phone: bool = False
    label: str = ""
    certificate: int = 365  # days for which a mentor's certificate holds
    extra: dict[str, str] = field(default_factory=dict)


def _mentee(
    account: int,
    name: str,
    year: int,
    group: str,
    needs: list[str],
    interests: list[str],
    slots: list[str],
    *,
    guardian: tuple[int, str] | None = None,
    state: str = "approved",
    phone: bool = False,
    label: str = "",
    formats: tuple[str, ...] = ("in-person", "online"),
) -> Invented:
    return Invented(
        account=account,
        name=name,
        year=year,
        answers={
            "kind": "student",
            "group": group,
            "needs": needs,
            "interests": interests,
            "free_time": slots,
            "formats": list(formats),
        },
        adult=guardian is None and state != "guardian",
        guardian=guardian,
        state=state,
        phone=phone,
        label=label,
    )


def _mentor(
    account: int,
    name: str,
    year: int,
    kind: str,
    workplace: str,
    competences: list[str],
    interests: list[str],
    slots: list[str],
    capacity: int,
    about: str,
    *,
    state: str = "approved",
    phone: bool = False,
    label: str = "",
    certificate: int = 365,
    note: str = "",
) -> Invented:
    return Invented(
        account=account,
        name=name,
        year=year,
        answers={
            "kind": kind,
            "group": workplace,  # of a student; nobody is asked for both
            "workplace": workplace,
            "own_children": "no",
            "hours": "up-to-4",
            "competences": competences,
            "interests": interests,
            "capacity": str(capacity),
            "formats": ["in-person", "online"],
            "free_time": slots,
            "about": about,
        },
        state=state,
        phone=phone,
        label=label,
        certificate=certificate,
        extra={"note": note} if note else {},
    )


def mentees(this_year: int) -> tuple[Invented, ...]:
    """Fourteen; ages stay the same whatever the year."""
    at = this_year
    return (
        _mentee(301, "Дима Орлов", at - 17, "ПО-21", ["drawing", "physics"], ["cars", "games"],
                ["tue-16", "thu-16"], guardian=(311, "Елена Орлова"), phone=True,
                label="Наставляемый"),
        _mentee(302, "Катя Белова", at - 16, "ПО-22", ["project", "coding"], ["robots", "books"],
                ["mon-16", "wed-16"], guardian=(312, "Наталья Белова")),
        _mentee(303, "Артём Власов", at - 19, "ТМ-41", ["career"], ["sport", "cars"],
                ["tue-16", "fri-16"]),
        _mentee(304, "Соня Гусева", at - 17, "ДИ-21", ["english", "exams"], ["cinema", "travel"],
                ["wed-16", "thu-16"], guardian=(314, "Ирина Гусева")),
        _mentee(305, "Максим Дроздов", at - 18, "ТМ-31", ["maths", "exams"], ["games"],
                ["mon-16", "thu-16"]),
        _mentee(306, "Алина Ежова", at - 16, "ДИ-11", ["settling", "planning"], ["art", "music"],
                ["tue-14", "fri-14"], guardian=(316, "Павел Ежов")),
        _mentee(307, "Руслан Зайнуллин", at - 18, "ПО-31", ["coding", "project"], ["robots"],
                ["wed-16", "fri-16"]),
        _mentee(308, "Вера Ильина", at - 17, "ТМ-21", ["physics"], ["nature", "books"],
                ["mon-14", "thu-16"], guardian=(318, "Ольга Ильина")),
        _mentee(309, "Никита Котов", at - 20, "ТМ-41", ["career", "drawing"], ["sport"],
                ["thu-18", "sat-14"]),
        _mentee(320, "Полина Лебедева", at - 18, "ДИ-31", ["english"], ["travel", "cinema"],
                ["tue-18", "thu-18"], state="applied"),
        _mentee(321, "Глеб Морозов", at - 19, "ПО-31", ["planning"], ["games", "sport"],
                ["mon-18", "wed-18"], state="applied"),
        _mentee(322, "Настя Никитина", at - 15, "ДИ-11", ["settling"], ["art"],
                ["tue-14", "wed-14"], state="guardian"),
        _mentee(323, "Ильдар Сафин", at - 19, "ТМ-31", ["career", "planning"], ["nature"],
                ["tue-16", "fri-16"]),
        _mentee(324, "Даша Попова", at - 18, "ДИ-31", ["planning", "exams"], ["art", "books"],
                ["mon-14", "tue-16"]),
    )  # fmt: skip


def mentors(this_year: int) -> tuple[Invented, ...]:
    """Six: employers, teachers, an older student."""
    at = this_year
    return (
        _mentor(201, "Игорь Сафонов", at - 38, "employer", "Завод ЧТЗ, инженер-конструктор",
                ["drawing", "physics", "careers"], ["cars", "sport"], ["tue-16", "thu-16"], 2,
                "Девять лет черчу узлы тракторов. Покажу, как чертёж становится машиной.",
                phone=True, label="Наставник",
                note="Говорит просто, умеет слушать. Вопросы задаёт сам."),
        _mentor(202, "Марат Хасанов", at - 31, "employer", "Студия «Байт», разработчик",
                ["coding", "projects"], ["robots", "games"], ["mon-16", "wed-16", "fri-16"], 2,
                "Пишу программы для станков. Помогу довести проект до показа.",
                certificate=7 * 7 + 25),
        _mentor(203, "Светлана Юрьевна Ким", at - 45, "teacher", "Преподаватель английского",
                ["english", "exams", "speaking"], ["travel", "cinema"], ["wed-16", "thu-16"], 2,
                "Люблю, когда после урока хочется спорить по-английски."),
        _mentor(204, "Тимур Галеев", at - 20, "learner", "Студент 4 курса, ТМ-41",
                ["maths", "exams", "settling"], ["games", "sport"], ["mon-16", "thu-16"], 2,
                "Сдал всё с первого раза. Расскажу, как."),
        _mentor(205, "Ольга Викторовна Соколова", at - 41, "employer", "Уралтрансмаш, отдел кадров",
                ["careers", "planning", "settling"], ["art", "nature"],
                ["tue-16", "fri-14", "fri-16"], 4,
                "Провела больше тысячи собеседований. Подскажу, чего от вас ждут."),
        _mentor(206, "Денис Павлович Рыбин", at - 52, "employer", "Теплосеть, мастер участка",
                ["physics", "workplace"], ["nature"], ["sat-14"], 1,
                "Тридцать лет у котлов. Физику объясню на трубах.", state="checked"),
    )  # fmt: skip
