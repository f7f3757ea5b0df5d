// Draws one message: its text, picture or document, and the keyboard under it.

import { h, icon } from "./dom.js";
import { moment, timeOf } from "./moments.js";
import { size, t } from "./strings.js";

const ALLOWED = new Set(["B", "STRONG", "I", "EM", "U", "S", "CODE", "PRE", "A", "SPAN", "BLOCKQUOTE", "BR"]);

const COMMAND = /(?<![\w/])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/;

/**
 * The server sends safe HTML already; whatever is not on Telegram's short list becomes plain text here as well.
 * A command of the bot in the text can be pressed, as in Telegram.
 */
function safeHtml(html, actions) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const text = (words, inside) => {
    if (inside.closest("a, code, pre")) return [words];
    return words.split(COMMAND).map((part, index) =>
      (index % 2 ? h("button", { class: "command", onclick: () => actions.say(part) }, part) : part));
  };
  const copy = (from, to) => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) to.append(...text(node.data, from));
      else if (node.nodeType === Node.ELEMENT_NODE) to.append(copyElement(node));
    }
    return to;
  };
  const copyElement = (node) => {
    if (!ALLOWED.has(node.tagName)) return copy(node, document.createDocumentFragment());
    const twin = document.createElement(node.tagName);
    if (node.tagName === "A") {
      const href = node.getAttribute("href") || "";
      if (/^(https?|tg|mailto|tel):/i.test(href)) twin.setAttribute("href", href);
    }
    if (node.tagName === "SPAN" && /spoiler/.test(node.className)) spoiler(twin);
    return copy(node, twin);
  };
  return copy(source, document.createDocumentFragment());
}

function spoiler(node) {
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  const open = () => {
    node.classList.add("open");
    node.removeAttribute("role");
  };
  node.addEventListener("click", open);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open();
  });
}

function photo(message, actions) {
  const { url, w, h: height } = message.photo;
  const image = h("img", { src: url, width: w, height, alt: t("photoFrom", { who: senderName(message) }), loading: "lazy" });
  return h("button", { class: "photo", "aria-label": t("openPhoto"), onclick: () => actions.openPhoto(url) }, image);
}

function documentLink(message) {
  const { url, name, size: bytes } = message.document;
  const extension = name.includes(".") ? name.split(".").pop().slice(0, 4).toLowerCase() : "";
  return h(
    "a",
    { class: `document document-${extension}`, href: url, download: name, "aria-label": t("document", { name, size: size(bytes) }) },
    h("span", { class: "document-icon" }, icon("file"), h("span", {}, extension)),
    h("span", { class: "document-text" }, h("span", { class: "document-name" }, name), h("span", { class: "document-size" }, size(bytes))),
  );
}

function key(button, message, actions) {
  if (button.url) {
    return h(
      "a",
      { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", title: button.text },
      h("span", { class: "key-text" }, button.text), icon("out"),
      actions.isDeepLink(button.url) ? null : h("span", { class: "sr-only" }, t("opensSite")),
    );
  }
  if (button.types !== undefined) {
    return h("button", { class: "key", title: button.text, onclick: () => actions.types(button.types) },
      h("span", { class: "key-text" }, button.text), icon("search"));
  }
  if (!button.data) return h("button", { class: "key", disabled: true, title: t("unknownButton") }, button.text);
  return h(
    "button",
    { class: "key", title: button.text, onclick: (event) => actions.press(message, button, event.currentTarget) },
    h("span", { class: "key-text" }, button.text),
  );
}

function keyboard(message, actions) {
  return h(
    "div",
    { class: "keys", role: "group", "aria-label": t("buttons"), onkeydown: walkKeys },
    message.inline.map((row) => h("div", { class: "keys-row" }, row.map((button) => key(button, message, actions)))),
  );
}

/** Arrow keys move between the buttons of one keyboard. */
function walkKeys(event) {
  const rows = [...event.currentTarget.children].map((row) => [...row.children]);
  const y = rows.findIndex((row) => row.includes(document.activeElement));
  if (y < 0) return;
  const x = rows[y].indexOf(document.activeElement);
  const target = {
    ArrowLeft: rows[y][x - 1],
    ArrowRight: rows[y][x + 1],
    ArrowUp: rows[y - 1]?.[Math.min(x, rows[y - 1].length - 1)],
    ArrowDown: rows[y + 1]?.[Math.min(x, rows[y + 1].length - 1)],
  }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function senderName(message) {
  return message.from === "bot" ? t("fromBot") : message.who;
}

export function drawMessage(message, actions) {
  const at = moment(message.date);
  const text = message.html || message.text;
  const meta = h(
    "span",
    { class: "meta" },
    message.via ? `${t("via", { bot: message.via })} ` : null,
    message.edited ? `${t("edited")} ` : null,
    h("time", { datetime: at.toISOString() }, timeOf(at)),
    message.from === "user" ? icon("check") : null,
  );
  const bubble = h(
    "div",
    { class: "bubble" },
    h("span", { class: "sr-only" }, `${senderName(message)}: `),
    message.quote ? h("p", { class: "quote" }, message.quote) : null,
    message.photo ? photo(message, actions) : null,
    message.document ? documentLink(message) : null,
    text ? h("div", { class: "text" }, message.html ? safeHtml(message.html, actions) : text, meta) : meta,
  );
  const classes = ["message", `message-${message.from}`];
  if (message.inline?.length) classes.push("has-keys");
  if (message.photo && !text) classes.push("bare-photo");
  return h(
    "article",
    { class: classes.join(" "), "data-id": String(message.id), tabindex: "-1" },
    bubble,
    message.inline?.length ? keyboard(message, actions) : null,
  );
}
