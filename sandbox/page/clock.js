// The clock bar: what time it is in the programme, what is due next, and the jumps forward.

import { h, icon } from "./dom.js";
import { fullDay, moment, relative, setZone, shortDay, timeOf, zoneLabel } from "./moments.js";
import { t } from "./strings.js";

const HOUR = 3600;
const JUMPS = [["hour", HOUR], ["day", 24 * HOUR], ["week", 7 * 24 * HOUR]];

export class ClockBar {
  /** `jump` gets seconds or "next" and resolves when the programme has lived through them. */
  constructor(jump) {
    this.jump = jump;
    this.view = null;
    this.busy = false;
    this.node = h("section", { class: "clock" });
    this.draw();
  }

  draw() {
    this.node.setAttribute("aria-label", t("clock"));
    this.now = h("p", { class: "clock-now" });
    this.next = h("p", { class: "clock-next" });
    this.buttons = JUMPS.map(([name, seconds]) => h("button",
      { class: "jump-button", "aria-label": t(name), title: t(name), onclick: () => this.go(seconds) },
      h("span", { class: "jump-long" }, t(name)), h("span", { class: "jump-short" }, t(`${name}Short`))));
    this.nextButton = h("button",
      { class: "jump-button jump-next", "aria-label": t("toNextLong"), title: t("toNextLong"), onclick: () => this.go("next") },
      icon("next"), h("span", { class: "jump-long" }, t("toNext")));
    this.node.replaceChildren(
      h("div", { class: "clock-face" }, this.now, this.next),
      h("div", { class: "clock-jumps", role: "group", "aria-label": t("jumps") }, this.buttons, this.nextButton),
    );
    this.show(this.view);
  }

  show(view) {
    this.view = view;
    this.node.hidden = !view;
    setZone(view?.zone);
    if (!view) return;
    const now = moment(view.now);
    this.now.replaceChildren(
      h("span", { class: "wide-only" }, fullDay(now)),
      h("time", { datetime: now.toISOString() }, timeOf(now)),
    );
    if (this.busy) this.next.replaceChildren(h("span", { class: "spinner small" }), t("timeGoes"));
    else {
      const due = view.next ? t("nextAt", { at: relative(moment(view.next), now) }) : t("nothingNext");
      this.next.replaceChildren(h("span", { class: "narrow-only" }, shortDay(now)),
        h("span", { class: "clock-zone" }, zoneLabel(now)), h("span", { class: "clock-due" }, ` · ${due}`));
    }
    this.next.title = view.zone;
    this.node.classList.toggle("busy", this.busy);
    this.node.setAttribute("aria-busy", String(this.busy));
    for (const button of this.buttons) button.setAttribute("aria-disabled", String(this.busy));
    this.nextButton.setAttribute("aria-disabled", String(this.busy || !view.next));
  }

  /** aria-disabled and not `disabled`: the focus must stay on the button while time passes. */
  async go(by) {
    if (this.busy || (by === "next" && !this.view.next)) return;
    this.busy = true;
    this.show(this.view);
    const view = await this.jump(by);
    this.busy = false;
    this.show(view || this.view);
  }
}
