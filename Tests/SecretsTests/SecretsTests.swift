import Secrets
import Testing

@Suite struct SecretsTests {
    let secrets = Secrets(master: Array("a secret for tests, of some length".utf8))

    @Test func aSealedValueOpensForItsPurposeOnly() throws {
        let sealed = try secrets.key(for: "a").seal(Array("word".utf8))
        #expect(try secrets.key(for: "a").open(sealed) == Array("word".utf8))
        #expect(throws: Secrets.Failure.self) { try secrets.key(for: "b").open(sealed) }
    }

    @Test func aChangedByteIsNoticed() throws {
        let key = secrets.key(for: "a")
        let sealed = try key.seal(Array("word".utf8))
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: Secrets.Failure.self) { try key.open(changed) }
        }
        #expect(throws: Secrets.Failure.self) { try key.open([UInt8]()) }
    }

    @Test func sealingTwiceGivesTwoValues() throws {
        let key = secrets.key(for: "a")
        #expect(try key.seal([1]) != key.seal([1]))
    }

    @Test func aCodeIsTiedToItsBytesAndPurpose() {
        let code = secrets.key(for: "a").code(for: [1, 2])
        #expect(secrets.key(for: "a").isCode(code, for: [1, 2]))
        #expect(!secrets.key(for: "a").isCode(code, for: [1, 3]))
        #expect(!secrets.key(for: "b").isCode(code, for: [1, 2]))
    }

    @Test func aTokenComesBackFromItsText() throws {
        let token = Token.random()
        #expect(token.text.utf8.count == 43)
        #expect(Token(text: token.text) == token)
        #expect(Token.random() != token)
        #expect(Token(text: String(token.text.dropLast())) == nil)
        #expect(Token(text: token.text + "=") == nil)
    }

    @Test(arguments: 0..<70) func everyLengthSurvivesBase64URL(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
    }

    @Test func textsWithStrayBitsOrForeignLettersAreRefused() {
        #expect(Base64URL.decode("AB") == nil)
        #expect(Base64URL.decode("A") == nil)
        #expect(Base64URL.decode("AA+A") == nil)
        #expect(Base64URL.decode("AA é") == nil)
    }

    @Test func hashesAreThoseOfTheStandard() {
        #expect(Digest.hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.hex("abc".utf8, first: 4) == "ba7816bf")
    }
}
