extension HTMLAuditFiles {
  /// The filter of the list, and the drawing of cases as they come into view. The page reads without.
  static let script = """
    "use strict";
    (function () {
      var root = document.documentElement;
      function language() { return document.getElementById("lang-en").checked ? 1 : 0; }
      function words(pair) { return Array.isArray(pair) ? pair[language()] : pair; }

      // Cases are text until they are looked at.
      var cases = Array.prototype.slice.call(document.querySelectorAll(".case"));
      function draw(article) {
        var raw = article.querySelector("noscript");
        if (!raw) { return; }
        var body = document.createElement("div");
        body.innerHTML = raw.textContent;
        raw.replaceWith(body);
      }
      var watch = new IntersectionObserver(function (entries) {
        entries.forEach(function (entry) {
          if (!entry.isIntersecting) { return; }
          draw(entry.target);
          watch.unobserve(entry.target);
        });
      }, { rootMargin: "800px" });
      cases.forEach(function (article) { watch.observe(article); });
      // So few are drawn at once, and can be searched by the browser.
      if (cases.length <= 200) { cases.forEach(draw); }
      function show() {
        var id = decodeURIComponent(location.hash.slice(1));
        var match = /^c(\\d+)(-|$)/.exec(id);
        if (!match) { return; }
        var article = document.getElementById("c" + match[1]);
        if (!article) { return; }
        article.hidden = false;
        draw(article);
        var target = document.getElementById(id);
        if (target) { target.scrollIntoView(); }
      }
      window.addEventListener("hashchange", show);
      document.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest("a[href^='#c']");
        // A link to where one already is changes no hash.
        if (link && link.hash === location.hash) { show(); }
      });
      window.addEventListener("beforeprint", function () {
        cases.forEach(function (article) { if (!article.hidden) { draw(article); } });
      });
      // The choice of language goes along from page to page.
      var key = "pingcha-lang";
      try {
        var chosen = document.getElementById("lang-" + localStorage.getItem(key));
        if (chosen) { chosen.checked = true; root.lang = language() ? "en" : "zh-CN"; }
      } catch (error) { /* private mode */ }
      document.querySelectorAll("input[name=lang]").forEach(function (input) {
        input.addEventListener("change", function () {
          root.lang = language() ? "en" : "zh-CN";
          try { localStorage.setItem(key, input.id.slice(5)); } catch (error) { /* private mode */ }
          label();
          tell();
        });
      });

      var list = document.getElementById("list");
      var form = document.querySelector(".filter");
      if (!list) { label = tell = function () {}; show(); return; }
      var count = document.getElementById("count");
      var names = JSON.parse(document.getElementById("names").textContent);
      var lines = list.querySelector("noscript").textContent.split("\\n<tr data-");
      var head = lines.shift();
      var pattern = /^c=(\\d+) data-o=(-?\\d+) data-r=(-?\\d+) data-s=(\\w+) data-g=(\\w+)>/;
      var rows = lines.map(function (line) {
        var found = pattern.exec(line);
        return { html: "<tr data-" + line, c: +found[1], o: found[2], r: found[3], s: found[4], g: found[5], text: null, name: null };
      });
      lines = null;
      list.innerHTML = head + "</table>";
      var body = list.querySelector("tbody");
      var more = document.createElement("button");
      more.type = "button";
      more.className = "more";
      list.after(more);
      var page = 200, matches = rows, drawn = 0, matchedCases = 0;

      function plain(html) { return html.replace(/<[^>]*>/g, "\\u0001").toLowerCase(); }
      function escaped(text) {
        return text.trim().toLowerCase().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
      }
      function text(row) { return row.text === null ? (row.text = plain(row.html)) : row.text; }
      function name(row) {
        if (row.name === null) { row.name = plain(row.html.slice(0, row.html.indexOf("</a>"))); }
        return row.name;
      }
      function draws() {
        body.insertAdjacentHTML("beforeend", matches.slice(drawn, drawn + page).map(function (row) { return row.html; }).join("\\n"));
        drawn = Math.min(drawn + page, matches.length);
        tell();
      }
      function filled(pair, values) { return words(pair).replace(/\\{(\\d)\\}/g, function (all, place) { return values[+place]; }); }
      function tell() {
        count.textContent = matches.length ? filled(names.shown, [matches.length, matchedCases, rows.length]) : words(names.none);
        more.hidden = drawn >= matches.length;
        more.textContent = filled(names.more, [Math.min(page, matches.length - drawn)]);
      }
      function filter() {
        var wanted = {};
        ["text", "case"].forEach(function (key) { wanted[key] = escaped(form.elements[key].value); });
        ["office", "rule", "severity", "group"].forEach(function (key) { wanted[key] = form.elements[key].value; });
        var isFiltered = Object.keys(wanted).some(function (key) { return wanted[key] !== ""; });
        matches = !isFiltered ? rows : rows.filter(function (row) {
          return (wanted.office === "" || row.o === wanted.office) && (wanted.rule === "" || row.r === wanted.rule)
            && (wanted.severity === "" || row.s === wanted.severity) && (wanted.group === "" || row.g === wanted.group)
            && (wanted.case === "" || name(row).indexOf(wanted.case) >= 0)
            && (wanted.text === "" || text(row).indexOf(wanted.text) >= 0);
        });
        var seen = new Set();
        matches.forEach(function (row) { seen.add(row.c); });
        matchedCases = seen.size;
        cases.forEach(function (article, place) {
          var hide = isFiltered && !seen.has(place + 1);
          if (article.hidden !== hide) { article.hidden = hide; }
        });
        body.textContent = "";
        drawn = 0;
        draws();
      }

      function label() {
        function fill(key, pairs) {
          var select = form.elements[key], chosen = select.value;
          select.replaceChildren(new Option(words(names.all), ""));
          pairs.forEach(function (pair) { select.append(new Option(words(pair[1]), pair[0])); });
          select.value = chosen;
        }
        fill("office", names.offices.map(function (name, place) { return [place, name]; }));
        fill("rule", names.rules.map(function (pair, place) { return [place, pair]; }).filter(function (pair) { return pair[1]; }));
        fill("severity", Object.entries(names.severities));
        fill("group", Object.entries(names.groups));
      }
      label();
      form.hidden = false;
      form.addEventListener("input", filter);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function () { setTimeout(filter, 0); });
      more.addEventListener("click", draws);
      filter();
      show();
      // The texts that are searched, made ready while nobody waits.
      (function ready(from) {
        rows.slice(from, from + 1000).forEach(function (row) { text(row); name(row); });
        if (from + 1000 < rows.length) { setTimeout(ready, 0, from + 1000); }
      })(0);
    })();

    """
}
