// yishi.js: what other people's pages load. It defines <yishi-widget estate="…" lang theme mode server>, shows at once
// what is being voted on, and then lets the window itself take over: `mount` of src/bin/.
//
// `cargo xtask widget` minifies it, puts the names and hashes of the built files in place of the words in @, and fails if
// more than 2,000 bytes are left after gzip. It is written for browsers older than those that run the window, so that
// they too can say what is wrong: ES2017 with `import()`.
(() => {
  "use strict";
  const script = document.currentScript, base = new URL(".", script.src).href, tag = "yishi-widget";
  // A page may include the script twice.
  if (customElements.get(tag)) return;

  // What each mounted element is reached by.
  const handles = new WeakMap();
  // The promises of the style sheet's text and of the module, once for all elements of the page.
  let core;
  let sheet;
  // A browser may remember that a module could not be had; another address makes it ask again.
  let retry = "";

  // Text only: no word of a server becomes markup.
  const add = (parent, name, properties) =>
    parent.appendChild(Object.assign(document.createElement(name), properties));

  const tell = (element, name, detail) =>
    element.dispatchEvent(new CustomEvent("yishi:" + name, { bubbles: true, composed: true, detail }));

  const load = () => {
    const href = base + "@MODULE@" + retry, get = (name, integrity) => fetch(base + name, { integrity });
    // `import` cannot check a hash itself; it takes what the hint has brought and checked.
    add(document.head, "link", { rel: "modulepreload", crossOrigin: "", integrity: "@MODULE_HASH@", href });
    core = [
      get("@STYLE@", "@STYLE_HASH@").then((answer) => answer.text()),
      Promise.all([import(href), get("@WASM@", "@WASM_HASH@")]).then(([module, module_or_path]) =>
        module.default({ module_or_path }).then(() => module)),
    ];
    // Each element says what went wrong; nothing is left for the page's own error handlers.
    Promise.all(core).catch(() => {});
    return core;
  };

  const dress = (root, textContent) => {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(textContent);
      }
      root.adoptedStyleSheets = [sheet];
    } catch (error) {
      // Before iOS 16.4.
      add(root, "style", { nonce: script.nonce, textContent });
    }
  };

  const open = (element) => {
    const attribute = (name) => element.getAttribute(name) || "";
    const english = /^en/.test(attribute("lang"));
    const say = (zh, en) => english ? en : zh;
    const root = element.shadowRoot || element.attachShadow({ mode: "open" });
    root.textContent = "";
    const box = add(root, "div", { className: "wx-root", lang: say("zh-CN", "en"), role: "region", ariaLabel: "议事" });
    box.dataset.weuiTheme = attribute("theme");
    box.dataset.weuiMode = attribute("mode");
    const fill = (ariaBusy) => Object.assign(box, { textContent: "", ariaBusy });

    const fail = (words, error) => {
      fill(null);
      const card = add(box, "div", { className: "ys-card" });
      add(card, "p", { role: "alert", textContent: words });
      add(card, "button", {
        className: "weui-btn weui-btn_default ys-gap-3", textContent: say("重试", "Try again"),
        onclick: () => open(element),
      });
      tell(element, "error", { code: "load", message: "" + error });
    };
    try {
      // Needs reference types, the youngest thing that the window is compiled to.
      new WebAssembly.Table({ element: "externref", initial: 0 });
    } catch (error) {
      return fail(say("请更新微信或浏览器，再来打开。", "Please update this browser."), error);
    }

    fill(true);
    add(box, "p", { className: "ys-sec", role: "status", textContent: say("正在打开…", "Opening…") });
    const card = add(box, "div", { className: "ys-card" });
    const first = add(card, "div");
    const bar = (parent, kind) => add(parent, "i", { className: "ys-sk ys-sk_" + kind });
    bar(first, "h");
    bar(card, "l");
    bar(card, "btn");

    fetch(`${(attribute("server") || base).replace(/\/$/, "")}/api/estates/${attribute("estate")}/agendas`)
      .then((answer) => answer.json()).then(({ agendas }) => {
        // The vote that closes soonest, with its date in the estate's time; a day's end is 24:00 here.
        const [vote] = agendas.filter(({ stage, title }) => title && stage === "voting")
          .sort((a, b) => a.closes_ms - b.closes_ms);
        const ms = vote.closes_ms + 288e5, midnight = ms % 864e5 === 0;
        const at = new Date(ms - midnight).toISOString(), time = midnight ? "24:00" : at.slice(11, 16);
        const line = (name, textContent) => add(first, "p", { className: "ys-" + name, textContent });
        first.textContent = "";
        line("eyebrow", say("表决", "Vote"));
        line("t", english && vote.title.en || vote.title.zh);
        line("gap-1", say(`${+at.slice(5, 7)}月${+at.slice(8, 10)}日 ${time} 截止`, `until ${at.slice(0, 10)} ${time}`));
      // No vote, no such estate, no network: the window will say so.
      }).catch(() => {});

    // The box is gone when the element was taken out or opened again meanwhile.
    const mine = core || load();
    mine[0].then((text) => {
      if (box.isConnected) dress(root, text);
      return mine[1];
    }).then((module) => new Promise((done) => module.speak(attribute("lang"), base, () => done(module)))).then((module) => {
      if (!box.isConnected) return;
      // The window brings its own region, with its own language and colours.
      handles.set(element, module.mount(add(root, "div"), element, base));
      box.remove();
      tell(element, "ready");
    }).catch((error) => {
      if (core === mine) {
        core = null;
        retry += "?";
      }
      if (box.isConnected) fail(say("没能打开，请再试一次。", "Could not open. Please try again."), error);
    });
  };

  customElements.define(tag, class extends HTMLElement {
    static get observedAttributes() {
      return ["estate", "lang", "theme", "mode", "server"];
    }

    connectedCallback() {
      if (!handles.has(this)) open(this);
    }

    // An element that is moved is taken out and put in again in one go; it keeps its window.
    disconnectedCallback() {
      Promise.resolve().then(() => {
        const handle = handles.get(this);
        if (handle && !this.isConnected) {
          handles.delete(this);
          handle.unmount();
        }
      });
    }

    attributeChangedCallback(name, was, value) {
      const handle = handles.get(this);
      if (handle && was !== value) handle.set(name, value || "");
    }
  });
})();
