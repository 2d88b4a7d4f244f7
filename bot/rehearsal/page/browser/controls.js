// The controls beside the chat: patients, time, the bot.

import { ask } from "./ask.js";
import { element } from "./build.js";

const find = (id) => document.getElementById(id);
const moment = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const STATUS = { running: "The bot is running", starting: "The bot is starting…", stopped: "The bot is not running" };
let blocked = false;
let drawn = "";

export function controls(person, choose, tell) {
  const does = (path, body) => ask(path, body).catch(tell);
  document.querySelectorAll("[data-days]").forEach((button) => button.addEventListener("click", () => does("skip", { days: Number(button.dataset.days) })));
  document.querySelectorAll("[data-thing]").forEach((button) => button.addEventListener("click", () => does(`${person()}/thing`, { kind: button.dataset.thing })));
  find("skip").addEventListener("submit", (event) => {
    event.preventDefault();
    does("skip", { days: Number(find("days").value) });
  });
  find("restart").addEventListener("click", () => does("restart"));
  find("block").addEventListener("click", () => does(`${person()}/block`, { blocked: !blocked }));
  find("join").addEventListener("submit", async (event) => {
    event.preventDefault();
    const joined = await does("people", { name: find("name").value, language: find("language").value });
    find("name").value = "";
    if (joined?.id) choose(joined.id);
  });
  find("people").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) choose(Number(button.dataset.person));
  });
  opening();
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
  panel.addEventListener("keydown", (event) => event.key === "Escape" && panel.classList.contains("open") && toggle(false));
}

export function showControls(view, person) {
  const mine = view.people.find((known) => known.id === person);
  const now = new Date(view.now * 1000);
  find("now").textContent = moment.format(now);
  find("now").dateTime = now.toISOString();
  const days = Math.round(view.ahead / 86400);
  find("ahead").textContent = days ? `${days} ${days === 1 ? "day" : "days"} ahead of today` : "";
  find("status").textContent = STATUS[view.bot.status] ?? view.bot.status;
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
    return element("button", { type: "button", "data-person": String(one.id), "aria-current": String(one.id === person) },
      face, element("span", { className: "name" }, one.name), element("small", {}, one.blocked ? "blocked" : one.language ?? ""));
  });
  find("people").replaceChildren(...cards);
}
