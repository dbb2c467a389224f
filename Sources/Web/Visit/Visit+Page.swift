extension Visit {
    /// Which page of a long list is asked for, by the query parameter `page`, which the route must declare; 1 if none is. Throws 404 for what
    /// can be no page: beyond the last one, the handler says so itself.
    public func pageNumber() throws(WebFailure) -> Int {
        var check = FormCheck(Fields(queries("page").map { (name: "page", value: $0) }))
        let page = check.number("page", in: 1...1_000_000) ?? 1
        guard check.isClean else { throw .notFound }
        return page
    }
}
