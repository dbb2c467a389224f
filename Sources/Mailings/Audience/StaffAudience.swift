internal import People
internal import Storage
internal import Time

/// Those who hold a role: the secretariat writes to itself.
struct StaffAudience: AudienceSource {
    let name = "staff"
    let title = "mailings.source.staff"
    let reason = "mailings.reason.staff"
    let facets: Set<Audience.Facet> = [.role, .language]

    func readers(_ audience: Audience, at now: Instant) -> SQL {
        PersonStore.staff(with: audience.role)
    }
}
