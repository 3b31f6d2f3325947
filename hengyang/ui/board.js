// Shows the HTML it is given; sends the address of a clicked link back; sorts tables where they stand.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".hy");
  dress(root, data.style);
  if (root.__html !== data.html) {
    root.innerHTML = data.html;
    root.__html = data.html;
  }
  // Streamlit's page says it is English; readers' tools and fonts go by what it really is.
  root.lang = data.lang;
  document.documentElement.lang = data.lang;

  theme(root);

  // What a link led to is brought into view, once.
  root.querySelectorAll(".here").forEach((part) => part.classList.remove("here"));
  const place = data.place && root.querySelector("[id='" + CSS.escape(data.place) + "']");
  if (place) place.classList.add("here");
  if (place && root.__place !== data.place) place.scrollIntoView({ block: "nearest" });
  root.__place = data.place;

  root.onclick = (event) => {
    const sorter = event.target.closest("button[data-sort]");
    if (sorter) return sortBy(sorter, sorter.closest("th").getAttribute("aria-sort") === "ascending");
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = link.getAttribute("href");
    if (/^[a-z]+:/.test(address) || link.hasAttribute("download")) return;
    event.preventDefault();
    if (address.startsWith("#")) {
      const place = root.querySelector("[id='" + CSS.escape(address.slice(1)) + "']");
      if (place) place.scrollIntoView({ block: "start" });
      return;
    }
    if (!follow(address)) setTriggerValue("go", address); // the browser keeps its history from us: Python decides
  };

  // Where the heads are out of sight: column, or column and down.
  root.onchange = (event) => {
    const chosen = event.target.closest("select[data-sort]");
    if (!chosen) return;
    const [column, way] = chosen.value.split(" ");
    sortBy(chosen.closest("table").querySelector(`button[data-sort="${column}"]`), way === "down");
  };

  function sortBy(button, down) {
    const header = button.closest("th");
    const table = button.closest("table");
    const body = table.tBodies[0];
    const at = header.cellIndex;
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const valueOf = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent.trim();
    const rows = Array.from(body.rows);
    rows.sort((one, other) => {
      const [a, b] = [valueOf(one), valueOf(other)];
      // What was not reported stays at the end, whichever way the column is sorted.
      if (a === "" || b === "") return (a === "") - (b === "");
      const [x, y] = [Number(a), Number(b)];
      const order = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, "zh") : x - y;
      return down ? -order : order;
    });
    rows.forEach((row) => body.append(row));
  }
}

// The search opens over the page to be typed into: its field takes the keys, once it has found its place. (Where no
// board was drawn yet, on a page that says only what is missing, the reader clicks into it.)
if (!window.__hengyangSearch) {
  window.__hengyangSearch = true;
  const takeKeys = (looksLeft) => {
    const field = document.querySelector("[role=dialog] .st-key-frame_query input");
    field?.focus();
    if (looksLeft && (!field || document.activeElement !== field)) setTimeout(takeKeys, 60, looksLeft - 1);
  };
  addEventListener("click", (event) => {
    const opener = event.target.closest?.("[class*=st-key-frame_search] button");
    if (opener) setTimeout(() => opener.getAttribute("aria-expanded") === "true" && takeKeys(10), 60);
  });
  takeKeys(0); // opened before the first board had come
}

// On paper a chart is scaled to the sheet: for that its drawings need a frame, which plotly does not give them.
if (!window.__hengyangPaper) {
  window.__hengyangPaper = true;
  const drawings = () => document.querySelectorAll(".js-plotly-plot .main-svg");
  addEventListener("beforeprint", () => drawings().forEach((drawing) => {
    const [width, height] = [drawing.getAttribute("width"), drawing.getAttribute("height")];
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    Object.assign(drawing.parentElement.style, { aspectRatio: `${width} / ${height}`, maxWidth: `${width}px` });
  }));
  addEventListener("afterprint", () => drawings().forEach((drawing) => {
    drawing.removeAttribute("viewBox");
    Object.assign(drawing.parentElement.style, { aspectRatio: "", maxWidth: "" });
  }));
}
