// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/sample_table.h"

#include "layers/feeds/gzip.h"
#include "layers/feeds/text/number.h"
#include "layers/feeds/zip.h"

#include <QSet>

namespace feeds {

namespace {

constexpr qsizetype longestText = 2000;

/// Counts what its texts are.
void judge(SampleField& field)
{
    QSet<QString> seen;
    for (const QString& text : std::as_const(field.texts)) {
        const QByteArray utf8 = text.toUtf8();
        const std::string_view view(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        if (saysNothing(trimmed(view))) continue;
        ++field.filled;
        if (toNumber(trimmed(view))) ++field.numbers;
        seen.insert(text);
    }
    field.distinct = static_cast<int>(seen.size());
}

/// Turns "2,35" into "2.35" where all of a field are such numbers and one at least cannot have its comma at
/// the thousands.
void readDecimalCommas(SampleField& field)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?\\d+(,(\\d+))?$"));
    bool surely = false;
    const QStringList said = field.values();
    for (const QString& text : said) {
        const auto match = number.match(text);
        if (!match.hasMatch()) return;
        const qsizetype decimals = match.captured(2).size();
        surely = surely || (decimals > 0 && decimals != 3);
    }
    if (!surely) return;
    field.decimalComma = true;
    for (QString& text : field.texts)
        text.replace(QLatin1Char(','), QLatin1Char('.'));
}

bool looksLikeWkt(const QString& text)
{
    static const QRegularExpression wkt(
        QStringLiteral("^\\s*(SRID=\\d+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON)\\s*Z?\\s*\\("),
        QRegularExpression::CaseInsensitiveOption);
    return wkt.match(text.left(60)).hasMatch();
}

} // namespace

QStringList SampleField::values() const
{
    QStringList said;
    for (const QString& text : texts) {
        const QByteArray utf8 = text.toUtf8();
        if (!saysNothing(trimmed({utf8.constData(), static_cast<std::size_t>(utf8.size())}))) said << text;
    }
    return said;
}

const SampleField* PayloadSample::field(const QString& path) const
{
    for (const SampleField& one : fields) {
        if (one.path == path) return &one;
    }
    return nullptr;
}

void SampleTable::add(const QString& path, const QString& text, bool isShape)
{
    auto known = m_index.constFind(path);
    if (known == m_index.cend()) {
        if (m_fields.size() >= mostFields) return;
        known = m_index.insert(path, static_cast<int>(m_fields.size()));
        m_fields.push_back({path, {}, 0, 0, 0, false, false});
    }
    SampleField& field = m_fields[static_cast<std::size_t>(*known)];
    if (field.texts.size() >= m_records) return; // The first of that name counts.
    while (field.texts.size() < m_records - 1)
        field.texts << QString();
    field.texts << text.left(longestText).trimmed();
    field.isShape = field.isShape || isShape || looksLikeWkt(text);
}

std::vector<SampleField> SampleTable::take()
{
    for (SampleField& field : m_fields) {
        while (field.texts.size() < m_records)
            field.texts << QString();
        readDecimalCommas(field);
        judge(field);
    }
    return std::move(m_fields);
}

SampleField envelopeField(const QString& path, const QString& text)
{
    SampleField field{path, {text.left(longestText).trimmed()}, 0, 0, 0, false, false};
    judge(field);
    return field;
}

city::Result<std::vector<PayloadSample>> samplesOf(const QByteArray& payload, const QString& format,
                                                   const PayloadHints& hints)
{
    QByteArray bytes = payload;
    for (int depth = 0; depth < 2 && (isGzip(bytes) || isZip(bytes)); ++depth) {
        auto content =
            isGzip(bytes) ? inflateGzip(bytes, hints.maxBytes) : zipMember(bytes, {}, hints.maxBytes);
        if (!content) return content.problem();
        bytes = std::move(content.value());
    }
    if (bytes.trimmed().isEmpty())
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "the payload is empty")};
    auto samples = format == QLatin1String("json")  ? jsonSamples(bytes, hints)
                   : format == QLatin1String("xml") ? xmlSamples(bytes, hints)
                   : format == QLatin1String("csv") ? csvSamples(bytes, hints)
                                                    : geoJsonSamples(bytes, hints);
    if (samples && samples->empty())
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "has no list of records")};
    return samples;
}

} // namespace feeds
