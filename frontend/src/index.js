// Everything works without this script; it saves reloads and tells in time what went wrong.
import htmx from "htmx.org/dist/htmx.esm.js";

window.htmx = htmx;

const announcer = () => document.getElementById("wv-omroep");

// Screen readers hear what changed: the newest [data-omroep] text, once.
function announce(root) {
  const source = root.matches?.("[data-omroep]") ? root : root.querySelector?.("[data-omroep]");
  const target = announcer();
  const text = source?.dataset.omroep;
  if (target && text && target.textContent !== text) target.textContent = text;
}

// Cards on a telephone repeat the heading of each column; a page may leave that to us.
function labelCells(root) {
  for (const table of root.querySelectorAll(".wv-tabel--kaarten table")) {
    const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.dataset.kop ?? cell.textContent.trim());
    for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
      [...row.cells].forEach((cell, index) => {
        if (cell.tagName === "TD" && !("kop" in cell.dataset) && headings[index]) cell.dataset.kop = headings[index];
      });
    }
  }
}

async function drawCharts(root) {
  const charts = [...root.querySelectorAll("[data-grafiek]")].filter((chart) => !chart.dataset.getekend);
  if (!charts.length) return;
  const { draw } = await import(charts[0].dataset.grafiek);
  for (const chart of charts) draw(chart);
}

function enhance(root) {
  labelCells(root);
  drawCharts(root);
}

function showFailure(text) {
  const place = document.getElementById("wv-storing");
  if (!place) return;
  place.querySelector("[data-tekst]").textContent = text;
  place.hidden = false;
  place.focus();
}

document.addEventListener("htmx:afterSwap", (event) => {
  const root = event.detail.elt?.isConnected ? event.detail.elt : document;
  enhance(root.parentElement ?? root);
  announce(root);
});
// The filter bar stands outside the swapped list, so the order chosen in the list is taken from the address.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.detail.elt.matches?.(".wv-filters")) return;
  const order = new URLSearchParams(window.location.search).get("sorteer");
  event.detail.parameters.delete("sorteer");
  if (order) event.detail.parameters.append("sorteer", order);
});
document.addEventListener("htmx:beforeRequest", () => {
  const place = document.getElementById("wv-storing");
  if (place) place.hidden = true;
});

const polling = (event) => event.detail.elt?.hasAttribute("data-stil");
document.addEventListener("htmx:sendError", (event) => {
  if (!polling(event)) showFailure("Er is geen verbinding. Wat u invulde staat er nog. Probeer het straks opnieuw.");
});
document.addEventListener("htmx:timeout", (event) => {
  if (!polling(event)) showFailure("Het antwoord duurt te lang. Wat u invulde staat er nog. Probeer het opnieuw.");
});
document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr?.status;
  if (status === 401 || status === 403) showFailure("U bent niet (meer) aangemeld, of dit mag niet met uw rol. Meld u opnieuw aan in een nieuw tabblad.");
  else if (!polling(event)) showFailure("Dit is niet gelukt door een storing. Wat u invulde staat er nog. Probeer het opnieuw.");
});

// A form is sent once, and leaving it half filled in is asked about (data-bewaak).
const dirty = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-bewaak]");
  if (form) dirty.add(form);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  dirty.delete(form);
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.bezig) {
    event.preventDefault();
    return;
  }
  form.dataset.bezig = "ja";
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-bezig]")) delete form.dataset.bezig;
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
});
window.addEventListener("beforeunload", (event) => {
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.wv-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (event.target.closest?.("[data-afdrukken]")) window.print();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.wv-menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-verstuur]")) event.target.form?.requestSubmit();
});

// The error summary gets focus, so that keyboard and screen reader start where something must be done.
document.addEventListener("DOMContentLoaded", () => {
  enhance(document);
  document.querySelector("[data-focus]")?.focus();
});
