internal import Reports

/// How cells look in an XLSX file; each look is made once a workbook.
struct XLSXFormats {
  /// What decides how a value is written.
  enum Kind: Hashable { case text, count, points, share, date }

  private struct Key: Hashable {
    var dress: WorkbookCell.Dress
    var kind: Kind
    var isLink: Bool
  }

  private let typeface: String
  private var made: [Key: XLSXWriter.Format] = [:]
  private var tones: [WorkbookSheet.Shade.Tone: XLSXWriter.Format] = [:]

  init(typeface: String) { self.typeface = typeface }

  mutating func format(
    _ dress: WorkbookCell.Dress, _ kind: Kind, isLink: Bool, in file: inout XLSXWriter
  ) -> XLSXWriter.Format {
    let key = Key(dress: dress, kind: kind, isLink: isLink)
    if let format = made[key] { return format }
    let format = file.format(look(key))
    made[key] = format
    return format
  }

  private func look(_ key: Key) -> XLSXWriter.Look {
    var look = XLSXWriter.Look()
    look.typeface = typeface
    look.size = 10
    look.height = .top
    switch key.dress {
    case .body:
      look.isBordered = true
      look.isWrapped = key.kind == .text
    case .title:
      look.size = 18
      look.isBold = true
    case .section:
      look.size = 12
      look.isBold = true
      look.colour = 0x1F3864
    case .heading:
      look.isBold = true
      look.colour = 0xFFFFFF
      look.fill = 0x1F3864
      look.isBordered = true
      look.isWrapped = true
      look.height = .middle
    case .note:
      look.colour = 0x595959
    }
    switch key.kind {
    case .text: break
    case .count: look.numberFormat = "0"
    case .points: look.numberFormat = "General"
    case .share: look.numberFormat = "0.0%"
    case .date: look.numberFormat = "yyyy-mm-dd"
    }
    if key.isLink {
      look.colour = 0x0563C1
      look.isUnderlined = true
    }
    return look
  }

  /// The colours of a tone, which a cell takes over its own.
  mutating func format(
    _ tone: WorkbookSheet.Shade.Tone, in file: inout XLSXWriter
  ) -> XLSXWriter.Format {
    if let format = tones[tone] { return format }
    var look = XLSXWriter.Look()
    switch tone {
    case .grave: (look.colour, look.fill) = (0x9C0006, 0xFFC7CE)
    case .serious: (look.colour, look.fill) = (0x7F4A00, 0xFFE0B2)
    case .slight: (look.colour, look.fill) = (0x5C5000, 0xFFF6C2)
    case .open: (look.colour, look.fill) = (0x3F3F76, 0xE4E6F7)
    case .remark: (look.colour, look.fill) = (0x4A235A, 0xF0E3F5)
    }
    let format = file.format(look)
    tones[tone] = format
    return format
  }
}
