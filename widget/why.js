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

const SAID = {
  policy: [
    "这个网页的安全设置挡住了议事窗口。请到议事自己的页面看，那里什么都能办。",
    "The security policy of this page stops the window. Open Yishi's own page, where everything works.",
  ],
  engine: [
    "这个浏览器太旧，打不开议事窗口。请更新微信或浏览器。没更新也能看：下面是简易页。",
    "This browser is too old for the window. Please update it. Until then you can read everything on the light page.",
  ],
  outdated: ["页面旧了，请重新打开。没有什么丢掉。", "This page is out of date. Open it anew; nothing was lost."],
  offline: ["连不上服务器。请看看网络，再试一次。没有什么丢掉。", "The server does not answer. Check the network and try again; nothing was lost."],
  load: ["没能打开，请再试一次。", "Could not open. Please try again."],
};

const found = (by, missing, codes) => {
  if (by) return by;
  if (missing.length > 0) return "policy";
  if (codes.every((code) => code === 0)) return "offline";
  return codes.includes(404) ? "outdated" : "load";
};

export const why = async ({ box, element, server, base, files, error, again }) => {
  const attribute = (name) => element.getAttribute(name) || "";
  const english = /^en/.test(attribute("lang")), say = (zh, en) => english ? en : zh;
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
    // Whoever looks after this page may read either.
    add(card, "p", { className: "ys-s ys-2 ys-gap-2", lang: say("en", "zh-CN"), textContent: say(words[1], words[0]) });
    add(card, "p", { className: "ys-s ys-2 ys-gap-2", textContent: say("网页管理员请放行：", "For the owner of this page, to be allowed: ") + needed });
  }
  const at = (page) => server + page + "?" + new URLSearchParams({ estate: attribute("estate"), ...(english && { lang: "en" }) });
  const way = (kind, properties) =>
    add(card, properties.href ? "a" : "button", { className: `weui-btn weui-btn_${kind} ys-gap-3`, ...properties });
  if (policy && !own) way("primary", { href: at(""), textContent: say("打开议事页面", "Open Yishi's page") });
  if (code === "outdated") way("primary", { textContent: say("重新打开", "Open it anew"), onclick: () => location.reload() });
  if (code === "offline" || code === "load") way("primary", { textContent: say("重试", "Try again"), onclick: again });
  if (code === "engine" || code === "load" || (policy && own)) way("default", { href: at("light"), textContent: say("打开简易页", "Open the light page") });
  element.dispatchEvent(new CustomEvent("yishi:error", { bubbles: true, composed: true, detail: { code, message, missing } }));
};
