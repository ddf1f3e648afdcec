// Opens a court file: the rule book and the evidence lie in the page, and no network is asked. Nobody was asked
// for a language yet, so what fails is said in each; the build writes the phrases into it from the words files.
import { initSync, open } from "./@MODULE@";

const text = (id) => document.getElementById(id).textContent.trim();
const bytes = (id) => Uint8Array.from(atob(text(id)), (sign) => sign.charCodeAt(0));

// Whoever opened the file sees that it is being read before it is: reading takes seconds where the record is long.
requestAnimationFrame(() => setTimeout(() => {
  const place = document.getElementById("case");
  try {
    initSync({ module: bytes("rules") });
    if (!/^[A-Za-z0-9+/=]+$/.test(text("evidence"))) {
      place.textContent = ["@page_court-no-evidence@"].join(" ");
      return;
    }
    const evidence = bytes("evidence");
    place.replaceChildren();
    open(place, evidence, new TextDecoder().decode(bytes("words")).split("\0"));
  } catch (error) {
    place.textContent = ["@page_court-needs-a-newer-browser@", error].join(" ");
  }
}));
