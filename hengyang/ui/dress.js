// What every component of ours wears: the stylesheet, and the reader's light or dark theme. Stands before each script.

function dress(root, address) {
  const style = stylesheet(address);
  const home = root.getRootNode();
  if (!home.adoptedStyleSheets.includes(style.sheet)) home.adoptedStyleSheets.push(style.sheet);
  const drawn = () => {
    root.style.visibility = "";
    dispatchEvent(new Event("hengyang-drawn"));
  };
  if (style.isThere) return queueMicrotask(drawn); // once the rest of this very call is there
  root.style.visibility = "hidden";
  style.ready.finally(drawn);
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
