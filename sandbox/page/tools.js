// The tools at the end of the top bar: language, theme, keyboard help, and starting everything over.

import { h, icon, iconButton } from "./dom.js";
import { confirm, leadIcon, openMenu, tell } from "./overlays.js";
import { language, t } from "./strings.js";

const THEMES = [["auto", "auto", "themeAuto"], ["light", "sun", "themeLight"], ["dark", "moon", "themeDark"]];

export class Tools {
  constructor(app) {
    this.app = app;
    this.node = h("div", { class: "tools", role: "group" });
    this.messages = h("div", { class: "page-toasts", role: "status" });
    document.body.append(this.messages);
    this.draw();
  }

  get theme() {
    return THEMES.findIndex(([name]) => name === document.documentElement.dataset.theme);
  }

  draw() {
    const [, picture, name] = THEMES[this.theme];
    this.node.setAttribute("aria-label", t("tools"));
    this.node.replaceChildren(
      h("button", { class: "icon-button wide-only language", lang: language() === "ru" ? "en" : "ru", "aria-label": t("language"), title: t("language"), onclick: () => this.otherLanguage() }, t("languageCode")),
      iconButton(picture, t("theme", { name: t(name) }), () => this.nextTheme(), { class: "wide-only theme" }),
      iconButton("help", t("keyboardHelp"), () => this.help(), { class: "wide-only" }),
      h("button", { class: "button reset wide-only", onclick: () => this.askReset() }, icon("reset"), t("reset")),
      iconButton("more", t("more"), (event) => this.menu(event.currentTarget), { class: "narrow-only", "aria-haspopup": "menu" }),
    );
  }

  otherLanguage() {
    this.app.setLanguage(language() === "ru" ? "en" : "ru");
    this.node.querySelector(".language").focus();
  }

  nextTheme() {
    const [name] = THEMES[(this.theme + 1) % THEMES.length];
    document.documentElement.dataset.theme = name;
    localStorage.setItem("theme", name);
    this.draw();
    this.node.querySelector(".theme").focus();
  }

  help() {
    tell({ title: t("keyboardHelp"), text: t("keyboardHelpText") });
  }

  async askReset() {
    const yes = await confirm({ title: t("resetTitle"), text: t("resetText"), yes: t("resetYes"), danger: true });
    if (yes) await this.app.reset();
  }

  menu(anchor) {
    const [, picture, name] = THEMES[this.theme];
    openMenu(anchor, [
      { label: t("journal"), lead: leadIcon("menu"), act: () => this.app.journal.toggle() },
      { label: t("language"), lead: leadIcon("help"), act: () => this.otherLanguage() },
      { label: t("theme", { name: t(name) }), lead: leadIcon(picture), act: () => this.nextTheme() },
      "line",
      { label: t("reset"), lead: leadIcon("reset"), danger: true, act: () => this.askReset() },
    ], { title: t("more") });
  }

  toast(text) {
    const node = h("p", { class: "toast error" }, text);
    this.messages.append(node);
    setTimeout(() => node.remove(), 6000);
  }
}
