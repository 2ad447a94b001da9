/// Parts of the style sheet that all pages share, so that they look alike: each is a stretch of rules
/// that ends with a line end.
enum HTMLStyle {
  /// Colours by light and dark, and the letter.
  static let base = """
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

    """

  /// Headings, lists, tables, cards and tags.
  static let text = """
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

    """

  /// The choice of language: radio buttons before all else, and labels for them in `nav`.
  ///
  /// What is of one language has the class of its name.
  static let languages = """
    .languages { display: flex; margin-left: auto; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; font-size: .85rem; }
    .languages label { padding: .15rem .6rem; cursor: pointer; color: var(--faint); white-space: nowrap; }
    input[name=lang] { position: absolute; opacity: 0; pointer-events: none; }
    #lang-zh:checked ~ nav label[for=lang-zh], #lang-en:checked ~ nav label[for=lang-en], #lang-both:checked ~ nav label[for=lang-both] { background: var(--ink); color: var(--paper); }
    #lang-zh:focus-visible ~ nav label[for=lang-zh], #lang-en:focus-visible ~ nav label[for=lang-en], #lang-both:focus-visible ~ nav label[for=lang-both] { outline: 2px solid var(--link); outline-offset: -2px; }
    #lang-zh:checked ~ * .en, #lang-en:checked ~ * .zh { display: none; }
    #lang-both:checked ~ * .point { display: none; }
    #lang-both:checked ~ * .zh + .en::before { content: " / "; color: var(--faint); }

    """
}
