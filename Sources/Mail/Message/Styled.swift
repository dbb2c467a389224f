internal import HTML

/// Elements with inline styles, which pages of the site must not have and mail needs. Tag and style are literals of this folder.
enum Styled {
    static let ground: StaticString =
        "margin:0;padding:16px;background:#f6f2ea;color:#16213a;font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"
    static let sheet: StaticString =
        "max-width:560px;margin:0 auto;padding:24px 28px;background:#ffffff;border-top:6px solid #b92d1b;border-radius:8px"
    static let site: StaticString = "margin:0 0 24px;font-size:20px;font-weight:700;line-height:1.3"
    static let paragraph: StaticString = "margin:0 0 16px"
    static let note: StaticString = "margin:0 0 16px;font-size:15px;color:#5b6478"
    static let prose: StaticString = "margin:0 0 24px"
    static let label: StaticString = "margin:0 0 4px;font-weight:600"
    static let code: StaticString =
        "margin:0 0 20px;font:700 32px/1.3 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:4px"
    static let signature: StaticString = "margin:32px 0 0;padding-top:16px;border-top:1px solid #ddd5c6;font-size:14px;color:#5b6478"
    static let button: StaticString =
        "display:inline-block;padding:12px 24px;background:#b92d1b;color:#ffffff;font-weight:600;text-decoration:none;border-radius:8px"
    static let address: StaticString = "color:#12355b;word-break:break-all"

    static func element(_ tag: StaticString, _ style: StaticString, _ content: HTML) -> HTML {
        HTML(trusted: "<\(tag) style=\"\(style)\">") + content + HTML(trusted: "</\(tag)>\n")
    }

    static func link(_ address: WebURL, _ content: HTML, _ style: StaticString) -> HTML {
        HTML(trusted: "<a style=\"\(style)\" href=\"") + HTML(text: address.description) + HTML(trusted: "\">") + content
            + HTML(trusted: "</a>")
    }
}
