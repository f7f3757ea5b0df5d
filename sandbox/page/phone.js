// One phone: its header, the log of one chat, toasts and alerts. The typing box is in composer.js.

import { avatar, fullName, h, icon, iconButton } from "./dom.js";
import { Composer } from "./composer.js";
import { drawMessage } from "./message.js";
import { dayKey, moment, separator } from "./moments.js";
import { t } from "./strings.js";

const TYPING_MS = 5500;
const TOAST_MS = 4000;
const PENDING_MS = 4000;

export class Phone {
  /** `actions` are the acts a real client could do; the phone itself never calls the server. */
  constructor(person, bot, actions) {
    this.person = person;
    this.bot = bot;
    this.actions = actions;
    this.messages = new Map();
    this.more = false;
    this.stuck = true;
    this.node = h("section", { class: "phone", id: `phone-${person.id}`, "data-person": String(person.id) });
    this.node.addEventListener("focusin", () => actions.focused(this));
    this.composer = new Composer(this);
    this.draw();
  }

  get who() {
    return this.person.label || fullName(this.person);
  }

  /** Builds everything anew: at the start and when the language of the page changes. */
  draw() {
    const draft = this.composer.text;
    this.title = h("h2", { id: `title-${this.person.id}` });
    this.subtitle = h("p", { class: "phone-subtitle" });
    this.hint = h("p", { class: "phone-hint" });
    this.picture = h("span", {});
    this.header = h("header", { class: "phone-header" },
      this.picture, h("div", { class: "phone-names" }, this.title, this.subtitle),
      iconButton("more", t("phoneMenu", { who: this.who }), (event) => this.actions.phoneMenu(this, event.currentTarget), { "aria-haspopup": "menu" }));
    this.log = h("div", { class: "log", role: "log", tabindex: "0", "aria-label": t("chatWith", { who: this.who }), "aria-live": "off" });
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    // A picture that arrives late or a keyboard that opens below must not push the newest message out of sight.
    this.log.addEventListener("load", () => this.stick(), true);
    this.sizes?.disconnect();
    this.sizes = new ResizeObserver(() => this.stick());
    this.sizes.observe(this.log);
    this.log.addEventListener("click", (event) => this.linkClicked(event));
    this.log.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.composer.focus();
    });
    this.jump = iconButton("down", t("newBelow"), () => this.toBottom(true), { class: "jump", hidden: true });
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.node.setAttribute("aria-labelledby", this.title.id);
    this.node.replaceChildren(h("div", {}, this.header, this.hint), h("div", { class: "chat" }, this.log, this.jump, this.toasts), this.composer.draw(draft));
    this.update(this.person);
    this.redrawLog();
  }

  update(person) {
    this.person = person;
    this.title.textContent = this.who;
    this.picture.replaceChildren(avatar(person));
    this.node.classList.toggle("blocked", person.blocked);
    this.showStatus();
    if (this.messages.size === 0) this.redrawLog();
    this.composer.update();
  }

  showStatus() {
    const { person } = this;
    if (this.isTyping) {
      this.subtitle.replaceChildren(h("span", { class: "typing" }, `${t("bot")} ${t("typing")}`, h("i"), h("i"), h("i")));
      return;
    }
    const name = fullName(person);
    const state = person.blocked ? t("blockedState") : !person.started ? t("notStarted") : null;
    const detail = state || (person.username ? `@${person.username}` : null);
    this.subtitle.replaceChildren(this.who === name ? detail || name : [name, detail].filter(Boolean).join(" · "));
    // In an empty chat the note stands in its middle.
    this.hint.hidden = !person.note || !person.started;
    this.hint.textContent = person.note || "";
  }

  setMessages(list, more) {
    this.messages = new Map(list.filter((message) => !message.deleted).map((message) => [message.id, message]));
    this.more = more;
    this.redrawLog();
    this.composer.update();
    this.toBottom();
  }

  addOlder(list, more) {
    const height = this.log.scrollHeight;
    this.messages = new Map([...list.filter((message) => !message.deleted).map((message) => [message.id, message]), ...this.messages]);
    this.more = more;
    this.redrawLog();
    this.log.scrollTop = this.log.scrollHeight - height;
  }

  redrawLog() {
    this.log.setAttribute("aria-busy", "true");
    this.log.replaceChildren();
    if (this.messages.size === 0) this.log.append(this.emptyState());
    if (this.more) this.log.append(h("button", { class: "older", onclick: () => this.actions.older(this) }, t("older")));
    this.lastDrawn = null;
    for (const message of this.messages.values()) this.append(message);
    this.log.setAttribute("aria-busy", "false");
  }

  emptyState() {
    const { person, bot } = this;
    return h("div", { class: "empty" },
      h("span", { class: "empty-mark", "aria-hidden": "true" }, icon("link")),
      h("p", { class: "empty-title" }, bot.name || `@${bot.username}`),
      h("p", {}, person.note || bot.description || t("emptyText")),
      (person.note || bot.description) && !person.started ? h("p", { class: "empty-small" }, t("emptyText")) : null,
      person.links?.length ? h("div", { class: "empty-links", role: "group", "aria-label": t("suggested") },
        person.links.map((link) => h("button", {
          class: "empty-link", "aria-label": t("openLink", { label: link.label }),
          onclick: () => this.actions.start(this, link.payload),
        }, icon("link"), h("span", {}, link.label)))) : null);
  }

  drawOne(message) {
    const quote = this.messages.get(message.reply_to)?.text;
    return drawMessage({ ...message, who: this.person.first_name, quote }, {
      press: (...args) => this.press(...args),
      say: (text) => this.actions.say(this, text),
      types: (words) => this.composer.write(`@${this.bot.username} ${words}`),
      openPhoto: this.actions.openPhoto,
      isDeepLink: this.actions.isDeepLink,
    });
  }

  append(message) {
    const at = moment(message.date);
    const previous = this.lastDrawn;
    if (!previous || dayKey(moment(previous.date)) !== dayKey(at)) {
      this.log.append(h("p", { class: "day" }, h("span", {}, separator(at))));
    }
    const node = this.drawOne(message);
    if (previous && previous.from === message.from) node.classList.add("same");
    this.log.append(node);
    this.lastDrawn = message;
  }

  find(id) {
    return this.log.querySelector(`.message[data-id="${id}"]`);
  }

  /** A new message, or a new state of one that is already here. */
  put(message) {
    const known = this.messages.has(message.id);
    const stick = this.stuck || message.from === "user";
    if (this.messages.size === 0) this.log.replaceChildren();
    this.messages.set(message.id, message);
    if (known) this.replace(message);
    else this.append(message);
    if (message.from === "bot") this.setTyping(false);
    this.settle();
    this.composer.update();
    if (stick) this.toBottom();
    else if (!known) this.jump.hidden = false;
  }

  /** Redraws in place and keeps the focus on the button with the same position, if the focus was inside. */
  replace(message) {
    const old = this.find(message.id);
    const buttons = (node) => [...node.querySelectorAll("button, a")];
    const index = buttons(old).indexOf(document.activeElement);
    const node = this.drawOne(message);
    if (old.classList.contains("same")) node.classList.add("same");
    old.replaceWith(node);
    if (index >= 0) (buttons(node)[Math.min(index, buttons(node).length - 1)] || node).focus();
  }

  remove(id) {
    this.messages.delete(id);
    const node = this.find(id);
    if (node?.contains(document.activeElement)) this.composer.focus();
    if (node) this.redrawLog();
    this.composer.update();
  }

  async press(message, button, key) {
    key.classList.add("pending");
    key.setAttribute("aria-busy", "true");
    clearTimeout(this.pendingTimer);
    this.pendingTimer = setTimeout(() => this.settle(), PENDING_MS);
    await this.actions.press(this, message, button.data);
  }

  /** The bot has reacted (or nobody waits any longer): pressed buttons rest. */
  settle() {
    for (const key of this.log.querySelectorAll(".pending")) {
      key.classList.remove("pending");
      key.removeAttribute("aria-busy");
    }
  }

  setTyping(on) {
    clearTimeout(this.typingTimer);
    this.isTyping = on;
    if (on) this.typingTimer = setTimeout(() => this.setTyping(false), TYPING_MS);
    this.showStatus();
  }

  toast(text, kind = "") {
    this.settle();
    const node = h("p", { class: `toast ${kind}` }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MS + text.length * 30);
  }

  alert(text) {
    this.settle();
    const before = document.activeElement;
    const ok = h("button", { class: "button primary" }, t("ok"));
    const cover = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": text },
      h("div", { class: "alert-card" }, h("p", {}, text), ok));
    const close = () => {
      cover.remove();
      if (this.node.contains(before)) before.focus();
    };
    ok.addEventListener("click", close);
    cover.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Tab") event.preventDefault();
    });
    this.node.append(cover);
    if (this.node.contains(before)) ok.focus();
  }

  linkClicked(event) {
    const link = event.target.closest("a[href]");
    if (!link || link.classList.contains("document")) return;
    event.preventDefault();
    this.actions.openLink(this, link.getAttribute("href"), link);
  }

  get atBottom() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
  }

  toBottom(smooth = false) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.stuck = true;
    this.jump.hidden = true;
  }

  stick() {
    if (this.stuck) this.log.scrollTop = this.log.scrollHeight;
  }

  scrolled() {
    this.stuck = this.atBottom;
    if (this.stuck) this.jump.hidden = true;
  }

  /** Only the phone in use reads its new messages aloud; of the others the page says just that there is one. */
  setActive(active) {
    this.node.classList.toggle("active", active);
    this.log.setAttribute("aria-live", active ? "polite" : "off");
  }

  focusLatestKeys() {
    const keys = [...this.log.querySelectorAll(".keys")].pop();
    keys?.querySelector("button, a")?.focus();
  }
}
