import CEL
import CaseRecords
import SourceText

/// `(a < b) == true`
package enum NeedlessComparison: LintCheck {
  package static let note = LintNote(
    "needless-comparison", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "真假值又与 true 或 false 比较", en: "a truth value is compared with true or false"),
    explanation: BilingualText(
      zh: "比较、`has`、`exists` 等的结果本来就是真假，不会不在卷；直接写它，或写 `!`。对可能不在卷的事实写 `== true` 是有意义的，不在此列。",
      en:
        "What a comparison, `has` or `exists` gives is true or false already and never absent: write "
        + "it as it is, or with `!`. A fact that may be absent is another matter; `== true` says "
        + "something there, and is left alone."),
    breaking: "applies: «has(case.opt) == false»", sound: "applies: '!has(case.opt)'")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      guard let checked = expression.checked else { continue }
      for node in expression.tree.nodes.indices {
        for (name, isEqual) in [(Operator.equals, true), (Operator.notEquals, false)] {
          guard let (left, right) = expression.operands(node, of: name) else { continue }
          for (literal, other) in [(left, right), (right, left)] {
            guard case .bool(let flag)? = expression.literal(literal),
              expression.literal(other) == nil, checked.types[other] == .bool
            else { continue }
            let isPlain = flag == isEqual
            let operand = expression.operandText(other)
            let text = isPlain ? expression.text(other) : "!\(operand)"
            report.add(
              expression, at: node,
              BilingualText(
                zh: "`\(expression.text(other))` 本来就是真假值",
                en: "`\(expression.text(other))` is true or false already"),
              help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
              fix: expression.fix(node, with: isPlain ? operand : "!\(operand)"))
          }
        }
      }
    }
  }
}

/// `x == true` of a fact that every file holds.
package enum RequiredBooleanCompared: LintCheck {
  package static let note = LintNote(
    "required-boolean-compared", .conditions, .info,
    summary: BilingualText(
      zh: "必有的真假事实与 true 比较",
      en: "a boolean that every file holds is compared with true or false"),
    explanation: BilingualText(
      zh: "表结构说每卷都有这一事实，直接写它就够了；两种写法只在事实缺失时不同：`x == true` 为假，`x` 为缺失。",
      en:
        "The schema expects the fact of every file, so that its name says enough. The two differ only "
        + "where it is missing all the same: `x == true` is false then, and `x` absent."),
    breaking: "applies: case.n > 0 && «case.sure == true»",
    sound: "applies: case.n > 0 && case.sure")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        for name in [Operator.equals, Operator.notEquals] {
          guard let (left, right) = expression.operands(node, of: name),
            case .bool? = expression.literal(right),
            let field = pack.field(left, in: expression), case .always = field.expectation
          else { continue }
          report.add(
            expression, at: node,
            BilingualText(
              zh: "每卷都有 `\(expression.text(left))`，不必比较",
              en: "every file holds `\(expression.text(left))`, which needs no comparison"))
        }
      }
    }
  }
}

/// `5 < x`
package enum SwappedComparison: LintCheck {
  package static let note = LintNote(
    "swapped-comparison", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "字面值写在比较的左边", en: "the literal stands on the left of a comparison"),
    explanation: BilingualText(
      zh: "先写事实，再写它要达到的值：`x > 5` 读起来就是规则的话。修复时对调两边。",
      en:
        "The fact comes first and what it must reach second: `x > 5` reads as the rule does. The fix "
        + "turns the sides round."),
    breaking: "applies: «5 < case.n»", sound: "applies: case.n > 5")

  private static let swapped = [
    Operator.equals: "==", Operator.notEquals: "!=", Operator.less: ">", Operator.lessEquals: ">=",
    Operator.greater: "<", Operator.greaterEquals: "<=",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard case .call(let name, nil, let arguments) = expression.tree[node].kind,
          let symbol = swapped[name], arguments.count == 2,
          expression.literal(arguments[0]) != nil, expression.literal(arguments[1]) == nil
        else { continue }
        let right = expression.operandText(arguments[1])
        let text = "\(right) \(symbol) \(expression.text(arguments[0]))"
        report.add(
          expression, at: node,
          BilingualText(
            zh: "字面值 `\(expression.text(arguments[0]))` 在左边",
            en: "the literal `\(expression.text(arguments[0]))` stands on the left"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: expression.fix(node, with: text))
      }
    }
  }
}

/// `xs.size()`
package enum SizeAsMethod: LintCheck {
  package static let note = LintNote(
    "size-as-method", .conditions, .warning, hasFix: true,
    summary: BilingualText(zh: "size 有两种写法", en: "`x.size()` where `size(x)` is the custom"),
    explanation: BilingualText(
      zh: "`size(x)` 与 `x.size()` 意思一样；规则里统一用前一种。",
      en: "`size(x)` and `x.size()` mean the same; rules keep to the first."),
    breaking: "applies: «items.size()» > 0 && case.told == true",
    sound: "applies: size(items) > 0 && case.told == true")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard case .call("size", let target?, let arguments) = expression.tree[node].kind,
          arguments.isEmpty
        else { continue }
        let text = "size(\(expression.text(target)))"
        report.add(
          expression, at: node,
          BilingualText(zh: "`size` 写成了方法", en: "`size` is called as a method"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: expression.fix(node, with: text))
      }
    }
  }
}

