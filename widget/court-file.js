// Opens a court file: the rule book and the evidence lie in the page, and no network is asked.
import { initSync, open } from "./@MODULE@";

const text = (id) => document.getElementById(id).textContent.trim();
const bytes = (id) => Uint8Array.from(atob(text(id)), (sign) => sign.charCodeAt(0));

// Whoever opened the file sees that it is being read before it is: reading takes seconds where the record is long.
requestAnimationFrame(() => setTimeout(() => {
  const place = document.getElementById("case");
  try {
    initSync({ module: bytes("rules") });
    if (!/^[A-Za-z0-9+/=]+$/.test(text("evidence"))) {
      place.textContent = "这个文件里没有证据。There is no evidence in this file.";
      return;
    }
    const evidence = bytes("evidence");
    place.replaceChildren();
    open(place, evidence, new TextDecoder().decode(bytes("words")).split("\0"));
  } catch (error) {
    place.textContent = `打不开：请换一个新一点的浏览器（Chrome 95、Edge 95、Firefox 100、Safari 16 以后）。This file does not open here: use a newer browser. ${error}`;
  }
}));
