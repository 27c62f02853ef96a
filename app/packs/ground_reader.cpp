// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/ground_reader.h"

#include "layers/geo/axis_order.h"

namespace app {

namespace {

using Service = feeds::TileSource::Service;

void readZoom(YamlMap& map, feeds::TileSource& source)
{
    const YAML::Node zoom = map.node("zoom");
    if (!zoom.IsDefined()) return;
    int least = 0, most = 0;
    const bool pair = zoom.IsSequence() && zoom.size() == 2 && YAML::convert<int>::decode(zoom[0], least) &&
                      YAML::convert<int>::decode(zoom[1], most);
    if (!pair || least < 0 || least > most || most > 24) {
        map.report("zoom",
                   QT_TRANSLATE_NOOP("Message", "two zoom levels from 0 to 24 were expected: [0, 19]"));
        return;
    }
    source.minZoom = least;
    source.maxZoom = most;
}

/// https, or http on this very machine.
bool isFetchable(const QUrl& url)
{
    const bool here = url.host() == QLatin1String("localhost") || url.host() == QLatin1String("127.0.0.1");
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || (here && url.scheme() == QLatin1String("http")));
}

void readAddress(YamlMap& map, feeds::TileSource& source)
{
    source.address = map.requiredText("url");
    if (source.address.isEmpty()) return;
    QString plain = source.address;
    plain.remove(QLatin1Char('{')).remove(QLatin1Char('}'));
    bool complete = isFetchable(QUrl(plain, QUrl::StrictMode));
    if (source.isComplete())
        complete = complete && source.address.contains(QLatin1String("{z}")) && source.address.contains(QLatin1String("{x}")) &&
                   (source.address.contains(QLatin1String("{y}")) || source.address.contains(QLatin1String("{-y}")));
    if (!complete)
        map.report("url", source.isComplete()
                              ? QT_TRANSLATE_NOOP("Message", "an https address with {z}, {x} and {y} was expected")
                              : QT_TRANSLATE_NOOP("Message", "the https address of the service was expected, without its questions"));
}

void readService(YamlMap& map, feeds::TileSource& source)
{
    source.layer = map.requiredText("layer-name");
    source.style = map.text("style").value_or(QString());
    source.format = map.word("format", {QStringLiteral("image/png"), QStringLiteral("image/jpeg"), QStringLiteral("image/webp")}).value_or(source.format);
    if (source.service == Service::Wmts) {
        source.matrixSet = map.text("matrix-set").value_or(QString());
        return;
    }
    source.version = map.word("version", {QStringLiteral("1.1.1"), QStringLiteral("1.3.0")}).value_or(source.version);
    const QString crs = map.text("crs").value_or(QString());
    if (crs.isEmpty()) return;
    source.crs = geo::serviceCrs(crs).code;
    if (source.crs.isEmpty())
        map.report("crs", {QT_TRANSLATE_NOOP(
                               "Message",
                               "\"%1\" is no coordinate system known to PROJ; expected one like EPSG:3826"),
                           {crs}});
}

bool readNumbers(const YAML::Node& node, std::vector<double>& numbers)
{
    if (!node.IsSequence() || node.size() > 64) return false;
    for (const YAML::Node& one : node) {
        double number = 0;
        if (!YAML::convert<double>::decode(one, number) || !std::isfinite(number)) return false;
        numbers.push_back(number);
    }
    return true;
}

void readBands(YamlMap& map, geo::RasterOptions& options)
{
    const YAML::Node node = map.node("bands");
    if (!node.IsDefined()) return;
    std::vector<double> numbers;
    const bool good = readNumbers(node, numbers) && (numbers.size() == 1 || numbers.size() == 3) &&
                      std::all_of(numbers.begin(), numbers.end(), [](double n) { return n >= 1 && n <= 65'535 && n == std::floor(n); });
    if (!good)
        return map.report("bands", QT_TRANSLATE_NOOP("Message", "one band was expected, [1], or those of red, green and blue: [4, 3, 2]"));
    for (const double number : numbers)
        options.bands.push_back(static_cast<int>(number));
}

void readStretch(YamlMap& map, geo::RasterOptions& options)
{
    using Way = geo::Stretch::Way;
    const YAML::Node node = map.node("stretch");
    if (!node.IsDefined()) return;
    const std::pair<const char*, Way> ways[] = {{"none", Way::Own}, {"min-max", Way::MinMax}, {"cut", Way::Cut}, {"deviation", Way::Deviation}};
    if (node.IsScalar())
        for (const auto& [word, way] : ways)
            if (node.Scalar() == word) {
                options.stretch.way = way;
                return;
            }
    std::vector<double> range;
    if (!node.IsScalar() && readNumbers(node, range) && range.size() == 2 && range[0] < range[1]) {
        options.stretch = {Way::Given, {range[0], range[1]}};
        return;
    }
    map.report("stretch", QT_TRANSLATE_NOOP("Message", "none, min-max, cut, deviation or two values, the smaller first, were expected: [0, 4000]"));
}

void readRamp(YamlMap& map, geo::RasterOptions& options)
{
    for (const QString& text : map.texts("palette")) {
        const QColor colour(text);
        if (!text.startsWith(QLatin1Char('#')) || !colour.isValid())
            return map.report("palette", QT_TRANSLATE_NOOP("Message", "a list of colours was expected, lowest first: [\"#440154\", \"#fde725\"]"));
        options.ramp.push_back(colour);
    }
}

void readHillshade(YamlMap& map, geo::RasterOptions& options)
{
    const YAML::Node node = map.node("hillshade");
    if (!node.IsDefined()) return;
    YamlMap form(node, map.shownAs(), map.problems());
    if (!form.isValid()) return;
    geo::Hillshade shade;
    shade.azimuth = form.number("azimuth", 0, 360).value_or(shade.azimuth);
    shade.altitude = form.number("altitude", 0, 90).value_or(shade.altitude);
    shade.zFactor = form.number("z-factor", 0.001, 1000).value_or(shade.zFactor);
    shade.blend = form.flag("blend").value_or(false);
    options.hillshade = shade;
}

} // namespace

feeds::TileSource readTileSource(YamlMap& map, const QString& id)
{
    feeds::TileSource source;
    source.id = id;
    const QString service =
        map.word("service", {QStringLiteral("xyz"), QStringLiteral("tms"), QStringLiteral("wmts"), QStringLiteral("wms")}).value_or(QStringLiteral("xyz"));
    if (service == QLatin1String("wmts")) source.service = Service::Wmts;
    if (service == QLatin1String("wms")) source.service = Service::Wms;
    readAddress(map, source);
    // Rows of a TMS are counted from the south, however its address is written.
    if (service == QLatin1String("tms")) source.address.replace(QLatin1String("{y}"), QLatin1String("{-y}"));
    if (!source.isComplete()) readService(map, source);
    readZoom(map, source);
    source.opacity = map.number("opacity", 0, 1).value_or(1);
    return source;
}

geo::RasterOptions readRasterOptions(YamlMap& map)
{
    geo::RasterOptions options;
    readBands(map, options);
    readStretch(map, options);
    readRamp(map, options);
    readHillshade(map, options);
    options.noData = map.number("no-data", -1e300, 1e300);
    options.opacity = map.number("opacity", 0, 1).value_or(1);
    using Resampling = geo::RasterOptions::Resampling;
    const QString way = map.word("resampling", {QStringLiteral("nearest"), QStringLiteral("bilinear")}).value_or(QString());
    if (way == QLatin1String("nearest")) options.resampling = Resampling::Nearest;
    if (way == QLatin1String("bilinear")) options.resampling = Resampling::Bilinear;
    return options;
}

} // namespace app
