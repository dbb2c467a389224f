internal import Text

extension Campaign {
    /// What campaigns are called where one of many is chosen: by their title, and where several have the same, by their address as well.
    static func choices(_ campaigns: [Campaign], for language: Language) -> [(campaign: Campaign, words: String)] {
        let titled = campaigns.map { (campaign: $0, title: $0.words(for: language).title) }
        let alike = Dictionary(grouping: titled, by: \.title)
        return titled.map { campaign, title in
            (campaign, (alike[title]?.count ?? 0) > 1 ? "\(title) (\(campaign.slug))" : title)
        }
    }
}
