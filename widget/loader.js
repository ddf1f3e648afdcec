// yishi.js: what other people's pages load. It defines <yishi-widget estate="…" lang theme mode server>, shows at once
// what is being voted on, and then lets the window itself take over: `mount` of src/bin/.
//
// `cargo xtask widget` writes the phrases into it from the words files, minifies it, puts the names and hashes of the built
// files in place of the words in @, and fails if more than 2,200 bytes are left after gzip; so what is said when something fails is a file of its own, why.js. It is
// written for browsers older than those that run the window, so that they too can say what is wrong: ES2017 with `import()`.
(() => {
  "use strict";
  const tag = "yishi-widget";
  // A page may include the script twice.
  if (customElements.get(tag)) return;

  // Where it came from. A module is no current script but has its tag; in somebody's bundle, or imported, it has none, and
  // each element's `server` says it.
  const { src = "" } = document.querySelector("script[src*='@LOADER@']") || {}, from = src && new URL(".", src).href;
  const files = ["@MODULE@", "@WASM@", "@STYLE@"];

  // What each mounted element is reached by.
  const handles = new WeakMap();
  // The promise of the module, once for all elements of the page.
  let core;
  // A browser may remember that a module could not be had; another address makes it ask again.
  let retry = "";

  // Text only: no word of a server becomes markup.
  const add = (parent, name, properties) =>
    parent.appendChild(Object.assign(document.createElement(name), properties));

  const tell = (element, name, detail) =>
    element.dispatchEvent(new CustomEvent("yishi:" + name, { bubbles: true, composed: true, detail }));

  const load = (base) => {
    const href = base + files[0] + retry;
    // `import` cannot check a hash itself; it takes what the hint has brought and checked.
    add(document.head, "link", { rel: "modulepreload", crossOrigin: "", integrity: "@MODULE_HASH@", href });
    core = Promise.all([import(href), fetch(base + files[1], { integrity: "@WASM_HASH@" })]).then(
      ([module, module_or_path]) => module.default({ module_or_path }).then(() => module));
    // Each element says what went wrong; nothing is left for the page's own error handlers.
    core.catch(() => {
      core = null;
      retry += "?";
    });
    return core;
  };

  const open = (element) => {
    const attribute = (name) => element.getAttribute(name) || "";
    // What is said stands here once for each language, from the words files; the first is everybody's.
    const lang = attribute("lang"), say = (...said) => said[["@languages@"].indexOf(lang.slice(0, 2))] || said[0];
    const server = (attribute("server") || from).replace(/\/*$/, "/"), base = from || server;
    const root = element.shadowRoot || element.attachShadow({ mode: "open" });
    root.textContent = "";
    const dressed = new Promise((onload, onerror) =>
      add(root, "link", { rel: "stylesheet", crossOrigin: "", integrity: "@STYLE_HASH@", href: base + files[2], onload, onerror }));
    const box = add(root, "div", {
      className: "wx-root", lang: say("@tags@"), role: "region", ariaLabel: "议事",
      // Until the style sheet is there, one sentence.
      style: "font:18px sans-serif;padding:1em",
    });
    box.dataset.weuiTheme = attribute("theme");
    box.dataset.weuiMode = attribute("mode");
    const fill = (ariaBusy, role, textContent) => {
      Object.assign(box, { textContent: "", ariaBusy });
      add(box, "p", { className: "ys-sec", role, textContent });
    };
    // What the window will ask first is asked while it comes. It takes each answer once; what is old, or could not be had, is
    // asked anew.
    const early = {}, since = Date.now();
    const ask = (path) => {
      const url = `${server}api/estates/${attribute("estate")}${path}`;
      return early[url] = fetch(url).catch(() => {});
    };
    const take = (url, init) => {
      const asked = Promise.resolve(Date.now() - since < 3e4 && early[url]);
      delete early[url];
      return asked.then((answer) => answer || fetch(url, init));
    };

    fill(true, "status", say("@page_loader-opening@"));
    const card = add(box, "div", { className: "ys-card", hidden: true });
    const first = add(card, "div");
    const bar = (parent, kind) => add(parent, "i", { className: "ys-sk ys-sk_" + kind });
    bar(first, "h");
    bar(card, "l");
    bar(card, "btn");

    dressed.then(() => {
      box.style = "";
      card.hidden = false;
    }, () => {});

    // The box is gone when the element was taken out or opened again meanwhile.
    Promise.resolve().then(() => {
      // Needs reference types, the youngest thing that the window is compiled to, and a policy that lets it run.
      const { Instance, Module } = WebAssembly;
      new Instance(new Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 111, 26, 11)));
      ask("");
      ask("/agendas").then((answer) => answer.clone().json()).then(({ agendas }) => {
          // The vote that closes soonest, with its date in the estate's time; a day's end is 24:00 here.
          const [vote] = agendas.filter(({ stage, title }) => title && stage === "voting")
            .sort((a, b) => a.closes_ms - b.closes_ms);
          ask("/agendas/" + vote.notice);
          const ms = vote.closes_ms + 288e5, midnight = ms % 864e5 === 0;
          const at = new Date(ms - midnight).toISOString(), time = midnight ? "24:00" : at.slice(11, 16);
          const line = (name, textContent) => add(first, "p", { className: "ys-" + name, textContent });
          first.textContent = "";
          line("eyebrow", say("@page_loader-vote@"));
          line("t", vote.title[lang.slice(0, 2)] || vote.title.zh);
          line("gap-1", say("@page_loader-until month=+at.slice(5, 7); day=+at.slice(8, 10); date=at.slice(0, 10); clock=time@"));
        // No vote, no such estate, no network: the window will say so.
        }).catch(() => {});
      return Promise.all([core || load(base), dressed]);
    }).then(([module]) => new Promise((done) => module.speak(lang, base, take, done)).then(() => {
      if (!box.isConnected) return;
      // The window brings its own region, with its own language and colours.
      handles.set(element, module.mount(add(root, "div"), element, base));
      box.remove();
      tell(element, "ready");
    })).catch((error) => {
      if (!box.isConnected) return;
      const again = () => open(element);
      import(base + "yishi-why.js" + retry).then(({ why }) => why({ box, element, server, base, files, error, again })).catch(() => {
        fill(null, "alert", say("@page_loader-failed@"));
        add(box, "button", { textContent: say("@page_loader-retry@"), onclick: again });
        tell(element, "error", { code: "load" });
      });
    });
  };

  const close = (element) => {
    const handle = handles.get(element);
    if (handle) handle.unmount();
    handles.delete(element);
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
        if (!this.isConnected) close(this);
      });
    }

    attributeChangedCallback(name, was, value) {
      const handle = handles.get(this);
      if (was === value || !this.shadowRoot) return;
      // A page may say whose window it is after it has put it in.
      if (/^[es]/.test(name)) {
        close(this);
        open(this);
      } else if (handle) handle.set(name, value || "");
    }
  });
})();
