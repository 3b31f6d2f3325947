// Loads the app after the answer; light or dark as the app will be; away once the app has drawn the same, or has something else to say.
const first = document.getElementById("hy-first");
const root = first.shadowRoot;
// The bundle is loaded once the answer is on the screen, so that it doesn't compete with it.
let isStarted = false;
const start = () => {
  if (isStarted) return;
  isStarted = true;
  document.head.append(document.getElementById("hy-app").content.cloneNode(true));
  stylesheet(first.dataset.style); // what the boards will wear comes while the bundle is read
};
if (!root) { first.remove(); return start(); } // a browser too old for it
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)));
setTimeout(start, 500); // a tab in the background paints nothing
let kept = "";
try {
  kept = Object.keys(localStorage).filter((key) => key.startsWith("stActiveTheme"))
    .map((key) => localStorage.getItem(key) || "").join();
} catch { /* a browser that keeps nothing for this site refuses to be asked */ }
const dark = kept.includes('"Dark"') || (!kept.includes('"Light"') && matchMedia("(prefers-color-scheme: dark)").matches);
const theme = dark ? "dark" : "light";
first.dataset.theme = root.querySelector(".hy").dataset.theme = theme;
const drawn = (key) => {
  const host = [...document.querySelectorAll(".st-key-" + key + " *")].find((part) => part.shadowRoot?.querySelector(".hy > *"));
  return host && getComputedStyle(host.shadowRoot.querySelector(".hy")).visibility === "visible";
};
const isThere = () => ["cards", "board", "attention"].every(drawn)
  || document.querySelector("[data-testid=stAlert], [data-testid=stException], [data-testid=stDialog]");
let isAway = false;
const look = () => {
  if (isAway || !isThere()) return;
  isAway = true;
  clearInterval(looking);
  requestAnimationFrame(() => {
    const main = document.querySelector("[data-testid=stMain]");
    if (main && first.scrollTop) main.scrollTop = first.scrollTop; // the reader goes on where they are
    first.remove();
  });
};
addEventListener("hengyang-drawn", look);
const looking = setInterval(look, 50); // what else may come says nothing of itself
setTimeout(() => { // whatever goes wrong, nothing stands before the app for longer
  clearInterval(looking);
  removeEventListener("hengyang-drawn", look);
  first.remove();
}, 20000);
