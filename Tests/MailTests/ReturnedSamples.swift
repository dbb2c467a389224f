@testable import Mail

/// Returned messages in the forms of the common servers. `SENDER` and `MESSAGE-ID` stand for the marks of a message of ours.
enum ReturnedSamples {
    static let marks = MailMarks(secrets: Samples.secrets)

    /// The bytes of a sample about message `id`.
    static func bytes(_ sample: String, id: Int64) throws -> [UInt8] {
        let from = try Samples.mailbox("socle@example.org")
        let text = sample.replacing("SENDER", with: marks.sender(of: id, from: from))
            .replacing("MESSAGE-ID", with: marks.messageID(of: id, host: "example.org"))
        return Array(text.replacing("\n", with: "\r\n").utf8)
    }

    static let postfix = """
        Return-Path: <>
        Delivered-To: SENDER
        From: MAILER-DAEMON@relay.example.net (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: SENDER
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4FkX.1700000000/relay.example.net"
        Message-Id: <20261016120000.4FkX@relay.example.net>

        This is a MIME-encapsulated message.

        --4FkX.1700000000/relay.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host relay.example.net.

        <amina@example.sn>: host mx.example.sn[192.0.2.7] said: 550 5.1.1
            <amina@example.sn>: Recipient address rejected: User unknown (in reply to
            RCPT TO command)

        --4FkX.1700000000/relay.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example.net
        X-Postfix-Queue-ID: 4FkX
        X-Postfix-Sender: rfc822; SENDER
        Arrival-Date: Fri, 16 Oct 2026 12:00:00 +0000 (UTC)

        Final-Recipient: rfc822; amina@example.sn
        Original-Recipient: rfc822;amina@example.sn
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mx.example.sn
        Diagnostic-Code: smtp; 550 5.1.1 <amina@example.sn>: Recipient address
            rejected: User unknown

        --4FkX.1700000000/relay.example.net
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        From: Socle <socle@example.org>
        To: <amina@example.sn>
        Message-ID: <MESSAGE-ID>
        Subject: Confirmez

        --4FkX.1700000000/relay.example.net--
        """

    static let postfixDelayed = postfix.replacing("Action: failed", with: "Action: delayed")
        .replacing("Status: 5.1.1", with: "Status: 4.4.1").replacing(
            "Undelivered Mail Returned to Sender", with: "Delayed Mail (still being retried)"
        )
        .replacing("smtp; 550 5.1.1 <amina@example.sn>: Recipient address", with: "smtp; connect to mx.example.sn: Connection")

    static let postfixFull = postfix.replacing("Status: 5.1.1", with: "Status: 5.2.2").replacing("550 5.1.1", with: "552 5.2.2")

    static let exim = """
        Return-path: <>
        Envelope-to: SENDER
        X-Failed-Recipients: amina@example.sn
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@relay.example.net>
        To: SENDER
        Subject: Mail delivery failed: returning message to sender
        Message-Id: <E1tAbc-0001Xy-00@relay.example.net>

        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          amina@example.sn
            host mx.example.sn [192.0.2.7]
            SMTP error from remote mail server after RCPT TO:<amina@example.sn>:
            550 No such user here

        ------ This is a copy of the message, including all the headers. ------

        Return-path: <SENDER>
        Message-ID: <MESSAGE-ID>
        """

    static let eximWarning = exim.replacing(
        "Mail delivery failed: returning message to sender", with: "Warning: message 1tAbc-0001Xy-00 delayed 24 hours"
    )
    .replacing("X-Failed-Recipients: amina@example.sn\n", with: "")
    .replacing(
        "could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:",
        with:
            "has not been delivered to one or more of its recipients after more than 24 hours.\nNo action is required on your part. Delivery attempts will continue."
    )
    .replacing("550 No such user here", with: "451 Try later")

    /// The recipient of the report is a plain address and only the Message-ID within it is ours.
    static let exchange = """
        From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@tenant.onmicrosoft.example>
        To: <socle@example.org>
        Subject: =?utf-8?B?VW5kZWxpdmVyYWJsZTogQ29uZmlybWV6?=
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="_000_outer_"
        Auto-Submitted: auto-replied

        --_000_outer_
        Content-Type: multipart/alternative; boundary="_000_inner_"

        --_000_inner_
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: base64

        RGVsaXZlcnkgaGFzIGZhaWxlZCB0byB0aGVzZSByZWNpcGllbnRzIG9yIGdyb3Vwcw==

        --_000_inner_
        Content-Type: text/html; charset="utf-8"

        <html><body>Delivery has failed to these recipients</body></html>

        --_000_inner_--

        --_000_outer_
        Content-Type: message/delivery-status

        Reporting-MTA: dns;DB9PR0.tenant.example
        Received-From-MTA: dns;mx.example.org
        Arrival-Date: Fri, 16 Oct 2026 12:00:00 +0000

        Final-Recipient: rfc822;<Amina@Example.sn>
        Action: failed
        Status: 5.1.10
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient Amina@Example.sn not found by SMTP address lookup
        X-Display-Name: Amina

        --_000_outer_
        Content-Type: message/rfc822

        From: Socle <socle@example.org>
        To: <amina@example.sn>
        Message-ID: <MESSAGE-ID>
        Content-Type: multipart/alternative; boundary="=_41"

        --=_41
        Content-Type: text/plain

        Bonjour
        --=_41--

        --_000_outer_--
        """

