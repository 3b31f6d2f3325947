// Notes when parts of a page are painted, the same way for every framework: looks once a frame, into shadow roots too.
// (visit) => …: visit is { answer, charts }, each a list of [selector, count, text]: at least count of them (exactly -count
// where it is not positive) can be seen, and each contains the text.
(visit) => {
  const roots = [document];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    roots.push(root);
    return root;
  };
  // Roots that the page's own HTML declares are attached without a call.
  const declared = () => [...document.body?.children ?? []].map((part) => part.shadowRoot).filter((root) => root && !roots.includes(root));
  const seen = (selector, text) =>
    [...roots.filter((root) => root === document || root.host.isConnected), ...declared()]
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .filter((part) => part.getClientRects().length && part.textContent.includes(text)
        && part.checkVisibility({ checkVisibilityCSS: true }));
  const isPainted = (parts) => parts.every(([selector, count, text]) => {
    const found = seen(selector, text).length;
    return count <= 0 ? found === -count : found >= count;
  });
  const bench = { at: {}, from: 0 };
  window.__bench = bench;
  // The frame after the one in which all was there: by then it has been painted.
  const note = (name, parts) => {
    const look = () => {
      if (bench.at[name] !== undefined) return;
      if (bench.from !== null && isPainted(parts)) {
        requestAnimationFrame(() => { bench.at[name] ??= performance.now() - bench.from; });
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  // Counts from the next click, input or change on.
  bench.arm = (name, parts) => {
    delete bench.at[name];
    bench.from = null;
    const begin = () => { bench.from ??= performance.now(); };
    for (const kind of ["click", "input", "change"]) addEventListener(kind, begin, { capture: true, once: true });
    note(name, parts);
  };
  for (const [name, parts] of Object.entries(visit)) note(name, parts);
}
