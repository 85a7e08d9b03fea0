
"use strict";
const filters = document.getElementById("filters");
const findings = [...document.querySelectorAll(".finding")];
const events = [...document.querySelectorAll(".event")];
const entries = new Map([...document.querySelectorAll("nav li")].map((entry) => [entry.dataset.event, entry]));

function wanted(finding, key, value) {
  if (!value) return true;
  const held = finding.dataset[key];
  return key === "source" ? held.split("\n").includes(value) : held === value;
}

function show() {
  const chosen = [...new FormData(filters)];
  let shown = 0;
  for (const finding of findings) {
    finding.hidden = !chosen.every(([key, value]) => wanted(finding, key, value));
    shown += !finding.hidden;
  }
  for (const event of events) {
    event.hidden = !event.querySelector(".finding:not([hidden])");
    if (entries.has(event.id)) entries.get(event.id).hidden = event.hidden;
  }
  document.getElementById("shown").textContent = `${shown} of ${findings.length} findings`;
}

function open() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  const text = target && target.closest("details");
  if (text) {
    text.open = true;
    target.scrollIntoView({ block: "center" });
  }
}

if (filters) {
  filters.addEventListener("change", show);
  filters.addEventListener("submit", (event) => event.preventDefault());
}
window.addEventListener("hashchange", open);
window.addEventListener("beforeprint", () => {
  for (const table of document.querySelectorAll(".event details")) table.open = true;
});
open();
