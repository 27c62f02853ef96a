// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/encoding.h"

#include "layers/feeds/reasons.h"
#include "layers/feeds/text/encoding_guess.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <simdjson.h>

namespace feeds {

namespace {

bool isUtf8(const QByteArray& bytes)
{
    return simdjson::validate_utf8(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// Length of the UTF-8 character at `i`, 0 when there is none, -1 when the bytes end within it.
int characterAt(const QByteArray& bytes, qsizetype i)
{
    const auto lead = static_cast<uchar>(bytes[i]);
    const int length = lead < 0x80                   ? 1
                       : lead >= 0xC2 && lead < 0xE0 ? 2
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xF0 && lead < 0xF5 ? 4
                                                     : 0;
    for (int k = 1; k < length; ++k) {
        if (i + k >= bytes.size()) return -1;
        if ((static_cast<uchar>(bytes[i + k]) & 0xC0) != 0x80) return 0;
    }
    return length > 1 && !isUtf8(bytes.mid(i, length)) ? 0 : length;
}

/// UTF-8 with stray bytes in it: each of them is read as Latin-1, which is what they nearly always are.
Text mended(const QByteArray& bytes)
{
    Text text;
    int strays = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        const int length = characterAt(bytes, i);
        if (length > 0) {
            text.utf8.append(bytes.constData() + i, length);
            i += length;
            continue;
        }
        ++strays;
        if (length == 0) text.utf8.append(QString(QLatin1Char(bytes[i])).toUtf8());
        i = length < 0 ? bytes.size() : i + 1;
    }
    text.problem = city::Problem{{}, {}, {reasons::strayBytes, {QString::number(strays)}}};
    return text;
}

/// Whether only the last character is cut off: then the encoding is not in doubt.
bool isCutOffUtf8(const QByteArray& bytes)
{
    for (int cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
        const auto lead = static_cast<uchar>(bytes[bytes.size() - cut]);
        if (lead >= 0xC2)
            return characterAt(bytes, bytes.size() - cut) == -1 && isUtf8(bytes.left(bytes.size() - cut));
    }
    return false;
}

std::optional<QByteArray> convert(const QByteArray& bytes, const QByteArray& encoding)
{
    QStringDecoder decoder(encoding.constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid()) return std::nullopt;
    const QString text = decoder(bytes);
    return text.startsWith(QChar(0xFEFF)) ? text.mid(1).toUtf8() : text.toUtf8();
}

bool isNameOfUtf8(const QString& name)
{
    return name.compare(QLatin1String("utf-8"), Qt::CaseInsensitive) == 0 ||
           name.compare(QLatin1String("utf8"), Qt::CaseInsensitive) == 0;
}

std::optional<QByteArray> byOrderMark(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) return convert(bytes, "UTF-16");
    return std::nullopt;
}

using By = TextEncoding::By;

/// ICU's plain Big5 lacks the characters that Taiwanese publishers use under that name.
QByteArray converterOf(const QString& name)
{
    const QString lower = name.toLower();
    const bool big5 = lower == QLatin1String("big5") || lower == QLatin1String("big-5") ||
                      lower == QLatin1String("ms950") || lower == QLatin1String("cp950");
    const bool japanese = lower == QLatin1String("shift-jis") || lower == QLatin1String("sjis") ||
                          lower == QLatin1String("x-sjis") || lower == QLatin1String("cp932");
    return big5 ? QByteArrayLiteral("cp950") : japanese ? QByteArrayLiteral("Shift_JIS") : name.toLatin1();
}

QString charsetOf(const QByteArray& contentType)
{
    static const QRegularExpression form(QStringLiteral("charset\\s*=\\s*[\"']?([A-Za-z0-9._-]+)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromLatin1(contentType.left(200))).captured(1);
}

Text as(Text text, const char* name, By by, int confidence)
{
    text.encoding = {QString::fromLatin1(name), by, confidence};
    return text;
}

/// Bytes of which nobody says what they are, and which are no UTF-8.
Text guessed(const QByteArray& bytes)
{
    const EncodingFit fit = encodingFit(bytes);
    struct Candidate {
        double fit;
        const char* name;
    };
    // What a Taiwanese publisher who says nothing means comes first: it wins where all fit alike.
    std::array<Candidate, 4> candidates{{{fit.big5, "cp950"},
                                         {fit.utf8WithStrays, "UTF-8"},
                                         {fit.shiftJis, "Shift_JIS"},
                                         {fit.latin1, "windows-1252"}}};
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.fit > b.fit; });
    const double sum = candidates[0].fit + candidates[1].fit;
    const int sure = sum > 0 ? static_cast<int>(99 * candidates[0].fit / sum * candidates[0].fit) : 0;
    if (qstrcmp(candidates[0].name, "UTF-8") != 0) {
        if (const auto text = convert(bytes, candidates[0].name))
            return as({*text, {}, {}}, candidates[0].name, By::Guess, sure);
    }
    return as(mended(bytes), "UTF-8", By::Guess, sure);
}

} // namespace

Text toText(const QByteArray& bytes, const QString& declared, const PayloadHints& hints)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        const QByteArray rest = bytes.mid(3);
        return as(isUtf8(rest) ? Text{rest, {}, {}} : mended(rest), "UTF-8", By::Mark, 100);
    }
    if (const auto text = byOrderMark(bytes)) return as({*text, {}, {}}, "UTF-16", By::Mark, 100);
    const bool says8 = isNameOfUtf8(declared);
    if (!declared.isEmpty() && !says8) {
        if (const auto text = convert(bytes, converterOf(declared)))
            return as({*text, {}, {}}, declared.toLatin1().constData(), By::Pack, 95);
    }
    if (isUtf8(bytes)) return as({bytes, {}, {}}, "UTF-8", By::Bytes, 100);
    if (says8 || isCutOffUtf8(bytes)) return as(mended(bytes), "UTF-8", says8 ? By::Pack : By::Bytes, 90);
    const QString served = charsetOf(hints.contentType);
    if (!served.isEmpty() && !isNameOfUtf8(served)) {
        if (const auto text = convert(bytes, converterOf(served)))
            return as({*text, {}, {}}, served.toLatin1().constData(), By::Server, 90);
    }
    return guessed(bytes);
}

