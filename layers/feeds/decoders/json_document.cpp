// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_document.h"

#include "layers/feeds/decoders/json_mending.h"
#include "layers/feeds/text/encoding.h"

#include <algorithm>
#include <array>

namespace feeds {

namespace {

/// Length of a bare word at `i` that Python and JavaScript write for "no number", 0 when there is none.
qsizetype notANumber(const QByteArray& text, qsizetype i)
{
    static constexpr std::array<std::string_view, 3> words{"NaN", "-Infinity", "Infinity"};
    const std::string_view rest(text.constData() + i, static_cast<std::size_t>(text.size() - i));
    for (const std::string_view word : words) {
        if (rest.starts_with(word)) return static_cast<qsizetype>(word.size());
    }
    return 0;
}

city::Problem refusal(simdjson::error_code error, const QByteArray& utf8)
{
    if (error == simdjson::DEPTH_ERROR) return {{}, {}, QT_TRANSLATE_NOOP("Message", "is nested too deep")};
    const QByteArray start = utf8.left(200).trimmed();
    if (!start.startsWith('{') && !start.startsWith('['))
        return {
            {}, {}, {QT_TRANSLATE_NOOP("Message", "is not JSON; it begins with \"%1\""), {beginning(utf8)}}};
    const QByteArray end = utf8.right(200).trimmed();
    if (!end.endsWith('}') && !end.endsWith(']'))
        return {{}, {}, QT_TRANSLATE_NOOP("Message", "is JSON that was cut off")};
    return {{},
            {},
            {QT_TRANSLATE_NOOP("Message", "is not valid JSON: %1"),
             {QString::fromLatin1(simdjson::error_message(error))}}};
}

bool looksLikeJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

/// Whether each line begins and ends as a document does (NDJSON).
bool isOneALine(const QByteArray& utf8)
{
    const QList<QByteArray> lines = utf8.trimmed().split('\n');
    return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [](const QByteArray& line) {
        const QByteArray text = line.trimmed();
        return text.isEmpty() || (text.startsWith('{') && text.endsWith('}')) || (text.startsWith('[') && text.endsWith(']'));
    });
}

/// The code of "\uXXXX" at `i`; -1 when there is none.
int escapedUnit(const QByteArray& text, qsizetype i)
{
    if (i + 6 > text.size() || text[i] != '\\' || text[i + 1] != 'u') return -1;
    bool isHex = false;
    const int code = text.mid(i + 2, 4).toInt(&isHex, 16);
    return isHex ? code : -1;
}

/// Programs that cut texts by 16 bits leave halves of characters: each becomes the sign for what cannot be read.
QByteArray withWholeCharacters(QByteArray utf8)
{
    for (qsizetype i = utf8.indexOf('\\'); i >= 0; i = utf8.indexOf('\\', i)) {
        const int code = escapedUnit(utf8, i);
        const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
        const int next = high ? escapedUnit(utf8, i + 6) : -1;
        const bool whole = next >= 0xDC00 && next < 0xE000;
        if (low || (high && !whole)) utf8.replace(i, 6, "\\ufffd");
        i += code < 0 ? 2 : whole ? 12 : 6;
    }
    return utf8;
}

} // namespace

QByteArray cleanedJson(const QByteArray& utf8)
{
    QByteArray clean;
    clean.reserve(utf8.size());
    bool quoted = false;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (static_cast<uchar>(c) < 0x20) {
            clean += quoted || c == '\n' || c == '\r' || c == '\t' ? ' ' : '\n';
            continue;
        }
        if (const qsizetype word = quoted ? 0 : notANumber(utf8, i)) {
            clean += "null";
            i += word - 1;
            continue;
        }
        clean += c;
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\' && i + 1 < utf8.size() && static_cast<uchar>(utf8[i + 1]) >= 0x20)
            clean += utf8[++i];
    }
    return clean;
}

city::Result<JsonDocument> parseJson(const QByteArray& payload, const QString& encoding,
                                     const PayloadHints& hints)
{
    Text text = toText(payload, encoding, hints);
    JsonDocument document;
    document.parser = std::make_unique<simdjson::dom::parser>();
    document.problem = text.problem;
    document.encoding = text.encoding;
    const auto parse = [&](const QByteArray& utf8) {
        return document.parser->parse(utf8.constData(), static_cast<std::size_t>(utf8.size()))
            .get(document.root);
    };
    const simdjson::error_code strict = parse(text.utf8);
    std::string_view inner;
    if (strict == simdjson::SUCCESS && !document.root.get(inner) && looksLikeJson(inner)) {
        // A whole document as the text of another: turned into JSON twice.
        const QByteArray once(inner.data(), static_cast<qsizetype>(inner.size()));
        return parse(once) == simdjson::SUCCESS ? city::Result<JsonDocument>(std::move(document)) : refusal(strict, once);
    }
    if (strict == simdjson::SUCCESS) return document;
    if (auto page = webPage(text.utf8)) return *page;
    if (strict == simdjson::DEPTH_ERROR) return refusal(strict, text.utf8);
    const QByteArray whole = withWholeCharacters(text.utf8);
    if (whole != text.utf8) {
        text.utf8 = whole;
        document.problem = city::Problem{
            {},
            {},
            QT_TRANSLATE_NOOP("Message", "is JSON with halves of characters in it, which cannot be read")};
        if (parse(text.utf8) == simdjson::SUCCESS) return document;
    }
    if (parse(cleanedJson(text.utf8)) == simdjson::SUCCESS) {
        document.problem = city::Problem{
            {},
            {},
            QT_TRANSLATE_NOOP("Message", "is JSON with control characters or NaN in it, which were left out")};
        return document;
    }
    const QByteArray mended = mendedJson(text.utf8);
    if (mended.isEmpty() || parse(mended) != simdjson::SUCCESS) return refusal(strict, text.utf8);
    // A document a line is a way of its own to publish; all else is worth a word.
    if (!isOneALine(text.utf8))
        document.problem = city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is nearly JSON: what stands around it was left out, or its spelling mended")};
    return document;
}

} // namespace feeds
