internal import Campaigns
internal import Desk
internal import Imports
internal import Mailings
internal import Moderation
internal import Organisations
internal import People
internal import Site
internal import Translations
internal import Web

/// The site on one page: every route, who may enter, and who answers.
enum Routes {
    static func bind(_ site: Handlers, _ guards: PersonGuards) -> RouteTable {
        var table = RouteTable()

        // The front
        table.bind(Negotiation.route, for: .everyone, Negotiation.answer)
        table.bind(AppRoutes.home, for: .everyone, site.home.home)
        table.bind(SiteRoutes.page, for: .everyone, site.pages.page)
        table.bind(SiteRoutes.logo, for: .everyone, site.pages.logo)

        // A campaign, and signing it
        table.bind(CampaignRoutes.index, for: .everyone, site.campaigns.index)
        table.bind(CampaignRoutes.campaign, for: .everyone, site.campaigns.campaign)
        table.bind(CampaignRoutes.count, for: .everyone, site.campaigns.count)
        table.bind(CampaignRoutes.countries, for: .everyone, site.campaigns.countries)
        table.bind(KitRoutes.kit, for: .everyone, site.kit.kit)
        table.bind(KitRoutes.file, for: .everyone, site.kit.file)
        table.bind(EndorsementRoutes.list, for: .everyone, site.endorsements.list)
        table.bind(CampaignRoutes.form, for: .everyone, site.signing.form)
        table.bind(CampaignRoutes.sign, for: .everyone, site.signing.sign)
        table.bind(SignatureRoutes.sent, for: .everyone, site.signing.sent)
        table.bind(SignatureRoutes.confirmByCode, for: .everyone, site.signing.confirmByCode)
        table.bind(SignatureRoutes.thanks, for: .everyone, site.signing.thanks)

        // From the mail: whoever holds the link
        table.bind(SignatureRoutes.show, for: .everyone, site.signatures.show)
        table.bind(SignatureRoutes.confirm, for: .everyone, site.signatures.confirm)
        table.bind(SignatureRoutes.change, for: .everyone, site.signatures.change)
        table.bind(SignatureRoutes.withdraw, for: .everyone, site.signatures.withdraw)

        // An account: the ways in
        table.bind(AccountRoutes.home, for: guards.anyone, site.accounts.home)
        table.bind(AccountRoutes.signUp, for: .everyone, site.signUp.form)
        table.bind(AccountRoutes.create, for: .everyone, site.signUp.create)
        table.bind(AccountRoutes.signUpSent, for: .everyone, site.signUp.sent)
        table.bind(AccountRoutes.confirmation, for: .everyone, site.signUp.confirmation)
        table.bind(AccountRoutes.confirm, for: .everyone, site.signUp.confirm)
        table.bind(AccountRoutes.signIn, for: .everyone, site.sessions.form)
        table.bind(AccountRoutes.beginSession, for: .everyone, site.sessions.begin)
        table.bind(AccountRoutes.code, for: guards.halfway, site.sessions.code)
        table.bind(AccountRoutes.proveSession, for: guards.halfway, site.sessions.prove)
        table.bind(AccountRoutes.endSession, for: guards.anyone, site.sessions.end)
        table.bind(AccountRoutes.recovery, for: .everyone, site.recovery.form)
        table.bind(AccountRoutes.recover, for: .everyone, site.recovery.send)
        table.bind(AccountRoutes.recoverySent, for: .everyone, site.recovery.sent)
        table.bind(AccountRoutes.newPassword, for: .everyone, site.recovery.newPassword)
        table.bind(AccountRoutes.setPassword, for: .everyone, site.recovery.setPassword)

        // An account: its person
        table.bind(AccountRoutes.profile, for: guards.person, site.accounts.profile)
        table.bind(AccountRoutes.saveProfile, for: guards.person, site.accounts.saveProfile)
        table.bind(AccountRoutes.security, for: guards.person, site.security.show)
        table.bind(AccountRoutes.changePassword, for: guards.person, site.security.changePassword)
        table.bind(AccountRoutes.changeMailbox, for: guards.person, site.security.changeMailbox)
        table.bind(AccountRoutes.mailboxConfirmation, for: .everyone, site.security.mailboxConfirmation)
        table.bind(AccountRoutes.confirmMailbox, for: .everyone, site.security.confirmMailbox)
        table.bind(AccountRoutes.closeSession, for: guards.person, site.security.closeSession)
        table.bind(AccountRoutes.closeOtherSessions, for: guards.person, site.security.closeOthers)
        table.bind(AccountRoutes.secondFactor, for: guards.person, site.secondFactor.show)
        table.bind(AccountRoutes.enrol, for: guards.person, site.secondFactor.enrol)
        table.bind(AccountRoutes.renewCodes, for: guards.person, site.security.renewCodes)
        table.bind(AccountRoutes.removeSecondFactor, for: guards.person, site.security.removeFactor)
        table.bind(MySignaturesRoutes.index, for: guards.person, site.mySignatures.index)
        table.bind(MySignaturesRoutes.show, for: guards.person, site.mySignatures.show)
        table.bind(MySignaturesRoutes.change, for: guards.person, site.mySignatures.change)
        table.bind(MySignaturesRoutes.confirm, for: guards.person, site.mySignatures.confirm)
        table.bind(MySignaturesRoutes.withdraw, for: guards.person, site.mySignatures.withdraw)
        table.bind(AccountRoutes.data, for: guards.person, site.accounts.data)
        table.bind(AccountRoutes.export, for: guards.person, site.accounts.export)
        table.bind(AccountRoutes.close, for: guards.person, site.accounts.close)
        table.bind(AccountRoutes.closed, for: .everyone, site.accounts.closed)

        // Acting for organisations: whoever has a mandate, and the contacts who give it
        table.bind(RepresentativeRoutes.index, for: guards.person, site.representatives.index)
        table.bind(RepresentativeRoutes.form, for: guards.person, site.representatives.form)
        table.bind(RepresentativeRoutes.ask, for: guards.person, site.representatives.ask)
        table.bind(RepresentativeRoutes.giveBack, for: guards.person, site.representatives.giveBack)
        table.bind(RepresentativeRoutes.profile, for: guards.person, site.representatives.profile)
        table.bind(RepresentativeRoutes.saveProfile, for: guards.person, site.representatives.saveProfile)
        table.bind(EndorsementRoutes.form, for: guards.person, site.endorsements.form)
        table.bind(EndorsementRoutes.ownLetter, for: guards.person, site.endorsements.ownLetter)
        table.bind(ProposalRoutes.form, for: guards.person, site.proposals.form)
        table.bind(ProposalRoutes.propose, for: guards.person, site.proposals.propose)
        table.bind(ProposalRoutes.waiting, for: guards.person, site.proposals.waiting)
        table.bind(ProposalRoutes.rewrite, for: guards.person, site.proposals.rewrite)
        table.bind(ProposalRoutes.takeBack, for: guards.person, site.proposals.takeBack)
        table.bind(EndorsementRoutes.endorse, for: guards.person, site.endorsements.endorse)
        table.bind(EndorsementRoutes.withdraw, for: guards.person, site.endorsements.withdraw)
        table.bind(EndorsementRoutes.askedLetter, for: .everyone, site.endorsements.askedLetter)
        table.bind(EndorsementRoutes.show, for: .everyone, site.endorsements.show)
        table.bind(EndorsementRoutes.confirm, for: .everyone, site.endorsements.confirm)
        table.bind(EndorsementRoutes.refuse, for: .everyone, site.endorsements.refuse)
        table.bind(RepresentativeRoutes.mandate, for: .everyone, site.mandates.show)
        table.bind(RepresentativeRoutes.confirm, for: .everyone, site.mandates.confirm)
        table.bind(RepresentativeRoutes.refuse, for: .everyone, site.mandates.refuse)

        // The desk: whoever has a role
        table.bind(DeskRoutes.home, for: guards.staff, site.queue.home)
        table.bind(DeskRoutes.decide, for: guards.staff(.moderator), site.queue.decide)
        table.bind(DeskRoutes.decideAll, for: guards.staff(.moderator), site.queue.decideAll)

        // The desk: moderators
        table.bind(DeskRoutes.blocks, for: guards.staff(.moderator), site.blocks.index)
        table.bind(DeskRoutes.addBlocks, for: guards.staff(.moderator), site.blocks.add)
        table.bind(DeskRoutes.removeBlock, for: guards.staff(.moderator), site.blocks.remove)
        table.bind(MailboxRuleRoutes.index, for: guards.staff(.moderator), site.mailboxRules.index)
        table.bind(MailboxRuleRoutes.save, for: guards.staff(.moderator), site.mailboxRules.save)
        table.bind(MailboxRuleRoutes.remove, for: guards.staff(.moderator), site.mailboxRules.remove)
        table.bind(OrganisationDeskRoutes.index, for: guards.staff(.moderator), site.organisationDesk.index)
        table.bind(OrganisationDeskRoutes.new, for: guards.staff(.moderator), site.organisationDesk.new)
        table.bind(OrganisationDeskRoutes.create, for: guards.staff(.moderator), site.organisationDesk.create)
        table.bind(OrganisationDeskRoutes.organisation, for: guards.staff(.moderator), site.organisationDesk.organisation)
        table.bind(OrganisationDeskRoutes.save, for: guards.staff(.moderator), site.organisationDesk.save)
        table.bind(OrganisationDeskRoutes.remove, for: guards.staff(.moderator), site.organisationDesk.remove)
        table.bind(OrganisationDeskRoutes.addContact, for: guards.staff(.moderator), site.organisationDesk.addContact)
        table.bind(OrganisationDeskRoutes.removeContact, for: guards.staff(.moderator), site.organisationDesk.removeContact)
        table.bind(OrganisationDeskRoutes.addMembership, for: guards.staff(.moderator), site.organisationDesk.addMembership)
        table.bind(OrganisationDeskRoutes.removeMembership, for: guards.staff(.moderator), site.organisationDesk.removeMembership)
        table.bind(OrganisationDeskRoutes.contest, for: guards.staff(.moderator), site.organisationDesk.contest)
        table.bind(OrganisationDeskRoutes.renewMandate, for: guards.staff(.moderator), site.organisationDesk.renewMandate)
        table.bind(OrganisationDeskRoutes.endMandate, for: guards.staff(.moderator), site.organisationDesk.endMandate)
        table.bind(EndorsementRoutes.letter, for: guards.staff(.moderator), site.endorsements.letter)

        // The desk: lists brought in; each kind is for those who hold its role
        table.bind(ImportRoutes.index, for: guards.staff(.moderator), site.imports.index)
        table.bind(ImportRoutes.new, for: guards.staff(.moderator), site.imports.new)
        table.bind(ImportRoutes.create, for: guards.staff(.moderator), site.imports.create)
        table.bind(ImportRoutes.show, for: guards.staff(.moderator), site.imports.show)
        table.bind(ImportRoutes.columns, for: guards.staff(.moderator), site.imports.setColumns)
        table.bind(ImportRoutes.choices, for: guards.staff(.moderator), site.imports.choose)
        table.bind(ImportRoutes.execution, for: guards.staff(.moderator), site.imports.carryOut)
        table.bind(ImportRoutes.reversal, for: guards.staff(.moderator), site.imports.undo)
        table.bind(ImportRoutes.removal, for: guards.staff(.moderator), site.imports.discard)

        // The desk: editors
        table.bind(CampaignDeskRoutes.index, for: guards.staff(.editor), site.campaignDesk.index)
        table.bind(CampaignDeskRoutes.create, for: guards.staff(.editor), site.campaignDesk.create)
        table.bind(CampaignDeskRoutes.campaign, for: guards.staff(.editor), site.campaignDesk.campaign)
        table.bind(CampaignDeskRoutes.saveGoals, for: guards.staff(.editor), site.campaignDesk.saveGoals)
        table.bind(CampaignDeskRoutes.words, for: guards.staff(.editor), site.campaignDesk.words)
        table.bind(CampaignDeskRoutes.saveWords, for: guards.staff(.editor), site.campaignDesk.saveWords)
        table.bind(CampaignDeskRoutes.close, for: guards.staff(.editor), site.campaignDesk.close)
        table.bind(CampaignDeskRoutes.open, for: guards.staff(.editor), site.campaignDesk.open)
        table.bind(CampaignDeskRoutes.discard, for: guards.staff(.editor), site.campaignDesk.discard)
        table.bind(KitRoutes.desk, for: guards.staff(.editor), site.kitDesk.show)
        table.bind(KitRoutes.add, for: guards.staff(.editor), site.kitDesk.add)
        table.bind(KitRoutes.remove, for: guards.staff(.editor), site.kitDesk.remove)
        table.bind(MailingDeskRoutes.index, for: guards.staff(.editor), site.mailings.index)
        table.bind(MailingDeskRoutes.create, for: guards.staff(.editor), site.mailings.create)
        table.bind(MailingDeskRoutes.mailing, for: guards.staff(.editor), site.mailings.mailing)
        table.bind(MailingDeskRoutes.save, for: guards.staff(.editor), site.mailings.save)
        table.bind(MailingDeskRoutes.remove, for: guards.staff(.editor), site.mailings.remove)
        table.bind(MailingDeskRoutes.words, for: guards.staff(.editor), site.mailings.words)
        table.bind(MailingDeskRoutes.saveWords, for: guards.staff(.editor), site.mailings.saveWords)
        table.bind(MailingDeskRoutes.removeWords, for: guards.staff(.editor), site.mailings.removeWords)
        table.bind(MailingDeskRoutes.preview, for: guards.staff(.editor), site.mailings.preview)
        table.bind(MailingDeskRoutes.letter, for: guards.staff(.editor), site.mailings.letter)
        table.bind(MailingDeskRoutes.trial, for: guards.staff(.editor), site.mailings.trial)
        table.bind(AdministrationRoutes.pages, for: guards.staff(.editor), site.texts.index)
        table.bind(AdministrationRoutes.page, for: guards.staff(.editor), site.texts.form)
        table.bind(AdministrationRoutes.savePage, for: guards.staff(.editor), site.texts.save)
        table.bind(AdministrationRoutes.resetPage, for: guards.staff(.editor), site.texts.reset)

        table.bind(TranslationRoutes.index, for: guards.staff(.editor), site.translations.index)
        table.bind(TranslationRoutes.translation, for: guards.staff(.editor), site.translations.show)
        table.bind(TranslationRoutes.save, for: guards.staff(.editor), site.translations.save)
        table.bind(TranslationRoutes.drop, for: guards.staff(.editor), site.translations.drop)
        table.bind(TranslationRoutes.publish, for: guards.staff(.editor), site.translations.publish)
        table.bind(TranslationRoutes.confirm, for: guards.staff(.editor), site.translations.confirm)
        table.bind(TranslationRoutes.makeOriginal, for: guards.staff(.editor), site.translations.makeOriginal)
        table.bind(TranslationRoutes.forgetName, for: guards.staff(.editor), site.translations.forgetName)
        table.bind(TranslationRoutes.makeLink, for: guards.staff(.editor), site.translations.makeLink)
        table.bind(TranslationRoutes.endLink, for: guards.staff(.editor), site.translations.endLink)

        // Translating: whoever holds a link to one text
        table.bind(TranslationRoutes.work, for: .everyone, site.translators.show)
        table.bind(TranslationRoutes.saveWork, for: .everyone, site.translators.save)

        // The desk: administrators
        table.bind(MailingDeskRoutes.sending, for: guards.staff(.administrator), site.mailingSending.show)
        table.bind(MailingDeskRoutes.send, for: guards.staff(.administrator), site.mailingSending.send)
        table.bind(MailingDeskRoutes.pause, for: guards.staff(.administrator), site.mailingSending.pause)
        table.bind(MailingDeskRoutes.resume, for: guards.staff(.administrator), site.mailingSending.resume)
        table.bind(MailingDeskRoutes.cancel, for: guards.staff(.administrator), site.mailingSending.cancel)
        table.bind(MailingDeskRoutes.archive, for: guards.staff(.administrator), site.mailingSending.archive)
        table.bind(MailingDeskRoutes.limits, for: guards.staff(.administrator), site.mailingSending.limits)
        table.bind(MailingDeskRoutes.saveLimits, for: guards.staff(.administrator), site.mailingSending.saveLimits)
        table.bind(AdministrationRoutes.people, for: guards.staff(.administrator), site.people.index)
        table.bind(AdministrationRoutes.person, for: guards.staff(.administrator), site.people.person)
        table.bind(AdministrationRoutes.roles, for: guards.staff(.administrator), site.people.setRoles)
        table.bind(AdministrationRoutes.takeSecondFactor, for: guards.staff(.administrator), site.people.takeSecondFactor)
        table.bind(AdministrationRoutes.settings, for: guards.staff(.administrator), site.settings.show)
        table.bind(AdministrationRoutes.saveSettings, for: guards.staff(.administrator), site.settings.save)
        table.bind(AdministrationRoutes.saveLogo, for: guards.staff(.administrator), site.settings.saveLogo)
        table.bind(AdministrationRoutes.removeLogo, for: guards.staff(.administrator), site.settings.removeLogo)
        table.bind(AdministrationRoutes.outbox, for: guards.staff(.administrator), site.outbox.index)
        table.bind(AdministrationRoutes.message, for: guards.staff(.administrator), site.outbox.message)
        table.bind(AdministrationRoutes.jobs, for: guards.staff(.administrator), site.jobs.index)
        table.bind(AdministrationRoutes.reviveJob, for: guards.staff(.administrator), site.jobs.revive)
        table.bind(AdministrationRoutes.dropJob, for: guards.staff(.administrator), site.jobs.drop)
        table.bind(AdministrationRoutes.audit, for: guards.staff(.administrator), site.audit.index)

        // The directory of organisations
        table.bind(OrganisationRoutes.directory, for: .everyone, site.organisations.directory)
        table.bind(OrganisationRoutes.organisation, for: .everyone, site.organisations.organisation)
        table.bind(OrganisationRoutes.csv, for: .everyone, site.organisations.csv)
        table.bind(OrganisationRoutes.json, for: .everyone, site.organisations.json)

        // Mailings that everybody may read, and the link that ends them
        table.bind(MailingRoutes.index, for: .everyone, site.archive.index)
        table.bind(MailingRoutes.mailing, for: .everyone, site.archive.mailing)
        table.bind(UnsubscribeRoutes.show, for: .everyone, site.unsubscriptions.show)
        table.bind(UnsubscribeRoutes.stop, for: .everyone, site.unsubscriptions.stop)

        // For machines
        table.bind(AppRoutes.live, for: .everyone, site.operations.live)
        table.bind(AppRoutes.ready, for: .everyone, site.operations.ready)
        table.bind(AppRoutes.metrics, for: .everyone, site.operations.metrics)
        table.bind(AppRoutes.robots, for: .everyone, site.operations.robots)
        table.bind(AppRoutes.sitemap, for: .everyone, site.operations.sitemap)
        return table
    }
}

