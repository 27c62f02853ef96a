// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/raster_colours.h"

#include "layers/geo/placed_image.h"
#include "layers/geo/raster_samples.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

int byte(double value)
{
    return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0)));
}

std::vector<QRgb> rampColours(const std::vector<QColor>& ramp)
{
    std::vector<QRgb> colours(256);
    for (int i = 0; i < 256; ++i) {
        if (ramp.empty()) {
            colours[static_cast<std::size_t>(i)] = qRgb(i, i, i);
            continue;
        }
        const double at = i / 255.0 * static_cast<double>(ramp.size() - 1);
        const auto low = std::min(static_cast<std::size_t>(at), ramp.size() - 1);
        const QColor a = ramp[low], b = ramp[std::min(low + 1, ramp.size() - 1)];
        const double part = at - static_cast<double>(low);
        const auto mix = [part](int x, int y) { return byte(x + (y - x) * part); };
        colours[static_cast<std::size_t>(i)] = qRgba(mix(a.red(), b.red()), mix(a.green(), b.green()),
                                                     mix(a.blue(), b.blue()), mix(a.alpha(), b.alpha()));
    }
    return colours;
}

std::vector<QRgb> tableColours(const GDALColorTable& table)
{
    std::vector<QRgb> colours;
    for (int i = 0; i < table.GetColorEntryCount(); ++i) {
        const GDALColorEntry& entry = *table.GetColorEntry(i);
        colours.push_back(qRgba(entry.c1, entry.c2, entry.c3, entry.c4));
    }
    return colours;
}

std::vector<int> chosenBands(GDALDataset& source, const RasterOptions& options, bool alpha)
{
    if (!options.bands.empty()) return options.bands;
    const int colours = source.GetRasterCount() - (alpha ? 1 : 0);
    return colours >= 3 && !options.hillshade && options.ramp.empty() ? std::vector<int>{1, 2, 3} : std::vector<int>{1};
}

} // namespace

city::Result<RasterColours> RasterColours::of(GDALDataset& source, const RasterOptions& options)
{
    const int count = source.GetRasterCount();
    RasterColours found;
    found.alpha = count > 1 && source.GetRasterBand(count)->GetColorInterpretation() == GCI_AlphaBand;
    found.bands = chosenBands(source, options, found.alpha);
    for (const int band : found.bands)
        if (band < 1 || band > count)
            return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "The file has no band %1; it has %2"),
                                          {QString::number(band), QString::number(count)}}};
    GDALRasterBand& first = *source.GetRasterBand(found.bands.front());
    if (found.bands.size() == 3) found.kind = Kind::Colour;
    const GDALColorTable* table = first.GetColorTable();
    if (table && found.bands.size() == 1 && options.ramp.empty() && options.stretch.way == Stretch::Way::Own && !options.hillshade) {
        found.kind = Kind::Table;
        found.colours = tableColours(*table);
        return found;
    }
    if (found.kind == Kind::Ramp) found.colours = rampColours(options.ramp);
    for (const int band : found.bands) {
        GDALRasterBand& one = *source.GetRasterBand(band);
        const bool plainBytes = options.stretch.way == Stretch::Way::Own && one.GetRasterDataType() == GDT_Byte && options.ramp.empty();
        found.ranges.push_back(plainBytes ? ValueRange{} : rangeOf(one, options));
    }
    return found;
}

std::vector<double> bandValues(GDALDataset& dataset, int band)
{
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    std::vector<double> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (dataset.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height,
                                              GDT_Float64, 0, 0, nullptr) != CE_None)
        values.clear();
    return values;
}

std::vector<float> shadeOf(const std::vector<double>& heights, QSize size, double pixel, const Hillshade& shade)
{
    constexpr double degree = M_PI / 180;
    const double sunUp = std::sin(shade.altitude * degree), sunFlat = std::cos(shade.altitude * degree);
    const double sunEast = sunFlat * std::sin(shade.azimuth * degree), sunNorth = sunFlat * std::cos(shade.azimuth * degree);
    const auto stride = static_cast<std::size_t>(size.width()) + 2;
    std::vector<float> light;
    light.reserve(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(size.height()); ++y) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(size.width()); ++x) {
            const double* up = &heights[y * stride + x];
            const double *here = up + stride, *down = here + stride;
            const double east = ((up[2] + 2 * here[2] + down[2]) - (up[0] + 2 * here[0] + down[0])) / (8 * pixel) * shade.zFactor;
            const double north = ((up[0] + 2 * up[1] + up[2]) - (down[0] + 2 * down[1] + down[2])) / (8 * pixel) * shade.zFactor;
            // The surface's normal is (-east, -north, 1).
            const double lit = (sunUp - east * sunEast - north * sunNorth) / std::sqrt(1 + east * east + north * north);
            light.push_back(static_cast<float>(std::isnan(lit) ? lit : std::max(0.0, lit)));
        }
    }
    return light;
}

QImage toImage(GDALDataset& warped, const RasterColours& colours, const RasterOptions& options,
               const std::vector<float>& shade)
{
    using Kind = RasterColours::Kind;
    std::vector<std::vector<double>> values;
    const int bands = static_cast<int>(colours.bands.size());
    for (int band = 1; band <= bands; ++band)
        values.push_back(bandValues(warped, band));
    values.push_back(bandValues(warped, warped.GetRasterCount()));
    if (std::any_of(values.begin(), values.end(), [](const auto& one) { return one.empty(); })) return {};
    const auto stretched = [&](double v, std::size_t band) {
        const ValueRange& range = colours.ranges[band];
        const double span = range.most - range.least;
        return byte(span > 0 ? (v - range.least) / span * 255 : 127);
    };
    const auto indexed = [&](double v) -> QRgb {
        return v >= 0 && v < static_cast<double>(colours.colours.size()) ? colours.colours[static_cast<std::size_t>(v)] : 0;
    };
    const auto colourOf = [&](std::size_t i) -> QRgb {
        const double v = values[0][i];
        if (colours.kind == Kind::Colour) return qRgb(stretched(v, 0), stretched(values[1][i], 1), stretched(values[2][i], 2));
        if (colours.kind == Kind::Table) return indexed(v);
        return colours.colours[static_cast<std::size_t>(stretched(v, 0))];
    };
    const bool blend = options.hillshade && options.hillshade->blend;
    const auto lit = [&](QRgb colour, float light) {
        if (!blend) return qRgb(byte(light * 255.0), byte(light * 255.0), byte(light * 255.0));
        const double strength = 0.35 + 0.9 * light; // level ground under the usual light keeps its colour
        return qRgba(byte(qRed(colour) * strength), byte(qGreen(colour) * strength), byte(qBlue(colour) * strength), qAlpha(colour));
    };
    QImage image(warped.GetRasterXSize(), warped.GetRasterYSize(), QImage::Format_ARGB32);
    std::size_t i = 0;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++i) {
            const double v = values[0][i];
            const bool none = !std::isfinite(v) || (options.noData && v == *options.noData) || (!shade.empty() && std::isnan(shade[i]));
            const int alpha = none ? 0 : byte(values.back()[i]);
            const QRgb colour = alpha == 0 ? 0 : shade.empty() ? colourOf(i) : lit(colourOf(i), shade[i]);
            row[x] = (colour & 0x00ffffffU) | static_cast<QRgb>(qAlpha(colour) * alpha / 255) << 24;
        }
    }
    return faded(image.convertToFormat(QImage::Format_ARGB32_Premultiplied), options.opacity);
}

} // namespace geo
