// A link to the bot, such as an errand's: somebody of the rehearsal opens it in a chat of their own.

import { ask } from "./ask.js";
import { element } from "./build.js";

const find = (id) => document.getElementById(id);

export function links(choose, tell) {
  const dialog = find("opening");
  let start = "";
  const open = async (person) => {
    dialog.close();
    await ask(`${person}/text`, { text: "/start " + start }).then(() => choose(person), tell);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-start]");
    if (!link) return;
    start = link.dataset.start;
    find("openers").replaceChildren(...[...find("people").children].map(opener));
    dialog.showModal();
  });
  find("openers").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) open(Number(button.dataset.person));
  });
  find("new-opener").addEventListener("submit", async (event) => {
    event.preventDefault();
    const joined = await ask("people", { name: find("opener-name").value, language: "en" }).catch(tell);
    find("opener-name").value = "";
    if (joined?.id) open(joined.id);
  });
  find("cancel-opening").addEventListener("click", () => dialog.close());
}

function opener(card) {
  return element("button", { type: "button", "data-person": card.dataset.person }, card.querySelector(".name").textContent);
}
