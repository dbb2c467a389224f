internal import Foundation
internal import Geography
internal import HTML
internal import Organisations
internal import Storage
internal import Text
internal import Time

/// An organisation of the demo, as `Demo/organisations.json` tells it: facts that the seeds or the organisation itself publish.
struct DemoOrganisation: Decodable {
    enum Failure: Error {
        case unknown(String, of: String)
    }

    private struct Name: Decodable {
        let name: String
        let acronym: String?
    }

    private struct Belonging: Decodable {
        let network: String
        let role: String?
        let since: String?
    }

    let slug: String
    private let category: String
    private let country: String?
    private let website: String?
    private let names: [String: Name]
    private let profiles: [String: String]?
    private let languages: [String]?
    private let themes: [String]?
    private let areas: [String]?
    private let networks: [Belonging]?

    /// Adds those that are not there yet, and who belongs to whom where one of the two is new. What is there already stays as it is: whoever took a
    /// membership away or hid an organisation meant it.
    static func add(_ organisations: [DemoOrganisation], at now: Instant, on db: any Writer) throws {
        let missing = try organisations.filter { try OrganisationStore.key(of: $0.slug, on: db) == nil }
        for each in missing { try OrganisationStore.add(try each.facts(), slug: each.slug, at: now, on: db) }
        let added = Set(missing.map(\.slug))
        for each in organisations {
            let new = (each.networks ?? []).filter { added.contains(each.slug) || added.contains($0.network) }
            for membership in try each.memberships(new, on: db) { try OrganisationStore.put(membership, at: now, on: db) }
        }
    }

    private func facts() throws -> Organisation.Facts {
        Organisation.Facts(
            category: try read(category, Category.init(rawValue:)), country: try country.map { try read($0, Country.init(code:)) },
            names: try names.map { code, name in
                Organisation.Name(language: try read(code) { Language($0) }, name: name.name, acronym: name.acronym)
            }.sorted { $0.language.code < $1.language.code },
            profiles: Dictionary(
                try (profiles ?? [:]).map { code, text in (try read(code) { Language($0) }, text) }, uniquingKeysWith: { first, _ in first }
            ),
            website: try website.map { try read($0) { WebURL($0) } },
            languages: try (languages ?? []).map { try read($0) { Language($0) } }, themes: themes ?? [],
            areas: try (areas ?? []).map { try read($0, Area.init(code:)) })
    }

    private func memberships(_ belongings: [Belonging], on db: any Reader) throws -> [Membership] {
        let own = try read(slug) { try OrganisationStore.key(of: $0, on: db) }
        return try belongings.map { belonging in
            Membership(
                organisation: own, network: try read(belonging.network) { try OrganisationStore.key(of: $0, on: db) },
                role: try belonging.role.map { try read($0, Membership.Role.init(rawValue:)) } ?? .member,
                since: try belonging.since.map { try read($0, CivilDay.init(_:)) })
        }
    }

    private func read<Value>(_ text: String, _ make: (String) throws -> Value?) throws -> Value {
        guard let value = try make(text) else { throw Failure.unknown(text, of: slug) }
        return value
    }
}