/// Who answers, by area.
struct Handlers: Sendable {
    let home: HomeHandlers
    let pages: SiteHandlers
    let campaigns: CampaignHandlers
    let kit: KitHandlers
    let signing: SigningHandlers
    let signatures: SignatureHandlers
    let accounts: AccountHandlers
    let signUp: SignUpHandlers
    let sessions: SessionHandlers
    let recovery: RecoveryHandlers
    let security: SecurityHandlers
    let secondFactor: SecondFactorHandlers
    let mySignatures: MySignaturesHandlers
    let queue: QueueHandlers
    let blocks: BlockHandlers
    let mailboxRules: MailboxRuleHandlers
    let campaignDesk: CampaignDeskHandlers
    let kitDesk: KitDeskHandlers
    let people: PeopleHandlers
    let settings: SettingsHandlers
    let texts: PageHandlers
    let outbox: OutboxHandlers
    let jobs: JobHandlers
    let audit: AuditHandlers
    let organisations: OrganisationHandlers
    let representatives: RepresentativeHandlers
    let mandates: MandateHandlers
    let organisationDesk: OrganisationDeskHandlers
    let endorsements: EndorsementHandlers
    let proposals: ProposalHandlers
    let imports: ImportHandlers
    let mailings: MailingDeskHandlers
    let mailingSending: MailingSendingHandlers
    let archive: ArchiveHandlers
    let unsubscriptions: UnsubscribeHandlers
    let translations: TranslationDeskHandlers
    let translators: TranslatorHandlers
    let operations: OperationsHandlers
}
