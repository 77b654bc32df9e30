/// How the page looks: calm and warm, on a phone, on a desk and on paper.
enum HandoutStyle {
  /// The colours of one scheme, each `#rrggbb`.
  struct Palette {
    /// The ground of the page, and of one agreement on it.
    let paper: String
    let card: String
    let ink: String
    /// What stands back a little: names of details, notes.
    let soft: String
    /// Headings, and the line beside an essence.
    let accent: String
    /// Frames, which tell nothing.
    let line: String
  }

  /// Every ink at least 4.5 to 1 on both grounds (WCAG 2.2, 1.4.3); a test reckons it.
  static let light = Palette(
    paper: "#faf6ef", card: "#fffdf9", ink: "#2f2923", soft: "#6a5d50", accent: "#96472d",
    line: "#e3d8c8")
  static let dark = Palette(
    paper: "#1c1917", card: "#262220", ink: "#ece4da", soft: "#b5a899", accent: "#e5a384",
    line: "#3f3833")

  static var sheet: String {
    """
    :root { \(variables(light)) }
    @media screen and (prefers-color-scheme: dark) { :root { \(variables(dark)) } }
    \(plain)
    """
  }

  private static func variables(_ palette: Palette) -> String {
    """
    --paper: \(palette.paper); --card: \(palette.card); --ink: \(palette.ink); \
    --soft: \(palette.soft); --accent: \(palette.accent); --line: \(palette.line);
    """
  }

  /// On paper there are no grounds, and one agreement is not parted by a page's end. Between digits
  /// and Chinese there is no gap: 30分钟 is one word. In Chinese the quotation marks are those of a
  /// Chinese font, in English those of a Latin one: each is named first.
  private static let plain = """
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; text-autospace: no-autospace; }
    body {
      max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem;
      background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.65 var(--plain); line-break: strict; overflow-wrap: anywhere;
    }
    html {
      --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      --book: ui-serif, "Iowan Old Style", Georgia, "Noto Serif", "Liberation Serif", serif;
    }
    html:lang(zh) {
      --plain: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui,
        sans-serif;
      --book: "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif;
    }
    h1, h2, h3, .essence { font-family: var(--book); }
    p, li { text-wrap: pretty; }
    h1, h2, h3 { font-weight: 600; line-height: 1.3; text-wrap: balance; break-after: avoid; }
    header { text-align: center; }
    header svg { display: block; width: 3.25rem; margin: 0 auto 1.1rem; }
    circle { fill: none; stroke: var(--accent); stroke-width: 1.5; }
    h1 { font-size: clamp(1.8rem, 7vw, 2.4rem); }
    header p { color: var(--soft); margin-top: 0.35rem; }
    section { margin-top: 2.75rem; }
    h2 { color: var(--accent); font-size: 1.35rem; }
    .lead { color: var(--soft); margin-top: 0.25rem; break-after: avoid; }
    ul { list-style: none; }
    .items > li {
      margin-top: 1rem; padding: 1.2rem 1.35rem 1.3rem;
      background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem;
      break-inside: avoid;
    }
    .waiting .items > li { border-style: dashed; border-color: var(--soft); }
    h3 { font-size: 1.2rem; }
    .promise, .details { color: var(--soft); font-size: 0.95rem; }
    .essence {
      margin: 0.8rem 0; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--accent);
      font-size: 1.13rem;
    }
    .essence, bdi { white-space: pre-line; }
    .details li { margin-top: 0.2rem; }
    .details bdi { color: var(--ink); }
    .remark { margin-top: 0.8rem; font-size: 0.95rem; }
    footer {
      margin-top: 3.25rem; padding-top: 1.5rem; border-top: 1px solid var(--line);
      color: var(--soft); font-size: 0.92rem;
    }
    footer p + p { margin-top: 0.5rem; }
    .safety { break-inside: avoid; }
    .safety strong { color: var(--ink); }
    @page { size: A4; margin: 18mm 20mm; }
    @media print {
      :root { --paper: #fff; --card: #fff; --ink: #000; }
      html { font-size: 9.4pt; }
      body { max-width: none; padding: 0; line-height: 1.5; }
      p, li { orphans: 3; widows: 3; }
      section { margin-top: 1.9rem; }
      .items > li { margin-top: 0.8rem; padding: 0.9rem 1.2rem 1rem; }
      .essence { margin: 0.6rem 0; }
      footer { margin-top: 2rem; padding-top: 1.2rem; }
    }
    """
}
