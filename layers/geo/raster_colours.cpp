// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/raster_colours.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

std::vector<double> readBand(GDALDataset& dataset, int band)
{
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    std::vector<double> values(static_cast<std::size_t>(width) * height);
    if (dataset.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height,
                                              GDT_Float64, 0, 0, nullptr) != CE_None)
        values.clear();
    return values;
}

int byte(double value)
{
    return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0)));
}

} // namespace

RasterColours RasterColours::of(GDALDataset& source)
{
    RasterColours colours;
    GDALRasterBand& first = *source.GetRasterBand(1);
    if (const GDALColorTable* table = first.GetColorTable(); table && source.GetRasterCount() <= 2) {
        colours.kind = Kind::Palette;
        for (int i = 0; i < table->GetColorEntryCount(); ++i) {
            const GDALColorEntry& entry = *table->GetColorEntry(i);
            colours.palette.push_back(qRgba(entry.c1, entry.c2, entry.c3, entry.c4));
        }
        return colours;
    }
    if (source.GetRasterCount() >= 3) colours.kind = Kind::Colour;
    if (first.GetRasterDataType() == GDT_Byte) return colours;
    double range[2] = {0, 255};
    if (first.ComputeRasterMinMax(TRUE, range) == CE_None) {
        colours.darkest = range[0];
        colours.brightest = range[1];
    }
    return colours;
}

QImage toImage(GDALDataset& warped, const RasterColours& colours)
{
    const int bands = warped.GetRasterCount();
    const bool colour = colours.kind == RasterColours::Kind::Colour && bands >= 4;
    std::vector<std::vector<double>> values;
    for (int band : colour ? std::vector<int>{1, 2, 3, bands} : std::vector<int>{1, bands}) {
        values.push_back(readBand(warped, band));
        if (values.back().empty()) return {};
    }
    const double span = colours.brightest - colours.darkest;
    const auto stretched = [&](double v) {
        return byte(span > 0 ? (v - colours.darkest) / span * 255 : 127);
    };
    QImage image(warped.GetRasterXSize(), warped.GetRasterYSize(), QImage::Format_ARGB32);
    std::size_t i = 0;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++i) {
            const double v = values[0][i];
            const int alpha = std::isfinite(v) ? byte(values.back()[i]) : 0;
            if (alpha == 0)
                row[x] = 0;
            else if (colour)
                row[x] = qRgba(stretched(v), stretched(values[1][i]), stretched(values[2][i]), alpha);
            else if (colours.kind == RasterColours::Kind::Palette)
                row[x] = v >= 0 && v < static_cast<double>(colours.palette.size())
                             ? colours.palette[static_cast<std::size_t>(v)]
                             : 0;
            else
                row[x] = qRgba(stretched(v), stretched(v), stretched(v), alpha);
        }
    }
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace geo
