public import HTML
public import Mail
public import Moderation
internal import People
internal import Secrets
public import Site
public import Storage
public import Text
public import Time

/// What answers for those who act for organisations, and for those who keep the directory, need.
public struct OrganisationServices: Sendable {
    let database: Database
    let site: Site
    let catalogue: Catalogue
    let clock: Clock
    let base: WebURL
    let outbox: Outbox
    let menu: DeskMenu

    /// Services over this database.
    public init(
        database: Database, site: Site, catalogue: Catalogue, clock: Clock, base: WebURL, outbox: Outbox, menu: DeskMenu
    ) {
        self.database = database
        self.site = site
        self.catalogue = catalogue
        self.clock = clock
        self.base = base
        self.outbox = outbox
        self.menu = menu
    }

    func letters(_ language: Language) -> RepresentativeLetters {
        RepresentativeLetters(t: catalogue.translator(for: language), base: base, site: site.settings.name(in: language))
    }

    /// Writes to every official contact of an organisation who this person is and what they ask, with a link each. Answers to how many.
    @discardableResult
    func askContacts(about mandate: Representative, by person: Person, on db: any Writer) throws -> Int {
        guard let organisation = try OrganisationStore.find(mandate.organisation, on: db) else { return 0 }
        let contacts = try OrganisationStore.deciders(of: mandate.organisation, on: person, on: db)
        for contact in contacts {
            let token = try ContactKeyStore.make(
                RepresentativeLetters.kind, mandate.id, for: contact.id, until: clock.now() + Representative.linkHolds, on: db)
            let letters = letters(contact.details.language)
            try outbox.post(
                letters.question(about: mandate, of: person, organisation, to: contact.details.mailbox, token), on: db)
        }
        return contacts.count
    }

    /// Tells a person what became of their mandate.
    func tell(_ word: RepresentativeLetters.Word, about mandate: Representative, because decision: Decision? = nil, on db: any Writer)
        throws
    {
        guard let person = try PersonStore.find(mandate.person, on: db), let mailbox = Mailbox(person.mailbox),
            let organisation = try OrganisationStore.find(mandate.organisation, on: db)
        else { return }
        let letters = letters(person.language)
        try outbox.post(
            letters.word(
                word, about: mandate, to: mailbox, name: person.name, organisation, because: decision), on: db)
    }
}
