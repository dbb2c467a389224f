import Testing
import Time

@testable import Secrets

@Suite struct OneTimeCodes {
    private let seed = TOTPSeed(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ])
    func theDigitsAreThoseOfRFC6238(seconds: Int64, digits: String) {
        #expect(seed.digits(seconds / 30) == digits)
        #expect(seed.step(of: digits, at: Instant(milliseconds: seconds * 1000), after: nil) == seconds / 30)
    }

    @Test func aCodeHoldsForItsPeriodAndTheNeighbours() {
        let code = seed.digits(100)
        let at = { (seconds: Int64) in seed.step(of: code, at: Instant(milliseconds: seconds * 1000), after: nil) }
        #expect(at(100 * 30) == 100)
        #expect(at(99 * 30) == 100)
        #expect(at(101 * 30 + 29) == 100)
        #expect(at(98 * 30 + 29) == nil)
        #expect(at(102 * 30) == nil)
    }

    @Test func aCodeWorksOnce() {
        let now = Instant(milliseconds: 3_000_000)
        let code = seed.digits(100)
        #expect(seed.step(of: code, at: now, after: 99) == 100)
        #expect(seed.step(of: code, at: now, after: 100) == nil)
        #expect(seed.step(of: seed.digits(99), at: now, after: 100) == nil)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "１２３４５６"]) func whatIsNoCodeIsWrong(typed: String) {
        #expect(seed.step(of: typed, at: Instant(milliseconds: 0), after: nil) == nil)
    }

    @Test func theSeedIsWrittenAsAppsReadIt() {
        #expect(seed.text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            seed.address(issuer: "Coalition: one", account: "amina@example.org")
                == "otpauth://totp/Coalition%20%20one:amina@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Coalition:%20one")
    }

    @Test func aRecoveryCodeIsReadHoweverItIsTyped() {
        let code = RecoveryCode.random()
        #expect(code.text.utf8.count == 11)
        #expect(RecoveryCode(typed: code.text) == code)
        #expect(RecoveryCode(typed: " \(code.text.uppercased().replacing("-", with: " ")) ") == code)
        for wrong in ["", "k7m2q", "k7m2q-x4c9o", "k7m2q-x4c9dd"] { #expect(RecoveryCode(typed: wrong) == nil) }
    }
}
