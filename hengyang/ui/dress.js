// What every component of ours wears: the stylesheet, and the reader's light or dark theme. Stands before each script.

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

// Streamlit tells its theme by the background colour it hands down.
function theme(root) {
  const background = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = background || "#fff";
  const hex = probe.fillStyle;
  const light = [1, 3, 5].reduce((sum, at) => sum + parseInt(hex.slice(at, at + 2), 16), 0);
  root.dataset.theme = light < 384 ? "dark" : "light";
}

// Streamlit follows a step in the browser's history by itself: one run of the new page, one step for the back button.
// False where the browser keeps its history from a component (a foreign frame).
function follow(address) {
  try {
    history.pushState(null, "", new URL(address, document.baseURI));
  } catch {
    return false;
  }
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  return true;
}
