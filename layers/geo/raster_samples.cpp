// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/raster_samples.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double readWhole = 1 << 20;   // pixels: a band up to this is looked at whole
constexpr double mostForOne = 1 << 26;  // pixels that one picture may cost to read
constexpr int spots = 12;               // along each side of a large band
constexpr int spotSide = 64;            // pixels
constexpr int thinSide = 64;            // pixels of the long side of a coarse copy

/// The smallest overview that still has enough pixels, or the band itself.
GDALRasterBand& sampledBand(GDALRasterBand& band)
{
    GDALRasterBand* best = &band;
    for (int i = 0; i < band.GetOverviewCount(); ++i) {
        GDALRasterBand* one = band.GetOverview(i);
        const double pixels = one ? static_cast<double>(one->GetXSize()) * one->GetYSize() : 0;
        if (pixels >= 65'536 && pixels < static_cast<double>(best->GetXSize()) * best->GetYSize()) best = one;
    }
    return *best;
}

void read(GDALRasterBand& band, const QRect& part, std::vector<double>& into)
{
    const std::size_t before = into.size();
    into.resize(before + static_cast<std::size_t>(part.width()) * static_cast<std::size_t>(part.height()));
    if (band.RasterIO(GF_Read, part.x(), part.y(), part.width(), part.height(), into.data() + before, part.width(),
                      part.height(), GDT_Float64, 0, 0, nullptr) != CE_None)
        into.resize(before);
}

std::vector<double> samples(GDALRasterBand& whole)
{
    GDALRasterBand& band = sampledBand(whole);
    std::vector<double> values;
    const int width = band.GetXSize(), height = band.GetYSize();
    if (static_cast<double>(width) * height <= readWhole) {
        read(band, QRect(0, 0, width, height), values);
        return values;
    }
    for (int r = 0; r < spots; ++r)
        for (int c = 0; c < spots; ++c) {
            const int x = static_cast<int>((c + 0.5) * width / spots), y = static_cast<int>((r + 0.5) * height / spots);
            read(band, QRect(x, y, std::min(spotSide, width - x), std::min(spotSide, height - y)), values);
        }
    return values;
}

ValueRange deviationRange(const std::vector<double>& values)
{
    double mean = 0, squares = 0, count = 0;
    for (const double v : values) {
        const double off = v - mean;
        mean += off / ++count;
        squares += off * (v - mean);
    }
    const double deviation = std::sqrt(squares / std::max(1.0, count));
    return {mean - 2 * deviation, mean + 2 * deviation};
}

} // namespace

ValueRange rangeOf(GDALRasterBand& band, const RasterOptions& options)
{
    if (options.stretch.way == Stretch::Way::Given) return options.stretch.range;
    std::vector<double> values = samples(band);
    int stated = FALSE;
    const double none = band.GetNoDataValue(&stated);
    std::erase_if(values, [&](double v) {
        return !std::isfinite(v) || (stated && v == none) || (options.noData && v == *options.noData);
    });
    if (values.empty()) return {};
    if (options.stretch.way == Stretch::Way::Deviation) return deviationRange(values);
    std::sort(values.begin(), values.end());
    const double cut = options.stretch.way == Stretch::Way::Cut ? 0.02 : 0;
    const auto at = [&values](double part) {
        return values[static_cast<std::size_t>(std::lround(part * static_cast<double>(values.size() - 1)))];
    };
    return {at(cut), at(1 - cut)};
}

bool isCostly(GDALDataset& source, double pixels, double part)
{
    GDALRasterBand& band = *source.GetRasterBand(1);
    const double all = static_cast<double>(band.GetXSize()) * band.GetYSize();
    double cost = all;
    for (int i = 0; i < band.GetOverviewCount(); ++i) {
        GDALRasterBand* one = band.GetOverview(i);
        const double has = static_cast<double>(one->GetXSize()) * one->GetYSize();
        if (has >= pixels) cost = std::min(cost, has);
    }
    return cost * part > mostForOne && cost > pixels * 16;
}

DatasetPtr thinned(GDALDataset& source, const std::atomic<bool>* cancelled)
{
    const int width = source.GetRasterXSize(), height = source.GetRasterYSize();
    const double step = static_cast<double>(std::max(width, height)) / thinSide;
    const int columns = std::max(1, static_cast<int>(width / step)), rows = std::max(1, static_cast<int>(height / step));
    GDALRasterBand& first = *source.GetRasterBand(1);
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    DatasetPtr thin(memory->Create("", columns, rows, source.GetRasterCount(), first.GetRasterDataType(), nullptr));
    double place[6];
    if (!thin || source.GetGeoTransform(place) != CE_None) return nullptr;
    for (const int i : {1, 4}) {
        place[i] *= static_cast<double>(width) / columns;
        place[i + 1] *= static_cast<double>(height) / rows;
    }
    thin->SetGeoTransform(place);
    thin->SetSpatialRef(source.GetSpatialRef());
    for (int number = 1; number <= source.GetRasterCount(); ++number) {
        GDALRasterBand &from = *source.GetRasterBand(number), &to = *thin->GetRasterBand(number);
        int stated = FALSE;
        if (const double none = from.GetNoDataValue(&stated); stated) to.SetNoDataValue(none);
        to.SetColorInterpretation(from.GetColorInterpretation());
        if (auto* table = from.GetColorTable()) to.SetColorTable(table);
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < columns; ++x) {
                if (cancelled && *cancelled) return nullptr;
                double value = 0;
                if (from.RasterIO(GF_Read, static_cast<int>((x + 0.5) * width / columns), static_cast<int>((y + 0.5) * height / rows),
                                  1, 1, &value, 1, 1, GDT_Float64, 0, 0, nullptr) != CE_None ||
                    to.RasterIO(GF_Write, x, y, 1, 1, &value, 1, 1, GDT_Float64, 0, 0, nullptr) != CE_None)
                    return nullptr;
            }
    }
    return thin;
}

} // namespace geo
