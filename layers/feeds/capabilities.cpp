// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/xml_tree.h"
#include "layers/feeds/tile_source.h"
#include "layers/geo/axis_order.h"

#include <QUrlQuery>

namespace feeds {

namespace {

constexpr qsizetype largest = 32 << 20;
constexpr double metresPerPixel = 0.00028; // of a scale denominator (OGC 07-057r7, 6.1)

city::Problem problem(const char* text, QStringList arguments = {})
{
    return {{}, {}, {text, std::move(arguments)}};
}

QString text(const XmlTree& tree, int index, const char* name)
{
    const std::string_view found = tree.textOf(index, name);
    return QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size())).trimmed();
}

QString attribute(const XmlTree& tree, int index, const char* name)
{
    const std::string* found = tree.attribute(index, name);
    return found ? QString::fromStdString(*found) : QString();
}

QString someOf(QStringList names)
{
    constexpr qsizetype most = 30;
    names.removeDuplicates();
    const bool more = names.size() > most;
    return names.mid(0, most).join(QStringLiteral(", ")) + (more ? QStringLiteral(" ...") : QString());
}

std::optional<QPointF> pair(const QString& words, bool northFirst)
{
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool okA = false, okB = false;
    const double a = parts.value(0).toDouble(&okA), b = parts.value(1).toDouble(&okB);
    if (parts.size() != 2 || !okA || !okB) return std::nullopt;
    return northFirst ? QPointF(b, a) : QPointF(a, b);
}

/// The grid of a TileMatrixSet; null when it is not one that can be used.
std::shared_ptr<const TileGrid> gridOf(const XmlTree& tree, int set)
{
    const geo::ServiceCrs crs = geo::serviceCrs(text(tree, set, "SupportedCRS"));
    if (crs.code.isEmpty()) return nullptr;
    auto grid = std::make_shared<TileGrid>();
    grid->crs = crs.code;
    for (const int matrix : tree.childrenNamed(set, "TileMatrix")) {
        geo::TileLevel level;
        level.name = text(tree, matrix, "Identifier");
        level.unitsPerPixel = text(tree, matrix, "ScaleDenominator").toDouble() * metresPerPixel / crs.metresPerUnit;
        const auto corner = pair(text(tree, matrix, "TopLeftCorner"), crs.northFirst);
        level.pixels = {text(tree, matrix, "TileWidth").toInt(), text(tree, matrix, "TileHeight").toInt()};
        level.columns = text(tree, matrix, "MatrixWidth").toInt();
        level.rows = text(tree, matrix, "MatrixHeight").toInt();
        const auto sane = [](int n) { return n >= 1 && n <= 1024; };
        if (!corner || !(level.unitsPerPixel > 0) || !sane(level.pixels.width()) || !sane(level.pixels.height()) || level.columns < 1 || level.rows < 1)
            return nullptr;
        level.northWest = *corner;
        grid->levels.push_back(level);
    }
    std::stable_sort(grid->levels.begin(), grid->levels.end(),
                     [](const geo::TileLevel& a, const geo::TileLevel& b) { return a.unitsPerPixel > b.unitsPerPixel; });
    return grid->levels.empty() || grid->levels.size() > 60 ? nullptr : grid;
}

/// The set named, or the map's own, or the first that can be used.
int chosenSet(const XmlTree& tree, const QStringList& offered, const QString& named)
{
    int best = -1;
    for (const int set : tree.everyNamed("TileMatrixSet")) {
        const QString id = text(tree, set, "Identifier");
        if (!offered.contains(id) || (!named.isEmpty() && id != named)) continue;
        const auto grid = gridOf(tree, set);
        if (!grid) continue;
        if (best < 0 || grid->isOfMap()) best = set;
        if (grid->isOfMap()) break;
    }
    return best;
}

