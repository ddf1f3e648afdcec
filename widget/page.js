// Our own page: reads which estate the address names and puts the window in.
//
//   /?estate=ID   /desk?estate=ID   /enrol#ID.CODE   /act#ID&…   /enrol, as a letter's reader types it, where there is one estate
//
// What follows the estate's id in the fragment is the window's to read. It never reaches a server. The build writes the phrases
// into it from the words files.
//
// Written for browsers that cannot read the loader, so that they too lead to the light page: ES5, and no more of the browser
// than every one has that ever opened WeChat.
(function () {
  "use strict";
  var query = {};
  location.search.slice(1).split("&").forEach(function (pair) {
    var at = pair.indexOf("=");
    if (at > 0) query[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " "));
  });
  var fragment = /^#([0-9a-f]{64})(?![0-9a-z])/.exec(location.hash);
  if (fragment && !query.estate) {
    query.estate = fragment[1];
    // The window takes a letter's code out of the address; opened again, the page still knows its estate.
    var rest = location.search.slice(1);
    history.replaceState(history.state, "", "?estate=" + query.estate + (rest && "&" + rest) + location.hash);
  }

  // The language that the address names holds for what this tab opens from here on; else the one that somebody chose in this
  // browser does. See look.rs, which keeps what is chosen.
  try {
    if (query.lang) sessionStorage.setItem("yishi-language", query.lang);
    else query.lang = sessionStorage.getItem("yishi-language") || localStorage.getItem("yishi-language");
  } catch (error) {
    // A browser that keeps nothing.
  }
  var LANGUAGES = ["@languages@"], speaks = LANGUAGES.indexOf((query.lang || "").slice(0, 2).toLowerCase());
  // What each language says, everybody's first.
  var of = function (said) {
    return said[speaks] || said[0];
  };

  var say = function (words, link, address) {
    var line = document.createElement("p");
    line.setAttribute("role", "alert");
    if (speaks > 0) line.setAttribute("lang", query.lang);
    line.appendChild(document.createTextNode(words));
    if (link) {
      var anchor = document.createElement("a");
      anchor.href = address;
      anchor.appendChild(document.createTextNode(link));
      line.appendChild(anchor);
    }
    document.body.appendChild(line);
  };
  var show = function (estate) {
    if (!estate) {
      return say(of(["@page_page-no-estate-is-named@"]));
    }
    var element = document.createElement("yishi-widget");
    element.setAttribute("estate", estate);
    ["lang", "theme", "mode"].forEach(function (name) {
      if (query[name]) element.setAttribute(name, query[name]);
    });
    // The ground around the window has its colours.
    if (query.theme) document.body.className = query.theme;
    document.body.appendChild(element);
    // By then the loader has come, if it can come and this browser can read it.
    var late = function () {
      if (window.customElements && customElements.get("yishi-widget")) return;
      say(of(["@page_page-cannot-open@"]), of(["@page_page-light-page@"]), "light?estate=" + estate + (speaks > 0 ? "&lang=" + LANGUAGES[speaks] : ""));
    };
    if (document.readyState === "complete") late();
    else window.addEventListener("load", late);
  };
  if (query.estate) return show(query.estate);
  var request = new XMLHttpRequest();
  request.onload = request.onerror = function () {
    var estates = [];
    try {
      estates = JSON.parse(request.responseText).estates;
    } catch (error) {
      // No answer, or another one than ours.
    }
    show(estates.length === 1 && estates[0]);
  };
  request.open("GET", "api/estates");
  request.send();
})();
