// Every word the page itself says, in Russian and in English. The bot's words come from the bot.

const STRINGS = {
  title: ["Тандем — песочница", "Tandem — sandbox"],
  brand: ["Тандем", "Tandem"],
  sandbox: ["песочница", "sandbox"],
  skip: ["К телефонам", "Skip to the phones"],
  phones: ["Телефоны", "Phones"],
  tools: ["Инструменты", "Tools"],
  clock: ["Часы программы", "Programme clock"],
  hour: ["+1 час", "+1 hour"],
  hourShort: ["+1 ч", "+1 h"],
  day: ["+1 день", "+1 day"],
  dayShort: ["+1 дн", "+1 d"],
  week: ["+1 неделя", "+1 week"],
  weekShort: ["+1 нд", "+1 w"],
  jumps: ["Перевести часы вперёд", "Move the clock forward"],
  toNext: ["К событию", "To next event"],
  toNextLong: ["К ближайшему событию", "To the next thing due"],
  nextAt: ["дальше: {at}", "next: {at}"],
  nothingNext: ["дальше ничего не назначено", "nothing is due"],
  timeGoes: ["Время идёт…", "Time is passing…"],
  timeMoved: ["Теперь {at}", "It is now {at}"],
  today: ["сегодня", "today"],
  tomorrow: ["завтра", "tomorrow"],
  addPhone: ["Добавить телефон", "Add a phone"],
  addShort: ["Ещё", "Add"],
  newPerson: ["Новый человек…", "New person…"],
  newPersonTitle: ["Новый человек", "New person"],
  newPersonText: [
    "Обычный пользователь Telegram, о котором бот ещё ничего не знает.",
    "An ordinary Telegram user the bot knows nothing about yet.",
  ],
  firstName: ["Имя", "First name"],
  lastName: ["Фамилия", "Last name"],
  caption: ["Подпись телефона", "Caption of the phone"],
  stranger: ["Гость", "Guest"],
  telegramLanguage: ["Язык Telegram", "Telegram language"],
  russian: ["русский", "русский"],
  english: ["English", "English"],
  add: ["Добавить", "Add"],
  cancel: ["Отмена", "Cancel"],
  close: ["Закрыть", "Close"],
  ok: ["Понятно", "OK"],
  reset: ["Начать заново", "Start over"],
  resetTitle: ["Начать всё заново?", "Start everything over?"],
  resetText: [
    "Переписка, люди и часы вернутся к началу. Отменить это нельзя.",
    "Chats, people and the clock go back to the beginning. There is no undo.",
  ],
  resetYes: ["Стереть и начать заново", "Erase and start over"],
  preparing: ["Готовим программу: проживаем семь недель…", "Preparing the programme: living through seven weeks…"],
  resetting: ["Всё начинается заново…", "Starting over…"],
  theme: ["Тема: {name}", "Theme: {name}"],
  themeAuto: ["как в системе", "as in the system"],
  themeLight: ["светлая", "light"],
  themeDark: ["тёмная", "dark"],
  language: ["Language: English", "Язык: русский"],
  languageCode: ["EN", "RU"],
  more: ["Ещё", "More"],
  keyboardHelp: ["Клавиши", "Keyboard"],
  keyboardHelpText: [
    "Enter — отправить, Shift+Enter — новая строка. ↑ в пустой строке — к последним кнопкам бота; "
      + "по кнопкам ходят стрелками, Esc возвращает в строку. «/» подсказывает команды, ↑ ведёт к ним.",
    "Enter sends, Shift+Enter makes a new line. ↑ in the empty box goes to the bot's latest buttons; "
      + "arrows move between them, Esc returns to the box. “/” suggests commands, ↑ goes to them.",
  ],
  chatWith: ["Чат: {who}", "Chat: {who}"],
  phoneMenu: ["Действия: {who}", "Actions: {who}"],
  hidePhone: ["Убрать телефон", "Hide the phone"],
  block: ["Заблокировать бота", "Block the bot"],
  unblock: ["Разблокировать бота", "Unblock the bot"],
  blockedState: ["бот заблокирован", "bot is blocked"],
  notStarted: ["чат ещё не начат", "chat not started yet"],
  bot: ["бот", "bot"],
  typing: ["печатает", "is typing"],
  start: ["Начать", "Start"],
  openLink: ["Открыть ссылку: {label}", "Open the link: {label}"],
  suggested: ["Ссылки, которые мог получить этот человек", "Links this person may have received"],
  emptyText: [
    "Бот не может написать первым: человек должен нажать «Начать» или открыть ссылку.",
    "A bot cannot write first: the person has to press Start or open a link.",
  ],
  writeHere: ["Сообщение…", "Message…"],
  writeAs: ["Сообщение от: {who}", "Message from: {who}"],
  send: ["Отправить", "Send"],
  attach: ["Прикрепить файл", "Attach a file"],
  commands: ["Меню команд", "Commands menu"],
  noCommands: ["Бот не объявил команд", "The bot has announced no commands"],
  replyKeyboard: ["Клавиатура бота", "The bot's keyboard"],
  buttons: ["Кнопки под сообщением", "Buttons under the message"],
  edited: ["изменено", "edited"],
  via: ["через @{bot}", "via @{bot}"],
  found: ["Найденное", "What was found"],
  nothingFound: ["Ничего не нашлось", "Nothing was found"],
  fromBot: ["Бот", "Bot"],
  photoFrom: ["Фото: {who}", "Photo: {who}"],
  photo: ["Фото", "Photo"],
  openPhoto: ["Открыть фото", "Open the photo"],
  document: ["Документ {name}, {size}", "Document {name}, {size}"],
  opensSite: ["(откроется сайт)", "(opens a website)"],
  unknownButton: ["Эта кнопка работает только в Telegram", "This button works only in Telegram"],
  older: ["Показать раньше", "Show earlier"],
  newBelow: ["К новым сообщениям", "To new messages"],
  openAs: ["Открыть ссылку от имени", "Open the link as"],
  thisPhone: ["этот телефон", "this phone"],
  copyLink: ["Скопировать ссылку", "Copy the link"],
  copied: ["Ссылка скопирована", "Link copied"],
  newMessage: ["{who}: новое сообщение", "{who}: new message"],
  unread: ["непрочитанных: {n}", "unread: {n}"],
  journal: ["Журнал вызовов", "Call log"],
  calls: ["вызовов: {n}", "calls: {n}"],
  errors: ["ошибок: {n}", "errors: {n}"],
  onlyErrors: ["Только ошибки", "Errors only"],
  noCalls: ["Бот ещё не обращался к серверу", "The bot has not called the server yet"],
  noErrors: ["Ошибок нет", "No errors"],
  columnNumber: ["№", "No."],
  columnMethod: ["Метод", "Method"],
  columnChat: ["Кому", "To"],
  columnResult: ["Ответ", "Answer"],
  columnMs: ["мс", "ms"],
  limitsReal: ["ограничения как в Telegram", "limits as in Telegram"],
  limitsOff: ["ограничения выключены", "limits are off"],
  lost: ["Связь потеряна, подключаюсь снова…", "Connection lost, reconnecting…"],
  failed: ["Не получилось: {why}", "Did not work: {why}"],
  unreachable: ["сервер не отвечает", "the server does not answer"],
  fileTooBig: ["файл больше 50 МБ", "the file is larger than 50 MB"],
  units: ["Б КБ МБ ГБ", "B KB MB GB"],
  moscow: ["МСК", "UTC"],
};

const known = { ru: 0, en: 1 };
const asked = new URLSearchParams(location.search).get("lang") || localStorage.getItem("lang");
let current = asked in known ? asked : "ru";

export const language = () => current;

export function setLanguage(code) {
  current = code;
  localStorage.setItem("lang", code);
  document.documentElement.lang = code;
}

export function t(key, values = {}) {
  const text = STRINGS[key][known[current]];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function size(bytes) {
  const units = t("units").split(" ");
  let step = 0;
  let amount = bytes;
  while (amount >= 1000 && step < units.length - 1) {
    amount /= 1024;
    step += 1;
  }
  const digits = step > 0 && amount < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(current, { maximumFractionDigits: digits }).format(amount)} ${units[step]}`;
}
