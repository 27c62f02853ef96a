// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/record_source.h"

#include "layers/feeds/gzip.h"
#include "layers/feeds/join_table.h"
#include "layers/feeds/mapping/record_mapper.h"
#include "layers/feeds/mapping/wide_record.h"
#include "layers/feeds/zip.h"
#include "layers/geo/spreadsheet.h"

namespace feeds {

namespace {

/// Hands the long records of wide ones to another visitor.
class WideVisitor : public RecordVisitor {
public:
    WideVisitor(const WideColumns& columns, RecordVisitor& next) : m_lengthening(columns), m_next(next) {}

    void begin(const Record& envelope, const QString& crs) override { m_next.begin(envelope, crs); }
    void add(const Record& record) override
    {
        m_any = true;
        m_lengthening.each(record, [this](const Record& one) { m_next.add(one); });
    }
    void leaveOut(city::Problem why) override { m_next.leaveOut(std::move(why)); }
    void note(city::Problem what) override { m_next.note(std::move(what)); }
    void readAs(const TextEncoding& encoding) override { m_next.readAs(encoding); }
    bool expectsOnly(const QString& column) const override { return m_next.expectsOnly(column); }

    void finish()
    {
        if (m_any && m_lengthening.foundNone())
            m_next.note(
                {{},
                 QStringLiteral("columns"),
                 QT_TRANSLATE_NOOP("Message", "no column of the table fits, they were probably renamed")});
    }

private:
    Lengthening m_lengthening;
    RecordVisitor& m_next;
    bool m_any = false;
};

/// The feed with what GeoJSON says by itself: the geometry is the position, and a foreign `crs` member holds
/// unless the pack names another.
void complete(FeedSpec& feed, const QString& crs)
{
    const auto completeOne = [&crs](auto& mapping) {
        if (!mapping) return;
        if (!mapping->lon.isSet() && !mapping->geometry.isSet())
            mapping->geometry.names << QStringLiteral("geometry");
        if (!crs.isEmpty() && mapping->crs == QLatin1String("EPSG:4326")) mapping->crs = crs;
    };
    completeOne(feed.mapping.place);
    completeOne(feed.mapping.event);
}

/// Makes facts of what it visits.
class FactVisitor : public RecordVisitor {
public:
    FactVisitor(const DecodeContext& context, bool isGeoJson)
        : m_feed(context.feed), m_context{m_feed, context.quantities, context.receivedAt},
          m_joined(context.feed.joins, context.joined), m_isGeoJson(isGeoJson)
    {
    }

    void begin(const Record& envelope, const QString& crs) override
    {
        if (m_isGeoJson) complete(m_feed, crs);
        m_mapper.emplace(m_context, envelope);
    }
    void add(const Record& record) override
    {
        if (m_feed.joins.empty()) return m_mapper->add(record);
        m_joined.turnTo(record);
        if (m_joined.isLeftOut())
            m_mapper->skip();
        else
            m_mapper->add(m_joined);
    }
    void expect(std::size_t records) override { m_mapper->reserve(records); }
    void leaveOut(city::Problem why) override
    {
        why.record = QStringLiteral("#%1").arg(m_mapper->skip());
        note(std::move(why));
    }
    void note(city::Problem what) override { m_mapper->decoded().addProblem(std::move(what)); }
    void readAs(const TextEncoding& encoding) override { m_encoding = encoding; }
    bool expectsOnly(const QString& column) const override
    {
        return m_feed.mapping.place && m_feed.mapping.place->id.names.contains(column);
    }

    Decoded finish()
    {
        Decoded decoded = m_mapper->finish();
        for (city::Problem& problem : m_joined.problems())
            decoded.addProblem(std::move(problem));
        decoded.encoding = m_encoding;
        return decoded;
    }

private:
    FeedSpec m_feed;
    DecodeContext m_context;
    JoinedRecord m_joined;
    std::optional<RecordMapper> m_mapper;
    TextEncoding m_encoding;
    bool m_isGeoJson;
};

std::optional<city::Problem> visitUnpacked(const QByteArray& payload, const QString& format,
                                           const RecordLayout& layout, const PayloadHints& hints,
                                           RecordVisitor& visitor)
{
    if (format == QLatin1String("json")) return visitJson(payload, layout, hints, visitor);
    if (format == QLatin1String("csv")) return visitCsv(payload, layout, hints, visitor);
    if (format == QLatin1String("xml")) return visitXml(payload, layout, hints, visitor);
    return visitGeoJson(payload, layout, hints, visitor);
}

/// What kind of spreadsheet a zip archive is; null for any other.
const char* spreadsheetKind(const QByteArray& bytes)
{
    const auto all = zipNames(bytes);
    const QStringList names = all ? *all : QStringList();
    if (names.contains(QStringLiteral("xl/workbook.xml"))) return "xlsx";
    return names.contains(QStringLiteral("content.xml")) && names.contains(QStringLiteral("mimetype")) ? "ods" : nullptr;
}

/// A gzip file, a zip file, or one within the other: no deeper.
city::Result<QByteArray> unpacked(QByteArray bytes, const QString& member, qint64 maxBytes)
{
    for (int depth = 0; depth < 2; ++depth) {
        if (!isGzip(bytes) && !isZip(bytes)) return bytes;
        if (isZip(bytes)) {
            if (const char* kind = spreadsheetKind(bytes)) {
                const auto size = unpackedSize(bytes, maxBytes); // counted before anybody else unpacks it
                if (!size) return size.problem();
                return geo::spreadsheetAsCsv(bytes, kind, member, maxBytes);
            }
        }
        auto content = isGzip(bytes) ? inflateGzip(bytes, maxBytes) : zipMember(bytes, member, maxBytes);
        if (!content) return content.problem();
        bytes = std::move(content.value());
    }
    if (!isGzip(bytes) && !isZip(bytes)) return bytes;
    return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is packed more than twice")};
}

} // namespace

std::optional<city::Problem> visitRecords(const QByteArray& payload, const QString& format,
                                          const RecordLayout& layout, const PayloadHints& hints,
                                          RecordVisitor& visitor)
{
    const auto plain = unpacked(payload, layout.member, hints.maxBytes);
    if (!plain) return plain.problem();
    if (!layout.columns) return visitUnpacked(*plain, format, layout, hints, visitor);
    WideVisitor wide(*layout.columns, visitor);
    auto refused = visitUnpacked(*plain, format, layout, hints, wide);
    if (!refused) wide.finish();
    return refused;
}

city::Result<Decoded> decodeMapped(const QByteArray& payload, const QString& format,
                                   const DecodeContext& context)
{
    FactVisitor visitor(context, format == QLatin1String("geojson"));
    const PayloadHints hints{context.contentType, context.feed.request.maxBytes};
    if (auto refused = visitRecords(payload, format, context.feed.mapping, hints, visitor)) return *refused;
    return visitor.finish();
}

} // namespace feeds
