// The phones side by side (or one at a time on a narrow screen) and what a person may do on each.

import { api } from "./api.js";
import { avatar, fullName } from "./dom.js";
import { deepLink } from "./links.js";
import { fill, leadIcon, openMenu, showPhoto } from "./overlays.js";
import { Phone } from "./phone.js";
import { Strip } from "./strip.js";
import { language, t } from "./strings.js";

const PAGE = 50;
// ?phones=Куратор,Мама Лены shows these phones first and no others, until more are opened.
const ASKED = new URLSearchParams(location.search).get("phones")?.split(",");
const narrow = matchMedia("(max-width: 719px)");

export class Stage {
  constructor(app) {
    this.app = app;
    this.node = document.getElementById("stage");
    this.phones = new Map();
    this.unread = new Map();
    this.opened = new Set();
    this.closed = new Set();
    this.active = null;
    this.strip = new Strip(document.getElementById("strip"), {
      choose: (id) => this.choose(id), add: (anchor) => this.addMenu(anchor),
    });
    this.inView = new IntersectionObserver((entries) => this.viewChanged(entries), { root: this.node, threshold: 0.6 });
    const attempt = (act) => (phone, ...args) => app.attempt(() => act(phone.person.id, ...args), phone);
    this.actions = {
      say: attempt(api.say),
      start: attempt(api.start),
      block: attempt(api.block),
      press: attempt((id, message, data) => api.press(id, message.id, data)),
      inline: attempt(api.inline),
      choose: attempt(api.choose),
      upload: attempt((id, file) => api.upload(id, file, file.type.startsWith("image/") ? "photo" : "document")),
      older: (phone) => this.older(phone),
      openPhoto: showPhoto,
      isDeepLink: (href) => deepLink(href, app.bot.username) !== null,
      openLink: (phone, href, anchor) => this.openLink(phone, href, anchor),
      phoneMenu: (phone, anchor) => this.phoneMenu(phone, anchor),
      focused: (phone) => this.setActive(phone.person.id),
    };
  }

  shown(people) {
    const place = (person) => ASKED.indexOf(person.label);
    const isShown = (person) => (ASKED ? place(person) >= 0 : person.phone) || this.opened.has(person.id);
    const shown = people.filter((person) => !this.closed.has(person.id) && isShown(person));
    return ASKED ? shown.sort((one, other) => (place(one) >>> 0) - (place(other) >>> 0)) : shown;
  }

  /** Shows these people. Chats are read anew unless `keep` says that the feed has kept them current. */
  async set(people, { keep = false } = {}) {
    const shown = this.shown(people);
    const ids = new Set(shown.map(({ id }) => id));
    for (const [id, phone] of this.phones) {
      if (ids.has(id)) continue;
      this.inView.unobserve(phone.node);
      phone.node.remove();
      this.phones.delete(id);
    }
    const reading = [];
    for (const person of shown) {
      const known = this.phones.get(person.id);
      if (known) {
        known.bot = this.app.bot;
        known.update(person);
      } else this.open(person);
      if (!known || !keep) reading.push(this.read(this.phones.get(person.id)));
    }
    this.strip.draw(shown);
    for (const { id } of shown) this.showUnread(id);
    if (!ids.has(this.active)) this.active = shown[0]?.id ?? null;
    if (this.active !== null) this.setActive(this.active);
    await Promise.all(reading);
  }

  open(person) {
    const phone = new Phone(person, this.app.bot, this.actions);
    this.phones.set(person.id, phone);
    this.node.append(phone.node);
    this.inView.observe(phone.node);
  }

  async read(phone) {
    const { messages } = await api.chat(phone.person.id, { limit: PAGE });
    phone.setMessages(messages, messages.length === PAGE);
  }

  async older(phone) {
    const [first] = phone.messages.keys();
    const answer = await this.app.attempt(() => api.chat(phone.person.id, { before: first, limit: PAGE }), phone);
    if (answer) phone.addOlder(answer.messages, answer.messages.length === PAGE);
  }

  redraw() {
    for (const phone of this.phones.values()) phone.draw();
    for (const phone of this.phones.values()) phone.setActive(phone.person.id === this.active);
  }

  message(id, message) {
    const phone = this.phones.get(id);
    if (!phone) return;
    const fresh = !phone.messages.has(message.id);
    phone.put(message);
    if (!fresh || message.from !== "bot" || id === this.active) return;
    this.app.announce(t("newMessage", { who: phone.who }));
    if (phone.visible && !narrow.matches) return;
    this.unread.set(id, (this.unread.get(id) || 0) + 1);
    this.showUnread(id);
  }

  showUnread(id) {
    this.strip.setUnread(id, this.unread.get(id) || 0);
  }

