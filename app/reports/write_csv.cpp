// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/record.h"
#include "app/reports/write_report.h"
#include "layers/city/harmless.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Every figure of a report as one table, a row each, and its description.
namespace app {

namespace {

struct Column {
    const char* name;
    const char* datatype; ///< Of the W3C's "Metadata Vocabulary for Tabular Data".
    const char* about;
};

constexpr Column columns[] = {
    {"section", "string", "Title of the part of the report the number stands in"},
    {"name", "string", "What the number is of"},
    {"quantity", "string", "Id of the quantity; empty for counts"},
    {"value", "number", "The number; empty where there is none"},
    {"unit", "string", "Unit as people read it; empty for plain counts"},
    {"level", "string", "Word of the scale for the value"},
    {"scale", "string", "Scale and its version"},
    {"observed", "dateTime", "Time of the oldest observation in the number"},
    {"state", "string", "fresh, late, stale, dead, future or missing, at the time of the data"},
    {"feeds", "string", "Ids of the feeds the number rests on, separated by blanks"},
    {"usual_low", "number", "Usual at this time on days like this one: the lowest of the middle 8 in 10; empty where it is not known"},
    {"usual_median", "number", "The one in the middle of these days"},
    {"usual_high", "number", "The highest of the middle 8 in 10"},
    {"note", "string", "Why there is no number, or what was left out of it"},
};

QByteArray field(const QString& text)
{
    const QString safe = city::harmless(text);
    QByteArray bytes = safe.toUtf8();
    if (!safe.contains(QLatin1Char('"')) && !safe.contains(QLatin1Char(',')) && !safe.contains(QLatin1Char('\n')) && !safe.contains(QLatin1Char('\r'))) return bytes;
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

const char* stateName(city::Freshness state)
{
    static const char* const names[] = {"fresh", "late", "stale", "dead", "future", "missing"};
    return names[static_cast<std::size_t>(state)];
}

} // namespace

QByteArray reportCsv(const Report& report)
{
    QByteArray out = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < std::size(columns); ++i)
        out += (i > 0 ? QByteArray(",") : QByteArray()) + columns[i].name;
    out += "\r\n";
    for (const PlacedFigure& one : figuresOf(report)) {
        const Figure& figure = one.figure;
        const auto usual = [&](double indicators::Typical::*which) { return figure.usual ? QByteArray::number((*figure.usual).*which, 'g', 12) : QByteArray(); };
        const QByteArray row[] = {field(one.where), field(figure.what), field(figure.quantity),
                                  figure.value ? QByteArray::number(*figure.value, 'g', 12) : QByteArray(), field(figure.unit), field(figure.level), field(figure.scale),
                                  figure.observed ? isoIn(*figure.observed, report.zone).toUtf8() : QByteArray(), stateName(figure.freshness),
                                  field(figure.feeds.join(QLatin1Char(' '))), usual(&indicators::Typical::low), usual(&indicators::Typical::median),
                                  usual(&indicators::Typical::high), field(figure.note)};
        for (std::size_t i = 0; i < std::size(row); ++i)
            out += (i > 0 ? QByteArray(",") : QByteArray()) + row[i];
        out += "\r\n";
    }
    return out;
}

QByteArray reportCsvMetadata(const Report& report, const QString& csvName)
{
    QJsonArray described;
    for (const Column& column : columns) {
        described.append(QJsonObject{{QStringLiteral("name"), QLatin1String(column.name)},
                                     {QStringLiteral("titles"), QLatin1String(column.name)},
                                     {QStringLiteral("dc:description"), QLatin1String(column.about)},
                                     {QStringLiteral("datatype"), QLatin1String(column.datatype)}});
    }
    QJsonArray feeds;
    for (const FeedUsed& feed : report.evidence.feeds) {
        feeds.append(QJsonObject{{QStringLiteral("dc:identifier"), feed.id},
                                 {QStringLiteral("dc:title"), feed.title},
                                 {QStringLiteral("dc:publisher"), feed.publisher},
                                 {QStringLiteral("dc:license"), feed.licence},
                                 {QStringLiteral("state"), QLatin1String(stateName(feed.state))},
                                 {QStringLiteral("observed"), feed.observed ? isoIn(*feed.observed, report.zone) : QString()}});
    }
    QString tag = report.order.language;
    const QJsonObject json{{QStringLiteral("@context"), QJsonArray{QStringLiteral("http://www.w3.org/ns/csvw"), QJsonObject{{QStringLiteral("@language"), tag.replace(QLatin1Char('_'), QLatin1Char('-'))}}}},
                           {QStringLiteral("url"), csvName},
                           {QStringLiteral("dc:title"), report.title},
                           {QStringLiteral("dc:spatial"), report.place.isEmpty() ? report.city : report.place},
                           {QStringLiteral("dc:temporal"), report.period},
                           {QStringLiteral("dc:date"), isoIn(report.order.to, report.zone)},
                           {QStringLiteral("dc:source"), feeds},
                           {QStringLiteral("dc:provenance"), QJsonArray::fromStringList(report.evidence.methods)},
                           {QStringLiteral("scales"), QJsonArray::fromStringList(report.evidence.scales)},
                           {QStringLiteral("suppressions"), QJsonArray::fromStringList(report.evidence.suppressions)},
                           {QStringLiteral("stamp"), report.stamp},
                           {QStringLiteral("cityops-report"), QJsonDocument::fromJson(recordText(recordOf(report))).object()},
                           {QStringLiteral("dialect"), QJsonObject{{QStringLiteral("encoding"), QStringLiteral("utf-8")}, {QStringLiteral("header"), true}, {QStringLiteral("lineTerminators"), QJsonArray{QStringLiteral("\r\n")}}}},
                           {QStringLiteral("tableSchema"), QJsonObject{{QStringLiteral("columns"), described}}}};
    return QJsonDocument(json).toJson();
}

} // namespace app
