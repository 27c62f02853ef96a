// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/record.h"
#include "app/reports/write_report.h"
#include "layers/geo/write_features.h"
#include "layers/geo/write_package.h"

#include <QFileInfo>

/// The maps of a report as map layers: every place with its value and all that belongs to it.
namespace app {

namespace {

const QStringList& fields()
{
    static const QStringList names{QStringLiteral("place"), QStringLiteral("kind"),  QStringLiteral("name"),     QStringLiteral("quantity"), QStringLiteral("value"), QStringLiteral("unit"),
                                   QStringLiteral("level"), QStringLiteral("scale"), QStringLiteral("observed"), QStringLiteral("feeds"),    QStringLiteral("section"), QStringLiteral("colour")};
    return names;
}

QVariant orNull(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariantList valuesOf(const Figure& figure, const MapBlock::Feature& feature, const ReportBlock& block, const QTimeZone& zone)
{
    return {feature.id, feature.kind, figure.what, figure.quantity, figure.value ? QVariant(*figure.value) : QVariant(), orNull(figure.unit), orNull(figure.level),
            orNull(figure.scale), figure.observed ? QVariant(isoIn(*figure.observed, zone)) : QVariant(), figure.feeds.join(QLatin1Char(' ')), block.title,
            feature.colour.isValid() ? QVariant(feature.colour.name()) : QVariant()};
}

QString symbolOf(const geo::FeatureTable& table, const QString& number, const QColor& colour)
{
    const QString rgba = QStringLiteral("%1,%2,%3,255").arg(colour.red()).arg(colour.green()).arg(colour.blue());
    const bool lines = !table.features.empty() && !table.features.front().geometry.lines.empty();
    const bool areas = !table.features.empty() && !table.features.front().geometry.polygons.empty();
    const QString layer = lines   ? QStringLiteral("<layer class=\"SimpleLine\" enabled=\"1\" pass=\"0\" locked=\"0\"><prop k=\"line_color\" v=\"%1\"/><prop k=\"line_width\" v=\"0.7\"/><prop k=\"line_width_unit\" v=\"MM\"/></layer>").arg(rgba)
                          : areas ? QStringLiteral("<layer class=\"SimpleFill\" enabled=\"1\" pass=\"0\" locked=\"0\"><prop k=\"color\" v=\"%1\"/><prop k=\"outline_color\" v=\"120,120,120,255\"/><prop k=\"outline_width\" v=\"0.2\"/></layer>").arg(rgba)
                                  : QStringLiteral("<layer class=\"SimpleMarker\" enabled=\"1\" pass=\"0\" locked=\"0\"><prop k=\"color\" v=\"%1\"/><prop k=\"name\" v=\"circle\"/><prop k=\"outline_color\" v=\"80,80,80,255\"/><prop k=\"size\" v=\"2.6\"/><prop k=\"size_unit\" v=\"MM\"/></layer>").arg(rgba);
    const QString type = lines ? QStringLiteral("line") : areas ? QStringLiteral("fill") : QStringLiteral("marker");
    return QStringLiteral("<symbol type=\"%1\" name=\"%2\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">%3</symbol>").arg(type, number, layer);
}

// One symbol for each level, by its official colour.
QByteArray styleOf(const geo::FeatureTable& table, const QColor& otherwise)
{
    const int level = table.fieldIndex(QStringLiteral("level")), colour = table.fieldIndex(QStringLiteral("colour"));
    QMap<QString, QColor> levels;
    for (const geo::Feature& feature : table.features)
        levels.insert(feature.values[level].toString(), feature.values[colour].isValid() ? QColor(feature.values[colour].toString()) : otherwise);
    QString categories, symbols;
    int number = 0;
    for (auto one = levels.cbegin(); one != levels.cend(); ++one, ++number) {
        categories += QStringLiteral("<category render=\"true\" symbol=\"%1\" value=\"%2\" label=\"%2\"/>").arg(number).arg(one.key().toHtmlEscaped());
        symbols += symbolOf(table, QString::number(number), one.value());
    }
    return QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" styleCategories=\"Symbology\">"
                          "<renderer-v2 type=\"categorizedSymbol\" attr=\"level\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">"
                          "<categories>%1</categories><symbols>%2</symbols></renderer-v2></qgis>")
        .arg(categories, symbols).toUtf8();
}

std::vector<geo::StyledTable> tablesOf(const Report& report, const QColor& otherwise)
{
    std::vector<geo::StyledTable> tables;
    QMap<QString, std::size_t> known;
    for (std::size_t b = 0; b < report.blocks.size(); ++b) {
        const auto* map = std::get_if<MapBlock>(&report.blocks[b].content);
        if (!map) continue;
        for (std::size_t i = 0; i < map->figures.size(); ++i) {
            const MapBlock::Feature& from = map->features[i];
            const QString name = QStringLiteral("%1_%2").arg(from.layer).arg(b + 1);
            if (!known.contains(name)) {
                known.insert(name, tables.size());
                geo::StyledTable table;
                table.table.layer = name;
                table.table.fields = fields();
                table.title = QStringLiteral("%1 – %2").arg(report.blocks[b].title, from.layer);
                tables.push_back(std::move(table));
            }
            geo::FeatureTable& into = tables[known.value(name)].table;
            into.features.push_back({static_cast<qint64>(into.features.size()) + 1, from.geometry, valuesOf(map->figures[i], from, report.blocks[b], report.zone)});
        }
    }
    for (geo::StyledTable& table : tables)
        table.qml = styleOf(table.table, otherwise);
    return tables;
}

} // namespace

city::Result<QStringList> writeFeaturesOf(const Report& report, const widgets::Theme& theme, const QString& file)
{
    const std::vector<geo::StyledTable> tables = tablesOf(report, theme.noData);
    if (tables.empty()) return city::Problem{file, {}, QT_TRANSLATE_NOOP("Message", "the report has no map with values of places, so there is nothing to write to a map layer")};
    std::optional<city::Problem> wrong;
    if (file.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) {
        QStringList feeds;
        for (const FeedUsed& feed : report.evidence.feeds)
            feeds << QStringLiteral("%1: %2, %3, %4").arg(feed.id, feed.publisher, feed.licence, feed.observed ? isoIn(*feed.observed, report.zone) : QString());
        wrong = geo::writePackage(file, tables, {{QStringLiteral("CITYOPS_REPORT"), QString::fromLatin1(recordText(recordOf(report)))},
                                                 {QStringLiteral("CITYOPS_FEEDS"), feeds.join(QStringLiteral("; "))},
                                                 {QStringLiteral("CITYOPS_SCALES"), report.evidence.scales.join(QStringLiteral("; "))},
                                                 {QStringLiteral("CITYOPS_DATA_TIME"), isoIn(report.order.to, report.zone)},
                                                 {QStringLiteral("CITYOPS_STAMP"), report.stamp}});
    } else {
        // One collection holds the places of all maps; which one says their "section". The record goes with every place:
        // the format has no room for it elsewhere.
        geo::FeatureTable all = tables.front().table;
        all.layer = report.id;
        all.fields << QStringLiteral("cityops_report");
        all.features.clear();
        const QString record = QString::fromLatin1(recordText(recordOf(report)));
        for (const geo::StyledTable& table : tables) {
            for (geo::Feature feature : table.table.features) {
                feature.id = static_cast<qint64>(all.features.size()) + 1;
                feature.values << (all.features.empty() ? QVariant(record) : QVariant());
                all.features.push_back(std::move(feature));
            }
        }
        wrong = geo::writeFeatures(file, all);
    }
    if (wrong) return *wrong;
    return QStringList{file};
}

} // namespace app
