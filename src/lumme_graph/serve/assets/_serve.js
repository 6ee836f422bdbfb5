/* Follows the model: loads the page again when it has changed, and shows what is wrong with it. */
(function () {
  "use strict";
  var version = document.currentScript.dataset.version;
  var PLACE = "lumme-place";
  var CLOSED = "lumme-closed";
  var stream = null;
  var bar = null;

  function open() {
    if (stream || document.hidden) return;
    stream = new EventSource("/_events?seen=" + encodeURIComponent(version));
    stream.addEventListener("reload", reload);
    stream.addEventListener("fault", function (event) { show(event.data); });
    stream.addEventListener("mended", hide);
  }

  function close() {
    if (stream) stream.close();
    stream = null;
  }

  function reload() {
    close();
    sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  }

  function comeBack() {
    var place = JSON.parse(sessionStorage.getItem(PLACE) || "[]");
    sessionStorage.removeItem(PLACE);
    if (place[0] !== location.pathname) return;
    addEventListener("load", function () {
      scrollTo({ left: place[1], top: place[2], behavior: "instant" });
    });
  }

  function element(tag, text, name) {
    var made = document.createElement(tag);
    made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function hide() {
    if (bar) bar.remove();
    bar = null;
  }

  function show(told) {
    hide();
    if (sessionStorage.getItem(CLOSED) === told) return;
    var fault = JSON.parse(told);
    bar = element("div", "", "lumme-fault");
    bar.setAttribute("role", "alert");
    bar.lang = fault.lang;
    var button = element("button", fault.close);
    button.type = "button";
    button.addEventListener("click", function () {
      sessionStorage.setItem(CLOSED, told);
      hide();
    });
    bar.append(element("strong", fault.title), button);
    if (fault.note) bar.append(element("p", fault.note));
    var list = element("ul", "");
    fault.lines.forEach(function (line) { list.append(item(line)); });
    bar.append(list);
    if (fault.rest) bar.append(element("p", fault.rest));
    document.body.append(bar);
  }

  function item(line) {
    var made = element("li", "");
    if (line.place) made.append(element("code", line.place), " ");
    if (line.code) made.append(element("b", line.code), " ");
    made.append(element("span", line.message));
    if (line.hint) made.append(" ", element("em", "→ " + line.hint));
    return made;
  }

  comeBack();
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) close(); else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
