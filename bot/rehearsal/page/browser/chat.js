// The chat: asks for news for ever, shows it, and does what the person does.

import { ask, news } from "./ask.js";
import { bubble, tick, turn } from "./bubbles.js";
import { element } from "./build.js";
import { controls, showControls } from "./controls.js";
import { files } from "./files.js";
import { handing } from "./handing.js";
import { links } from "./links.js";
import { actions, menus, showMenu } from "./menus.js";

const find = (id) => document.getElementById(id);
const list = find("messages");
const text = find("text");
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const NEAR = 140;
const fresh = () => ({ after: 0, run: "", known: "" });

const chat = { person: Number(sessionStorage.getItem("person")) || 0, ...fresh(), shown: new Map(), unseen: 0, editing: 0, answering: 0, sending: "", again: false };
const drafts = new Map();
let waiting = new AbortController();
let toastTimer = 0;

// What is under a finger stays until it is lifted: a browser tells nobody of a click on what was replaced meanwhile.
let released = Promise.resolve();
addEventListener("pointerdown", () => {
  const lifted = new AbortController();
  released = new Promise((resolve) => {
    const lift = () => { lifted.abort(); setTimeout(resolve); };
    for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, lift, { signal: lifted.signal });
  });
});

async function listen() {
  for (;;) {
    const asked = chat.person;
    try {
      const view = await news(chat, waiting.signal);
      await released;
      if (asked === chat.person) show(view);
    } catch (problem) {
      if (problem.name === "AbortError") continue;
      presence("The rehearsal is closed. Start it again to go on.", false);
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
}

function show(view) {
  if (!view.people.some((known) => known.id === chat.person)) {
    if (view.people.length) return choose(view.people[0].id);
    Object.assign(chat, { run: view.run, after: view.revision, known: view.known });
    showControls(view, chat.person);
    return;
  }
  text.disabled = false; // before somebody is here there is nobody to write as
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  if (view.all) clear();
  const added = view.messages.filter(put).length;
  const last = view.messages.at(-1);
  if (last && !last.deleted && last.asks !== null) answer(last);
  Object.assign(chat, { run: view.run, after: view.revision, known: view.known });
  for (const [id, { made }] of chat.shown) {
    turn(made, view.pressed.filter(([message]) => message === id).map(([, data]) => data));
    tick(made, view.unread.includes(id));
  }
  typing(view.typing);
  find("empty").hidden = chat.shown.size > 0;
  find("about").textContent = view.about || "It takes you by the hand through collecting your records for a second opinion.";
  presence(view.typing ? "typing…" : { running: "online", starting: "starting…", stopped: "not running" }[view.bot.status], view.typing);
  showMenu(view.menu);
  showControls(view, chat.person);
  view.toasts.forEach(({ text: words, alert }) => (alert ? alarm(words) : toast(words)));
  if (view.all || atEnd) toEnd(!view.all);
  else if (added) unseen(chat.unseen + added);
}

// The bot asks for a reply: what is written next answers that message, unless the person does not want it to.
function answer(message) {
  chat.answering = message?.id ?? 0;
  find("answering").hidden = !chat.answering;
  text.placeholder = message?.asks || "Message";
}

function clear() {
  list.replaceChildren();
  chat.shown.clear();
  find("to-end").hidden = true;
  unseen(0);
}

function put(message) {
  const before = chat.shown.get(message.id);
  if (message.deleted) {
    const album = before?.made.closest(".album");
    before?.made.remove();
    if (album && !album.children.length) album.remove();
    chat.shown.delete(message.id);
    if (chat.answering === message.id) answer(null);
    return false;
  }
  const made = bubble(message);
  chat.shown.set(message.id, { made, message });
  if (before) {
    before.made.replaceWith(made);
    return false;
  }
  if (chat.after) made.classList.add("arrives");
  const name = day.format(new Date(message.date * 1000));
  if ([...list.querySelectorAll(".day")].at(-1)?.textContent !== name) list.append(element("div", { className: "day" }, name));
  if (message.album) album(message).append(made);
  else list.append(made);
  if (message.from === "patient") list.scrollTop = list.scrollHeight;
  return message.from === "bot";
}

function album({ album: id, from, kind }) {
  const known = list.lastElementChild?.dataset.album === id ? list.lastElementChild : null;
  if (known) return known;
  const made = element("div", { className: kind === "photo" ? "album photos" : "album", "data-album": id, "data-from": from });
  list.append(made);
  return made;
}

function typing(is) {
  list.querySelector(".typing")?.remove();
  if (is) list.append(element("div", { className: "message typing", "data-testid": "typing", "data-from": "bot", "aria-hidden": "true" }, element("div", { className: "bubble" }, element("i"), element("i"), element("i"))));
}

function presence(words, busy) {
  find("presence").classList.toggle("busy", busy);
  if (find("presence").textContent !== words) find("presence").textContent = words;
}

function unseen(number) {
  chat.unseen = number;
  find("unseen").textContent = number || "";
}

function toEnd(smoothly) {
  list.scrollTo({ top: list.scrollHeight, behavior: smoothly ? "smooth" : "instant" });
}

function toast(words) {
  clearTimeout(toastTimer);
  find("toast").textContent = words;
  find("toast").hidden = false;
  toastTimer = setTimeout(() => (find("toast").hidden = true), 5000);
}

function alarm(words) {
  find("alert-text").textContent = words;
  if (!find("alert").open) find("alert").showModal();
}

const tell = ({ message }) => toast(message[0].toUpperCase() + message.slice(1));
const does = (path, body) => ask(`${chat.person}/${path}`, body).catch(tell);

function choose(person) {
  if (person === chat.person) return;
  drafts.set(chat.person, chat.editing ? "" : text.value);
  chat.person = person;
  sessionStorage.setItem("person", String(person));
  Object.assign(chat, fresh());
  clear();
  edit(0, drafts.get(person) ?? "");
  answer(null);
  waiting.abort();
  waiting = new AbortController();
}

function edit(id, words) {
  chat.editing = id;
  find("editing").hidden = !id;
  text.value = words;
  grow();
  unsent("");
  if (id) text.focus();
}

function unsent(problem) {
  find("unsent").hidden = !problem;
  find("unsent").textContent = problem && `Not sent: ${problem}.`;
}

function grow() {
  text.style.height = "auto";
  text.style.height = text.scrollHeight + "px";
}

// A text stays in its field until it was sent; what is typed meanwhile stays too.
async function write() {
  const { person, editing, answering } = chat;
  const written = text.value;
  if (chat.sending) chat.again = written !== chat.sending;
  if (chat.sending || !written.trim()) return;
  find("commands").hidden = true;
  unsent("");
  Object.assign(chat, { sending: written, again: false });
  try {
    if (editing) await ask(`${person}/edit`, { message: editing, text: written.trim() });
    else await ask(`${person}/text`, { text: written.trim(), answers: answering });
    if (person === chat.person && answering === chat.answering) answer(null);
    if (person !== chat.person) drafts.delete(person);
    else if (editing === chat.editing) edit(0, text.value.startsWith(written) ? text.value.slice(written.length) : text.value);
  } catch (problem) {
    if (person === chat.person) unsent(problem.message);
    chat.again = false;
  }
  chat.sending = "";
  if (chat.again) write();
}

function choices(id) {
  const { message } = chat.shown.get(id);
  const own = message.from === "patient" && message.kind === "text" && message.forwarded === null;
  return [
    ...(own ? [["Edit", () => edit(id, message.text)]] : []),
    ["Forward to the bot", () => does("forward", { message: id })],
    ...(message.text ? [["Copy text", () => navigator.clipboard?.writeText(message.text)]] : []),
  ];
}

list.addEventListener("click", (event) => {
  const key = event.target.closest(".key[data-data]");
  if (key) {
    key.setAttribute("aria-busy", "true");
    does("press", { message: Number(key.closest(".message").dataset.id), data: key.dataset.data });
  }
  const command = event.target.closest("[data-command]");
  if (command) does("text", { text: command.dataset.command });
  const above = event.target.closest("[data-to]");
  if (above) chat.shown.get(Number(above.dataset.to))?.made.scrollIntoView({ block: "center", behavior: "smooth" });
  event.target.closest(".spoiler")?.classList.toggle("shown");
});
list.addEventListener("scroll", () => {
  const away = list.scrollHeight - list.scrollTop - list.clientHeight > NEAR;
  find("to-end").hidden = !away;
  if (!away) unseen(0);
}, { passive: true });
list.addEventListener("load", (event) => event.target.tagName === "IMG" && find("to-end").hidden && toEnd(false), true);
find("to-end").addEventListener("click", () => toEnd(true));
find("start").addEventListener("click", () => does("text", { text: "/start" }));
find("stop-editing").addEventListener("click", () => edit(0, ""));
find("stop-answering").addEventListener("click", () => answer(null));
find("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  write();
});
text.addEventListener("input", () => {
  grow();
  unsent("");
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    write();
  }
  if (event.key === "Escape" && chat.editing) edit(0, "");
});

menus((command) => does("text", { text: command }));
actions(list, choices);
links(choose, tell);
handing(list, toast);
files(() => chat.person);
controls(() => chat.person, choose, tell);
listen();