QString xmlEncoding(const QByteArray& bytes)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"));
    const QString declared = form.match(QString::fromLatin1(bytes.left(200))).captured(1);
    // What can be read byte by byte is no UTF-16, whatever the program that wrote it held it in before.
    const bool wide = declared.startsWith(QLatin1String("utf-16"), Qt::CaseInsensitive) ||
                      declared.startsWith(QLatin1String("utf-32"), Qt::CaseInsensitive);
    return wide ? QStringLiteral("UTF-8") : declared;
}

QString beginning(const QByteArray& bytes)
{
    QString text = QString::fromUtf8(bytes.left(240)).simplified();
    for (QChar& c : text) {
        if (!c.isPrint()) c = QLatin1Char(' ');
    }
    return text.size() > 60 ? text.left(60) + QChar(0x2026) : text;
}

std::optional<city::Problem> webPage(const QByteArray& utf8)
{
    const QByteArray start = utf8.left(600).trimmed().toLower();
    if (!start.startsWith("<!doctype html") && !start.startsWith("<html") && !start.startsWith("<head") &&
        !(start.startsWith("<?xml") && start.contains("<html")))
        return std::nullopt;
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]*)"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString said = title.match(QString::fromUtf8(utf8.left(4096))).captured(1);
    return city::Problem{{},
                         {},
                         {QT_TRANSLATE_NOOP("Message", "a web page came instead of data: \"%1\""),
                          {beginning(said.isEmpty() ? utf8 : said.toUtf8())}}};
}

} // namespace feeds
