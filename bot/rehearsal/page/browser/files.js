// Choosing files, dropping them, and how they are sent.

import { ask } from "./ask.js";
import { element, icon, size } from "./build.js";

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;
const find = (id) => document.getElementById(id);
let chosen = [];
let previews = [];

export function files(person) {
  const dialog = find("sending");
  const choose = (list) => {
    chosen = [...list];
    if (chosen.length) show(dialog);
  };
  find("files").addEventListener("change", (event) => {
    choose(event.target.files);
    event.target.value = "";
  });
  document.addEventListener("paste", (event) => event.clipboardData?.files.length && choose(event.clipboardData.files));
  drops(choose);
  find("cancel-files").addEventListener("click", () => dialog.close());
  find("caption").addEventListener("keydown", (event) => {
    if (event.key === "Enter") find("send-files").click();
  });
  find("send-files").addEventListener("click", async () => {
    const form = new FormData();
    form.append("as", document.querySelector("input[name=as]:checked").value);
    form.append("caption", find("caption").value);
    chosen.forEach((file) => form.append("files", file, file.name));
    find("send-files").disabled = true;
    unsent("");
    await ask(`${person()}/files`, form).then(() => dialog.close(), (problem) => unsent(problem.message));
    find("send-files").disabled = false;
  });
  dialog.addEventListener("close", () => {
    previews.forEach((preview) => URL.revokeObjectURL(preview));
    previews = [];
    find("text").focus();
  });
}

// What could not be sent stays chosen.
function unsent(problem) {
  find("files-unsent").hidden = !problem;
  find("files-unsent").textContent = problem && `Not sent: ${problem}.`;
}

function show(dialog) {
  unsent("");
  find("sending-title").textContent = chosen.length === 1 ? "Send this file?" : `Send these ${chosen.length} files?`;
  find("caption").value = "";
  find("as").hidden = !chosen.some((file) => PICTURE.test(file.type));
  find("chosen").replaceChildren(...chosen.map((file) => element("li", {}, preview(file), element("span", {}, element("strong", {}, file.name), element("small", {}, size(file.size))))));
  dialog.showModal();
  find("send-files").focus();
}

function preview(file) {
  if (!PICTURE.test(file.type)) return element("span", { className: "kind" }, icon("file"));
  const address = URL.createObjectURL(file);
  previews.push(address);
  return element("img", { src: address, alt: "" });
}

function drops(choose) {
  const sign = find("drop");
  let depth = 0;
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const show = (change) => {
    depth = Math.max(0, depth + change);
    sign.hidden = depth === 0;
  };
  document.addEventListener("dragenter", (event) => carries(event) && show(1));
  document.addEventListener("dragleave", (event) => carries(event) && show(-1));
  document.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    show(-depth);
    choose(event.dataTransfer.files);
  });
}
