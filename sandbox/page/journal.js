// The log of the bot's calls at the foot of the page: one line when closed, a table when open.

import { h, icon } from "./dom.js";
import { t } from "./strings.js";

const KEEP = 400; // rows in the table

// A bot that waits for news asks all day long: such calls are counted, and shown only when refused.
const worthShowing = (call) => !call.ok || call.method !== "getUpdates";

export class Journal {
  constructor(node, nameOf) {
    this.node = node;
    this.nameOf = nameOf;
    this.calls = [];
    this.total = 0;
    this.errors = 0;
    this.open = false;
    this.onlyErrors = false;
    this.draw();
  }

  draw() {
    this.node.setAttribute("aria-label", t("journal"));
    this.counts = h("span", { class: "journal-counts" });
    this.latest = h("span", { class: "journal-latest" });
    this.bar = h("button", { class: "journal-bar", "aria-expanded": "false", "aria-controls": "journal-panel", onclick: () => this.toggle() },
      icon("up"), h("span", { class: "journal-title" }, t("journal")), this.counts, this.latest);
    this.limits = h("span", { class: "journal-limits" });
    this.body = h("tbody");
    this.nothing = h("p", { class: "journal-empty" });
    const filter = h("input", {
      type: "checkbox", checked: this.onlyErrors, onchange: (event) => {
        this.onlyErrors = event.target.checked;
        this.fillTable();
      },
    });
    const columns = ["columnNumber", "columnMethod", "columnChat", "columnResult", "columnMs"];
    this.scroller = h("div", { class: "journal-scroll", tabindex: "0", role: "region", "aria-label": t("journal") },
      h("table", {}, h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, t(name))))), this.body), this.nothing);
    this.panel = h("div", { class: "journal-panel", id: "journal-panel", hidden: true },
      h("div", { class: "journal-tools" }, h("label", {}, filter, t("onlyErrors")), this.limits), this.scroller);
    this.node.replaceChildren(this.bar, this.panel);
    this.toggle(this.open);
    this.count();
  }

  toggle(open = !this.open) {
    this.open = open;
    this.panel.hidden = !open;
    this.bar.setAttribute("aria-expanded", String(open));
    this.node.classList.toggle("open", open);
    if (open) this.fillTable();
  }

  /** What the server remembers: the latest calls, and exact counts of all. */
  set({ calls, last, errors }, limits) {
    this.calls = calls.filter(worthShowing).slice(-KEEP);
    this.total = last;
    this.errors = Object.values(errors).reduce((sum, count) => sum + count, 0);
    this.limits.textContent = t(limits === "off" ? "limitsOff" : "limitsReal");
    this.count();
    if (this.open) this.fillTable();
  }

  add(call) {
    this.total += 1;
    if (!call.ok) this.errors += 1;
    if (worthShowing(call)) this.calls.push(call);
    if (this.calls.length > KEEP) this.calls.shift();
    this.count();
    if (!this.open || !worthShowing(call) || (this.onlyErrors && call.ok)) return;
    const stick = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 40;
    this.body.append(this.row(call));
    if (this.body.childElementCount > KEEP) this.body.firstElementChild.remove();
    this.nothing.hidden = true;
    if (stick) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  count() {
    const failed = h("span", { class: this.errors ? "journal-failed" : "" }, t("errors", { n: this.errors }));
    this.counts.replaceChildren(h("span", {}, t("calls", { n: this.total })), failed);
    const last = this.calls[this.calls.length - 1];
    this.latest.textContent = last ? `${last.method} · ${this.result(last)}` : "";
    this.latest.classList.toggle("journal-failed", Boolean(last) && !last.ok);
  }

  result(call) {
    return call.ok ? "200" : `${call.code} ${call.description || ""}`.trim();
  }

  row(call) {
    return h("tr", { class: call.ok ? "" : "failed" },
      h("td", {}, call.id),
      h("td", {}, call.method), h("td", {}, call.chat ? this.nameOf(call.chat) : ""),
      h("td", {}, this.result(call)), h("td", { class: "number" }, Math.round(call.ms * 10) / 10));
  }

  fillTable() {
    const shown = this.onlyErrors ? this.calls.filter((call) => !call.ok) : this.calls;
    this.body.replaceChildren(...shown.map((call) => this.row(call)));
    this.nothing.hidden = shown.length > 0;
    this.nothing.textContent = t(this.onlyErrors ? "noErrors" : "noCalls");
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}
