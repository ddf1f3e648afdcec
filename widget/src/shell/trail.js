// The browser's history, one entry for each layer of the window: {yishi: [number, address]} beside what else the page keeps
// there. Our own page has the address in its own, behind `#`; in somebody else's the page's address is theirs. A page has one
// history: of several windows in it, the first has it, and the others go back by themselves.

let owner;
let ours;
const stops = new Map();

const kept = () => (history.state || {}).yishi || [];

// Takes the history for a window, if nobody has it. Answers the number of the entry that is shown.
export const begin = (mine, own) => {
  owner = owner || mine;
  if (owner !== mine) return 0;
  ours = own;
  // The window brings back its own places.
  if (ours) history.scrollRestoration = "manual";
  return kept()[0] || 0;
};

// The address of the entry that is shown.
export const address = () => (ours ? location.hash.slice(1) : kept()[1] || "");

// The number of the entry that is shown; -1 for one that is not ours yet, as of an address that somebody typed.
export const number = () => {
  const [number = -1] = kept();
  return number;
};

export const write = (mine, number, address, push) => {
  if (owner !== mine) return;
  const url = ours ? location.pathname + location.search + (address && "#" + address) : undefined;
  try {
    history[push ? "pushState" : "replaceState"]({ ...history.state, yishi: [number, address] }, "", url);
  } catch (error) {
    // A browser may allow only so many in half a minute; the layer is shown all the same.
  }
};

// Goes back by so many entries; false if this window has no history.
export const back = (mine, by) => {
  if (owner !== mine) return false;
  history.go(-by);
  return true;
};

export const scrolled = () => scrollY;

// Once a layer stands: the page where it belongs, and the reading voice at the heading; y is -1 where the page stays.
// Somebody else's page is never moved but to show the window's top.
export const settle = (root, own, y) => requestAnimationFrame(() => {
  if (own && y >= 0) scrollTo(0, y);
  if (!own && y === 0 && root.getBoundingClientRect().top < 0) root.scrollIntoView();
  read(root, 300);
});

// A page of the desk has its heading once it was read, some frames later.
const read = (root, frames) => {
  const heading = root.querySelector("h2[tabindex],main h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  } else if (frames && root.querySelector("main")) requestAnimationFrame(() => read(root, frames - 1));
};

// Whether somebody is typing into what is shown.
export const typing = (root) =>
  [...root.querySelectorAll("textarea,input")].some((field) => field.value && !/radio|checkbox/.test(field.type));

// Whether it was told of because what is shown may be old.
let away = false;
export const isOld = () => away;

// Says when another entry is shown, and when what is shown may be old: the page was kept in memory, or left for a minute.
export const listen = (mine, told) => {
  let left = 0;
  const moved = () => { away = false; told(); };
  const old = () => { away = true; told(); };
  const seen = () => {
    if (document.hidden) left = Date.now();
    else if (left && Date.now() - left > 6e4) old();
  };
  const shown = (event) => event.persisted && old();
  const went = () => owner === mine && (ours || kept().length) && moved();
  addEventListener("popstate", went);
  addEventListener("pageshow", shown);
  document.addEventListener("visibilitychange", seen);
  stops.set(mine, () => {
    removeEventListener("popstate", went);
    removeEventListener("pageshow", shown);
    document.removeEventListener("visibilitychange", seen);
    if (owner === mine) owner = 0;
  });
};

// The window is taken out of the page.
export const end = (mine) => {
  const stop = stops.get(mine);
  if (stop) stop();
};

// Puts text where the next paste takes it from; false if the browser does not let us.
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return false;
  }
};
