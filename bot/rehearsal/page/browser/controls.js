// The controls beside the chat: patients, time, the bot.

import { ask } from "./ask.js";
import { element, icon } from "./build.js";
import { askWhetherToLeave, leaving } from "./leaving.js";

const find = (id) => document.getElementById(id);
const moment = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const STATUS = { running: "The bot is running", starting: "The bot is starting…", stopped: "The bot is not running" };
let blocked = false;
let shown = { people: [], menu: [] };
let drawn = "";

export function controls(person, goTo, tell) {
  const close = opening();
  const choose = (id) => {
    close();
    goTo(id);
  };
  const does = (path, body) => ask(path, body).catch(tell);
  document.querySelectorAll("[data-hours]").forEach((button) => button.addEventListener("click", () => does("skip", { hours: Number(button.dataset.hours) })));
  document.querySelectorAll("[data-thing]").forEach((button) => button.addEventListener("click", () => does(`${person()}/thing`, { kind: button.dataset.thing })));
  find("restart").addEventListener("click", () => does("restart"));
  find("block").addEventListener("click", () => does(`${person()}/block`, { blocked: !blocked }));
  find("join").addEventListener("submit", async (event) => {
    event.preventDefault();
    const joined = await does("people", { name: find("name").value, language: find("language").value });
    if (!joined?.id) return;
    find("name").value = "";
    choose(joined.id);
  });
  const leaves = (id, anew) => askWhetherToLeave(shown.people.find((known) => known.id === id), anew, shown.menu);
  find("people").addEventListener("click", (event) => {
    const id = Number(event.target.closest("[data-person]")?.dataset.person);
    if (event.target.closest(".remove")) leaves(id, false);
    else if (event.target.closest("button")) choose(id);
  });
  find("speaks").addEventListener("change", () => does(`${person()}/language`, { language: find("speaks").value }));
  find("anew").addEventListener("click", () => leaves(person(), true));
  leaving(choose, tell);
}

function opening() {
  const panel = find("controls");
  const toggle = (open) => {
    panel.classList.toggle("open", open);
    find("veil").hidden = !open;
    find("open-controls").setAttribute("aria-expanded", String(open));
    (open ? find("close-controls") : find("open-controls")).focus();
  };
  find("open-controls").addEventListener("click", () => toggle(true));
  find("close-controls").addEventListener("click", () => toggle(false));
  find("veil").addEventListener("click", () => toggle(false));
  const close = () => panel.classList.contains("open") && toggle(false);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return close;
}

export function showControls(view, person) {
  shown = view;
  const mine = view.people.find((known) => known.id === person);
  const now = new Date(view.now * 1000);
  find("now").textContent = moment.format(now);
  find("now").dateTime = now.toISOString();
  find("ahead").textContent = view.ahead ? `${span(view.ahead)} ahead` : "";
  find("kept").replaceChildren(...kept(view.kept));
  find("anew").hidden = !mine?.started;
  find("speaks").disabled = !mine; // before it is known who is here, the choice would be nobody's
  if (document.activeElement !== find("speaks")) find("speaks").value = mine?.language ?? "en";
  find("status").textContent = STATUS[view.bot.status] ?? view.bot.status;
  find("status").dataset.starts = view.bot.starts;
  document.querySelector(".light").className = "light " + view.bot.status;
  find("restart").hidden = !view.bot.can_restart;
  blocked = Boolean(mine?.blocked);
  find("block").textContent = blocked ? "Unblock the bot" : "Block the bot";
  find("block").setAttribute("aria-pressed", String(blocked));
  people(view.people, person);
}

function people(known, person) {
  const key = JSON.stringify([known, person]);
  if (key === drawn) return;
  drawn = key;
  const cards = known.map((one, index) => {
    const face = element("span", { className: "face", "aria-hidden": "true" }, [...one.name][0]?.toUpperCase() ?? "?");
    face.style.setProperty("--hue", String((index * 67 + 190) % 360));
    return element("div", { className: "person", "data-person": String(one.id) },
      element("button", { type: "button", "aria-current": String(one.id === person) },
        face, element("span", { className: "name" }, one.name), element("small", {}, one.blocked ? "blocked" : one.language === "en" ? "" : one.language ?? "")),
      known.length > 1 ? element("button", { type: "button", className: "remove icon small", "aria-label": `Remove ${one.name}` }, icon("close")) : null);
  });
  find("people").replaceChildren(...cards);
}

function span(seconds) {
  const hours = Math.floor(seconds / 3600);
  const named = [[Math.floor(hours / 24), "day"], [hours % 24, "hour"]].filter(([number]) => number);
  return named.map(([number, name]) => `${number} ${name}${number === 1 ? "" : "s"}`).join(" ");
}

// With a database of the operator's own, where that one lies is not for this page to say.
function kept({ folder, database }) {
  const place = folder ? element("code", {}, folder) : "memory, until it is closed";
  if (database) return ["The chats and files are kept in ", place, ", the bot’s notes in the database of DATABASE_URL. Please use no real records."];
  return ["Nothing leaves this computer. All of it is kept in ", place, ". Please use no real records."];
}
