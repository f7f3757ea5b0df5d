// The page: joins the server's events, the phones, the clock bar and the call log.

import { api, Feed, Refused } from "./api.js";
import { ClockBar } from "./clock.js";
import { fullName, h } from "./dom.js";
import { Journal } from "./journal.js";
import { moment, relative, setZone } from "./moments.js";
import { curtain } from "./overlays.js";
import { Stage } from "./stage.js";
import { language, setLanguage, t } from "./strings.js";
import { Tools } from "./tools.js";

const CLOCK_MS = 20_000;
const announcer = document.getElementById("announcer");

class App {
  constructor() {
    this.bot = { username: "", name: "", commands: [] };
    this.people = new Map();
    this.stage = new Stage(this);
    this.clock = new ClockBar((by) => this.jump(by));
    this.journal = new Journal(document.getElementById("journal"), (id) => this.nameOf(id));
    this.tools = new Tools(this);
    this.brand = h("div", { class: "brand" });
    this.offline = h("p", { class: "offline", role: "status" });
    document.getElementById("top").append(this.brand, this.clock.node, this.tools.node, this.offline);
    this.feed = new Feed({
      onEvent: (event) => this.happened(event),
      onLost: () => { this.offline.textContent = t("lost"); },
      resync: () => this.sync(),
    });
    this.drawWords();
    setInterval(() => this.readClock(), CLOCK_MS); // the programme's clock may go on by itself
    window.addEventListener("pagehide", () => this.feed.close());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.sync(); // back from the history: the feed was closed meanwhile
    });
  }

  nameOf(id) {
    const person = this.people.get(id);
    return person ? person.label || fullName(person) : String(id);
  }

  drawWords() {
    document.documentElement.lang = language();
    document.title = t("title");
    document.querySelector("[data-t=skip]").textContent = t("skip");
    this.brand.replaceChildren(h("img", { src: "icon.svg", alt: "", width: 30, height: 30 }),
      h("h1", {}, t("brand"), " ", h("span", {}, t("sandbox"))));
  }

  setLanguage(code) {
    setLanguage(code);
    this.drawWords();
    this.clock.draw();
    this.journal.draw();
    this.tools.draw();
    this.stage.redraw();
    this.sync();
  }

  /** Reads everything anew: at the start, after a reset, and after a cut line. One at a time. */
  async sync() {
    if (this.syncing) {
      this.syncAgain = true;
      return this.syncing;
    }
    this.syncing = this.readAndFollow();
    await this.syncing;
    this.syncing = null;
    if (!this.syncAgain) return null;
    this.syncAgain = false;
    return this.sync();
  }

  async readAndFollow() {
    this.feed.close();
    let last;
    try {
      last = await this.readAll();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.offline.textContent = t("lost");
      this.feed.again();
      return;
    }
    this.offline.textContent = "";
    this.feed.open(last);
    if (this.lift) document.body.removeAttribute("data-ready");
    else document.body.dataset.ready = "yes";
  }

  async readAll() {
    const state = await api.state();
    this.bot = state.bot;
    if (state.preparing) {
      this.lift ??= curtain(t("preparing")); // a "reset" event says when everything is there
      return state.last_event;
    }
    this.lift?.();
    this.lift = null;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.clock.show(state.clock);
    await this.stage.set(state.people);
    this.journal.set(await api.journal(), state.limits);
    return state.last_event;
  }

  /** Somebody is new or has changed. Many may come at once (a seed), so the phones follow a moment later. */
  personChanged({ person }) {
    this.people.set(person.id, { ...this.people.get(person.id), ...person });
    this.peopleSoon ??= setTimeout(() => {
      this.peopleSoon = null;
      this.attempt(() => this.stage.set([...this.people.values()], { keep: true }));
    }, 20);
  }

  happened(event) {
    if (this.lift && event.type !== "reset") return;
    const kinds = {
      message: () => this.written(event),
      edit: () => this.written(event),
      inline: () => this.stage.phones.get(event.user)?.composer.offer(event),
      delete: () => this.stage.phones.get(event.user)?.remove(event.id ?? event.message),
      typing: () => this.stage.phones.get(event.user)?.setTyping(true),
      toast: () => this.stage.phones.get(event.user)?.toast(event.text),
      alert: () => this.stage.phones.get(event.user)?.alert(event.text),
      call: () => this.called(event),
      people: () => this.personChanged(event),
      clock: () => this.clock.show({ ...this.clock.view, ...event }),
      reset: () => this.sync(),
    };
    kinds[event.type]?.();
  }

  written(message) {
    this.stage.message(message.user, message);
    // What people do changes what is due next, and no event says so.
    clearTimeout(this.clockSoon);
    this.clockSoon = setTimeout(() => this.readClock(), 1000);
  }

  async readClock() {
    if (!this.clock.view || this.clock.busy || document.hidden || this.offline.textContent) return;
    await this.attempt(async () => this.clock.show((await api.state()).clock));
  }

  called(call) {
    this.journal.add(call);
    if (call.ok && /^(set|delete)(My|ChatMenu)/.test(call.method)) this.botChanged();
  }

  /** The bot has changed its name, its description or its commands. */
  botChanged() {
    this.botSoon ??= setTimeout(() => {
      this.botSoon = null;
      this.attempt(async () => {
        const state = await api.state();
        this.bot = state.bot;
        for (const person of state.people) this.people.set(person.id, person);
        await this.stage.set([...this.people.values()], { keep: true });
      });
    }, 100);
  }

  announce(text) {
    announcer.textContent = text;
  }

  /** Runs an act; a refusal is told on the phone it concerns (or to everybody) and false comes back. */
  async attempt(act, phone = null) {
    try {
      return (await act()) ?? true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const text = t("failed", { why: error.message });
      if (phone) phone.toast(text, "error");
      else this.tools.toast(text);
      return false;
    }
  }

  async jump(by) {
    const view = await this.attempt(() => (by === "next" ? api.toNext() : api.advance(by)));
    if (!view) return null;
    setZone(view.zone);
    this.announce(t("timeMoved", { at: relative(moment(view.now), new Date(0)) }));
    return view;
  }

  async reset() {
    const lift = curtain(t("resetting"));
    await this.attempt(() => api.reset());
    await this.sync();
    lift();
  }
}

new App().sync();
