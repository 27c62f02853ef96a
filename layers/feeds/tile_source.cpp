// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_source.h"

#include "layers/feeds/decoders/xml_tree.h"

#include <QUrlQuery>

namespace feeds {

namespace {

QString number(double n)
{
    return QString::number(n, 'f', 9);
}

QString boxText(const TileSource& source, const QRectF& box)
{
    const double west = box.left(), south = box.top(), east = box.right(), north = box.bottom();
    if (source.northFirst) return QStringList{number(south), number(west), number(north), number(east)}.join(QLatin1Char(','));
    return QStringList{number(west), number(south), number(east), number(north)}.join(QLatin1Char(','));
}

} // namespace

TileSource TileSource::atDensity(double devicePixelRatio) const
{
    TileSource dense = *this;
    const bool offered = address.contains(QLatin1String("{r}")) || address.contains(QLatin1String("{width}"));
    if (devicePixelRatio >= 1.5 && offered) dense.density = 2;
    return dense;
}

QUrl tileUrl(const TileSource& source, TileId tile)
{
    if (tile.z < source.minZoom || tile.z > source.maxZoom || !source.grid->contains(tile)) return {};
    const geo::TileLevel& level = source.grid->levels[static_cast<std::size_t>(tile.z)];
    const QString x = QString::number(tile.x), y = QString::number(tile.y);
    const std::pair<const char*, QString> marks[] = {
        {"{z}", QString::number(tile.z)},
        {"{x}", x},
        {"{y}", y},
        {"{-y}", QString::number(level.rows - 1 - tile.y)},
        {"{r}", source.density > 1 ? QStringLiteral("@2x") : QString()},
        {"{TileMatrix}", QString::fromLatin1(QUrl::toPercentEncoding(level.name, ":"))},
        {"{TileCol}", x},
        {"{TileRow}", y},
        {"{bbox}", boxText(source, source.grid->bounds(tile))},
        {"{width}", QString::number(level.pixels.width() * source.density)},
        {"{height}", QString::number(level.pixels.height() * source.density)},
    };
    QString text = source.address;
    for (const auto& [mark, value] : marks)
        text.replace(QLatin1String(mark), value, Qt::CaseInsensitive);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

QUrl capabilitiesUrl(const TileSource& source)
{
    QUrl url(source.address);
    QUrlQuery query(url);
    const bool wms = source.service == TileSource::Service::Wms;
    // A document that lies there as a file needs no question.
    if (!wms && url.path().endsWith(QLatin1String(".xml"))) return url;
    const auto ask = [&query](const char* name, const QString& value) {
        const QString key = QString::fromLatin1(name);
        for (const auto& [had, unused] : query.queryItems())
            if (had.compare(key, Qt::CaseInsensitive) == 0) return;
        query.addQueryItem(key, value);
    };
    ask("SERVICE", wms ? QStringLiteral("WMS") : QStringLiteral("WMTS"));
    ask("REQUEST", QStringLiteral("GetCapabilities"));
    ask("VERSION", wms ? source.version : QStringLiteral("1.0.0"));
    url.setQuery(query);
    return url;
}

QString serviceComplaint(const QByteArray& answer)
{
    constexpr qsizetype most = 64 * 1024;
    if (answer.size() > most || !answer.trimmed().startsWith('<')) return {};
    const XmlReading reading = readXml(withoutDocumentType(answer), {});
    if (reading.refused) return {};
    for (const char* name : {"ServiceException", "ExceptionText"})
        for (const int index : reading.tree.everyNamed(name))
            return QString::fromStdString(reading.tree.at(index).text).simplified().left(200);
    return {};
}

} // namespace feeds
