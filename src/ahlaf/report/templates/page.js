// Enhancements only: without this script the page reads the same.
"use strict";

// A link into the other language's half turns the page to that language.
function turnTo(language) {
  const choice = document.getElementById("show-" + language);
  if (!choice) return;
  choice.checked = true;
  const shown = document.getElementById(language);
  document.documentElement.lang = language;
  document.documentElement.dir = shown.dir;
  document.title = shown.dataset.title;
}

function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const half = target.closest("main");
  if (half) turnTo(half.lang);
  for (let part = target; part; part = part.parentElement) {
    if (part.tagName === "DETAILS") part.open = true;
  }
  target.scrollIntoView();
}

for (const choice of document.querySelectorAll("input.switch")) {
  choice.addEventListener("change", () => turnTo(choice.value));
}
window.addEventListener("hashchange", follow);
if (location.hash) follow();

// Touching a party in the network dims all ties but its own.
for (const picture of document.querySelectorAll("svg.network")) {
  const ties = picture.querySelectorAll("[data-a]");
  for (const node of picture.querySelectorAll("[data-actor]")) {
    const actor = node.dataset.actor;
    const dim = (on) => {
      for (const tie of ties) {
        tie.classList.toggle("dim", on && tie.dataset.a !== actor && tie.dataset.b !== actor);
      }
    };
    node.addEventListener("pointerenter", () => dim(true));
    node.addEventListener("pointerleave", () => dim(false));
  }
}

// Ties can be narrowed down to those of one party.
for (const section of document.querySelectorAll("section.evidence")) {
  const filter = section.querySelector(".filter");
  filter.hidden = false;
  filter.querySelector("select").addEventListener("change", (event) => {
    const actor = event.target.value;
    for (const tie of section.querySelectorAll("[data-parties]")) {
      tie.hidden = actor !== "" && !tie.dataset.parties.split(" ").includes(actor);
    }
  });
}

// On paper every folded part is open; on the screen it is as it was.
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) {
    part.open = true;
    opened.push(part);
  }
});
window.addEventListener("afterprint", () => {
  for (const part of opened.splice(0)) part.open = false;
});
