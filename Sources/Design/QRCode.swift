internal import CQREncode
public import HTML

/// Words as a picture that a telephone reads (ISO/IEC 18004), drawn as SVG.
public enum QRCode {
    /// The picture of a text of at most a thousand bytes; nothing if it is longer. Black on white in every colour scheme, since cameras expect that.
    public static func picture(_ text: String, label: String) -> HTML {
        guard text.utf8.count <= 1000, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return .empty }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        // Four modules of white around it, as the standard asks.
        let side = width + 8
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)"><rect class="white" width="\(side)" height="\(side)"/><path d="\(path(modules, width))"/></svg>
            """
    }

    /// One stroke for every run of black modules.
    private static func path(_ modules: UnsafeBufferPointer<UInt8>, _ width: Int) -> String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        return path
    }
}
