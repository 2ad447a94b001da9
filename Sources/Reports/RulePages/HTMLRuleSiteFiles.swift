/// The style sheet and the script that all pages of the site share.
enum HTMLRuleSiteFiles {
  static let style = """
    /* \(GeneratedMark.text) */
    :root {
      color-scheme: light dark;
      --ink: #1d2430; --faint: #5d6877; --paper: #fdfdfb; --card: #f5f5f0; --line: #d9dbd5; --link: #0b5394;
      --fatal: #9c1f1f; --major: #8a4b00; --minor: #45607a; --good: #236b3a; --open: #6a4c93;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e6e3; --faint: #a0a8b0; --paper: #16191d; --card: #1e2227; --line: #363c43; --link: #8ab8e8;
        --fatal: #f08a80; --major: #e6a85a; --minor: #9fb6cc; --good: #7cc492; --open: #bda2e0;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.65 system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
    }
    main, nav, #matches { max-width: 54rem; margin-inline: auto; padding-inline: 1.25rem; }
    main { padding-bottom: 4rem; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    h1 { font-size: 1.7rem; line-height: 1.3; margin: 1.6rem 0 .8rem; }
    h2 { font-size: 1.2rem; line-height: 1.4; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    p { margin: .5rem 0; }
    code { font: .875em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", monospace; overflow-wrap: break-word; }
    dd code, td code { background: color-mix(in srgb, var(--ink) 6%, transparent); padding: .1em .3em; border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    dl { display: grid; grid-template-columns: minmax(6.5rem, 10rem) 1fr; gap: .45rem 1.2rem; margin: .6rem 0; }
    dt { color: var(--faint); }
    dd { margin: 0; min-width: 0; }
    dd ul { margin: 0; padding-left: 1.1rem; }
    ul { padding-left: 1.3rem; }
    li { margin: .2rem 0; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .2rem 1rem .5rem; margin: .9rem 0; }
    .card h3 { margin-top: .6rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.5; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
    th { color: var(--faint); font-weight: 600; white-space: nowrap; }
    .tag { display: inline-block; font-size: .78rem; line-height: 1.4; padding: 0 .45rem; border: 1px solid currentColor; border-radius: 1rem; color: var(--faint); white-space: nowrap; }
    .tag.fatal, .tag.violated, .tag.error, .tag.unverified { color: var(--fatal); }
    .tag.major { color: var(--major); }
    .tag.minor, .tag.not-applicable { color: var(--minor); }
    .tag.satisfied, .tag.lighter { color: var(--good); }
    .tag.signal, .tag.undetermined, .tag.pending { color: var(--open); }

    nav { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; align-items: center; padding-block: .7rem; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
    nav input[type=search] { flex: 1 1 12rem; min-width: 0; font: inherit; font-size: .95rem; padding: .25rem .6rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 4px; }
    .languages { display: flex; margin-left: auto; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; font-size: .85rem; }
    .languages label { padding: .15rem .6rem; cursor: pointer; color: var(--faint); white-space: nowrap; }
    input[name=lang] { position: absolute; opacity: 0; pointer-events: none; }
    #lang-zh:checked ~ nav label[for=lang-zh], #lang-en:checked ~ nav label[for=lang-en], #lang-both:checked ~ nav label[for=lang-both] { background: var(--ink); color: var(--paper); }
    #lang-zh:focus-visible ~ nav label[for=lang-zh], #lang-en:focus-visible ~ nav label[for=lang-en], #lang-both:focus-visible ~ nav label[for=lang-both] { outline: 2px solid var(--link); outline-offset: -2px; }
    #lang-zh:checked ~ * .en, #lang-en:checked ~ * .zh { display: none; }
    #lang-both:checked ~ * .point { display: none; }
    #lang-both:checked ~ * .zh + .en::before { content: " / "; color: var(--faint); }

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
