internal import SourceText

extension Program {
  /// The expression that is still to be decided in a frame: what is known folded to literals, terms
  /// that decide nothing left out, `all` and `exists` over a known list spelled out for the elements
  /// that are open.
  ///
  /// Facts are named by their paths, such as `officers[1].licence_no`. An expression whose value is
  /// known is that value; what is no literal (a record, an imprecise date, an open list) stays as it
  /// was written, and so does what is absent or a fault.
  package func residual(in frame: Frame) -> String {
    var residual = Residual(checked, environment, firstLocal: firstLocal, frame: frame)
    return residual.text(of: checked.tree.root).text
  }
}

/// Writes what is left of an expression, from the root down.
struct Residual {
  /// A piece of source and how tightly its outermost operator binds.
  struct Piece {
    var text: String
    var binding: Binding = .tight

    func within(_ outer: Binding) -> String {
      binding.rawValue < outer.rawValue ? "(\(text))" : text
    }
  }

  enum Binding: Int {
    case conditional, or, and, relation, sum, product, prefix, tight
  }

  let checked: CheckedExpression
  private let planner: Planner
  private var frame: Frame
  private let isDeep: Bool
  /// How the variables of macros that were spelled out are written.
  private var names: [Int: Piece] = [:]
  /// The variables of macros that were not.
  private var unbound: Set<Int> = []

  var tree: SyntaxTree { checked.tree }

  init(
    _ checked: CheckedExpression, _ environment: Environment, firstLocal: Int, frame: Frame
  ) {
    self.checked = checked
    self.frame = frame
    planner = Planner(checked, environment, firstLocal: firstLocal, isTraced: false)
    isDeep = checked.tree.height > Planner.greatestHeight
  }

  mutating func text(of node: NodeID) -> Piece {
    if case .literal = tree[node].kind { return Piece(text: tree.text(of: node)) }
    if let value = value(of: node) {
      if let literal = Self.literal(value) { return literal }
      if node == tree.root, case .absentFact = value { return Piece(text: "null") }
      // What is absent or a fault would be so again.
      switch value {
      case .absent, .fault: if names.isEmpty || isDeep { return source(node) }
      default: break
      }
    }
    if isDeep { return source(node) }
    return structure(of: node)
  }

  private func source(_ node: NodeID) -> Piece {
    Piece(text: tree.text(of: node), binding: Self.binding(of: tree[node].kind))
  }

  /// The value of a node that depends on no variable without one.
  private mutating func value(of node: NodeID) -> Value? {
    if !unbound.isEmpty, reads(node, unbound) { return nil }
    let evaluator = planner.plan(node)
    return frame.metered(evaluator)
  }

  private func reads(_ node: NodeID, _ locals: Set<Int>) -> Bool {
    var stack = [node]
    while let next = stack.popLast() {
      if case .local(let number)? = checked.references[next], locals.contains(number) {
        return true
      }
      stack.append(contentsOf: tree[next].kind.children)
    }
    return false
  }

  private mutating func structure(of node: NodeID) -> Piece {
    switch tree[node].kind {
    case .literal, .message, .invalid: return source(node)
    case .identifier:
      if case .local(let number)? = checked.references[node], let name = names[number] {
        return name
      }
      return source(node)
    case .select(let operand, let field, let isOptional):
      switch checked.references[node] {
      case .variable, .typeName, .constant: return source(node)
      default:
        return Piece(text: "\(base(operand)).\(isOptional ? "?" : "")\(field)")
      }
    case .presence(let operand, let field):
      return Piece(text: "has(\(base(operand))\(field.map { ".\($0)" } ?? ""))")
    case .index(let operand, let key, let isOptional):
      return Piece(text: "\(base(operand))[\(isOptional ? "?" : "")\(text(of: key).text)]")
    case .call(let name, let target, let arguments):
      return call(node, name, target, arguments)
    case .list(let elements):
      let parts = elements.map { ($0.isOptional ? "?" : "") + text(of: $0.value).text }
      return Piece(text: "[\(parts.joined(separator: ", "))]")
    case .map(let entries):
      let parts = entries.map {
        "\($0.isOptional ? "?" : "")\(text(of: $0.key).text): \(text(of: $0.value).text)"
      }
      return Piece(text: "{\(parts.joined(separator: ", "))}")
    case .macro(let macro): return self.macro(node, macro)
    }
  }

  /// What a field or an element is taken of: a path stays one, also where its value could be written.
  private mutating func base(_ node: NodeID) -> String {
    switch tree[node].kind {
    case .identifier, .select, .index: structure(of: node).within(.tight)
    default: text(of: node).within(.tight)
    }
  }

  // MARK: Calls

