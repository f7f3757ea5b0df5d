// Understands t.me links: which of them open our own bot, and with what payload.

const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/;

/** The start payload ("" when there is none) if `href` opens the bot `username`, else null. */
export function deepLink(href, username) {
  let url;
  try {
    url = new URL(href);
  } catch (error) {
    if (error instanceof TypeError) return null; // not a URL at all
    throw error;
  }
  const same = (name) => name.toLowerCase() === username.toLowerCase();
  if (url.protocol === "tg:" && url.hostname === "resolve" && same(url.searchParams.get("domain") || "")) {
    return payloadOf(url);
  }
  if (!["t.me", "telegram.me"].includes(url.hostname)) return null;
  const [name] = url.pathname.slice(1).split("/");
  if (same(name)) return payloadOf(url);
  // "Forward to a friend": a share link that carries a link to the bot.
  if (name === "share") return deepLink(url.searchParams.get("url") || "", username);
  return null;
}

function payloadOf(url) {
  const payload = url.searchParams.get("start") || "";
  return PAYLOAD.test(payload) ? payload : null;
}
