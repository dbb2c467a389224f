/// `If-None-Match`, RFC 9110 section 13.1.2.
enum EntityTags {
    /// Whether a tag is among those of the header, compared weakly; `*` holds every tag. A proxy may have made a tag weak (`W/`).
    static func contains(_ header: String, _ tag: String) -> Bool {
        for item in header.utf8.split(separator: UInt8(ascii: ",")) {
            var item = item.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            while item.last == UInt8(ascii: " ") || item.last == UInt8(ascii: "\t") { item.removeLast() }
            if item.starts(with: "W/".utf8) { item = item.dropFirst(2) }
            if item.elementsEqual(tag.utf8) || item.elementsEqual("*".utf8) { return true }
        }
        return false
    }
}
