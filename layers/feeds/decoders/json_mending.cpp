// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_mending.h"

#include <QList>
#include <QRegularExpression>
#include <optional>
#include <string_view>

namespace feeds {

namespace {

constexpr int deepest = 200;

bool isWordLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool isNumberLetter(char c)
{
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

/// By the grammar of RFC 8259.
bool isJsonNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    const std::size_t whole = at;
    const std::size_t count = digits();
    if (count == 0 || (count > 1 && text[whole] == '0')) return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

/// Writes one document after the other anew.
class Mending {
public:
    explicit Mending(std::string_view text) : m_rest(text) {}

    /// The next document; nothing when none begins here or it does not end.
    std::optional<QByteArray> document()
    {
        skipBlanks();
        if (m_rest.empty() || (m_rest.front() != '{' && m_rest.front() != '[')) return std::nullopt;
        m_out.clear();
        QByteArray open;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '{' || c == '[') {
                if (open.size() >= deepest) return std::nullopt;
                open += c;
                put(c);
            } else if (c == '}' || c == ']') {
                if (open.isEmpty() || open.back() != (c == '}' ? '{' : '[')) return std::nullopt;
                open.chop(1);
                dropComma();
                put(c);
                if (open.isEmpty()) return m_out;
            } else if (!token(c)) {
                return std::nullopt;
            }
        }
        return std::nullopt; // cut off
    }

    void skipBlanks()
    {
        while (!m_rest.empty() && (static_cast<unsigned char>(m_rest.front()) <= ' ' || skipComment())) {
            if (!m_rest.empty() && static_cast<unsigned char>(m_rest.front()) <= ' ') m_rest.remove_prefix(1);
        }
    }
    std::string_view rest() const { return m_rest; }

private:
    void put(char c)
    {
        m_out += c;
        m_rest.remove_prefix(1);
    }
    void dropComma()
    {
        if (m_out.endsWith(',')) m_out.chop(1);
    }
    bool skipComment()
    {
        if (m_rest.starts_with("//")) {
            m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size()));
            return true;
        }
        if (!m_rest.starts_with("/*")) return false;
        const std::size_t end = m_rest.find("*/", 2);
        if (end == std::string_view::npos) return false;
        m_rest.remove_prefix(end + 2);
        return true;
    }
    bool token(char c)
    {
        if (static_cast<unsigned char>(c) <= ' ') {
            m_rest.remove_prefix(1);
            return true;
        }
        if (c == '"' || c == '\'') return string(c);
        if (c == ',' || c == ':') {
            put(c);
            return true;
        }
        if (c == '/') return skipComment();
        if (isWordLetter(c)) return word();
        return isNumberLetter(c) && number();
    }
    bool string(char quote)
    {
        m_rest.remove_prefix(1);
        m_out += '"';
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == quote) {
                m_out += '"';
                return true;
            }
            if (c == '\\') {
                if (m_rest.empty()) return false;
                const char next = m_rest.front();
                m_rest.remove_prefix(1);
                if (next != '\'') m_out += '\\'; // JSON does not escape a single quote
                m_out += next;
            } else if (c == '"') {
                m_out += "\\\"";
            } else {
                m_out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            }
        }
        return false;
    }
    /// A name or a literal. What is followed by a colon is the name of a field.
    bool word()
    {
        std::size_t length = 0;
        while (length < m_rest.size() &&
               (isWordLetter(m_rest[length]) || (m_rest[length] >= '0' && m_rest[length] <= '9')))
            ++length;
        const std::string_view said = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        skipBlanks();
        if (m_rest.starts_with(':'))
            m_out += '"' + QByteArray(said.data(), static_cast<qsizetype>(said.size())) + '"';
        else if (said == "true" || said == "True")
            m_out += "true";
        else if (said == "false" || said == "False")
            m_out += "false";
        else if (said == "null" || said == "None" || said == "undefined" || said == "NaN" || said == "nan" ||
                 said == "Infinity")
            m_out += "null";
        else
            return false;
        return true;
    }
    /// A number that is none of JSON's stays as a text: an id keeps its zeros.
    bool number()
    {
        if (m_rest.starts_with("-Infinity")) {
            m_rest.remove_prefix(9);
            m_out += "null";
            return true;
        }
        std::size_t length = 0;
        while (length < m_rest.size() && isNumberLetter(m_rest[length]))
            ++length;
        const QByteArray said(m_rest.data(), static_cast<qsizetype>(length));
        m_out += isJsonNumber(m_rest.substr(0, length)) ? said : '"' + said + '"';
        m_rest.remove_prefix(length);
        return true;
    }

    std::string_view m_rest;
    QByteArray m_out;
};

/// Without what is put before the document: a guard against reading it as a script, or the name of a function
/// to call.
QByteArray withoutGuard(QByteArray text)
{
    static const QRegularExpression guard(QStringLiteral(
        "^(?:\\)\\]\\}'?,?\\s|(?:for\\s*\\(\\s*;\\s*;\\s*\\)|while\\s*\\(\\s*(?:1|true)\\s*\\))\\s*;|"
        "(?:/\\*\\*/)?\\s*[A-Za-z_$][\\w.$]{0,99}\\s*\\(|[A-Za-z_$][\\w.$ ]{0,99}=)"));
    const QRegularExpressionMatch match = guard.match(QString::fromLatin1(text.left(200)));
    return match.hasMatch() ? text.mid(match.capturedLength()) : text;
}

/// The text of a document of one element, as web services of one kind wrap their answers.
QByteArray withoutElement(const QByteArray& text)
{
    if (!text.startsWith('<')) return text;
    const qsizetype root = text.startsWith("<?xml") ? text.indexOf('<', 1) : 0;
    const qsizetype begin = root < 0 ? -1 : text.indexOf('>', root) + 1;
    const qsizetype end = text.lastIndexOf("</");
    if (begin <= 0 || end <= begin) return text;
    QByteArray inner = text.mid(begin, end - begin).trimmed();
    if (inner.startsWith("<![CDATA[") && inner.endsWith("]]>")) return inner.mid(9, inner.size() - 12);
    if (inner.contains('<')) return text;
    return inner.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
}

/// Nothing that could be more of the document: a semicolon, a bracket of a call, an element of XML.
bool isHarmless(std::string_view rest)
{
    return rest.starts_with('<') || rest.find_first_not_of(");, \t\r\n") == std::string_view::npos;
}

} // namespace

QByteArray mendedJson(const QByteArray& utf8)
{
    const QByteArray text = withoutGuard(withoutElement(utf8.trimmed()));
    Mending mending(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QList<QByteArray> documents;
    for (;;) {
        Mending next = mending;
        const auto one = next.document();
        if (!one) break; // what is there now is no whole document
        mending = std::move(next);
        documents << *one;
        mending.skipBlanks();
        if (mending.rest().starts_with(',')) break;
    }
    if (documents.isEmpty() || !isHarmless(mending.rest())) return {};
    return documents.size() == 1 ? documents.first() : '[' + documents.join(',') + ']';
}

} // namespace feeds
