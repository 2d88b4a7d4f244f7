// Who leaves, and who begins anew: asked first, since a chat that is gone does not come back.

import { ask } from "./ask.js";

const find = (id) => document.getElementById(id);
let asked = {};

export function leaving(choose, tell) {
  const dialog = find("leaving");
  find("leave").addEventListener("click", async () => {
    // Until they have left the dialog stays: what is chosen beside it meanwhile would be chosen for who leaves.
    const answer = await ask(`${asked.person}/${asked.anew ? "anew" : "remove"}`).catch(tell);
    if (answer?.id) choose(answer.id);
    dialog.close();
  });
  find("delete-first").addEventListener("click", () => {
    dialog.close();
    choose(asked.person);
    ask(`${asked.person}/text`, { text: "/delete" }).catch(tell);
  });
  find("stay").addEventListener("click", () => dialog.close());
}

export function askWhetherToLeave({ id, name, started, blocked }, anew, menu) {
  asked = { person: id, anew };
  const deletes = started && !blocked && menu.some(({ command }) => command === "delete");
  find("leaving-title").textContent = anew ? `Begin anew as ${name}?` : `Remove ${name}?`;
  find("leaving-page").textContent = anew ? "This chat and its files are deleted. You start again with an empty one, and the bot does not know you." : "This chat and its files are deleted.";
  find("leaving-bot").hidden = !started;
  find("leaving-bot").textContent = "The bot hears only that it was blocked, and keeps what it saved" + (deletes ? ". To delete that too, send /delete first." : ".");
  find("delete-first").hidden = !deletes;
  find("leave").textContent = anew ? "Begin anew" : "Remove";
  find("leaving").showModal();
}