QString wmtsAddress(const XmlTree& tree, int layer, const TileSource& source, const QString& set)
{
    for (const int resource : tree.childrenNamed(layer, "ResourceURL")) {
        if (attribute(tree, resource, "resourceType") != QLatin1String("tile") || attribute(tree, resource, "format") != source.format) continue;
        QString address = attribute(tree, resource, "template");
        address.replace(QLatin1String("{TileMatrixSet}"), set, Qt::CaseInsensitive);
        address.replace(QLatin1String("{Style}"), source.style, Qt::CaseInsensitive);
        for (const int dimension : tree.childrenNamed(layer, "Dimension"))
            address.replace(QLatin1Char('{') + text(tree, dimension, "Identifier") + QLatin1Char('}'), text(tree, dimension, "Default"), Qt::CaseInsensitive);
        return address;
    }
    const QString base = source.address.section(QLatin1Char('?'), 0, 0);
    return base + QStringLiteral("?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%1&STYLE=%2&TILEMATRIXSET=%3&FORMAT=%4&"
                                 "TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}")
                      .arg(QString::fromLatin1(QUrl::toPercentEncoding(source.layer)), QString::fromLatin1(QUrl::toPercentEncoding(source.style)),
                           QString::fromLatin1(QUrl::toPercentEncoding(set)), source.format);
}

city::Result<TileSource> completedWmts(TileSource source, const XmlTree& tree)
{
    QStringList layers;
    for (const int layer : tree.everyNamed("Layer")) {
        layers << text(tree, layer, "Identifier");
        if (layers.last() != source.layer) continue;
        QStringList sets, styles, formats;
        for (const int link : tree.childrenNamed(layer, "TileMatrixSetLink"))
            sets << text(tree, link, "TileMatrixSet");
        for (const int style : tree.childrenNamed(layer, "Style"))
            styles << text(tree, style, "Identifier");
        for (const int format : tree.childrenNamed(layer, "Format"))
            formats << QString::fromStdString(tree.at(format).text).trimmed();
        if (!formats.contains(source.format) && !formats.isEmpty()) source.format = formats.first();
        if (source.style.isEmpty()) source.style = styles.value(0);
        const int set = chosenSet(tree, sets, source.matrixSet);
        if (set < 0)
            return problem(QT_TRANSLATE_NOOP("Message", "the service has no tiles of the layer %1 in a matrix set that can be used; it offers: %2"),
                           {source.layer, someOf(sets)});
        source.grid = gridOf(tree, set);
        source.matrixSet = text(tree, set, "Identifier");
        source.address = wmtsAddress(tree, layer, source, source.matrixSet);
        source.service = TileSource::Service::Tiles;
        source.minZoom = 0;
        source.maxZoom = static_cast<int>(source.grid->levels.size()) - 1;
        return source;
    }
    return problem(QT_TRANSLATE_NOOP("Message", "the service has no layer %1; it has: %2"), {source.layer, someOf(layers)});
}

/// What a layer of a WMS, or one it lies in, says under `name`: all of them.
QStringList inherited(const XmlTree& tree, int layer, const char* name)
{
    QStringList found;
    for (int at = layer; at >= 0; at = tree.at(at).parent)
        for (const int one : tree.childrenNamed(at, name))
            found += QString::fromStdString(tree.at(one).text).split(QLatin1Char(' '), Qt::SkipEmptyParts); // 1.1: a list in one
    return found;
}

city::LonLatBox boundsOf(const XmlTree& tree, int layer)
{
    for (int at = layer; at >= 0; at = tree.at(at).parent) {
        if (const int box = tree.child(at, "EX_GeographicBoundingBox"); box >= 0)
            return {text(tree, box, "westBoundLongitude").toDouble(), text(tree, box, "southBoundLatitude").toDouble(),
                    text(tree, box, "eastBoundLongitude").toDouble(), text(tree, box, "northBoundLatitude").toDouble()};
        if (const int box = tree.child(at, "LatLonBoundingBox"); box >= 0)
            return {attribute(tree, box, "minx").toDouble(), attribute(tree, box, "miny").toDouble(), attribute(tree, box, "maxx").toDouble(),
                    attribute(tree, box, "maxy").toDouble()};
    }
    return {};
}

