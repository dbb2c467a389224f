internal import Web

extension CachePolicy {
    /// For numbers that are asked for every few seconds by everybody who watches: browsers and shared caches keep them for one interval of
    /// the keeper, and serve the old number while they fetch the new one.
    static func count(topics: Set<String>) -> CachePolicy {
        CachePolicy(
            topics: topics, maxAge: TallyKeeper.interval, browserMaxAge: TallyKeeper.interval,
            staleWhileRevalidate: TallyKeeper.interval * 2, staleIfError: TallyKeeper.interval * 150)
    }
}
