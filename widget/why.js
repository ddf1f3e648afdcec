// yishi-why.js: loaded by a loader only when the window could not be opened. It finds out why, says it where the window would
// stand, tells the page's owner in the console and by the event `yishi:error`, and offers what helps: no second try where
// none can help.
//
//   policy    the page's Content-Security-Policy stops it    our own page, where everything works
//   engine    the browser is older than README.md names      the light page, which the server renders
//   outdated  the server has other files by now              the page opened anew
//   offline   no answer                                      another try
//   load      anything else                                  another try, the light page
//
// `cargo xtask widget` writes its phrases into it from the words files.
//
// Its name has no hash: a loader of an earlier build, still open somewhere, asks for it under this one. So what it is called
// with stays as it is.

// A module that has a reference type, the youngest thing that the window is compiled to.
const REFERENCES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 111, 26, 11];

// What of the engine or the page's policy stops WebAssembly, if anything does.
const stopped = () => {
  if (typeof WebAssembly !== "object") return "engine";
  const bytes = Uint8Array.from(REFERENCES);
  if (!WebAssembly.validate(bytes)) return "engine";
  try {
    new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return "";
  } catch (error) {
    return "policy";
  }
};

// Asks for everything once more and listens to what the page's policy says: which directives are in the way, and the codes
// under which the server gives the files; none where it does not answer.
const ask = async (base, server, files) => {
  const missing = new Set(), codes = [];
  const violation = ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === "report" || !blockedURI.startsWith(new URL(server).origin) && !blockedURI.startsWith(new URL(base).origin)) return;
    missing.add(effectiveDirective.replace(/-(elem|attr)$/, ""));
  };
  document.addEventListener("securitypolicyviolation", violation);
  const head = (url) => fetch(url, { method: "HEAD", cache: "no-store" }).then(
    (answer) => codes.push(answer.status), () => codes.push(0));
  const hint = (rel, name) => new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel, href: base + name + "?", media: "none" });
    link.onload = link.onerror = () => {
      link.remove();
      done();
    };
    document.head.append(link);
  });
  await Promise.all([...files.map((name) => head(base + name)), head(server + "api/estates"), hint("stylesheet", files[2])]);
  // What was stopped is told after what waited for it.
  await new Promise((done) => setTimeout(done, 50));
  document.removeEventListener("securitypolicyviolation", violation);
  return { missing: [...missing], codes };
};

// What a page's policy has to allow, all of it, in the words of a policy.
const allowed = (base, server) => {
  const [files, answers] = [new URL(base).origin, new URL(server).origin];
  const both = files === answers ? files : files + " " + answers;
  return [`script-src ${files} 'wasm-unsafe-eval'`, `style-src ${files}`, `connect-src ${both}`];
};

// Each phrase once for each of these languages; the build writes them from the words files.
const TAGS = ["@tags@"], LANGUAGES = ["@languages@"];

const SAID = {
  policy: ["@page_why-policy@"],
  engine: ["@page_why-engine@"],
  outdated: ["@page_why-outdated@"],
  offline: ["@page_why-offline@"],
  load: ["@page_why-load@"],
};

const found = (by, missing, codes) => {
  if (by) return by;
  if (missing.length > 0) return "policy";
  if (codes.every((code) => code === 0)) return "offline";
  return codes.includes(404) ? "outdated" : "load";
};

export const why = async ({ box, element, server, base, files, error, again }) => {
  const attribute = (name) => element.getAttribute(name) || "";
  const speaks = Math.max(0, LANGUAGES.indexOf(attribute("lang").split("-")[0])), say = (...said) => said[speaks];
  const by = stopped();
  // Our own page says so itself: a stranger's may stand at the same origin.
  const own = "yishi" in document.documentElement.dataset, query = new URLSearchParams(location.search);
  if (own && by === "policy" && query.get("policy") !== "old") {
    // Safari 15 and Chrome 96 know no word of a policy that allows WebAssembly alone; our own page has another one for them.
    query.set("policy", "old");
    return location.replace("?" + query + location.hash);
  }
  const { missing, codes } = by === "engine" ? { missing: [], codes: [] } : await ask(base, server, files);
  if (!box.isConnected) return;
  if (by === "policy") missing.push("script-src 'wasm-unsafe-eval'");
  const code = found(by, missing, codes), policy = code === "policy";
  const needed = allowed(base, server).join("; ");
  const message = policy ? "this page's Content-Security-Policy has to allow: " + needed : "" + (error.message || code);
  console.error(`yishi (${code}): ${message}`);

  const add = (parent, name, properties) =>
    parent.appendChild(Object.assign(document.createElement(name), properties));
  box.textContent = "";
  box.removeAttribute("aria-busy");
  const card = add(box, "div", { className: "ys-card" });
  // A browser that our own page's policies do not serve is older than any that we name.
  const words = SAID[policy && own ? "engine" : code];
  add(card, "p", { role: "alert", textContent: say(...words) });
  if (policy && !own) {
    // Whoever looks after this page may read any of them.
    TAGS.forEach((lang, at) => at !== speaks && add(card, "p", { className: "ys-s ys-2 ys-gap-2", lang, textContent: words[at] }));
    add(card, "p", { className: "ys-s ys-2 ys-gap-2", textContent: say("@page_why-allow needed=needed@") });
  }
  const at = (page) => server + page + "?" + new URLSearchParams({ estate: attribute("estate"), ...(speaks > 0 && { lang: LANGUAGES[speaks] }) });
  const way = (kind, properties) =>
    add(card, properties.href ? "a" : "button", { className: `weui-btn weui-btn_${kind} ys-gap-3`, ...properties });
  if (policy && !own) way("primary", { href: at(""), textContent: say("@page_why-open-our-page@") });
  if (code === "outdated") way("primary", { textContent: say("@page_why-open-anew@"), onclick: () => location.reload() });
  if (code === "offline" || code === "load") way("primary", { textContent: say("@page_why-retry@"), onclick: again });
  if (code === "engine" || code === "load" || (policy && own)) way("default", { href: at("light"), textContent: say("@page_why-open-light-page@") });
  element.dispatchEvent(new CustomEvent("yishi:error", { bubbles: true, composed: true, detail: { code, message, missing } }));
};