/// The CRS asked for, or the map's own, or the first that PROJ knows.
QString chosenCrs(const QStringList& offered, const QString& asked)
{
    QString best;
    for (const QString& one : offered) {
        const QString code = geo::serviceCrs(one).code;
        if (code.isEmpty() || (!asked.isEmpty() && code != asked)) continue;
        if (best.isEmpty() || code == QLatin1String("EPSG:3857")) best = code;
    }
    return best;
}

city::Result<TileSource> completedWms(TileSource source, const XmlTree& tree)
{
    const QString first = source.layer.section(QLatin1Char(','), 0, 0);
    QStringList layers;
    const std::string* said = tree.attribute(0, "version");
    if (said) source.version = said->starts_with("1.1") ? QStringLiteral("1.1.1") : QStringLiteral("1.3.0");
    for (const int layer : tree.everyNamed("Layer")) {
        layers << text(tree, layer, "Name");
        if (layers.last() != first) continue;
        const QStringList offered = inherited(tree, layer, "CRS") + inherited(tree, layer, "SRS");
        const QString crs = chosenCrs(offered, source.crs);
        if (crs.isEmpty())
            return problem(QT_TRANSLATE_NOOP("Message", "the layer %1 is not offered in a coordinate system that can be used; it has: %2"),
                           {first, someOf(offered)});
        source.crs = crs;
        if (crs != QLatin1String("EPSG:3857")) {
            const QRectF box = geo::boxInCrs(boundsOf(tree, layer), crs);
            if (box.isEmpty())
                return problem(QT_TRANSLATE_NOOP("Message", "the service does not say where the layer %1 lies"), {first});
            source.grid = TileGrid::over(crs, box);
        }
        return completedWms(std::move(source));
    }
    layers.removeAll(QString());
    return problem(QT_TRANSLATE_NOOP("Message", "the service has no layer %1; it has: %2"), {first, someOf(layers)});
}

} // namespace

TileSource completedWms(TileSource source)
{
    const bool old = source.version.startsWith(QLatin1String("1.1"));
    if (source.crs.isEmpty()) source.crs = QStringLiteral("EPSG:3857");
    source.northFirst = !old && geo::serviceCrs(source.crs).northFirst;
    const auto encoded = [](const QString& words) { return QString::fromLatin1(QUrl::toPercentEncoding(words, ",")); };
    QString base = source.address;
    if (!base.contains(QLatin1Char('?'))) base += QLatin1Char('?');
    if (!base.endsWith(QLatin1Char('?')) && !base.endsWith(QLatin1Char('&'))) base += QLatin1Char('&');
    source.address = base + QStringLiteral("SERVICE=WMS&REQUEST=GetMap&VERSION=%1&LAYERS=%2&STYLES=%3&FORMAT=%4&TRANSPARENT=TRUE&%5=%6&"
                                           "BBOX={bbox}&WIDTH={width}&HEIGHT={height}")
                                .arg(source.version, encoded(source.layer), encoded(source.style), source.format,
                                     old ? QStringLiteral("SRS") : QStringLiteral("CRS"), source.crs);
    source.service = TileSource::Service::Tiles;
    return source;
}

city::Result<TileSource> completed(const TileSource& source, const QByteArray& capabilities)
{
    if (capabilities.size() > largest) return problem(QT_TRANSLATE_NOOP("Message", "the service's description of itself is too large"));
    const XmlReading reading = readXml(withoutDocumentType(capabilities), {});
    if (reading.refused) return *reading.refused;
    if (const QString said = serviceComplaint(capabilities); !said.isEmpty())
        return problem(QT_TRANSLATE_NOOP("Message", "the service says: %1"), {said});
    return source.service == TileSource::Service::Wms ? completedWms(source, reading.tree) : completedWmts(source, reading.tree);
}

} // namespace feeds
