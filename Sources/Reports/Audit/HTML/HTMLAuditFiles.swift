/// The style sheet of an HTML report.
enum HTMLAuditFiles {
  static let style = """
    \(HTMLStyle.base)\
    main, nav { max-width: 78rem; margin-inline: auto; padding-inline: 1.25rem; }
    main { padding-bottom: 4rem; }
    \(HTMLStyle.text)
    nav { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; align-items: center; padding-block: .7rem; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
    \(HTMLStyle.languages)
    #lang-zh:checked ~ * span[lang=en], #lang-en:checked ~ * span[lang=zh] { display: none; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 2; background: var(--paper); padding: .3rem .8rem; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    small { color: var(--faint); font-size: .85em; font-weight: 400; }
    .subtitle { color: var(--faint); }
    .note { color: var(--faint); font-size: .9rem; }

    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; }
    .figures div { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; }
    .figures dt { font-size: .9rem; }
    .figures b { font-size: 1.7rem; line-height: 1.2; }
    .figures small { display: block; }

    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2.5rem; }
    .charts h2 { font-size: 1.05rem; }
    .chart { min-width: 0; overflow-x: auto; }
    .chart table.numbers td.drawn { min-width: 5rem; }
    .chart .numbers th:first-child { min-width: 6rem; }
    .key .tag.pending { border-color: color-mix(in srgb, var(--open) 55%, var(--paper)); }
    .key .tag { border-width: 0 0 0 .9rem; border-radius: 0; padding-left: .4rem; margin-right: .6rem; }
    .bar { display: block; width: 100%; height: 1.1rem; overflow: visible; }
    .bar path { fill: none; stroke: currentColor; stroke-width: 14px; vector-effect: non-scaling-stroke; }
    .fatal, .error { color: var(--fatal); }
    .major { color: var(--major); }
    .minor { color: var(--minor); }
    .bar .fatal, .bar .error { stroke: var(--fatal); }
    .bar .major { stroke: var(--major); }
    .bar .minor { stroke: var(--minor); }
    .bar .late { stroke: var(--fatal); }
    .bar .undetermined, .bar .pending { stroke: var(--open); }
    .bar .pending { opacity: .55; }
    .bar .satisfied { stroke: var(--line); }
    .key .tag.satisfied { border-color: var(--line); color: var(--faint); }

    table.numbers td { text-align: right; font-variant-numeric: tabular-nums; }
    table.numbers td.drawn { min-width: 9rem; width: 28%; vertical-align: middle; }
    table.numbers th + th, .numbers thead th { white-space: normal; }
    .numbers thead th:not(:first-child):not(.drawn) { text-align: right; }
    td.drawn small { display: inline-block; width: 2.2rem; font-variant-numeric: tabular-nums; text-align: left; }
    td.drawn:has(small) .bar { display: inline-block; width: calc(100% - 2.8rem); vertical-align: middle; margin-right: .4rem; }
    th[scope=row] { font-weight: 400; color: var(--ink); white-space: normal; }
    .numbers th:first-child { min-width: 9rem; }
    .case .numbers td:last-child, .case .numbers thead th:last-child { text-align: left; width: 50%; }

    .filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .8rem 0; }
    .filter[hidden] { display: none; }
    .filter label { display: grid; font-size: .85rem; color: var(--faint); min-width: 0; }
    .filter input, .filter select, .filter button, .more { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .25rem .5rem; max-width: 16rem; }
    .filter input, .filter select, .filter button { height: 2.2rem; }
    .list td:first-child { white-space: nowrap; }
    .list td:nth-child(4) { min-width: 10rem; }
    .list td:nth-child(5) { min-width: 16rem; }

    .case { content-visibility: auto; contain-intrinsic-size: auto 60rem; border-top: 1px solid var(--line); margin-top: 1.5rem; }
    .case[hidden] { display: none; }
    .case h3 { font-size: 1.15rem; }
    .case h4 { margin: 1.2rem 0 .4rem; font-size: 1rem; }
    .facts { grid-template-columns: minmax(6.5rem, 13rem) 1fr; }
    .facts code { overflow-wrap: anywhere; }
    .finding { border-left: 4px solid currentColor; background: var(--card); border-radius: 0 6px 6px 0; padding: .3rem 1rem .5rem; margin: .7rem 0; }
    .finding > * { color: var(--ink); }
    .finding.signal, .finding.waived { color: var(--open); }
    .finding h5 { margin: .4rem 0; font-size: .98rem; }
    .finding h5 code { font-weight: 400; color: var(--faint); }
    .finding dl { grid-template-columns: minmax(4rem, 7rem) 1fr; font-size: .94rem; gap: .2rem 1rem; }
    .finding dt { grid-column: 1; }
    .finding dd { grid-column: 2; }
    .tag.new { color: var(--fatal); }
    .brief { font-size: .94rem; }
    .brief li:target, .finding:target { outline: 2px solid var(--link); outline-offset: 3px; }
    .diagnostic { color: var(--fatal); }
    .clean { color: var(--good); }
    .total b { font-size: 1.3rem; }

    .timeline th:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; width: 1%; }
    .timeline td:last-child { width: 45%; vertical-align: middle; }
    .timeline .axis { display: flex; justify-content: space-between; font-weight: 400; }
    .timeline tr.term td, .timeline tr.term th { color: var(--faint); }
    .timeline tr.violated td, .timeline tr.violated th, .timeline tr.violated b { color: var(--fatal); }
    .bar .t { stroke-width: 2px; stroke: var(--good); }
    .pending .bar .t, .undetermined .bar .t { stroke: var(--open); stroke-dasharray: 4 3; }
    .violated .bar .t { stroke: var(--fatal); }
    .bar .l { stroke: var(--fatal); stroke-width: 7px; opacity: .6; }
    .bar .a { stroke: var(--ink); stroke-width: 9px; stroke-linecap: round; }

    @media (max-width: 44rem) {
      dl, .facts, .finding dl { grid-template-columns: 1fr; gap: 0 1rem; }
      .finding dt, .finding dd { grid-column: 1; }
      dd { margin-bottom: .5rem; }
      main, nav { padding-inline: .8rem; }
      .filter label, .filter input, .filter select { width: 100%; max-width: none; }
      .list thead { display: none; }
      .list tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
      .list td { display: block; border: 0; padding: .1rem 0; }
      .timeline thead th:not(.axis) { display: none; }
      .timeline tr { display: grid; grid-template-columns: auto 1fr; column-gap: .8rem; border-bottom: 1px solid var(--line); }
      .timeline td, .timeline th { border: 0; padding: .15rem 0; width: auto; }
      .timeline td:last-child, .timeline .axis { grid-column: 1 / -1; width: auto; }
      .timeline thead tr { display: block; }
    }
    @page { size: A4; margin: 18mm 16mm; }
    @media print {
      :root { --ink: #000; --faint: #444; --paper: #fff; --card: #fff; --line: #bbb; --link: #000; --fatal: #8a1010; --major: #8a4b00; --minor: #45607a; --good: #236b3a; --open: #6a4c93; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 10pt; line-height: 1.45; }
      nav, .skip, .filter, #count, .more, input { display: none; }
      main { max-width: none; padding: 0; }
      a { text-decoration: none; }
      h1 { margin-top: 0; font-size: 16pt; }
      h2, h3, h4, h5, thead { break-after: avoid; }
      tr, dt, dd, .finding h5, .figures div { break-inside: avoid; }
      .table, .chart { overflow: visible; }
      .case { content-visibility: visible; break-before: page; border: 0; margin: 0; }
      .figures { grid-template-columns: repeat(4, 1fr); }
      .charts { grid-template-columns: 1fr; }
      table { font-size: 8.5pt; }
    }

    """
}
