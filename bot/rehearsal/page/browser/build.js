// Builds what is shown from plain values; text never becomes markup.

const SVG = "http://www.w3.org/2000/svg";
const SAFE_LINK = /^(https?:|mailto:|tel:|tg:)/i;
const SHARE = /^https:\/\/t\.me\/share(\/url)?\?/;
const START = /^https:\/\/t\.me\/rehearsal_bot\?start=([\w-]{1,64})$/;
const SIMPLE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key === "className" ? "class" : key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "#icon-" + name);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

// A link to the bot itself is opened here, by somebody of the rehearsal.
export function link(address, ...children) {
  const start = START.exec(address)?.[1];
  if (start) return element("button", { type: "button", className: "command", "data-start": start }, ...children);
  if (!SAFE_LINK.test(address)) return element("span", {}, ...children);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

// What Telegram would pass on to another chat, or null if the address is no such link.
export function shared(address) {
  if (!SHARE.test(address)) return null;
  const values = new URL(address).searchParams;
  return { url: values.get("url") ?? "", text: values.get("text") ?? "" };
}

// Telegram counts in UTF-16 code units, as JavaScript does.
export function formatted(text, entities, from = 0, to = text.length) {
  const pieces = document.createDocumentFragment();
  let at = from;
  entities.forEach((entity, index) => {
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to) return;
    pieces.append(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    pieces.append(wrapped(entity, text.slice(entity.offset, end), formatted(text, inner, entity.offset, end)));
    at = end;
  });
  pieces.append(text.slice(at, to));
  return pieces;
}

function wrapped(entity, covered, content) {
  if (entity.type in SIMPLE) return element(SIMPLE[entity.type], {}, content);
  if (entity.type === "text_link") return link(entity.url, content);
  if (entity.type === "url") return link(covered, content);
  if (entity.type === "bot_command") return element("button", { type: "button", className: "command", "data-command": covered }, content);
  if (entity.type === "spoiler") return element("button", { type: "button", className: "spoiler", "aria-label": "Hidden text, press to show" }, content);
  return content;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
