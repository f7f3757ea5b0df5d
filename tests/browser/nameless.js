// Everything that can be used or looked at and has no name for a screen reader.
() => [...document.querySelectorAll("button, a[href], input, select, textarea, img, [role=log], [role=dialog]")]
  .filter((node) => node.offsetParent && !node.closest("[aria-hidden=true]"))
  .filter((node) => !node.getAttribute("aria-label") && !node.textContent.trim() && !node.hasAttribute("alt"))
  .filter((node) => !node.labels?.length)
  .map((node) => node.outerHTML.slice(0, 120))
