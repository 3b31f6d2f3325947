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

  // Streamlit tells its theme by the background colour it hands down.
  const applyTheme = () => {
    const background = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = background || "#fff";
    const hex = probe.fillStyle;
    const light = [1, 3, 5].reduce((sum, at) => sum + parseInt(hex.slice(at, at + 2), 16), 0);
    root.dataset.theme = light < 384 ? "dark" : "light";
  };
  applyTheme();

  // What a link led to is brought into view, once.
  root.querySelectorAll(".here").forEach((part) => part.classList.remove("here"));
  const place = data.place && root.querySelector("[id='" + CSS.escape(data.place) + "']");
  if (place) place.classList.add("here");
  if (place && root.__place !== data.place) place.scrollIntoView({ block: "nearest" });
  root.__place = data.place;

  root.onclick = (event) => {
    const sorter = event.target.closest("button[data-sort]");
    if (sorter) return sortBy(sorter);
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
    follow(address);
  };

  // Streamlit follows a step in the browser's history by itself: one run of the new page, one step for the back button.
  function follow(address) {
    try {
      history.pushState(null, "", new URL(address, document.baseURI));
    } catch {
      setTriggerValue("go", address); // the browser keeps its history from us: Python decides
      return;
    }
    window.dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  }

  function sortBy(button) {
    const header = button.closest("th");
    const table = button.closest("table");
    const body = table.tBodies[0];
    const at = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
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

// One stylesheet for all boards, fetched once and kept by the browser: it is not in every message of every rerun.
function dress(root, address) {
  let style = window.__hengyangStyle;
  if (!style || style.address !== address) {
    style = window.__hengyangStyle = { address, sheet: new CSSStyleSheet(), isThere: false };
    style.ready = fetch(new URL(address, document.baseURI))
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((text) => { style.sheet.replaceSync(text); style.isThere = true; });
  }
  const home = root.getRootNode();
  if (!home.adoptedStyleSheets.includes(style.sheet)) home.adoptedStyleSheets.push(style.sheet);
  if (style.isThere) return;
  root.style.visibility = "hidden";
  style.ready.finally(() => { root.style.visibility = ""; });
}