/// `n / 3 == other`
package enum ComparedQuotient: LintCheck {
  package static let note = LintNote(
    "compared-quotient", .conditions, .warning,
    summary: BilingualText(
      zh: "用等号比较除出来的数", en: "what a division gives is compared for equality"),
    explanation: BilingualText(
      zh: "整数相除会丢掉余数，浮点数相除会舍入，等号就会在不该成立时成立，或者落空。两边同乘除数再比较。",
      en:
        "A division of whole numbers drops the remainder, and one of doubles is rounded, so that the "
        + "equality holds where it should not, or never. Multiply both sides by the divisor."),
    breaking: "applies: «case.n / 3 == case.m»", sound: "applies: case.n == case.m * 3")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      guard let checked = expression.checked else { continue }
      for node in expression.tree.nodes.indices {
        guard
          let (left, right) = expression.operands(node, of: Operator.equals)
            ?? expression.operands(node, of: Operator.notEquals)
        else { continue }
        let isQuotient = [left, right].contains { operand in
          guard expression.operands(operand, of: Operator.divide) != nil else { return false }
          switch checked.types[operand].unwrapped {
          case .int, .uint, .double: return true
          default: return false
          }
        }
        guard isQuotient else { continue }
        report.add(
          expression, at: node,
          BilingualText(
            zh: "除法会丢掉余数或舍入，不宜用等号比较",
            en: "a division drops a remainder or rounds, and should not be compared for equality"),
          help: BilingualText(zh: "两边同乘除数再比较。", en: "Multiply by the divisor instead."))
      }
    }
  }
}

/// `has(x) && x == "a"`
package enum NeedlessGuard: LintCheck {
  package static let note = LintNote(
    "needless-guard", .conditions, .info,
    summary: BilingualText(
      zh: "与值比较之前不必问在不在卷",
      en: "`has` stands beside a comparison that is false without the fact anyway"),
    explanation: BilingualText(
      zh: "`x == \"a\"` 在 `x` 不在卷时为假，`has(x) &&` 不起作用；不过那时 `x` 会列为缺失的事实。",
      en:
        "`x == \"a\"` is false where `x` is not on file, so `has(x)` adds nothing but that `x` is not "
        + "listed as missing then."),
    breaking: "applies: «has(case.opt)» && case.opt == 1", sound: "applies: case.opt == 1")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    // In `that`, an `absent:` may make something else of it.
    for expression in pack.expressions where expression.role != .requirement {
      let canonical = CanonicalText(expression.tree)
      for chain in expression.chains(of: Operator.logicalAnd) {
        let compared = Set(
          chain.terms.compactMap { term -> String? in
            guard let (left, right) = expression.operands(term, of: Operator.equals),
              let literal = expression.literal(right), literal != .null
            else { return nil }
            return "has(\(canonical(left)))"
          })
        for term in chain.terms {
          guard case .presence = expression.tree[term].kind, compared.contains(canonical(term))
          else { continue }
          report.add(
            expression, at: term,
            BilingualText(
              zh: "旁边的比较已经包含了这一问",
              en: "the comparison beside it is false without the fact anyway"))
        }
      }
    }
  }
}

/// One optional boolean read both as `!= true` and as `!= false`.
package enum BothWaysAbsent: LintCheck {
  package static let note = LintNote(
    "both-ways-absent", .conditions, .info,
    summary: BilingualText(
      zh: "同一事实在同一条件里既 `!= true` 又 `!= false`",
      en: "a condition reads one fact both as `!= true` and as `!= false`"),
    explanation: BilingualText(
      zh: "事实不在卷时两者都为真。若问的就是它在不在卷，写 `has(…)` 或 `== null`。",
      en:
        "Where the fact is not on file both are true. If that is what is asked, `has(…)` or `== null` "
        + "says it."),
    breaking: "applies: case.n > 0 && case.flag != true && «case.flag != false»",
    sound: "applies: case.n > 0 && case.flag == null")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      var flags: [String: Bool] = [:]
      for node in expression.tree.nodes.indices {
        guard let (left, right) = expression.operands(node, of: Operator.notEquals),
          case .bool(let flag)? = expression.literal(right)
        else { continue }
        let subject = expression.text(left)
        if let other = flags[subject], other != flag {
          report.add(
            expression, at: node,
            BilingualText(
              zh: "`\(subject)` 不在卷时，`!= true` 与 `!= false` 都为真",
              en: "`!= true` and `!= false` are both true where `\(subject)` is not on file"))
        }
        flags[subject] = flag
      }
    }
  }
}
