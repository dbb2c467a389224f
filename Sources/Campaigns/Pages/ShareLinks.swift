internal import HTML

/// Where a signer can pass the campaign on: plain links, nothing is loaded from any of these services.
struct ShareLinks {
    /// The campaign's own address.
    let campaign: WebURL
    let words: String

    var all: [(label: String, address: WebURL)] {
        let text = "\(words) \(campaign)"
        return [
            ("campaigns.share.whatsapp", WebURL("https://wa.me/", query: [("text", text)])),
            ("campaigns.share.telegram", WebURL("https://t.me/share/url", query: [("url", "\(campaign)"), ("text", words)])),
            ("campaigns.share.facebook", WebURL("https://www.facebook.com/sharer/sharer.php", query: [("u", "\(campaign)")])),
            ("campaigns.share.email", WebURL("mailto:", query: [("subject", words), ("body", text)])),
        ].compactMap { label, address in address.map { (label, $0) } }
    }
}
