"use strict";
const buttons = document.querySelectorAll("button[data-copies]");
for (const button of buttons) {
  button.addEventListener("click", async () => {
    const said = document.getElementById("said");
    const address = document.getElementById(button.dataset.copies);
    // Emptied first, so that the same words are announced again.
    said.textContent = "";
    let copied = true;
    try {
      await navigator.clipboard.writeText(address.textContent);
    } catch {
      // There is no clipboard without https; the old way works there, and where it does not the address stays marked.
      getSelection().selectAllChildren(address);
      copied = document.execCommand("copy");
    }
    for (const other of buttons) other.classList.toggle("done", copied && other === button);
    said.textContent = copied ? button.dataset.copied : button.dataset.failed;
  });
  button.hidden = false;
}
