// Our own page: reads which estate the address names and puts the window in.
//
//   /?estate=ID   /desk?estate=ID   /enrol#ID.CODE   /act#ID&…   /enrol, as a letter's reader types it, where there is one estate
//
// What follows the estate's id in the fragment is the window's to read. It never reaches a server.
(() => {
  "use strict";
  const query = new URLSearchParams(location.search);
  const fragment = /^#([0-9a-f]{64})(?![0-9a-z])/.exec(location.hash);
  if (fragment && !query.has("estate")) {
    query.set("estate", fragment[1]);
    // The window takes a letter's code out of the address; opened again, the page still knows its estate.
    history.replaceState(history.state, "", "?" + query + location.hash);
  }
  const show = (estate) => {
    const element = document.createElement(estate ? "yishi-widget" : "p");
    if (estate) {
      element.setAttribute("estate", estate);
      for (const name of ["lang", "theme", "mode"]) {
        if (query.has(name)) element.setAttribute(name, query.get(name));
      }
      // The ground around the window has its colours.
      if (query.has("theme")) document.body.className = query.get("theme");
    } else {
      element.textContent = "网址里没有写明是哪个小区。请从小区的公众号、入户信或值班室的二维码重新打开。";
    }
    document.body.append(element);
  };
  if (query.has("estate")) return show(query.get("estate"));
  fetch("api/estates").then((answer) => answer.json())
    .then(({ estates }) => show(estates.length === 1 && estates[0]))
    .catch(() => show());
})();
