// The bot's commands, and what can be done with one message.

import { element } from "./build.js";

const find = (id) => document.getElementById(id);
const LONG_PRESS = 500;
let commands = [];

export function menus(run) {
  const button = find("menu");
  const list = find("commands");
  const toggle = (open) => {
    list.hidden = !open || !list.children.length;
    button.setAttribute("aria-expanded", String(!list.hidden));
  };
  button.addEventListener("click", () => {
    draw("");
    toggle(list.hidden);
    if (!list.hidden) list.firstElementChild?.focus();
  });
  find("text").addEventListener("input", (event) => {
    const typed = event.target.value;
    draw(typed);
    toggle(/^\/\w*$/.test(typed));
  });
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-command]");
    if (!chosen) return;
    toggle(false);
    run(chosen.dataset.command);
  });
  document.addEventListener("click", (event) => !event.target.closest("#commands, #menu, #text") && toggle(false));
  for (const menu of [list, find("actions")]) menu.addEventListener("keydown", (event) => walk(event, menu));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!list.hidden) find("text").focus();
    toggle(false);
    hide();
  });
}

export function showMenu(menu) {
  commands = menu;
  find("menu").hidden = !menu.length;
}

function draw(typed) {
  const fitting = commands.filter(({ command }) => ("/" + command).startsWith(typed));
  find("commands").replaceChildren(...fitting.map(({ command, description }) =>
    element("button", { type: "button", role: "menuitem", "data-command": "/" + command }, element("span", { dir: "auto" }, description), element("code", {}, "/" + command))));
}

function walk(event, menu) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll("button")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
}

export function actions(messages, choices) {
  let timer = 0;
  const open = (made, x, y, opener) => show(choices(Number(made.dataset.id)), x, y, opener);
  const of = (event) => event.target.closest(".message[data-id]:not(.service)");
  messages.addEventListener("contextmenu", (event) => {
    const made = of(event);
    if (!made || event.target.closest("a")) return;
    event.preventDefault();
    open(made, event.clientX, event.clientY);
  });
  messages.addEventListener("touchstart", (event) => {
    const made = of(event);
    const { clientX, clientY } = event.touches[0];
    clearTimeout(timer);
    if (made && !event.target.closest("button, a")) timer = setTimeout(() => open(made, clientX, clientY), LONG_PRESS);
  }, { passive: true });
  for (const kind of ["touchend", "touchmove", "touchcancel"]) messages.addEventListener(kind, () => clearTimeout(timer), { passive: true });
  messages.addEventListener("click", (event) => {
    const more = event.target.closest(".more");
    if (!more) return;
    event.stopPropagation();
    const place = more.getBoundingClientRect();
    open(more.closest(".message"), place.left, place.bottom, more);
  });
  document.addEventListener("click", hide);
}

function show(choices, x, y, opener) {
  hide();
  const menu = find("actions");
  menu.replaceChildren(...choices.map(([label, act]) => {
    const item = element("button", { type: "button", role: "menuitem" }, label);
    item.addEventListener("click", act);
    return item;
  }));
  menu.hidden = !choices.length;
  menu.style.left = Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8)) + "px";
  menu.style.top = Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8)) + "px";
  opener?.setAttribute("aria-expanded", "true");
  menu.firstElementChild?.focus();
}

function hide() {
  find("actions").hidden = true;
  document.querySelectorAll(".more[aria-expanded]").forEach((more) => more.removeAttribute("aria-expanded"));
}
