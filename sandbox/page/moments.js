// Shows moments in the programme's zone; the page never uses the zone of the machine it runs on.

import { language, t } from "./strings.js";

let zone = "UTC";

export function setZone(name) {
  zone = name || Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The server may give seconds since 1970 or ISO text. */
export function moment(value) {
  return new Date(typeof value === "number" ? value * 1000 : value);
}

function format(at, options) {
  return new Intl.DateTimeFormat(language() === "ru" ? "ru" : "en-GB", { timeZone: zone, ...options }).format(at);
}

export const timeOf = (at) => format(at, { hour: "2-digit", minute: "2-digit" });
export const dayKey = (at) => new Intl.DateTimeFormat("sv", { timeZone: zone }).format(at);
export const fullDay = (at) => format(at, { weekday: "short", day: "numeric", month: "long" });
export const shortDay = (at) => format(at, { weekday: "short", day: "numeric", month: "short" }).replace(/\.$/, "");
export const separator = (at) => format(at, { day: "numeric", month: "long" });

const DAY = 86_400_000;

/** "today, 10:00", "tomorrow, 10:00" or "Wed 11 March, 10:00", seen from `now`. */
export function relative(at, now) {
  const key = dayKey(at);
  let day = fullDay(at);
  if (key === dayKey(now)) day = t("today");
  else if (key === dayKey(new Date(now.getTime() + DAY))) day = t("tomorrow");
  return `${day}, ${timeOf(at)}`;
}

function offsetMinutes(name, at) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en", {
      timeZone: name, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    }).formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((wall - at.getTime()) / 60_000);
}

/** "МСК+2" for Russian readers, "UTC+5" for English ones. */
export function zoneLabel(at) {
  const base = language() === "ru" ? offsetMinutes("Europe/Moscow", at) : 0;
  const minutes = offsetMinutes(zone, at) - base;
  if (minutes === 0) return t("moscow");
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${t("moscow")}${minutes > 0 ? "+" : "−"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
