/// Which columns of a file are which of its kind.
enum ColumnMatching {
    /// For each heading the column it means. Throws if two mean the same one.
    static func match(_ header: [String], _ columns: [ImportColumn]) throws(SheetProblem) -> [String?] {
        let matched = header.map { heading in columns.first { $0.isMeant(by: heading) }?.name }
        try check(matched, header)
        return matched
    }

    /// Throws if two columns of a file are to hold the same.
    static func check(_ columns: [String?], _ header: [String]) throws(SheetProblem) {
        for (index, name) in columns.enumerated() {
            guard let name, let first = columns[..<index].firstIndex(of: name) else { continue }
            throw .sameColumns(header[index], first + 1, index + 1)
        }
    }
}
