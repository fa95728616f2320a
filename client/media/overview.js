// Runs in the overview's page: tells the editor what was chosen, and takes new content without losing the reader's place.
(() => {
  const editor = acquireVsCodeApi();
  const content = document.getElementById("content");
  const state = () => JSON.parse(document.body.dataset.state ?? "{}");
  editor.setState({ ...editor.getState(), ...state() });

  const buttons = () => [...content.querySelectorAll("button.link")];
  const remember = () => editor.setState({ ...editor.getState(), scroll: window.scrollY });

  /** The button that stands for the same as one that is gone: by its words, else by its place. */
  const sameAs = (words, index) => {
    const all = buttons();
    return all.find((button) => button.textContent === words) ?? all[Math.min(index, all.length - 1)];
  };

  /** What had the focus before new content came while the reader was elsewhere. */
  let left;
  window.addEventListener("focus", () => {
    if (left && document.activeElement === document.body)
      sameAs(left.words, left.index)?.focus({ preventScroll: true });
    left = undefined;
  });

  content.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.link") : undefined;
    if (button) editor.postMessage({ line: Number(button.dataset.line), uri: button.dataset.uri });
  });
  window.addEventListener("scroll", remember, { passive: true });
  window.addEventListener("message", ({ data }) => {
    if (typeof data?.html !== "string") return;
    const all = buttons();
    const focused = all.indexOf(document.activeElement);
    if (focused >= 0) left = { words: all[focused].textContent, index: focused };
    const scroll = window.scrollY;
    // The server has escaped what comes from reports, and the page's policy runs no other script.
    content.innerHTML = data.html;
    // The focus is taken back, but never from the editor that somebody types in.
    if (left && document.hasFocus()) {
      sameAs(left.words, left.index)?.focus({ preventScroll: true });
      left = undefined;
    }
    window.scrollTo(0, scroll);
  });
  window.scrollTo(0, editor.getState()?.scroll ?? 0);
})();
