// Buttons that the bot hears nothing of: they copy a text, or show what would be passed on.

import { link, shared } from "./build.js";

const find = (id) => document.getElementById(id);

export function handing(list, toast) {
  const dialog = find("sharing");
  list.addEventListener("click", async (event) => {
    const key = event.target.closest("[data-copy], [data-share]");
    if (key?.dataset.copy) toast((await copied(key.dataset.copy)) ? "Copied to the clipboard" : "This browser does not let the page copy");
    if (key?.dataset.share) show(shared(key.dataset.share));
  });
  const show = ({ url, text }) => {
    find("shared-text").textContent = text;
    find("shared-link").replaceChildren(link(url, url));
    dialog.showModal();
  };
  find("shared-link").addEventListener("click", () => dialog.close());
  find("close-sharing").addEventListener("click", () => dialog.close());
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
