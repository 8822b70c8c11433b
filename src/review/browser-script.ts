/**
 * The script of the page: it copies values, remembers what was entered, and colours code. Without it, all can
 * be read. It is one file of JavaScript that any browser of today runs, and that needs no network.
 */
export const browserScript = `
(() => {
  const find = (selector) => [...document.querySelectorAll(selector)];
  const said = document.getElementById("said");

  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const copies = (button, name, textOf) => {
    button.addEventListener("click", async () => {
      await copyText(textOf());
      button.focus();
      button.textContent = "Copied";
      said.textContent = name + " is copied.";
      setTimeout(() => { button.textContent = button.dataset.text; }, 1500);
    });
    button.dataset.text = button.textContent;
  };
  for (const value of find("dd > code")) {
    const name = value.parentNode.previousElementSibling.textContent;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: "Copy" });
    button.setAttribute("aria-label", "Copy " + name);
    copies(button, name, () => value.textContent);
    value.after(button);
  }
  const whole = document.getElementById("copy-script");
  if (whole) {
    whole.hidden = false;
    copies(whole, "zap.js", () => find("[data-part]")
      .sort((one, other) => one.dataset.part - other.dataset.part)
      .map((part) => part.textContent)
      .join(""));
  }

  let storage;
  try {
    storage = window.localStorage;
    storage.getItem("");
  } catch {
    storage = undefined;
  }
  const place = "zapc review: " + document.body.dataset.app;
  const read = () => {
    try {
      return JSON.parse(storage.getItem(place)) || {};
    } catch {
      return {};
    }
  };
  const entered = read();
  const boxes = find("input[data-of]");
  const progress = document.getElementById("progress");
  const show = () => {
    const done = boxes.filter((box) => box.checked).length;
    progress.textContent = done + " of " + boxes.length + " entered" + (storage ? "" : ", not remembered: this browser stores nothing for this file");
  };
  for (const box of boxes) {
    const { version } = box.dataset;
    const of = box.closest("[id]").id + "/" + box.dataset.of;
    const around = box.closest("details, section[id]").querySelector("h2, h3").textContent;
    const form = box.closest(".form").querySelector("h3, h4").textContent;
    box.setAttribute("aria-label", "Entered: " + around + ", " + form);
    box.checked = entered[of] === version;
    box.addEventListener("change", () => {
      if (box.checked) entered[of] = version;
      else delete entered[of];
      try {
        storage.setItem(place, JSON.stringify(entered));
      } catch {}
      show();
    });
  }
  progress.hidden = false;
  show();

  const openAround = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  };
  const openTarget = () => openAround(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  addEventListener("hashchange", openTarget);
  if (location.hash) openTarget();
  // In the studio's frame, a link would lead to a part of the studio.
  if (location.protocol === "about:") {
    for (const link of find('a[href^="#"]')) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.hash = link.getAttribute("href");
      });
    }
  }

  const contents = document.querySelector("nav details");
  if (matchMedia("(max-width: 1099px)").matches) contents.open = false;

  const tokens = /(\\/\\/[^\\n]*|\\/\\*[^]*?\\*\\/)|("(?:[^"\\\\\\n]|\\\\[^])*"|'(?:[^'\\\\\\n]|\\\\[^])*'|\`(?:[^\`\\\\]|\\\\[^])*\`)|\\b(const|let|var|function|return|if|else|for|of|in|while|do|switch|case|break|continue|throw|try|catch|new|typeof|export|async|await|null|undefined|true|false|this)\\b/g;
  const kinds = ["comment", "string", "keyword"];
  const colour = (code) => {
    for (const match of code.textContent.matchAll(tokens)) {
      const range = new Range();
      range.setStart(code.firstChild, match.index);
      range.setEnd(code.firstChild, match.index + match[0].length);
      CSS.highlights.get(kinds.find((_, index) => match[index + 1] !== undefined)).add(range);
    }
  };
  if (window.Highlight && CSS.highlights) {
    for (const kind of kinds) CSS.highlights.set(kind, new Highlight());
    for (const details of find("details.code")) {
      const colourOnce = () => {
        if (!details.open) return;
        details.removeEventListener("toggle", colourOnce);
        for (const code of details.querySelectorAll("pre:not(.diff) > code")) colour(code);
      };
      details.addEventListener("toggle", colourOnce);
      colourOnce();
    }
  }
})();
`;
