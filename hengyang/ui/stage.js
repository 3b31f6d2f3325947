// The projector: every slide is here already, so that keys work with the network cable pulled. Also turns the wall.
const WIDTH = 1920, HEIGHT = 1080, TURN_MS = 12000, TYPED_MS = 2500;
const CHANNEL = "hengyang-stage";

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".hy");
  dress(root, data.style);
  root.lang = data.lang;
  theme(root);
  if (root.__html === data.html) return root.__leave;
  root.__html = data.html;
  root.__leave?.();
  root.innerHTML = data.html;
  const stage = root.querySelector(".hy-stage");
  const screen = stage.querySelector(".s-screen");
  // The top layer: neither the frame of the page nor its word about a lost connection can cover it.
  stage.popover = "manual";
  stage.showPopover();
  screen.focus({ preventScroll: true });
  const fit = () => {
    const scale = Math.min(screen.clientWidth / WIDTH, screen.clientHeight / HEIGHT);
    const [left, top] = [(screen.clientWidth - WIDTH * scale) / 2, (screen.clientHeight - HEIGHT * scale) / 2];
    screen.querySelectorAll(":scope > .slide").forEach((slide) => {
      slide.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    });
  };
  fit();
  addEventListener("resize", fit);
  const watch = new ResizeObserver(fit); // full screen changes the size of the screen alone
  watch.observe(screen);
  // On paper it is no cover but a part of the page: the top layer has one sheet, the flow as many as there are slides.
  const lay = () => stage.hidePopover(), raise = () => { stage.showPopover(); fit(); };
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", raise);
  const end = data.isWall ? turning(root, screen) : presenting(root, stage, screen, data);
  return (root.__leave = () => { removeEventListener("resize", fit); watch.disconnect(); removeEventListener("beforeprint", lay); removeEventListener("afterprint", raise); end(); });
}

function isTyping(event) {
  const at = event.composedPath()[0];
  return event.isComposing || at?.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(at?.tagName);
}

function leave(screen) {
  const way = screen.querySelector(".s-out");
  if (document.fullscreenElement) document.exitFullscreen();
  else follow(way.getAttribute("href"));
}

function full(screen) {
  if (document.fullscreenElement) document.exitFullscreen();
  else screen.requestFullscreen?.();
}

function presenting(root, stage, screen, data) {
  const slides = [...screen.querySelectorAll(":scope > .slide")];
  const [blank, typed, help] = ["s-blank", "s-typed", "s-help"].map((name) => screen.querySelector("." + name));
  const channel = new BroadcastChannel(CHANNEL);
  let at = 1, digits = "", timer = 0, speaker = null, ticking = 0;

  const show = (number) => {
    at = Math.min(Math.max(number, 1), slides.length);
    slides.forEach((slide, place) => {
      slide.classList.toggle("on", place + 1 === at);
      slide.ariaHidden = place + 1 !== at;
    });
    blank.hidden = true;
    const address = new URL(location);
    address.searchParams.set("slide", at);
    try { history.replaceState(history.state, "", address); } catch { /* a foreign frame keeps its own address */ }
    channel.postMessage({ at });
    told();
  };
  const type = (text) => { digits = text; typed.textContent = text; typed.hidden = !text; };
  const go = () => { const number = Number(digits); type(""); if (number) show(number); };
  const act = {
    ArrowRight: () => show(at + 1), ArrowLeft: () => show(at - 1), PageDown: () => show(at + 1),
    PageUp: () => show(at - 1), Home: () => show(1), End: () => show(slides.length),
    Enter: go, f: () => full(screen), b: () => { blank.hidden = !blank.hidden; },
    n: () => notes(), "?": () => { help.hidden = !help.hidden; },
    Escape: () => { if (digits || !help.hidden) { type(""); help.hidden = true; } else leave(screen); },
  };
  const onKey = (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[0-9]$/.test(key)) {
      type((digits + key).slice(-3));
      clearTimeout(timer);
      timer = setTimeout(() => type(""), TYPED_MS);
    } else if (key in act) act[key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("keydown", onKey, true);

  screen.onclick = (event) => { if (!event.target.closest(".s-help")) show(at + 1); };

  // The speaker's window: this slide and the next, the notes, the clock. Made here, so it needs no network either.
  function notes() {
    if (speaker && !speaker.closed) return speaker.focus();
    speaker = open("", "hengyang-speaker", "width=1280,height=760");
    if (!speaker) { type(data.words.blocked); return; }
    const page = speaker.document;
    page.title = data.words.speaker;
    const style = page.createElement("style");
    style.textContent = "body{margin:0}" + [...window.__hengyangStyle.sheet.cssRules].map((rule) => rule.cssText).join("\n");
    page.head.replaceChildren(style);
    const view = page.createElement("div");
    view.className = "hy speaker";
    view.dataset.theme = root.dataset.theme;
    view.lang = root.lang;
    for (const name of ["now", "next", "words", "clock"]) {
      const part = page.createElement("div");
      part.className = { now: "frame now", next: "frame next" }[name] ?? name;
      view.append(part);
    }
    page.body.replaceChildren(view);
    // Its own ear on the channel: the slides follow whoever turns them.
    const ear = new speaker.BroadcastChannel(CHANNEL);
    ear.onmessage = ({ data: said }) => { if (said.at) told(); };
    speaker.addEventListener("keydown", onKey, true);
    speaker.addEventListener("resize", told);
    clearInterval(ticking);
    ticking = setInterval(clock, 1000);
    told();
  }
  function clock() {
    if (!speaker || speaker.closed) return clearInterval(ticking);
    const since = Math.floor((Date.now() - started) / 60000);
    speaker.document.querySelector(".clock").textContent =
      `${new Date().toLocaleTimeString(root.lang, { hour: "2-digit", minute: "2-digit" })} · ${since}′ · ${at}/${slides.length}`;
  }
  function told() {
    if (!speaker || speaker.closed) return;
    const page = speaker.document;
    for (const [name, slide] of [["now", slides[at - 1]], ["next", slides[at]]]) {
      const frame = page.querySelector("." + name);
      const copy = slide ? page.importNode(slide, true) : page.createElement("p");
      if (slide) copy.style.transform = `scale(${frame.clientWidth / WIDTH})`;
      else copy.textContent = data.words.end;
      frame.replaceChildren(copy);
    }
    const words = page.querySelector(".words");
    words.innerHTML = slides[at - 1].querySelector(".s-notes").innerHTML;
    clock();
  }
  const started = Date.now();
  show(data.slide || 1);
  return () => {
    removeEventListener("keydown", onKey, true);
    clearInterval(ticking);
    channel.close();
    speaker?.close();
  };
}

function turning(root, screen) {
  const parts = [...screen.querySelectorAll("[data-turn]")];
  const turns = [...new Set(parts.map((part) => part.dataset.turn))];
  // A new release draws the wall anew: it goes on where it was.
  let at = root.__turn ?? 0;
  const show = (step) => {
    at = root.__turn = (at + step + turns.length) % turns.length;
    parts.forEach((part) => part.classList.toggle("on", part.dataset.turn === turns[at]));
  };
  show(0);
  let timer = setInterval(show, TURN_MS, 1);
  const act = {
    ArrowRight: () => show(1), ArrowLeft: () => show(-1), f: () => full(screen), Escape: () => leave(screen),
  };
  const onKey = (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!(key in act)) return;
    act[key]();
    event.preventDefault();
    clearInterval(timer);
    timer = setInterval(show, TURN_MS, 1);
  };
  addEventListener("keydown", onKey, true);
  return () => { removeEventListener("keydown", onKey, true); clearInterval(timer); };
}
