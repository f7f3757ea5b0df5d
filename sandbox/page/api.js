// Talks to the server: one function for each act, and a feed of events that notices when it was cut.

import { t } from "./strings.js";

export class Refused extends Error {}

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch {
    throw new Refused(t("unreachable"));
  }
  const text = await response.text();
  const answer = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : {};
  if (!response.ok) throw new Refused(answer.error || `${response.status} ${response.statusText}`);
  return answer;
}

export const api = {
  state: () => call("GET", "state"),
  chat: (user, { before, limit = 50 } = {}) =>
    call("GET", `chat/${user}?limit=${limit}${before ? `&before=${before}` : ""}`),
  say: (user, text) => call("POST", "say", { user, text }),
  start: (user, payload) => call("POST", "start", payload ? { user, payload } : { user }),
  press: (user, message, data) => call("POST", "press", { user, message, data }),
  inline: (user, words) => call("POST", "inline", { user, words }),
  choose: (user, query, result) => call("POST", "choose", { user, query, result }),
  block: (user, blocked) => call("POST", "block", { user, blocked }),
  addPerson: (person) => call("POST", "people", person),
  journal: () => call("GET", "journal?after=0"),
  advance: (seconds) => call("POST", "clock", { advance: seconds }),
  toNext: () => call("POST", "clock", { to: "next" }),
  reset: () => call("POST", "reset", {}),
  upload(user, file, kind) {
    const form = new FormData();
    form.append("user", String(user));
    form.append("kind", kind);
    form.append("file", file, file.name);
    return call("POST", "upload", form);
  },
};

/**
 * Follows the events after number N. When the line is cut or a number is missing it does not guess:
 * it calls `resync`, which reads everything again and opens the feed anew.
 */
export class Feed {
  constructor({ onEvent, onLost, resync }) {
    Object.assign(this, { onEvent, onLost, resync, source: null, last: 0, failures: 0, timer: null });
  }

  open(after) {
    this.close();
    this.last = after;
    const source = new EventSource(`/sandbox/events?after=${after}`);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
    };
    source.onmessage = (event) => {
      const number = Number(event.lastEventId);
      if (number <= this.last) return;
      if (number > this.last + 1) {
        this.again(0);
        return;
      }
      this.last = number;
      this.onEvent(JSON.parse(event.data));
    };
    source.onerror = () => {
      this.onLost();
      this.again();
    };
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  again(wait = Math.min(8000, 500 * 2 ** this.failures)) {
    this.close();
    this.failures += 1;
    this.timer = setTimeout(() => this.resync(), wait);
  }
}