  private mutating func call(
    _ node: NodeID, _ name: String, _ target: NodeID?, _ arguments: [NodeID]
  ) -> Piece {
    switch name {
    case Operator.logicalAnd: return chain(node, name, "&&", .and, neutral: true)
    case Operator.logicalOr: return chain(node, name, "||", .or, neutral: false)
    case Operator.conditional:
      if case .bool(let flag)? = value(of: arguments[0]) {
        return text(of: arguments[flag ? 1 : 2])
      }
      let parts = arguments.map { text(of: $0) }
      return Piece(
        text:
          "\(parts[0].within(.or)) ? \(parts[1].within(.or)) : \(parts[2].within(.conditional))",
        binding: .conditional)
    case Operator.logicalNot, Operator.negate:
      let mark = name == Operator.negate ? "-" : "!"
      return Piece(text: mark + text(of: arguments[0]).within(.tight), binding: .prefix)
    default: break
    }
    if let binding = Self.operators[name], arguments.count == 2, target == nil {
      let (left, right) = (text(of: arguments[0]), text(of: arguments[1]))
      // Operators of one strength group from the left.
      let tighter = Binding(rawValue: binding.rawValue + 1) ?? .tight
      let mark = name == Operator.in ? "in" : name.filter { $0 != "_" }
      return Piece(
        text: "\(left.within(binding)) \(mark) \(right.within(tighter))", binding: binding)
    }
    let parts = arguments.map { text(of: $0).text }.joined(separator: ", ")
    guard let target else { return Piece(text: "\(name)(\(parts))") }
    if case .namespacedFunction? = checked.references[node] {
      return Piece(text: "\(tree.text(of: target)).\(name)(\(parts))")
    }
    return Piece(text: "\(base(target)).\(name)(\(parts))")
  }

  /// The terms of a chain that are not what changes nothing; one that decides would have been the
  /// value of the whole.
  private mutating func chain(
    _ node: NodeID, _ name: String, _ mark: String, _ binding: Binding, neutral: Bool
  ) -> Piece {
    var parts: [Piece] = []
    for term in tree.terms(of: node, joinedBy: name).terms {
      let piece = text(of: term)
      if piece.text != "\(neutral)" { parts.append(piece) }
    }
    return Self.joined(parts, mark, binding, neutral: neutral)
  }

  private static func joined(
    _ parts: [Piece], _ mark: String, _ binding: Binding, neutral: Bool
  ) -> Piece {
    if parts.isEmpty { return Piece(text: "\(neutral)") }
    if parts.count == 1 { return parts[0] }
    return Piece(
      text: parts.map { $0.within(binding) }.joined(separator: " \(mark) "), binding: binding)
  }

  // MARK: Macros

  private mutating func macro(_ node: NodeID, _ macro: Macro) -> Piece {
    let first = checked.macroLocals[node] ?? 0
    if macro.kind == .bind {
      guard let value = value(of: macro.target) else { return source(node) }
      let name = text(of: macro.target)
      return with(value, named: name, as: first) { $0.text(of: macro.body) }
    }
    if macro.kind == .all || macro.kind == .exists, macro.variables.count == 1,
      case .list(let list)? = value(of: macro.target), !list.isOpen
    {
      return spelledOut(macro, over: list, first)
    }
    let locals = Set(first..<first + macro.variables.count)
    let target = base(macro.target)
    let before = unbound
    unbound.formUnion(locals)
    defer { unbound = before }
    let parts =
      macro.variables + (macro.filter.map { [text(of: $0).text] } ?? [])
      + [text(of: macro.body).text]
    let name = tree[node].focus
    let bytes = Array(tree.source.utf8)[Int(name.start)..<Int(name.end)]
    return Piece(
      text: "\(target).\(String(decoding: bytes, as: UTF8.self))(\(parts.joined(separator: ", ")))")
  }

  /// `all` and `exists` as what they are for each of the elements.
  private mutating func spelledOut(_ macro: Macro, over list: ListValue, _ local: Int) -> Piece {
    let isAll = macro.kind == .all
    var parts: [Piece] = []
    for (index, element) in list.elements.enumerated() {
      let name: Piece =
        if case .structure(let structure) = element, !structure.path.isEmpty {
          Piece(text: structure.path)
        } else {
          Self.literal(element) ?? Piece(text: "\(base(macro.target))[\(index)]")
        }
      let piece = with(element, named: name, as: local) { $0.text(of: macro.body) }
      if piece.text != "\(isAll)" { parts.append(piece) }
    }
    return Self.joined(parts, isAll ? "&&" : "||", isAll ? .and : .or, neutral: isAll)
  }

  private mutating func with(
    _ value: Value, named name: Piece, as local: Int, _ body: (inout Residual) -> Piece
  ) -> Piece {
    let slot = planner.firstLocal + local
    let before = frame.slots[slot]
    frame.slots[slot] = value
    names[local] = name
    let piece = body(&self)
    names[local] = nil
    frame.slots[slot] = before
    return piece
  }
}
