// Embeds the widget as any page would, except that the address says whose: ?server=http://127.0.0.1:8080&estate=ID.
// A real page has these two lines in its markup:
//
//   <script src="SERVER/yishi.js" async></script>
//   <yishi-widget estate="ESTATE" server="SERVER"></yishi-widget>
(() => {
  "use strict";
  const query = new URLSearchParams(location.search);
  const place = document.getElementById("widget");
  const server = (query.get("server") || "").replace(/\/+$/, "");
  if (!/^https?:\/\//.test(server) || !query.get("estate")) {
    place.textContent = "?server=http://127.0.0.1:8080&estate=…";
    return;
  }
  const element = document.createElement("yishi-widget");
  element.setAttribute("server", server);
  for (const name of ["estate", "lang", "theme", "mode"]) {
    if (query.has(name)) element.setAttribute(name, query.get(name));
  }
  place.append(element);
  const script = document.createElement("script");
  script.src = server + "/yishi.js";
  script.async = true;
  document.head.append(script);
})();
