/// Domains where anybody gets a mailbox: they prove nothing about an organisation, and are none of its own.
enum FreeMail {
    /// Whether anybody gets a mailbox at this domain, in whatever case it is written.
    static func holds(_ domain: String) -> Bool {
        let domain = domain.lowercased()
        if domains.contains(domain) { return true }
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String($0) ?? "" }
        return families.contains(labels[0]) && isEnding(labels.dropFirst())
    }

    /// `com`, `net`, a country, or what stands for one of them within a country: `co.uk`, `com.ar`.
    private static func isEnding(_ labels: ArraySlice<String>) -> Bool {
        guard let last = labels.last else { return false }
        let isCountry = last.utf8.count == 2 && last.utf8.allSatisfy { (97...122).contains($0) }
        switch labels.count {
        case 1: return isCountry || ["com", "net"].contains(last)
        case 2: return isCountry && ["co", "com", "ne"].contains(labels[labels.startIndex])
        default: return false
        }
    }

    /// Providers with a domain for each of many countries.
    private static let families: Set = [
        "hotmail", "outlook", "live", "windowslive", "yahoo", "ymail", "rocketmail", "gmx", "googlemail", "aol", "yandex", "terra",
        "zohomail", "protonmail", "tutanota",
    ]

    private static let domains = Set(
        [worldwide, westernEurope, southernEurope, centralAndEasternEurope, americas, africa, asiaAndOceania].flatMap { list in
            list.split(whereSeparator: \.isWhitespace).map(String.init)
        })

    private static let worldwide = """
        gmail.com msn.com passport.com icloud.com me.com mac.com proton.me pm.me mail.com email.com usa.com europe.com post.com zoho.com
        zoho.eu zoho.in tuta.com tuta.io tutamail.com tutanota.de fastmail.com fastmail.fm hushmail.com inbox.com lycos.com excite.com
        mailfence.com disroot.org riseup.net duck.com hey.com yopmail.com mailinator.com guerrillamail.com 10minutemail.com
        """

    private static let westernEurope = """
        orange.fr wanadoo.fr free.fr aliceadsl.fr laposte.net sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr bbox.fr
        9online.fr voila.fr caramail.com skynet.be telenet.be proximus.be scarlet.be voo.be belgacom.net pandora.be brutele.be ziggo.nl
        kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl casema.nl chello.nl quicknet.nl upcmail.nl xs4all.nl tele2.nl zonnet.nl
        online.nl solcon.nl pt.lu web.de t-online.de freenet.de arcor.de posteo.de mailbox.org 1und1.de online.de vodafone.de magenta.de
        email.de bluewin.ch sunrise.ch hispeed.ch aon.at chello.at btinternet.com btopenworld.com talktalk.net virginmedia.com
        ntlworld.com blueyonder.co.uk sky.com tiscali.co.uk mail.co.uk eircom.net telia.com online.no mail.dk luukku.com suomi24.fi
        bredband.net spray.se
        """

    private static let southernEurope = """
        libero.it virgilio.it alice.it tim.it tin.it tiscali.it fastwebnet.it inwind.it iol.it email.it telefonica.net movistar.es ono.com
        orange.es ya.com wanadoo.es sapo.pt clix.pt iol.pt netcabo.pt otenet.gr in.gr forthnet.gr mynet.com superonline.com
        """

    private static let centralAndEasternEurope = """
        mail.ru inbox.ru list.ru bk.ru internet.ru rambler.ru ya.ru ukr.net i.ua meta.ua bigmir.net tut.by wp.pl o2.pl onet.pl onet.eu
        op.pl interia.pl interia.eu poczta.fm poczta.onet.pl tlen.pl seznam.cz centrum.cz email.cz post.cz volny.cz azet.sk zoznam.sk
        centrum.sk freemail.hu citromail.hu t-online.hu indamail.hu abv.bg mail.bg inbox.lv inbox.lt mail.ee siol.net net.hr
        """

    private static let americas = """
        comcast.net xfinity.com verizon.net att.net sbcglobal.net bellsouth.net charter.net cox.net earthlink.net juno.com netzero.net
        optonline.net frontier.com bell.net sympatico.ca rogers.com shaw.ca telus.net videotron.ca uol.com.br bol.com.br ig.com.br
        globo.com globomail.com oi.com.br r7.com zipmail.com.br fibertel.com.ar ciudad.com.ar arnet.com.ar speedy.com.ar prodigy.net.mx
        infinitummail.com une.net.co etb.net.co cantv.net adinet.com.uy vtr.net entelchile.net nauta.cu
        """

    private static let africa = """
        orange.sn sentoo.sn orange.ci aviso.ci orange.ml orange.cm camnet.cm menara.ma topnet.tn planet.tn gnet.tn mweb.co.za
        webmail.co.za telkomsa.net vodamail.co.za iafrica.com africamail.com moov.mg orange.mg intnet.mu link.net tedata.net.eg
        """

    private static let asiaAndOceania = """
        qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn sohu.com tom.com 21cn.com 139.com 189.cn
        aliyun.com naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp rediffmail.com
        rediff.com sify.com indiatimes.com in.com pacific.net.sg singnet.com.sg hinet.net pchome.com.tw netvigator.com walla.co.il
        walla.com chmail.ir maktoob.com bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au xtra.co.nz slingshot.co.nz
        """
}
