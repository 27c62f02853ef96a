// SPDX-License-Identifier: GPL-3.0-or-later
// A million points into the pack's villages: our exact counts beside a bare R-tree that is only asked for
// boxes and counts what it gets, in the same run. Usage: area_sums_bench [POINTS]
#include "app/packs/pack.h"
#include "layers/indicators/area_locator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cstdio>
#include <random>

namespace {

namespace bg = boost::geometry;
using Point = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::size_t>;

struct Village {
    const city::Geometry* geometry;
    city::LonLatBox bounds;
};

std::vector<Village> villages(const app::Pack& pack)
{
    std::vector<Village> found;
    for (const city::Area& area : pack.areas->areas())
        if (area.level == pack.areas->levels().last()) found.push_back({&area.geometry, area.bounds});
    return found;
}

/// Evenly over the extent of the villages, as a fine raster of population or phones would be.
std::vector<city::LonLat> points(const std::vector<Village>& all, std::size_t count)
{
    city::LonLatBox box;
    for (const Village& one : all)
        box.add(one.bounds);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(box.west, box.east), lat(box.south, box.north);
    std::vector<city::LonLat> made(count);
    for (city::LonLat& one : made)
        one = {lon(random), lat(random)};
    return made;
}

/// For every point the boxes of villages it is in are asked for and counted; whether it is in the village is
/// not.
double bareTree(const std::vector<Village>& all, const std::vector<city::LonLat>& asked, std::size_t& hits)
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const city::LonLatBox& box = all[i].bounds;
        entries.push_back({Box({box.west, box.south}, {box.east, box.north}), i});
    }
    QElapsedTimer timer;
    timer.start();
    const bg::index::rtree<Entry, bg::index::rstar<16>> tree(entries);
    std::vector<int> counts(all.size());
    for (const city::LonLat& p : asked)
        for (auto it = tree.qbegin(bg::index::intersects(Point(p.lon, p.lat))); it != tree.qend(); ++it) {
            ++counts[it->second];
            ++hits;
        }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double ours(const std::vector<Village>& all, const std::vector<city::LonLat>& asked, std::size_t& hits,
            double& building)
{
    std::vector<const city::Geometry*> geometries;
    for (const Village& one : all)
        geometries.push_back(one.geometry);
    QElapsedTimer timer;
    timer.start();
    const indicators::AreaLocator locator(geometries);
    building = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto sums = indicators::sumByArea(locator, all.size(), asked, {});
    for (const indicators::AreaSum& one : sums)
        hits += static_cast<std::size_t>(one.count);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    const auto pack = app::readPack(resources + QStringLiteral("/packs/taipei"), resources).pack;
    if (!pack) {
        std::fprintf(stderr, "CITYOPS_RESOURCES must name the program's resources\n");
        return 1;
    }
    const std::vector<Village> all = villages(*pack);
    const auto asked = points(all, argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 1'000'000);
    for (int run = 0; run < 5; ++run) {
        std::size_t boxHits = 0, hits = 0;
        double building = 0;
        const double bare = bareTree(all, asked, boxHits);
        const double exact = ours(all, asked, hits, building);
        std::printf("%zu points, %zu villages: bare tree %.0f ms (%zu boxes), exact counts %.0f ms (%zu "
                    "inside, %.0f ms of it building): %.2f times\n",
                    asked.size(), all.size(), bare, boxHits, exact, hits, building, exact / bare);
    }
    return 0;
}
