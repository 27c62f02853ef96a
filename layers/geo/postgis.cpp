// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/postgis.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/to_wgs84.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

constexpr const char* newestColumn = "cityops_updated";

city::Problem problem(const TableQuestion& question, const char* text, QStringList arguments = {})
{
    return {question.table, {}, {text, std::move(arguments)}};
}

/// A value of a connection string, quoted as libpq wants it.
QByteArray word(const char* key, const QString& value)
{
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QByteArray(key) + "='" + quoted.toUtf8() + "' ";
}

QString identifier(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString literal(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

DatasetPtr connectTo(const TableQuestion& question)
{
    const auto milliseconds = question.timeout.count();
    QByteArray words = "PG:" + word("host", question.host) + word("port", QString::number(question.port)) + word("dbname", question.database);
    if (!question.user.isEmpty()) words += word("user", question.user);
    if (!question.password.isEmpty()) words += word("password", question.password);
    const bool here = question.host == QLatin1String("localhost") || question.host == QLatin1String("127.0.0.1");
    words += word("sslmode", here ? QStringLiteral("prefer") : QStringLiteral("require"));
    words += word("connect_timeout", QString::number(std::max<qint64>(2, milliseconds / 1000))) + word("application_name", QStringLiteral("CityOps"));
    words += word("options", QStringLiteral("-c default_transaction_read_only=on -c standard_conforming_strings=on -c statement_timeout=%1 -c lock_timeout=%1")
                                 .arg(milliseconds));
    const char* const drivers[] = {"PostgreSQL", nullptr};
    return DatasetPtr(GDALDataset::Open(words.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers));
}

QByteArray statement(const TableQuestion& question)
{
    QStringList path;
    for (const QString& part : question.table.split(QLatin1Char('.')))
        path << identifier(part);
    QString text = QStringLiteral("SELECT *");
    const QString column = identifier(question.updated);
    if (!question.updated.isEmpty()) text += QStringLiteral(", %1::text AS %2").arg(column, QLatin1String(newestColumn));
    text += QStringLiteral(" FROM ") + path.join(QLatin1Char('.'));
    if (!question.since.isEmpty() && !question.updated.isEmpty()) text += QStringLiteral(" WHERE %1 > %2").arg(column, literal(question.since));
    if (!question.updated.isEmpty()) text += QStringLiteral(" ORDER BY ") + column;
    return (text + QStringLiteral(" LIMIT %1").arg(question.most + 1)).toUtf8();
}

QString timeText(const OGRFeature& feature, int field)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (!feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone)) return {};
    const int milliseconds = static_cast<int>(std::lround(second * 1000));
    const QDateTime local(QDate(year, month, day), QTime(hour, minute, std::min(milliseconds / 1000, 59), milliseconds % 1000), Qt::UTC);
    // GDAL: 100 is UTC, every step from it a quarter of an hour; 0 and 1 say nothing of a zone.
    if (zone <= 1) return local.toString(Qt::ISODateWithMs).remove(QLatin1Char('Z'));
    return local.addSecs(-(zone - 100) * 900).toString(Qt::ISODateWithMs);
}

QJsonValue valueOf(const OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) return QJsonValue::Null;
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    switch (definition.GetType()) {
    case OFTInteger:
        if (definition.GetSubType() == OFSTBoolean) return feature.GetFieldAsInteger(field) != 0;
        return feature.GetFieldAsInteger(field);
    case OFTInteger64:
        return static_cast<qint64>(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return feature.GetFieldAsDouble(field);
    case OFTDateTime:
        return timeText(feature, field);
    case OFTDate:
        return timeText(feature, field).left(10);
    default:
        return QString::fromUtf8(feature.GetFieldAsString(field));
    }
}

QByteArray geometryText(const OGRFeature& feature)
{
    const OGRGeometry* stored = feature.GetGeometryRef();
    if (!stored || stored->IsEmpty()) return "null";
    const std::unique_ptr<OGRGeometry> moved(stored->clone());
    const auto toWgs84 = ToWgs84::from(stored->getSpatialReference(), QStringLiteral("EPSG:4326"));
    if (!toWgs84 || !toWgs84->apply(*moved)) return "null";
    char* text = moved->exportToJson();
    const QByteArray json = text ? QByteArray(text) : QByteArray("null");
    CPLFree(text);
    return json;
}

/// A row as a feature, and its `updated`.
struct Row {
    QByteArray json;
    QString updated;
};

Row rowOf(const OGRFeature& feature)
{
    Row row;
    QJsonObject properties;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        const QString name = QString::fromUtf8(feature.GetFieldDefnRef(i)->GetNameRef());
        if (name == QLatin1String(newestColumn))
            row.updated = QString::fromUtf8(feature.GetFieldAsString(i));
        else
            properties.insert(name, valueOf(feature, i));
    }
    row.json = "{\"type\":\"Feature\",\"properties\":" + QJsonDocument(properties).toJson(QJsonDocument::Compact) +
               ",\"geometry\":" + geometryText(feature) + "}";
    return row;
}

/// Of more rows than were asked for, those that may be left to the next time without losing one: never only some of
/// those of one moment.
void leaveLast(std::vector<Row>& rows)
{
    const QString last = rows.back().updated;
    std::size_t keep = rows.size();
    while (keep > 0 && rows[keep - 1].updated == last)
        --keep;
    if (keep > 0) rows.resize(keep);
}

TableRows collected(const std::vector<Row>& rows)
{
    TableRows read;
    read.count = static_cast<int>(rows.size());
    read.geoJson = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (std::size_t i = 0; i < rows.size(); ++i)
        read.geoJson += (i > 0 ? ",\n" : "\n") + rows[i].json;
    read.geoJson += "]}";
    if (!rows.empty()) read.newest = rows.back().updated;
    return read;
}

} // namespace

city::Result<TableRows> readTable(const TableQuestion& question)
{
    registerDrivers();
    static const bool registered = (RegisterOGRPG(), true);
    Q_UNUSED(registered)
    Complaints complaints;
    const CPLConfigOptionSetter noList("PG_LIST_ALL_TABLES", "NO", false);
    const DatasetPtr dataset = connectTo(question);
    if (!dataset)
        return problem(question, QT_TRANSLATE_NOOP("Message", "the database %1 on %2 cannot be opened: %3"), {question.database, question.host, complaints.first()});
    OGRLayer* layer = dataset->ExecuteSQL(statement(question).constData(), nullptr, nullptr);
    if (!layer) return problem(question, QT_TRANSLATE_NOOP("Message", "the table cannot be read: %1"), {complaints.first()});
    std::vector<Row> rows;
    qint64 bytes = 0;
    while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
        rows.push_back(rowOf(*feature));
        bytes += rows.back().json.size();
        if (bytes > question.mostBytes) break;
    }
    dataset->ReleaseResultSet(layer);
    if (complaints.failed()) return problem(question, QT_TRANSLATE_NOOP("Message", "the table cannot be read: %1"), {complaints.first()});
    if (bytes > question.mostBytes)
        return problem(question, QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"), {QString::number(question.mostBytes)});
    if (static_cast<int>(rows.size()) > question.most) {
        if (question.updated.isEmpty())
            return problem(question, QT_TRANSLATE_NOOP("Message", "the table has more than the allowed %1 rows; name a view with fewer, or a column that tells the newest (updated)"),
                           {QString::number(question.most)});
        leaveLast(rows);
    }
    return collected(rows);
}

} // namespace geo
