import Testing

@testable import Organisations

@Suite("A domain where anybody gets a mailbox")
struct FreeMailTests {
    @Test(
        "is none of an organisation's own",
        arguments: [
            "gmail.com", "hotmail.es", "hotmail.be", "hotmail.co.uk", "outlook.fr", "outlook.es", "outlook.be", "live.fr", "live.nl",
            "yahoo.co.uk",
            "yahoo.com.ar", "yahoo.co.in", "yahoo.com.ph", "yahoo.co.jp", "gmx.de", "gmx.fr", "gmx.net", "web.de", "ziggo.nl", "kpnmail.nl",
            "proximus.be", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "rediffmail.com", "orange.sn", "mail.ru", "yandex.kz",
            "yandex.com.tr", "libero.it", "t-online.de", "free.fr", "laposte.net", "skynet.be", "telenet.be", "uol.com.br", "terra.com.br",
            "terra.es", "Hotmail.FR",
        ])
    func free(_ domain: String) {
        #expect(FreeMail.holds(domain))
    }

    @Test(
        "is not every one with such a word in it",
        arguments: [
            "example.org", "live.org", "yahoo.example", "hotmail", "", ".", "a.hotmail.fr", "hotmail.gov.uk", "live.org.uk", "terra.museum",
            "hotmail.fr.example.org",
            "notgmail.com", "outlook-union.org", "mail.example.de",
        ])
    func own(_ domain: String) {
        #expect(!FreeMail.holds(domain))
    }
}
