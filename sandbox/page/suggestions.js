// The commands that fit what is being typed, above the typing box: "/me" offers "/menu".

import { h } from "./dom.js";
import { t } from "./strings.js";

export class Suggestions {
  /** `commands` gives the list of the moment, `choose` sends one, `offered` takes a result, `back` returns to the typing box. */
  constructor({ commands, choose, back, offered }) {
    Object.assign(this, { commands, choose, back, offered });
    this.node = h("div", { class: "suggestions", role: "group", hidden: true, onkeydown: (event) => this.walk(event) });
  }

  get open() {
    return !this.node.hidden;
  }

  show(text) {
    const fitting = /^\/\w*$/.test(text) ? this.commands().filter(({ command }) => `/${command}`.startsWith(text)) : [];
    this.node.setAttribute("aria-label", t("commands"));
    this.node.hidden = fitting.length === 0;
    this.node.replaceChildren(...fitting.map(({ command, description }) => h("button",
      { class: "suggestion", onclick: () => this.choose(`/${command}`) },
      h("span", { class: "suggestion-command" }, `/${command}`), h("span", {}, description))));
  }

  /** People and whatever else the bot has found for what is typed after its name. */
  offer(query, results) {
    this.node.setAttribute("aria-label", t("found"));
    this.node.hidden = false;
    this.node.replaceChildren(...(results.length ? results.map(({ id, title, description }) => h("button",
      { class: "suggestion offered", onclick: () => this.offered(query, id) },
      h("span", { class: "suggestion-command" }, title), description ? h("span", {}, description) : null))
      : [h("p", { class: "suggestion", role: "status" }, t("nothingFound"))]));
  }

  close() {
    this.show("");
  }

  enter() {
    this.node.querySelector("button:last-of-type")?.focus();
  }

  walk(event) {
    const here = document.activeElement;
    const next = { ArrowUp: here.previousElementSibling, ArrowDown: here.nextElementSibling }[event.key];
    if (next) next.focus();
    else if (event.key === "ArrowDown" || event.key === "Escape") this.back();
    else if (event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
  }
}
