import Campaigns
import Harness
import People
import Secrets
import Storage
import Testing
import Time

@Suite struct SigningTests {
    @Test(arguments: TestEngine.allCases) func theSameMailboxWrittenDifferentlyIsOneSignature(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let first = try await table.sign("Amina Diop", "amina.diop@gmail.com")
            let second = try await table.sign("AMINA  DÍOP", "AminaDiop+union@googlemail.com")
            #expect(first.signature == second.signature)
            #expect(first.isConfirmation)
            #expect(second.mail == nil, "a second mail within ten minutes")
        }
    }

    @Test(arguments: TestEngine.allCases) func twoPeopleMayShareAMailbox(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let first = try await table.sign("Amina", "village@union.example")
            let second = try await table.sign("Moussa", "village@union.example")
            #expect(first.signature != second.signature)
            #expect(second.isConfirmation)
        }
    }

    @Test(arguments: TestEngine.allCases) func furtherNamesOnOneMailboxWaitForTheNextDayWithoutMail(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            for index in 0..<Signature.namesPerMailboxAndDay {
                #expect(try await table.sign("Name \(index)", "one@union.example").isConfirmation)
            }
            let further = try await table.sign("One more", "one@union.example")
            #expect(further.mail == nil)
            let flag: String? = try await table.database.read { try $0.value("SELECT flag FROM signature WHERE id = \(further.signature)") }
            #expect(flag == "mailbox")
            table.time.advance(by: .minutes(11))
            #expect(try await table.sign("One more", "one@union.example").mail == nil)
            table.time.advance(by: .days(1))
            #expect(try await table.sign("One more", "one@union.example").isConfirmation, "a stranger cannot keep the owner from signing")
        }
    }

    @Test(arguments: TestEngine.allCases) func sixtyFourRetriesAtOnceCountOnce(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcomes = try await withThrowingTaskGroup(of: SignatureStore.Outcome.self) { group in
                for _ in 0..<64 { group.addTask { try await table.sign("Amina", "amina@union.example") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(outcomes.map(\.signature)).count == 1)
            #expect(outcomes.filter { $0.mail != nil }.count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func aDoubleClickAmongManyFormsCountsOnce(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcomes = try await table.signTogether([
                ("Amina", "amina@union.example"), ("Moussa", "moussa@union.example"), ("AMINA", "Amina+x@union.example"),
                ("Amina", "amina@union.example"),
            ])
            let (amina, moussa) = (outcomes[0].signature, outcomes[1].signature)
            #expect(amina != moussa)
            #expect(outcomes.map(\.signature) == [amina, moussa, amina, amina])
            #expect(outcomes.map(\.isConfirmation) == [true, true, false, false])
            for (outcome, name) in zip(outcomes, ["Amina", "Moussa"]) {
                #expect(try await table.signature(outcome.signature)?.name == name)
                let token = try #require(outcome.key?.token)
                #expect(try await table.database.read { try table.store.find(token, on: $0)?.signature.name } == name)
            }
            let consents: Int? = try await table.database.read { try $0.value("SELECT count(*) FROM consent") }
            #expect(consents == 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func sevenNamesOfOneMailboxSentTogetherAreCountedRight(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let limit = Signature.namesPerMailboxAndDay
            let forms = (0...limit).map { ("Name \($0)", "one@union.example") } + [("Moussa", "moussa@union.example")]
            let outcomes = try await table.signTogether(forms)
            #expect(outcomes.map(\.isConfirmation) == Array(repeating: true, count: limit) + [false, true])
            let flags = try await table.database.read { db in
                try db.rows("SELECT flag FROM signature WHERE mails = 0").map { row -> String? in try row["flag"] }
            }
            #expect(flags == ["mailbox"])
        }
    }

    @Test(arguments: TestEngine.allCases) func whoSignedBeforeAndWhoIsNewMayComeTogether(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let joined = try await table.join("Amina", "amina@union.example")
            let waiting = try await table.sign("Moussa", "moussa@union.example").signature
            table.time.advance(by: .hours(1))
            let outcomes = try await table.signTogether([
                ("Rosa", "rosa@union.example"), ("Amina", "amina@union.example"), ("Moussa", "moussa@union.example"),
            ])
            #expect(outcomes.dropFirst().map(\.signature) == [joined, waiting])
            #expect(outcomes.map(\.isConfirmation) == [true, false, true])
            guard case .alreadySigned = outcomes[1].mail else {
                Issue.record("expected word that she signed already")
                return
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func retriesAtOnceAfterTenMinutesCauseOneMail(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            _ = try await table.sign("Amina", "amina@union.example")
            table.time.advance(by: .minutes(11))
            let outcomes = try await withThrowingTaskGroup(of: SignatureStore.Outcome.self) { group in
                for _ in 0..<32 { group.addTask { try await table.sign("Amina", "amina@union.example") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0.mail != nil }.count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func mailGoesToTheMailboxThatSignedNotToAnotherSpelling(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            try await table.join("Amina", "amina@union.example")
            table.time.advance(by: .minutes(11))
            let again = try await table.sign("Amina", "amina+stranger@union.example")
            #expect(again.mailbox == "amina@union.example")
        }
    }

    @Test(arguments: TestEngine.allCases) func changedAnswersHoldAndEndTheCodesOfEarlierMails(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let first = try await table.sign("Amina", "amina@union.example", shown: true)
            let second = try await table.sign("Amina", "amina@union.example", shown: false)
            #expect(second.isConfirmation, "new words are worth a mail at once")
            #expect(try await table.signature(first.signature)?.appearance.shown == false)
            let old = try #require(first.key)
            let new = try #require(second.key)
            #expect(try await table.database.read { try table.store.find(old.token, on: $0) } == nil)
            guard old.code != new.code else { return }
            let id = first.signature
            #expect(try await table.database.write { try table.store.confirm(id, code: old.code, on: $0) } == .wrong)
            #expect(try await table.database.write { try table.store.confirm(id, code: new.code, on: $0) } == .confirmed)
            #expect(try await table.database.write { try table.store.confirm(id, code: new.code, on: $0) } == .confirmed, "a double tap")
        }
    }

    @Test(arguments: TestEngine.allCases) func aWithdrawnSignatureCannotBeFilledAgain(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let id = try await table.join("Amina", "amina@union.example")
            try await table.database.write { try table.store.withdraw(id, on: $0) }
            let appearance = Signature.Appearance(town: "Dakar", organisation: nil, sentence: "Still here", shown: true)
            let isSaved = try await table.database.write { db in
                try table.store.change(id, to: appearance, agreeingTo: [.campaignNews], notice: SigningTable.notice.version, on: db)
            }
            #expect(!isSaved)
            #expect(try await table.signature(id)?.appearance.sentence == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func aClosedCampaignCountsNobodyMoreByLinkOrByCode(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcome = try await table.sign("Amina", "amina@union.example")
            let code = try #require(outcome.key?.code)
            let campaign = table.campaign
            let now = table.time.now
            try await table.database.write { try CampaignStore.close(campaign, at: now, on: $0) }
            #expect(try await table.database.write { try table.store.confirm(outcome.signature, code: code, on: $0) } == .wrong)
            #expect(try await table.database.write { try !table.store.confirm(outcome.signature, on: $0) })
        }
    }

    @Test(arguments: TestEngine.allCases) func atMostFiveMailsASignature(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            var mails = 0
            for _ in 0..<12 {
                if try await table.sign("Amina", "amina@union.example").mail != nil { mails += 1 }
                table.time.advance(by: .minutes(11))
            }
            #expect(mails == Signature.maximumMails)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoSignedAlreadyIsToldSoByMailOnly(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let id = try await table.join("Amina", "amina@union.example")
            table.time.advance(by: .hours(1))
            let again = try await table.sign("Amina", "amina@union.example")
            #expect(again.signature == id)
            guard case .alreadySigned = again.mail else {
                Issue.record("expected word that she signed already")
                return
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func consentsAreKeptWithTheNoticeThatWasShown(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let form = try table.form("Amina", "amina@union.example", purposes: [.support, .campaignNews])
            let sent = SentForm(form, mailboxKey: "amina@union.example", source: nil, flag: nil)
            let outcome = try await table.database.write { try table.store.sign(sent, on: $0) }
            let kept = try await table.database.read { db in
                try db.rows("SELECT purpose, notice FROM consent WHERE holder = \(outcome.signature) ORDER BY purpose").map { row in
                    [try row["purpose"] as String, try row["notice"] as String]
                }
            }
            #expect(kept == [["campaignNews", SigningTable.notice.version], ["support", SigningTable.notice.version]])
        }
    }

    @Test(arguments: TestEngine.allCases) func theLinkFindsItsSignatureAndNothingElseDoes(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcome = try await table.sign("Amina", "amina@union.example")
            let key = try #require(outcome.key)
            let found = try await table.database.read { try table.store.find(key.token, on: $0) }
            #expect(found?.signature.id == outcome.signature)
            #expect(found?.confirmsUntil == table.time.now + Signature.confirmsFor)
            #expect(try await table.database.read { try table.store.find(.random(), on: $0) } == nil)
            let stored: Int? = try await table.database.read {
                try $0.value("SELECT count(*) FROM signature_key WHERE hash = \(Array(key.token.text.utf8))")
            }
            #expect(stored == 0, "the token itself must not be stored")
        }
    }

    @Test(arguments: TestEngine.allCases) func theCodeConfirmsAndASixthWrongOneIsRefused(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcome = try await table.sign("Amina", "amina@union.example")
            let code = try #require(outcome.key?.code)
            let wrong = try #require(ConfirmationCode(typed: code.digits == "000000" ? "000001" : "000000"))
            func type(_ code: ConfirmationCode) async throws -> SignatureStore.CodeOutcome {
                try await table.database.write { try table.store.confirm(outcome.signature, code: code, on: $0) }
            }
            for _ in 0..<Signature.maximumCodeTries { #expect(try await type(wrong) == .wrong) }
            #expect(try await type(wrong) == .exhausted)
            #expect(try await type(code) == .exhausted, "the right code comes too late")
            #expect(try await table.signature(outcome.signature)?.stands == false)

            // Another mail, after ten minutes, brings another code and new tries.
            table.time.advance(by: .minutes(11))
            let next = try #require(try await table.sign("Amina", "amina@union.example").key?.code)
            #expect(try await type(next) == .confirmed)
            #expect(try await table.signature(outcome.signature)?.stands == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func aCodeOfSomebodyElseIsWrong(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let amina = try await table.sign("Amina", "amina@union.example")
            let moussa = try await table.sign("Moussa", "moussa@union.example")
            let code = try #require(amina.key?.code)
            guard code != moussa.key?.code else { return }
            #expect(try await table.database.write { try table.store.confirm(moussa.signature, code: code, on: $0) } == .wrong)
        }
    }

    @Test(arguments: TestEngine.allCases) func aCodeIsNoLongerValidAfterThirtyDays(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let outcome = try await table.sign("Amina", "amina@union.example")
            let code = try #require(outcome.key?.code)
            table.time.advance(by: Signature.confirmsFor)
            #expect(try await table.database.write { try table.store.confirm(outcome.signature, code: code, on: $0) } == .wrong)
        }
    }

    @Test func codesForgiveSpacesAndNothingElse() {
        #expect(ConfirmationCode(typed: "123 456")?.digits == "123456")
        #expect(ConfirmationCode(typed: " 123-456 ")?.digits == "123456")
        #expect(ConfirmationCode(typed: "12345") == nil)
        #expect(ConfirmationCode(typed: "1234567") == nil)
        #expect(ConfirmationCode(typed: "١٢٣٤٥٦") == nil)
        #expect(ConfirmationCode.random().digits.utf8.count == 6)
    }
}
