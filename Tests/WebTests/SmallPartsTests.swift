import CoreMetrics
import Testing
import Time

@testable import Web

@Suite struct DateLineTests {
    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    ])
    func `The date is written as RFC 9110 wants it`(second: Int64, text: String) {
        #expect(DateLines.text(second) == text)
    }
}

@Suite struct PrometheusTests {
    @Test func `Series are written in the text format`() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "mails.sent", dimensions: [("kind", "a \"b\"\n")]).increment(by: 2)
        metrics.makeCounter(label: "mails.sent", dimensions: [("kind", "a \"b\"\n")]).increment(by: 1)
        metrics.makeMeter(label: "queue", dimensions: []).set(Int64(5))
        let timer = metrics.makeTimer(label: "seconds", dimensions: [("route", "/")])
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let text = metrics.text()
        #expect(text.contains("# TYPE mails_sent counter\nmails_sent{kind=\"a \\\"b\\\"\\n\"} 3\n"))
        #expect(text.contains("# TYPE queue gauge\nqueue 5.0\n"))
        #expect(text.contains("seconds_bucket{route=\"/\",le=\"0.001\"} 0\n"))
        #expect(text.contains("seconds_bucket{route=\"/\",le=\"0.0025\"} 1\n"))
        #expect(text.contains("seconds_bucket{route=\"/\",le=\"+Inf\"} 2\n"))
        #expect(text.contains("seconds_count{route=\"/\"} 2\n"))
    }

    @Test func `Two kinds under one name do not stop the program`() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "x", dimensions: []).increment(by: 1)
        metrics.makeMeter(label: "x", dimensions: []).set(Int64(7))
        #expect(metrics.text() == "# TYPE x counter\nx 1\n")
    }

    @Test func `A series that was given up is gone`() {
        let metrics = PrometheusMetrics()
        metrics.destroyCounter(metrics.makeCounter(label: "x", dimensions: []))
        #expect(metrics.text().isEmpty)
    }
}
