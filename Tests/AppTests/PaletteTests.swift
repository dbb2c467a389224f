import Foundation
import Testing

@testable import Design

@Suite struct PaletteTests {
    @Test func onlyAHashAndSixDigitsAreAColour() {
        #expect(Colour("#B92d1b")?.description == "#b92d1b")
        for hostile in [
            "", "b92d1b", "#b92d1", "#b92d1b0", "red", "#b92d1g", "#b92d1b;}", "url(x)", "#12345\u{FF16}", "#é2d1b", "#b92d1b ", "</style>",
        ] {
            #expect(Colour(hostile) == nil, "\(hostile)")
        }
    }

    @Test func contrastIsThatOfTheStandard() throws {
        #expect(abs(Colour.white.contrast(to: .black) - 21) < 0.001)
        // The examples that WCAG tools agree on: the darkest grey that fails on white, and the lightest that passes.
        #expect(try #require(Colour("#777777")).contrast(to: .white) < 4.5)
        #expect(try #require(Colour("#767676")).contrast(to: .white) >= 4.5)
    }

    @Test func theColoursOfTheStyleSheetPassAndAreTheOnesComparedWith() throws {
        let sheet = try String(contentsOf: Self.sheet, encoding: .utf8)
        for slot in Palette.Slot.allCases { #expect(Palette().contrast(of: slot) >= Palette.least, "\(slot)") }
        let tones: [(String, [Colour])] = [
            ("--red", [Palette.standard(.accent), Palette.standard(.accentDark)]),
            ("--ground", [Palette.standard(.ground), Palette.standard(.groundDark)]),
            ("--paper", [Palette.Tone.paper, Palette.Tone.darkPaper]), ("--muted", [Palette.Tone.muted, Palette.Tone.darkMuted]),
            ("--navy", [Palette.Tone.navy, Palette.Tone.darkNavy]), ("--leaf", [Palette.Tone.leaf, Palette.Tone.darkLeaf]),
        ]
        for (name, colours) in tones {
            let written = sheet.matches(of: /(--[a-z]+): (#[0-9a-f]{6})/).filter { $0.1 == name }.map { String($0.2) }
            #expect(written == colours.map(\.description), "\(name)")
        }
    }

    @Test func theNearestColourPassesWhateverWasChosen() throws {
        for text in ["#ffffff", "#000000", "#ffff00", "#00ff00", "#777777", "#f0b429", "#0000ff"] {
            for slot in Palette.Slot.allCases {
                var palette = Palette([slot: try #require(Colour(text))])
                palette.chosen[slot] = palette.nearest(to: slot)
                #expect(palette.contrast(of: slot) >= Palette.least, "\(text) as \(slot)")
            }
        }
        #expect(Palette().nearest(to: .accent) == Palette.standard(.accent), "what passes is its own nearest")
    }

    /// The text on each bar of the plinth, whatever the accent.
    @Test func theBarsOfThePlinthStayLegible() throws {
        let (ink, cream) = (try #require(Colour("#16213a")), try #require(Colour("#fff8f2")))
        for text in ["#ffffff", "#000000", "#ffff00", "#00ff00", "#b92d1b", "#0000ff"] {
            let colour = try #require(Colour(text))
            var palette = Palette([.accent: colour, .accentDark: colour])
            for slot in [Palette.Slot.accent, .accentDark] { palette.chosen[slot] = palette.nearest(to: slot) }
            let style = String(decoding: palette.applied(to: []), as: UTF8.self)
            let bars = style.matches(of: /--base-(\d):(#[0-9a-f]{6})/).compactMap { Colour(String($0.2)) }
            #expect(bars.count == 8)
            let texts = [ink, ink, .white, .white, cream, .white, .white, Colour(0x1B, 0x07, 0x03)]
            for (bar, words) in zip(bars, texts) { #expect(bar.contrast(to: words) >= 4.5, "\(bar) under \(words), from \(text)") }
        }
    }

    @Test func nothingIsAddedWhereNothingIsChosen() {
        #expect(Palette().applied(to: Array("a{}".utf8)) == Array("a{}".utf8))
    }

    private static let sheet = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Design/Assets/socle.css")
}
