/// Works on one thing after another, several at a time; results are handed over in the order of the
/// things, whatever finishes first.
///
/// At most `jobs * lookAhead` things are under way or wait for those before them.
///
/// - Parameters:
///   - jobs: Things worked on at the same time, 1 or more.
///   - next: Gives the next thing; `nil` at the end.
///   - receive: Takes the results in order, and says whether to go on.
package func inOrder<Work: Sendable, Result: Sendable>(
  jobs: Int, next: () -> Work?, _ body: @escaping @Sendable (Work) -> Result,
  receive: (Result) throws -> Bool
) async throws {
  if jobs == 1 {
    // Nothing is gained by handing work from thread to thread.
    while let work = next() {
      if try !receive(body(work)) { return }
    }
    return
  }
  let lookAhead = 8
  try await withThrowingTaskGroup(of: (number: Int, result: Result).self) { group in
    // Invariant: work `handedOver..<following` is under way or in `finished`.
    var finished: [Int: Result] = [:]
    var (following, handedOver, underWay, isAtEnd) = (0, 0, 0, false)
    while true {
      while !isAtEnd, underWay < jobs, following - handedOver < jobs * lookAhead {
        guard let work = next() else {
          isAtEnd = true
          break
        }
        let number = following
        group.addTask { (number, body(work)) }
        following += 1
        underWay += 1
      }
      guard let done = try await group.next() else { break }
      underWay -= 1
      finished[done.number] = done.result
      while let result = finished.removeValue(forKey: handedOver) {
        handedOver += 1
        if try !receive(result) { return }
      }
    }
  }
}
