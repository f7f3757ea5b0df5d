// The row of people: tabs on a narrow screen, a way to find and open phones on a wide one.

import { avatar, fullName, h, icon } from "./dom.js";
import { t } from "./strings.js";

export class Strip {
  constructor(node, { choose, add }) {
    this.node = node;
    this.choose = choose;
    this.add = add;
    this.tabs = new Map();
    this.list = h("div", { class: "tabs" });
    this.node.append(this.list);
    this.plus = null;
  }

  draw(people) {
    this.node.setAttribute("aria-label", t("phones"));
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    this.tabs.clear();
    for (const person of people) {
      const badge = h("span", { class: "badge", hidden: true });
      const tab = h("button", { class: "tab", "data-person": String(person.id), onclick: () => this.choose(person.id) },
        h("span", { class: "tab-picture" }, avatar(person), badge),
        h("span", { class: "tab-names" }, h("span", { class: "tab-label" }, person.label || fullName(person)),
          h("span", { class: "tab-note" }, person.label && person.label !== person.first_name ? person.first_name : "")));
      this.tabs.set(person.id, { tab, badge });
    }
    this.plus = h("button", { class: "tab tab-add", "aria-haspopup": "menu", "aria-label": t("addPhone"), title: t("addPhone"), onclick: (event) => this.add(event.currentTarget) },
      h("span", { class: "tab-picture" }, h("span", { class: "avatar avatar-add" }, icon("plus"))),
      h("span", { class: "tab-names" }, h("span", { class: "tab-label wide-only" }, t("addPhone")), h("span", { class: "tab-label narrow-only" }, t("addShort"))));
    this.list.replaceChildren(...[...this.tabs.values()].map(({ tab }) => tab), this.plus);
    if (focused) this.tabs.get(Number(focused))?.tab.focus();
  }

  setActive(id) {
    for (const [key, { tab }] of this.tabs) {
      if (key === id) {
        tab.setAttribute("aria-current", "true");
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else tab.removeAttribute("aria-current");
    }
  }

  setVisible(id, visible) {
    this.tabs.get(id)?.tab.classList.toggle("visible", visible);
  }

  setUnread(id, count) {
    const entry = this.tabs.get(id);
    if (!entry) return;
    entry.badge.hidden = count === 0;
    entry.badge.replaceChildren();
    if (count > 0) entry.badge.append(h("span", { "aria-hidden": "true" }, count > 99 ? "99+" : String(count)), h("span", { class: "sr-only" }, t("unread", { n: count })));
  }
}