    static let qmail = """
        Return-Path: <>
        Delivered-To: SENDER
        Date: 16 Oct 2026 12:00:00 -0000
        From: MAILER-DAEMON@mx.example.sn
        To: SENDER
        Subject: failure notice

        Hi. This is the qmail-send program at mx.example.sn.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <amina@example.sn>:
        Sorry, no mailbox here by that name. (#5.1.1)

        --- Below this line is a copy of the message.

        Return-Path: <SENDER>
        """

    /// Own words, in French, with the original attached as it was.
    static let french = """
        Return-Path: <>
        From: "Service de messagerie" <postmaster@example.sn>
        To: socle@example.org
        Subject: =?iso-8859-1?Q?Message_non_remis?=
        Content-Type: multipart/mixed; boundary=bb

        --bb
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Votre message non remis =E0 :
           <amina@example.sn>
        550 5.1.1 Utilisateur inconnu
        --bb
        Content-Type: message/rfc822

        Return-Path: <SENDER>
        Message-ID: <MESSAGE-ID>

        Bonjour
        --bb--
        """

    static let vacation = """
        Return-Path: <>
        From: Amina <amina@example.sn>
        To: SENDER
        Subject: Absente : Confirmez votre signature
        Auto-Submitted: auto-replied
        In-Reply-To: <MESSAGE-ID>

        Je suis absente. L'adresse bureau@example.sn n'existe plus, this address does not exist any more.
        """

    static let answer = """
        From: Amina <amina@example.sn>
        To: socle@example.org
        Subject: Re: Confirmez

        Mail delivery failed? 550 5.1.1 That is what I got.
        """

    static let success = postfix.replacing("Action: failed", with: "Action: relayed").replacing("Status: 5.1.1", with: "Status: 2.0.0")

    /// First a stranger's mailbox that failed, then ours.
    static func several(ours action: String, _ status: String) -> String {
        let group = "Final-Recipient: rfc822; amina@example.sn\n"
        return postfix.replacing("Action: failed\nStatus: 5.1.1", with: "Action: \(action)\nStatus: \(status)")
            .replacing(group, with: "Final-Recipient: rfc822; zzz@else.example\nAction: failed\nStatus: 5.1.1\n\n" + group)
    }

    static let yahoo = """
        Return-Path: <>
        Delivered-To: SENDER
        From: MAILER-DAEMON@mail.example.sn
        To: SENDER
        Subject: Failure Notice
        Content-Type: text/plain; charset=utf-8

        Sorry, we were unable to deliver your message to the following address.

        <amina@example.sn>:
        554: delivery error: dd This user doesn't have a yahoo.com account (amina@example.sn) [0] - mta4107.mail.example.sn

        --- Forwarded message ---

        From: Socle <socle@example.org>
        Message-ID: <MESSAGE-ID>
        """

    static let domino = """
        From: Postmaster@example.sn
        To: SENDER
        Subject: DELIVERY FAILURE: User amina (amina@example.sn) not listed in Domino Directory
        X-Mailer: Lotus Domino Release 9.0.1
        Content-Type: multipart/mixed; boundary="==IFJRGLKF"

        --==IFJRGLKF
        Content-Type: text/plain; charset="us-ascii"

        Your message

          Subject: Confirmez

        was not delivered to:

          amina@example.sn

        because:

          User amina (amina@example.sn) not listed in Domino Directory

        --==IFJRGLKF
        Content-Type: message/rfc822

        From: Socle <socle@example.org>
        To: amina@example.sn
        Message-ID: <MESSAGE-ID>

        Bonjour
        --==IFJRGLKF--
        """

    /// An absence note that quotes a failure, as vacation programs send it: from nobody.
    static let absent = """
        Return-Path: <>
        From: "Amina, Mail Delivery" <amina@example.sn>
        To: SENDER
        Subject: Absent: Re: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        X-Auto-Response-Suppress: All
        In-Reply-To: <MESSAGE-ID>

        I am away until Monday. If your message could not be delivered to my colleague (550 5.1.1 user unknown),

        <amina@example.sn>

        write to postmaster@example.sn.
        """

    static let ticket = absent.replacing("Auto-Submitted: auto-replied", with: "Auto-Submitted: auto-generated\nPrecedence: bulk")
        .replacing("\"Amina, Mail Delivery\" <amina@", with: "Postmaster's desk <support+mailer-daemon@")
}
