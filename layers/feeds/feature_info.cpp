// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/feature_info.h"

#include "layers/geo/projection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <cmath>

namespace feeds {

namespace {

constexpr int half = 50; // pixels round the place that is asked about
constexpr qsizetype mostLines = 200, mostCharacters = 300;

QString number(double n)
{
    return QString::number(n, 'f', 9);
}

void add(QStringList& lines, const QString& name, const QString& value)
{
    if (lines.size() < mostLines && !name.isEmpty())
        lines << (name + QStringLiteral(": ") + value).simplified().left(mostCharacters);
}

QStringList linesOfJson(const QJsonObject& answer)
{
    QStringList lines;
    for (const QJsonValue& feature : answer.value(QLatin1String("features")).toArray()) {
        const QJsonObject properties = feature.toObject().value(QLatin1String("properties")).toObject();
        for (auto one = properties.begin(); one != properties.end(); ++one)
            if (!one->isObject() && !one->isArray()) add(lines, one.key(), one->toVariant().toString());
    }
    return lines;
}

} // namespace

std::optional<AskedPlace> placeInGrid(const TileGrid& grid, city::LonLat at, double metresPerPixel)
{
    const QPointF here = geo::toMercator(at), beside = here + QPointF(metresPerPixel, 0);
    if (grid.isOfMap()) return AskedPlace{here, metresPerPixel};
    const auto projection = geo::Projection::fromCrs(grid.crs);
    if (!projection) return {};
    const auto in = projection->fromLonLat(at), next = projection->fromLonLat(geo::fromMercator(beside));
    if (!in || !next) return {};
    return AskedPlace{*in, std::hypot(next->x() - in->x(), next->y() - in->y())};
}

QUrl featureInfoUrl(const TileSource& source, const AskedPlace& place, const QString& format)
{
    const QPointF at = place.at;
    const double reach = (half + 0.5) * place.unitsPerPixel;
    const QString west = number(at.x() - reach), east = number(at.x() + reach),
                  south = number(at.y() - reach), north = number(at.y() + reach);
    const QStringList box =
        source.northFirst ? QStringList{south, west, north, east} : QStringList{west, south, east, north};
    const QString pixels = QString::number(2 * half + 1), middle = QString::number(half);
    QString text = source.address;
    text.replace(QLatin1String("REQUEST=GetMap"), QLatin1String("REQUEST=GetFeatureInfo"))
        .replace(QLatin1String("{bbox}"), box.join(QLatin1Char(',')))
        .replace(QLatin1String("{width}"), pixels)
        .replace(QLatin1String("{height}"), pixels);
    const bool old = source.version.startsWith(QLatin1String("1.1"));
    text += QStringLiteral("&QUERY_LAYERS=%1&INFO_FORMAT=%2&FEATURE_COUNT=10&%3=%5&%4=%5")
                .arg(QString::fromLatin1(QUrl::toPercentEncoding(source.layer, ",")), format,
                     old ? QStringLiteral("X") : QStringLiteral("I"),
                     old ? QStringLiteral("Y") : QStringLiteral("J"), middle);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

QStringList featureInfoLines(const QByteArray& answer)
{
    if (const QJsonDocument json = QJsonDocument::fromJson(answer); json.isObject())
        return linesOfJson(json.object());
    static const QRegularExpression pair(QStringLiteral("^\\s*([^=<>]{1,100}?)\\s*=\\s*(.*?)\\s*$"));
    QStringList lines;
    for (const QString& line : QString::fromUtf8(answer).split(QLatin1Char('\n'))) {
        const QRegularExpressionMatch match = pair.match(line);
        if (!match.hasMatch()) continue;
        QString value = match.captured(2);
        if (value.size() >= 2 && value.startsWith(QLatin1Char('\'')) && value.endsWith(QLatin1Char('\'')))
            value = value.mid(1, value.size() - 2);
        add(lines, match.captured(1), value);
    }
    return lines;
}

} // namespace feeds
