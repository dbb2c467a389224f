/// What an interpolated value is, as far as its place in the markup is concerned.
enum InterpolatedValue {
    case words, markup, address
}

/// Where each value stands is checked in debug builds; in release builds these calls are empty and vanish.
extension HTML.StringInterpolation {
    mutating func follow(_ literal: StaticString) {
        #if DEBUG
            check { context throws(Misplacement) in try context.follow(literal.withUTF8Buffer { Array($0) }) }
        #endif
    }

    mutating func place(_ value: InterpolatedValue) {
        #if DEBUG
            check { context throws(Misplacement) in try context.write(value) }
        #endif
    }

    mutating func place(attribute name: StaticString, holding value: InterpolatedValue) {
        #if DEBUG
            check { context throws(Misplacement) in try context.write(attribute: name, holding: value) }
        #endif
    }

    mutating func checkEnd() {
        #if DEBUG
            check { context throws(Misplacement) in try context.end() }
        #endif
    }

    #if DEBUG
        private mutating func check(_ step: (inout LiteralContext) throws(Misplacement) -> Void) {
            do throws(Misplacement) {
                try step(&context)
            } catch {
                preconditionFailure("HTML literal with \(error). So far: …\(String(decoding: bytes.suffix(80), as: UTF8.self))")
            }
        }
    #endif
}
