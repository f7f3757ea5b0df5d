// Builds elements: the whole page is made with `h`, so no text ever becomes markup by accident.

const SVG = "http://www.w3.org/2000/svg";

/** h("button", {class: "key", onclick, "aria-label": "…"}, "text", child, null, [more]) */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in { value: 1, checked: 1, disabled: 1, hidden: 1 }) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  if (tag === "button" && !node.hasAttribute("type")) node.type = "button";
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Stroke icons on a 24 by 24 field, drawn for this page.
const PATHS = {
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  attach: "M8 12.5l6-6a3 3 0 0 1 4.3 4.3l-8 8a5 5 0 0 1-7-7l7.4-7.5",
  menu: "M5 7h14M5 12h14M5 17h14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  keys: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M9 14h6",
  next: "M5 5l9 7-9 7zM19 5v14",
  plus: "M12 5v14M5 12h14",
  reset: "M4 5v5h5M4.6 10A8 8 0 1 1 4 13",
  sun: "M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6L7 7m10 10l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  auto: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
  out: "M8 16L17 7m-7 0h7v7",
  down: "M6 9l6 6 6-6",
  up: "M6 15l6-6 6 6",
  close: "M6 6l12 12M18 6L6 18",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  check: "M5 12.5l4.500 4.500L19 7.500",
  hide: "M5 12h14",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
  help: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM9.500 9.500c.3-3.300 5-3 5 0 0 2-2.500 2-2.500 4.200M12 17h.01",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, { class: extra = "", ...props } = {}) {
  return h("button", { class: `icon-button ${extra}`.trim(), "aria-label": label, title: label, onclick, ...props }, icon(name));
}

/** A round picture of a person: initials on one of eight calm colours chosen by the id. */
export function avatar(person) {
  const initials = [person.first_name, person.last_name].filter(Boolean).map((word) => [...word][0]).join("");
  return h("span", { class: `avatar avatar-${Math.abs(person.id) % 8}`, "aria-hidden": "true" }, initials.toUpperCase());
}

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
