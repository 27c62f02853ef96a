// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/clusters.h"
#include "layers/map/kinds/density.h"
#include "layers/map/kinds/flows.h"
#include "layers/map/kinds/inverse_distance.h"
#include "layers/map/kinds/isolines.h"
#include "layers/map/kinds/marching_squares.h"
#include "layers/map/kinds/movers.h"
#include "layers/map/kinds/wind.h"
#include "layers/map/paint/label_path.h"
#include "layers/map/paint/symbols.h"
#include "tests/layers/map/scenes.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QRandomGenerator>
#include <cmath>

namespace {

const map::LayerMeta meta{QStringLiteral("l"), QStringLiteral("Layer"), {}, {}};

map::Palette greys()
{
    map::Palette palette;
    palette.name = QStringLiteral("greys");
    palette.ramp = {Qt::black, Qt::white};
    return palette;
}

std::vector<map::PointInput> scattered(int count)
{
    QRandomGenerator random(3);
    std::vector<map::PointInput> inputs;
    for (int i = 0; i < count; ++i) {
        map::PointInput input;
        input.at = {121.4 + random.generateDouble() * 0.2, 25 + random.generateDouble() * 0.1};
        input.fill = i % 3 ? Qt::red : Qt::blue;
        input.ref = {QStringLiteral("stop"), QString::number(i), {}, {}};
        inputs.push_back(input);
    }
    return inputs;
}

int numberIn(const map::LayerScene& scene)
{
    int all = static_cast<int>(scene.marks.size());
    for (const map::Pie& pie : scene.pies)
        all += pie.text.toInt();
    return all;
}

} // namespace

class VectorKindsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clustersCoverEveryScaleOnce()
    {
        const auto scenes = map::clusters(meta, scattered(800));
        QVERIFY(scenes.size() > 4);
        for (double scale = 0.01; scale < 1e6; scale *= 1.37) {
            int shown = 0;
            for (const auto& scene : scenes)
                shown += scale >= scene->minMetresPerPixel && scale <= scene->maxMetresPerPixel;
            QCOMPARE(shown, 1);
        }
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            QCOMPARE(numberIn(*scenes[i]), 800); // nobody is lost, nobody is counted twice
            if (i > 1)
                QVERIFY(scenes[i]->pies.size() + scenes[i]->marks.size() <=
                        scenes[i - 1]->pies.size() + scenes[i - 1]->marks.size());
        }
        QCOMPARE(scenes.front()->marks.size(), 800U); // near enough everybody stands alone
        QCOMPARE(scenes.back()->pies.size(), 1U);
    }

    void clustersShowTheMix()
    {
        map::LayerMeta named = meta;
        named.legend = {{QStringLiteral("full"), QColor(Qt::red).rgba(), {}, {}, {}, -1, 0},
                        {QStringLiteral("empty"), QColor(Qt::blue).rgba(), {}, {}, {}, -1, 0}};
        const auto scenes = map::clusters(named, scattered(300));
        const map::Pie& all = scenes.back()->pies.at(0);
        QCOMPARE(all.shares.size(), 2U);
        QCOMPARE(all.shares[0].colour, QColor(Qt::red).rgba());
        QVERIFY(std::abs(static_cast<double>(all.shares[0].part) - 2.0 / 3) < 1e-6);
        const map::Ref& ref = scenes.back()->refs.at(static_cast<std::size_t>(all.ref));
        QCOMPARE(ref.lines, QStringList({QStringLiteral("full: 200"), QStringLiteral("empty: 100")}));
    }

    void clustersKeepToTheRangeOfTheirLayer()
    {
        map::LayerMeta limited = meta;
        limited.minMetresPerPixel = 1;
        limited.maxMetresPerPixel = 50;
        for (const auto& scene : map::clusters(limited, scattered(50)))
            QVERIFY(scene->minMetresPerPixel >= 1 && scene->maxMetresPerPixel <= 50);
    }

    void hexagonsCountAndMeasure()
    {
        std::vector<map::WeightedPoint> points(40, {{121.5, 25.05}, 1});
        points.push_back({{121.6, 25.05}, 10});
        points.push_back({{121.6, 25.05}, std::nan("")});
        points.push_back({{121.6, 25.05}, -5});
        map::DensityStyle style;
        style.palette = greys();
        style.cell = 1000;
        const auto scenes = map::hexagons(meta, points, style);
        const map::LayerScene& finest = *scenes.front();
        QCOMPARE(finest.areas.size(), 2U);
        // A hexagon 1 km wide has 0.866 square kilometres: 40 / 0.866 = 46.2.
        QStringList titles{finest.refs[0].title, finest.refs[1].title};
        titles.sort();
        QCOMPARE(titles, QStringList({QStringLiteral("11.5 / km²"), QStringLiteral("46.2 / km²")}));
        QVERIFY(!finest.legend.empty() && finest.legend[0].text.endsWith(QStringLiteral("/ km²")));
        for (const auto& scene : scenes)
            QCOMPARE(scene->legend.size(), finest.legend.size());
        QCOMPARE(map::hexagons(meta, {}, style).size(), 1U);
    }

    void heatAddsUpToWhatThereIs()
    {
        // One thing, spread over 1 km: the top of the kernel is 3 / pi per square kilometre.
        map::DensityStyle style;
        style.palette = greys();
        style.cell = 1000;
        const auto scene = map::heat(meta, {{{121.5, 25}, 1}}, style);
        QCOMPARE(scene->pictures.size(), 1U);
        QVERIFY(!scene->legend.empty());
        for (const map::LegendEntry& entry : scene->legend)
            QVERIFY(entry.text.section(QLatin1Char(' '), 0, 0).toDouble() < 3 / M_PI);
        const QImage& image = *scene->pictures[0].image;
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QVERIFY(qAlpha(image.pixel(image.width() / 2, image.height() / 2)) > 190);
        QVERIFY(map::heat(meta, {}, style)->pictures.empty());
        QVERIFY(map::heat(meta, {{{121.5, 25}, 0}}, style)->pictures.empty());
    }

    void flowsThereAndBackAreApart()
    {
        map::FlowInput there{{121.4, 25}, {121.6, 25}, 10, Qt::red, {}, {}};
        map::FlowInput back{{121.6, 25}, {121.4, 25}, 5, Qt::red, {}, {}};
        map::FlowInput nowhere{{121.6, 25}, {121.6, 25}, 5, Qt::red, {}, {}};
        map::FlowInput nothing{{121.6, 25}, {121.4, 25}, std::nan(""), Qt::red, {}, {}};
        const auto scene = map::flows(meta, {back, there, nowhere, nothing});
        QCOMPARE(scene->lines.size(), 2U);
        QCOMPARE(scene->lines[0].width, 12.0F); // the largest lies beneath
        QCOMPARE(scene->lines[1].width, 6.0F);
        const QPointF a = scene->lines[0].points[12], b = scene->lines[1].points[12];
        const double straight = geo::toMercator({121.5, 25}).y();
        QVERIFY(a.y() < straight && b.y() > straight); // to the right of the way: eastwards means south
        QVERIFY(scene->lines[0].arrows == map::Arrows::AtEnd);
    }

    void barbsOfTheManual_data()
    {
        QTest::addColumn<float>("knots");
        QTest::addColumn<int>("pennants");
        QTest::addColumn<int>("full");
        QTest::addColumn<int>("half");
        QTest::newRow("calm") << 1.9F << 0 << 0 << 0;
        QTest::newRow("3 kn") << 3.0F << 0 << 0 << 1;
        QTest::newRow("7 kn") << 7.0F << 0 << 0 << 1;
        QTest::newRow("8 kn") << 8.0F << 0 << 1 << 0;
        QTest::newRow("15 kn") << 15.0F << 0 << 1 << 1;
        QTest::newRow("47 kn") << 47.0F << 0 << 4 << 1;
        QTest::newRow("48 kn") << 48.0F << 1 << 0 << 0;
        QTest::newRow("65 kn") << 65.0F << 1 << 1 << 1;
        QTest::newRow("125 kn") << 125.0F << 2 << 2 << 1;
        QTest::newRow("not a number") << std::nanf("") << 0 << 0 << 0;
    }
    void barbsOfTheManual()
    {
        QFETCH(float, knots);
        QFETCH(int, pennants);
        QFETCH(int, full);
        QFETCH(int, half);
        const map::BarbParts parts = map::barbParts(knots);
        QCOMPARE(parts.pennants, pennants);
        QCOMPARE(parts.full, full);
        QCOMPARE(parts.half, half);
    }

    void windKnowsItsHemisphere()
    {
        const auto scene = map::wind(meta, {{{121, 25}, 10, 90, Qt::black, {}, {}},
                                            {{121, -25}, 10, 90, Qt::black, {}, {}},
                                            {{121, 0}, std::nan(""), 0, Qt::black, {}, {}}});
        QCOMPARE(scene->barbs.size(), 2U);
        QVERIFY(std::abs(scene->barbs[0].knots - 19.438F) < 0.01F);
        QVERIFY(!scene->barbs[0].southern && scene->barbs[1].southern);
    }

    void headingsAreHeldInTheCircle()
    {
        const auto scene = map::movers(meta, {{{121, 25}, -90.0, 6, Qt::red, 0, {}, {}},
                                              {{121, 25}, 450.0, 6, Qt::red, 0, {}, {}},
                                              {{121, 25}, std::nullopt, 6, Qt::red, 0, {}, {}}});
        QCOMPARE(scene->movers[0].heading, 270.0F);
        QCOMPARE(scene->movers[1].heading, 90.0F);
        QVERIFY(scene->movers[2].heading < 0);
    }

    void contoursOfACone()
    {
        map::Lattice cone{{-10, -10}, 1, 21, 21, {}};
        for (int row = 0; row < 21; ++row)
            for (int column = 0; column < 21; ++column)
                cone.values.push_back(10 - std::hypot(column - 10, row - 10));
        const auto lines = map::linesOfValue(cone, 5);
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines[0].front(), lines[0].back());
        for (const QPointF& p : lines[0])
            QVERIFY(std::abs(std::hypot(p.x(), p.y()) - 5) < 0.05);
        cone.values[10 * 21 + 15] = std::nan(""); // a hole in what is known opens the ring
        const auto open = map::linesOfValue(cone, 5);
        QVERIFY(open.size() == 1 && open[0].front() != open[0].back());
        QVERIFY(map::linesOfValue(cone, 50).empty());
    }

    void saddlesAreNotCrossed()
    {
        const map::Lattice saddle{{0, 0}, 1, 2, 2, {1, 0, 0, 1}};
        for (const double value : {0.4, 0.6}) {
            const auto lines = map::linesOfValue(saddle, value);
            QCOMPARE(lines.size(), 2U);
            for (const auto& line : lines)
                QCOMPARE(line.size(), 2U);
        }
    }

    void isolinesAreBlankWhereNobodyMeasures()
    {
        std::vector<map::Sounding> soundings;
        for (int i = 0; i < 5; ++i)
            for (int j = 0; j < 5; ++j)
                soundings.push_back({{121 + i * 0.01, 25 + j * 0.01}, i * 10.0});
        soundings.push_back({{121.5, 25}, 40});
        soundings.push_back({{121.5, 25.01}, std::nan("")});
        map::IsolineStyle style;
        style.palette = greys();
        style.interval = 10;
        const auto scene = map::isolines(meta, soundings, style);
        QVERIFY(scene->lines.size() >= 3);
        QCOMPARE(scene->lines.size(), scene->labels.size());
        const double gap = geo::toMercator({121.2, 25}).x();
        for (const map::Line& line : scene->lines)
            for (const QPointF& p : line.points)
                QVERIFY(std::abs(p.x() - gap) > 10000); // nothing in the empty stretch between
        QVERIFY(map::isolines(meta, {soundings[0], soundings[1]}, style)->lines.empty());
        QVERIFY(map::isolines(meta, std::vector<map::Sounding>(5, soundings[0]), style)->lines.empty());
    }

    /// Whatever is left out of the search, the ten nearest are those of looking at all stations.
    void betweenStationsTheTenNearestCount()
    {
        QRandomGenerator random(7);
        std::vector<map::Sounding> soundings;
        for (int i = 0; i < 400; ++i) { // a dense town, and a few far out
            const double wide = i % 20 ? 0.05 : 0.4;
            soundings.push_back({{121.5 + wide * random.generateDouble(), 25 + wide * random.generateDouble()}, static_cast<double>(random.bounded(90))});
        }
        constexpr double reach = 3000; // ground metres
        const double stretch = 1 / std::cos(soundings.front().at.lat * M_PI / 180);
        const auto lattice = map::interpolated(soundings, reach, 60);
        QVERIFY(lattice && lattice->columns > 20 && lattice->rows > 20);
        int known = 0;
        for (int row = 0; row < lattice->rows; ++row)
            for (int column = 0; column < lattice->columns; ++column) {
                const QPointF at = lattice->corner + QPointF(column, row) * lattice->step;
                std::vector<std::pair<double, double>> all;
                for (const map::Sounding& one : soundings) {
                    const QPointF off = geo::toMercator(one.at) - at;
                    all.emplace_back(std::hypot(off.x(), off.y()), one.value);
                }
                std::sort(all.begin(), all.end());
                const double value = lattice->at(column, row);
                if (std::isnan(value)) {
                    QVERIFY(all[0].first > reach * stretch * 0.999);
                    continue;
                }
                ++known;
                double sum = 0, weights = 0;
                for (std::size_t i = 0; i < 10; ++i) {
                    const double farthest = all[9].first * 1.001;
                    const double weight = std::pow((farthest - all[i].first) / (farthest * all[i].first), 2);
                    sum += weight * all[i].second;
                    weights += weight;
                }
                QVERIFY2(std::abs(value - sum / weights) < 1e-6, qPrintable(QStringLiteral("%1 %2").arg(value).arg(sum / weights)));
            }
        QVERIFY(known > 100);
    }

    void textFollowsItsLineUpright()
    {
        std::vector<QPointF> arc;
        for (int i = 0; i <= 60; ++i)
            arc.push_back(plane::at(100 + 80 * std::cos(M_PI * i / 60), 120 - 80 * std::sin(M_PI * i / 60)));
        const std::vector<double> widths(8, 10);
        for (const bool back : {false, true}) {
            if (back) std::reverse(arc.begin(), arc.end());
            const map::ScreenPath path(arc, plane::view);
            QVERIFY(std::abs(path.length() - 80 * M_PI) < 0.5);
            const auto letters = map::lettersAlong(path, widths, path.length() / 2);
            QVERIFY(letters.has_value());
            for (std::size_t i = 0; i < letters->size(); ++i) {
                QVERIFY(std::cos((*letters)[i].radians) > 0); // never upside down
                QVERIFY(std::abs(std::hypot((*letters)[i].middle.x() - 100, (*letters)[i].middle.y() - 120) -
                                 80) < 1);
                if (i > 0) QVERIFY((*letters)[i].middle.x() > (*letters)[i - 1].middle.x());
            }
            QVERIFY(!map::lettersAlong(path, widths, 20)); // would begin before the line does
        }
        const map::ScreenPath steep({plane::at(50, 190), plane::at(60, 10)}, plane::view);
        QCOMPARE(map::steepOf(QStringLiteral("國道1號")), map::Steep::Stacked);
        QCOMPARE(map::steepOf(QStringLiteral("國道 A")), map::Steep::Turned);
        const auto stacked = map::lettersAlong(steep, widths, 90, map::Steep::Stacked);
        QVERIFY(stacked && stacked->front().radians == 0);
        QVERIFY(stacked->front().middle.y() < stacked->back().middle.y()); // from the top down
        QVERIFY(map::lettersAlong(steep, widths, 90)->front().middle.y() >
                stacked->front().middle.y()); // from the left
        const map::ScreenPath corner({plane::at(0, 100), plane::at(100, 100), plane::at(100, 0)},
                                     plane::view);
        QVERIFY(!map::lettersAlong(corner, widths, 100));
        QVERIFY(map::lettersAlong(corner, widths, 50));
    }
};

CITYOPS_TEST(QGuiApplication, VectorKindsTest)
#include "vector_kinds_test.moc"
