// The foot of a phone: the typing box with commands, files and the bot's keyboard, or the Start button.

import { h, icon, iconButton } from "./dom.js";
import { openMenu } from "./overlays.js";
import { Suggestions } from "./suggestions.js";
import { t } from "./strings.js";

const ASK_MS = 250;
const MAX_UPLOAD = 50 * 1024 * 1024;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.keysHidden = false;
    this.suggestions = new Suggestions({
      commands: () => this.commandList,
      choose: (command) => {
        this.box.value = command;
        this.send();
      },
      back: () => this.focus(),
      offered: (query, result) => {
        this.write("");
        return this.phone.actions.choose(this.phone, query, result);
      },
    });
  }

  get text() {
    return this.box?.value || "";
  }

  draw(draft = "") {
    const { phone } = this;
    this.box = h("textarea", {
      rows: "1", value: draft, placeholder: t("writeHere"), "aria-label": t("writeAs", { who: phone.who }),
      oninput: () => this.typed(), onkeydown: (event) => this.keydown(event),
    });
    this.file = h("input", { type: "file", class: "sr-only", tabindex: "-1", "aria-hidden": "true", onchange: () => this.upload() });
    this.commands = h("button", {
      class: "icon-button", "aria-label": t("commands"), title: t("commands"), "aria-haspopup": "menu", onclick: () => this.openCommands(),
    }, icon("menu"));
    this.toggle = iconButton("keys", t("replyKeyboard"), () => {
      this.keysHidden = !this.keysHidden;
      this.update();
    });
    this.sendButton = iconButton("send", t("send"), () => this.send(), { class: "send" });
    this.keys = h("div", { class: "reply-keys", role: "group", "aria-label": t("replyKeyboard") });
    this.form = h("div", { class: "composer-row" }, this.commands,
      h("div", { class: "composer-box" }, this.box, this.toggle,
        iconButton("attach", t("attach"), () => this.file.click()), this.file),
      this.sendButton);
    this.wide = h("button", { class: "composer-wide", onclick: () => this.wideClicked() });
    this.node = h("footer", { class: "composer" }, this.suggestions.node, this.form, this.keys, this.wide);
    return this.node;
  }

  /** The menu may differ by the person's language and by the chat. */
  get commandList() {
    return this.phone.person.commands || this.phone.bot.commands;
  }

  get replyKeyboard() {
    for (const message of [...this.phone.messages.values()].reverse()) {
      if (message.from !== "bot" || !message.reply_keyboard) continue;
      return message.reply_keyboard === "remove" ? null : message.reply_keyboard;
    }
    return null;
  }

  update() {
    if (!this.node) return;
    const { person } = this.phone;
    const closed = person.blocked || !person.started;
    const hadFocus = this.node.contains(document.activeElement);
    const rows = closed ? null : this.replyKeyboard;
    this.form.hidden = closed;
    this.wide.hidden = !closed;
    this.wide.textContent = person.blocked ? t("unblock") : t("start");
    this.toggle.hidden = !rows;
    this.toggle.setAttribute("aria-pressed", String(Boolean(rows) && !this.keysHidden));
    this.keys.hidden = !rows || this.keysHidden;
    this.keys.replaceChildren(...(rows || []).map((row) => h("div", { class: "keys-row" },
      row.map((button) => h("button", { class: "reply-key", onclick: () => this.phone.actions.say(this.phone, button.text) }, button.text)))));
    // What was pressed may be gone now; a keyboard user goes on in the same place.
    if (hadFocus && !this.node.contains(document.activeElement)) this.focus();
  }

  wideClicked() {
    if (this.phone.person.blocked) this.phone.actions.block(this.phone, false);
    else this.phone.actions.start(this.phone, "");
  }

  focus() {
    (this.form.hidden ? this.wide : this.box).focus({ preventScroll: true });
  }

  typed() {
    this.grow();
    clearTimeout(this.asking);
    const words = this.afterName();
    if (words === null) this.suggestions.show(this.box.value);
    else this.asking = setTimeout(() => this.phone.actions.inline(this.phone, words), ASK_MS);
  }

  /** What stands after "@bot " when the bot answers there; null for anything else. */
  afterName() {
    const { bot } = this.phone;
    const name = `@${bot.username} `;
    const text = this.box.value;
    return bot.inline && text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length).slice(0, 256) : null;
  }

  /** What the bot offers for the words; not shown when something else has been typed since. */
  offer({ query, words, results }) {
    if (this.afterName() === words) this.suggestions.offer(query, results);
  }

  /** Puts words into the box, as if they had been typed. */
  write(text) {
    this.box.value = text;
    this.typed();
    this.focus();
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 132)}px`;
    this.sendButton.classList.toggle("ready", this.box.value.trim() !== "");
  }

  keydown(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" && this.suggestions.open) {
      event.preventDefault();
      this.suggestions.enter();
    } else if (event.key === "ArrowUp" && this.box.value === "") {
      event.preventDefault();
      this.phone.focusLatestKeys();
    } else if (event.key === "Escape") this.suggestions.close();
  }

  async send() {
    const text = this.box.value;
    if (text.trim() === "") return;
    this.box.value = "";
    this.typed();
    this.box.focus();
    const sent = await this.phone.actions.say(this.phone, text);
    if (!sent && this.box.value === "") this.box.value = text;
    this.grow();
  }

  async upload() {
    const [file] = this.file.files;
    this.file.value = "";
    if (!file) return;
    if (file.size > MAX_UPLOAD) this.phone.toast(t("failed", { why: t("fileTooBig") }), "error");
    else await this.phone.actions.upload(this.phone, file);
  }

  openCommands() {
    const items = this.commandList.map(({ command, description }) => ({
      label: `/${command}`, note: description, act: () => this.phone.actions.say(this.phone, `/${command}`),
    }));
    if (!items.length) items.push({ label: t("noCommands"), disabled: true });
    openMenu(this.commands, items, { title: t("commands") });
  }
}
