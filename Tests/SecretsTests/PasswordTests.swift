import Testing

@testable import Secrets

@Suite struct Passwords {
    private let keeper = PasswordKeeper(cost: .least)

    @Test func theKeyIsTheOneOfRFC7914() throws {
        let key = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(key.dropFirst($0).prefix(2), radix: 16) }
        let cost = PasswordHash.Cost(logRounds: 10, blockSize: 8, parallelism: 16)
        let hash = PasswordHash(cost: cost, salt: Array("NaCl".utf8), key: bytes)
        #expect(try hash.matches("password"))
        #expect(try !hash.matches("passwore"))
    }

    @Test func aHashIsReadAsItWasWritten() async throws {
        let hash = try await PasswordKeeper().hash("a long walk to Dakar")
        #expect(hash.text.hasPrefix("$scrypt$ln=14,r=8,p=5$"))
        #expect(PasswordHash(text: hash.text) == hash)
        #expect(try await keeper.hash("a long walk to Dakar").salt != hash.salt)
    }

    @Test(arguments: [
        "", "$", "$scrypt$ln=14,r=8,p=5$$", "$scrypt$ln=30,r=8,p=1$AAAA$AAAA", "$scrypt$ln=14,r=8$AAAA$AAAA",
        "$argon2id$v=19$m=1$AAAA$AAAA",
        "$scrypt$ln=14,r=8,p=5$AAAA$AAAA",
    ])
    func whatIsNoHashOfOursIsRefused(text: String) {
        #expect(PasswordHash(text: text) == nil)
    }

    @Test func theRightPasswordIsRightAndNoOther() async throws {
        let hash = try await keeper.hash("sécurité sociale")
        #expect(try await keeper.check("sécurité sociale", against: hash) == .right)
        #expect(try await keeper.check("se\u{301}curite\u{301} sociale", against: hash) == .right)
        #expect(try await keeper.check("securite sociale", against: hash) == .wrong)
        #expect(try await keeper.check("sécurité sociale", against: nil) == .wrong)
    }

    @Test func aHashMadeWithOtherWorkIsReplaced() async throws {
        let cheap = try PasswordHash.make(of: "once enough", cost: .init(logRounds: 4, blockSize: 8, parallelism: 1))
        guard case .rightAfresh(let fresh) = try await keeper.check("once enough", against: cheap) else {
            Issue.record("the cheap hash stays")
            return
        }
        #expect(try await keeper.check("once enough", against: fresh) == .right)
    }

    @Test func whoComesWhenTooManyWaitIsToldSo() async throws {
        let slow = try PasswordHash.make(of: "x", cost: .init(logRounds: 10, blockSize: 8, parallelism: 1))
        let busy = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<130 {
                group.addTask {
                    do {
                        _ = try await keeper.check("y", against: slow)
                        return false
                    } catch { return error is PasswordKeeper.Busy }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(busy > 0 && busy < 130)
    }
}
