// One message as a bubble.

import { element, formatted, icon, shared, size } from "./build.js";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const STICKER = "👍";

export function bubble(message) {
  const service = message.kind === "service";
  const made = element("article", {
    className: service ? "message service" : "message",
    "data-testid": "message", "data-from": message.from, "data-id": String(message.id), "data-kind": message.kind,
    "aria-label": message.from === "bot" ? "The bot" : "You",
  });
  if (service) return made;
  made.append(
    element("div", { className: message.picture && !message.text ? "bubble bare" : "bubble" },
      message.forwarded === null ? null : element("div", { className: "forwarded" }, "Forwarded from " + message.forwarded),
      message.answers ? above(message.answers) : null,
      content(message),
      element("div", { className: "text", dir: "auto" }, element("span", { "data-testid": "text" }, formatted(message.text, message.entities)), meta(message))),
    element("button", { type: "button", className: "more icon", "aria-label": "Message actions", "aria-haspopup": "menu" }, icon("dots")),
  );
  if (message.rows.length) made.append(keys(message));
  return made;
}

function above({ id, from, text }) {
  const who = element("strong", {}, from === "bot" ? "The bot" : "You");
  return element("button", { type: "button", className: "above", "data-testid": "above", "data-to": String(id) }, who, element("span", { dir: "auto" }, text || "A file"));
}

function meta(message) {
  const sent = new Date(message.date * 1000);
  return element("span", { className: "meta", dir: "ltr" },
    message.edited ? element("span", { "data-testid": "edited" }, "edited") : null,
    element("time", { datetime: sent.toISOString() }, time.format(sent)),
    message.from === "patient" ? element("span", { className: "ticks" }) : null);
}

export function tick(made, unread) {
  const ticks = made.querySelector(".ticks");
  if (!ticks || ticks.dataset.unread === String(unread)) return;
  ticks.dataset.unread = String(unread);
  ticks.title = unread ? "Sent; the bot has not read it yet" : "The bot has read it";
  ticks.replaceChildren(icon(unread ? "one" : "two"));
}

function content(message) {
  const { file, picture, place, contact } = message;
  if (picture) {
    const image = element("img", { src: address(file), alt: "Photo", loading: "lazy", width: String(picture.width), height: String(picture.height) });
    image.style.aspectRatio = `${picture.width} / ${picture.height}`;
    image.style.height = "auto";
    return element("a", { className: "photo", href: address(file), target: "_blank", rel: "noopener" }, image);
  }
  if (message.kind === "sticker") return element("div", { className: "sticker", role: "img", "aria-label": "Sticker" }, STICKER);
  if (place) return attachment("📍", "A place", `${place.latitude.toFixed(3)}, ${place.longitude.toFixed(3)}`);
  if (contact) return attachment("👤", contact.first_name, contact.phone_number);
  if (message.kind === "voice") return attachment("🎤", "Spoken message", "2 seconds");
  if (message.kind === "video") return attachment("🎬", "Video", size(file.size));
  if (file) return attachment(icon("file"), file.name || "File", size(file.size), file);
  return null;
}

function attachment(sign, title, detail, file) {
  const inside = [element("span", { className: "kind", "aria-hidden": "true" }, sign), element("span", {}, element("strong", { dir: "auto" }, title), element("small", {}, detail))];
  if (!file) return element("div", { className: "attachment" }, ...inside);
  const opens = ["application/pdf", "image/png", "image/jpeg"].includes(file.type);
  return element("a", { className: "attachment", href: address(file), ...(opens ? { target: "_blank", rel: "noopener" } : { download: file.name || "file" }) }, ...inside);
}

function address(file) {
  return "/rehearsal/file/" + encodeURIComponent(file.id);
}

function keys(message) {
  const rows = message.rows.map((row) => element("div", {}, ...row.map((button) => key(button))));
  return element("div", { className: "keys", role: "group", "aria-label": "Answers" }, ...rows);
}

function key(button) {
  const copied = button.copy_text?.text;
  if (copied) return element("button", { type: "button", className: "key", "data-copy": copied }, label(button), icon("copy"));
  if (button.url && shared(button.url)) return element("button", { type: "button", className: "key", "data-share": button.url }, label(button), icon("share"));
  if (button.url) return element("a", { className: "key", href: button.url, target: "_blank", rel: "noopener noreferrer" }, label(button), icon("link"));
  return element("button", { type: "button", className: "key", "data-data": button.callback_data }, label(button));
}

function label(button) {
  return element("span", { className: "label", dir: "auto" }, button.text);
}

export function turn(made, data) {
  made.querySelectorAll(".key[data-data]").forEach((key) => {
    if (data.includes(key.dataset.data)) key.setAttribute("aria-busy", "true");
    else key.removeAttribute("aria-busy");
  });
}
