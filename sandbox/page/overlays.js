// Menus and dialogs: small lists beside a button, questions in the middle of the page, the open photo.

import { h, icon, iconButton } from "./dom.js";
import { t } from "./strings.js";

/**
 * A menu beside `anchor`. Items: {label, note, lead (a node), danger, disabled, act} or "line".
 * Arrow keys, Home and End walk; Escape and a click elsewhere close; the focus goes back to the anchor.
 */
export function openMenu(anchor, items, { title } = {}) {
  const menu = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": title || anchor.getAttribute("aria-label") });
  if (title) menu.append(h("p", { class: "menu-title", role: "presentation" }, title));
  for (const item of items) {
    if (item === "line") {
      menu.append(h("hr", { role: "separator" }));
      continue;
    }
    menu.append(h(
      "button",
      {
        class: `menu-item${item.danger ? " danger" : ""}`, role: "menuitem", tabindex: "-1", disabled: item.disabled,
        onclick: () => {
          menu.hidePopover();
          item.act();
        },
      },
      item.lead || null,
      h("span", { class: "menu-text" }, h("span", { class: "menu-label" }, item.label), item.note ? h("span", { class: "menu-note" }, item.note) : null),
    ));
  }
  const entries = () => [...menu.querySelectorAll("[role=menuitem]:not(:disabled)")];
  menu.addEventListener("keydown", (event) => {
    const list = entries();
    const index = list.indexOf(document.activeElement);
    const target = {
      ArrowDown: list[(index + 1) % list.length],
      ArrowUp: list[(index - 1 + list.length) % list.length],
      Home: list[0],
      End: list[list.length - 1],
    }[event.key];
    if (event.key === "Tab") menu.hidePopover();
    if (!target) {
      if (event.key.length === 1 && event.key !== " ") startingWith(event.key, list, index)?.focus();
      return;
    }
    event.preventDefault();
    target.focus();
  });
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    anchor.removeAttribute("aria-expanded");
    if (hadFocus && anchor.isConnected) anchor.focus();
  });
  document.body.append(menu);
  anchor.setAttribute("aria-expanded", "true");
  menu.showPopover();
  place(menu, anchor);
  entries()[0]?.focus();
}

/** The next entry that begins with the letter, so that a long list of people is quick to walk. */
function startingWith(letter, list, index) {
  const label = (entry) => entry.querySelector(".menu-label").textContent.toLowerCase();
  const inOrder = [...list.slice(index + 1), ...list.slice(0, index + 1)];
  return inOrder.find((entry) => label(entry).startsWith(letter.toLowerCase()));
}

function place(menu, anchor) {
  if (matchMedia("(max-width: 719px)").matches) return;
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, box.left), innerWidth - width - 8);
  const below = box.bottom + 6;
  const top = below + height + 8 <= innerHeight ? below : Math.max(8, box.top - height - 6);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

function openDialog(content, { label, className = "" }) {
  const before = document.activeElement;
  const dialog = h("dialog", { class: `dialog ${className}`, "aria-label": label }, content);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks yes or no; resolves to true only for yes. */
export function confirm({ title, text, yes, danger }) {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = openDialog(
      h("form", { method: "dialog" },
        h("h2", {}, title), h("p", {}, text),
        h("div", { class: "dialog-buttons" },
          h("button", { class: "button", onclick: () => dialog.close() }, t("cancel")),
          h("button", {
            class: `button ${danger ? "danger" : "primary"}`,
            onclick: () => {
              answer = true;
              dialog.close();
            },
          }, yes))),
      { label: title },
    );
    dialog.addEventListener("close", () => resolve(answer));
  });
}

/** Fields: {name, label, value, required, options: [[value, text]]}. Resolves to the values, or null when cancelled. */
export function fill({ title, text, fields, yes }) {
  return new Promise((resolve) => {
    let answer = null;
    const form = h("form", { method: "dialog" }, h("h2", {}, title), text ? h("p", {}, text) : null);
    for (const field of fields) {
      const props = { name: field.name, required: field.required, autocomplete: "off" };
      form.append(h("label", { class: "field" }, h("span", {}, field.label),
        field.options
          ? h("select", props, field.options.map(([value, name]) => h("option", { value }, name)))
          : h("input", { ...props, value: field.value || "", maxlength: "64" })));
    }
    form.append(h("div", { class: "dialog-buttons" },
      h("button", { class: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { class: "button primary", type: "submit" }, yes)));
    form.addEventListener("submit", () => {
      answer = Object.fromEntries(new FormData(form));
    });
    const dialog = openDialog(form, { label: title });
    form.querySelector("input, select").focus();
    dialog.addEventListener("close", () => resolve(answer));
  });
}

export function tell({ title, text }) {
  const dialog = openDialog(
    h("form", { method: "dialog" }, h("h2", {}, title), h("p", {}, text),
      h("div", { class: "dialog-buttons" }, h("button", { class: "button primary", type: "submit" }, t("ok")))),
    { label: title },
  );
  dialog.querySelector("button").focus();
}

export function showPhoto(url) {
  const dialog = openDialog(
    [iconButton("close", t("close"), () => dialog.close()), h("img", { src: url, alt: t("photo") })],
    { label: t("photo"), className: "lightbox" },
  );
}

/** A curtain over everything while the product starts over; returns the function that lifts it. */
export function curtain(text) {
  const cover = h("div", { class: "curtain", role: "status" }, h("span", { class: "spinner" }), h("p", {}, text));
  document.body.append(cover);
  return () => cover.remove();
}

export const leadIcon = (name) => h("span", { class: "menu-icon" }, icon(name));
