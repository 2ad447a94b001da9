/// The style sheet and the script that all pages of the site share.
enum HTMLRuleSiteFiles {
  static let style = """
    /* \(GeneratedMark.text) */
    \(HTMLStyle.base)\
    main, nav, #matches { max-width: 54rem; margin-inline: auto; padding-inline: 1.25rem; }
    main { padding-bottom: 4rem; }
    \(HTMLStyle.text)
    nav { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; align-items: center; padding-block: .7rem; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
    nav input[type=search] { flex: 1 1 12rem; min-width: 0; font: inherit; font-size: .95rem; padding: .25rem .6rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 4px; }
    \(HTMLStyle.languages)
    #matches { padding-block: .6rem 1rem; border-bottom: 1px solid var(--line); }
    #matches ol { margin: 0; padding-left: 1.6rem; }
    #matches code { color: var(--faint); }
    #matches mark { background: color-mix(in srgb, var(--major) 30%, transparent); color: inherit; }

    @media (max-width: 36rem) {
      dl { grid-template-columns: 1fr; gap: 0 1rem; }
      dd { margin-bottom: .6rem; }
    }
    @page { size: A4; margin: 18mm 16mm; }
    @media print {
      :root { --ink: #000; --faint: #444; --paper: #fff; --card: #fff; --line: #bbb; --link: #000; --fatal: #000; --major: #000; --minor: #000; --good: #000; --open: #000; }
      body { font-size: 10.5pt; line-height: 1.5; }
      nav, #matches { display: none; }
      main { max-width: none; padding: 0; }
      a { text-decoration: none; }
      h1 { margin-top: 0; font-size: 16pt; }
      h2, h3 { break-after: avoid; }
      .card, tr, dt, dd { break-inside: avoid; }
      .table { overflow: visible; }
    }

    """

  /// The search, and the memory of the chosen language. Without it the pages read as well.
  static let script = """
    // \(GeneratedMark.text)
    "use strict";
    (function () {
      var key = "pingcha-lang";
      function remembered() { try { return localStorage.getItem(key); } catch (error) { return null; } }
      function remember(value) { try { localStorage.setItem(key, value); } catch (error) { /* private mode */ } }
      function choose(value) {
        var input = document.getElementById("lang-" + value);
        if (!input) { return; }
        input.checked = true;
        document.documentElement.dataset.lang = value;
        if (value !== "both") { document.documentElement.lang = value === "zh" ? "zh-CN" : "en"; }
      }
      var asked = new URLSearchParams(location.search);
      choose(asked.get("lang") || remembered() || "");
      document.querySelectorAll("input[name=lang]").forEach(function (input) {
        input.addEventListener("change", function () {
          var value = input.id.slice(5);
          choose(value);
          remember(value);
        });
      });

      var box = document.getElementById("search");
      var rules = window.PINGCHA_RULES;
      if (!box || !rules) { return; }
      box.hidden = false;
      var matches = document.getElementById("matches");
      var list = matches.querySelector("ol");
      var none = matches.querySelector(".none");
      var prepared = rules.map(function (rule) {
        return {
          rule: rule,
          head: (rule.id + " " + rule.zh + " " + rule.en).toLowerCase(),
          text: rule.text.toLowerCase()
        };
      });

      // Every word has to be there; one in the id or title counts more than one in the text.
      function found(words) {
        var results = [];
        prepared.forEach(function (entry, place) {
          var score = 0;
          for (var word of words) {
            if (entry.head.includes(word)) { score += 2; } else if (entry.text.includes(word)) { score += 1; } else { return; }
          }
          results.push({ rule: entry.rule, score: score, place: place });
        });
        results.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
        return results;
      }
      function marked(parent, text, words) {
        var low = text.toLowerCase();
        var at = 0;
        while (at < text.length) {
          var next = -1, length = 0;
          words.forEach(function (word) {
            var place = low.indexOf(word, at);
            if (place >= 0 && (next < 0 || place < next)) { next = place; length = word.length; }
          });
          if (next < 0) { break; }
          parent.append(text.slice(at, next));
          var mark = document.createElement("mark");
          mark.textContent = text.slice(next, next + length);
          parent.append(mark);
          at = next + length;
        }
        parent.append(text.slice(at));
      }
      function item(rule, words) {
        var line = document.createElement("li");
        var link = document.createElement("a");
        link.href = box.dataset.up + "rules/" + rule.id + ".html";
        ["zh", "en"].forEach(function (language) {
          var span = document.createElement("span");
          span.className = language;
          span.lang = language === "zh" ? "zh-CN" : "en";
          marked(span, rule[language], words);
          link.append(span);
        });
        var code = document.createElement("code");
        marked(code, rule.id, words);
        line.append(link, " ", code);
        return line;
      }
      function show() {
        var words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
        matches.hidden = words.length === 0;
        list.replaceChildren();
        if (!words.length) { return; }
        var results = found(words);
        none.hidden = results.length > 0;
        results.forEach(function (result) { list.append(item(result.rule, words)); });
      }
      box.addEventListener("input", show);
      box.addEventListener("keydown", function (event) {
        if (event.key === "Escape") { box.value = ""; show(); }
        if (event.key === "Enter") {
          var first = list.querySelector("a");
          if (first) { location.href = first.href; }
        }
      });
      document.addEventListener("keydown", function (event) {
        if (event.key === "/" && document.activeElement === document.body) { event.preventDefault(); box.focus(); }
      });
      if (asked.get("q")) { box.value = asked.get("q"); show(); }
    })();

    """
}