  viewChanged(entries) {
    for (const { target, isIntersecting } of entries) {
      const phone = this.phones.get(Number(target.dataset.person));
      if (!phone) continue;
      phone.visible = isIntersecting;
      this.strip.setVisible(phone.person.id, isIntersecting);
      if (isIntersecting) this.seen(phone.person.id);
    }
  }

  seen(id) {
    if (!this.unread.get(id)) return;
    this.unread.set(id, 0);
    this.showUnread(id);
  }

  setActive(id) {
    this.active = id;
    for (const phone of this.phones.values()) phone.setActive(phone.person.id === id);
    this.strip.setActive(id);
    if (narrow.matches) {
      this.seen(id);
      this.phones.get(id)?.toBottom();
    }
  }

  /** Brings a phone before the eyes and puts the focus into its typing box. */
  choose(id) {
    this.setActive(id);
    const phone = this.phones.get(id);
    phone.node.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
    // On a touch screen the focus would raise the keyboard over the chat that was just asked for.
    if (!matchMedia("(pointer: coarse)").matches) phone.composer.focus();
  }

  async show(id) {
    this.closed.delete(id);
    this.opened.add(id);
    await this.set([...this.app.people.values()], { keep: true });
    this.choose(id);
  }

  others() {
    return [...this.app.people.values()].filter(({ id }) => !this.phones.has(id));
  }

  personItem(person, act, note) {
    const name = fullName(person);
    return { label: person.label || name, note: note || (person.label ? name : person.note), lead: avatar(person), act };
  }

  addMenu(anchor) {
    const items = this.others().map((person) => this.personItem(person, () => this.show(person.id)));
    if (items.length) items.push("line");
    items.push({ label: t("newPerson"), lead: leadIcon("plus"), act: () => this.addPerson() });
    openMenu(anchor, items, { title: t("addPhone") });
  }

  async addPerson() {
    const person = await fill({
      title: t("newPersonTitle"), text: t("newPersonText"), yes: t("add"),
      fields: [
        { name: "first_name", label: t("firstName"), required: true },
        { name: "last_name", label: t("lastName") },
        { name: "label", label: t("caption"), value: t("stranger") },
        { name: "language_code", label: t("telegramLanguage"), options: language() === "ru" ? [["ru", t("russian")], ["en", t("english")]] : [["en", t("english")], ["ru", t("russian")]] },
      ],
    });
    if (!person) return null;
    const answer = await this.app.attempt(() => api.addPerson(person));
    if (!answer) return null;
    this.opened.add(answer.id);
    if (!this.app.people.has(answer.id)) this.app.people.set(answer.id, { links: [], ...answer, ...person, phone: true });
    await this.show(answer.id);
    return answer.id;
  }

  openLink(phone, href, anchor) {
    const payload = deepLink(href, this.app.bot.username);
    if (payload === null) {
      window.open(href, "_blank", "noopener,noreferrer");
      return;
    }
    const openAs = async (id) => {
      if (!this.phones.has(id)) await this.show(id);
      const target = this.phones.get(id);
      this.choose(id);
      await this.actions.start(target, payload);
    };
    const here = phone.person;
    const items = [...this.phones.values()].filter((other) => other !== phone).map(({ person }) => this.personItem(person, () => openAs(person.id)));
    items.push(this.personItem(here, () => openAs(here.id), t("thisPhone")), "line");
    items.push({
      label: t("newPerson"), lead: leadIcon("plus"), act: async () => {
        const id = await this.addPerson();
        if (id !== null) await openAs(id);
      },
    });
    items.push({
      label: t("copyLink"), lead: leadIcon("copy"), act: async () => {
        await navigator.clipboard.writeText(href);
        phone.toast(t("copied"));
      },
    });
    openMenu(anchor, items, { title: t("openAs") });
  }

  phoneMenu(phone, anchor) {
    const { person } = phone;
    const items = (person.links || []).map((link) => ({
      label: link.label, note: t("openLink", { label: link.payload }), lead: leadIcon("link"), act: () => this.actions.start(phone, link.payload),
    }));
    if (items.length) items.push("line");
    if (person.started || person.blocked) {
      items.push({
        label: person.blocked ? t("unblock") : t("block"), lead: leadIcon("block"), danger: !person.blocked,
        act: () => this.actions.block(phone, !person.blocked),
      });
    }
    items.push({ label: t("hidePhone"), lead: leadIcon("close"), act: () => this.hide(person.id) });
    openMenu(anchor, items, { title: fullName(person) });
  }

  async hide(id) {
    this.closed.add(id);
    this.opened.delete(id);
    await this.set([...this.app.people.values()], { keep: true });
    this.strip.plus.focus();
  }
}
