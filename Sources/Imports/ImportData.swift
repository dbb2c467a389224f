public import People
public import Storage
internal import Time

/// What lists keep about a person: the lines that hold their mailbox, and the lists they brought themselves.
public struct ImportData: PersonalDataKeeper {
    /// The data of lists.
    public init() {}

    /// Lists and their lines.
    public static let tables: Set<String> = ["import", "import_line"]

    /// Lines with the mailbox of the account, as they came; and what the person brought.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let lines = try ImportStore.lines(at: person.mailbox, on: db).map { cells, broughtAt -> DataValue in
            .record(["brought": .moment(broughtAt), "cells": .list(cells.map { .text($0) })])
        }
        let brought = try ImportStore.brought(by: person.id, on: db).map { each -> DataValue in
            .record(["kind": .text(each.kind), "file": .text(each.fileName), "brought": .moment(each.createdAt)])
        }
        return ["importedLines": .list(lines), "imports": .list(brought)]
    }

    /// The cells go; what became of the line stays, without words. Who brought a list is forgotten with the account.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        try ImportStore.forget(mailbox: person.mailbox, on: db)
    }
}
