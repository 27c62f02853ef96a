// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/choropleth.h"
#include "layers/map/kinds/features.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/points.h"
#include "layers/map/kinds/simplify.h"
#include "tests/support/test_main.h"

#include <cmath>

namespace {

city::Geometry square(double west, double south, double size)
{
    city::Geometry geometry;
    geometry.polygons.push_back({{{{west, south},
                                   {west + size, south},
                                   {west + size, south + size},
                                   {west, south + size},
                                   {west, south}}}});
    return geometry;
}

indicators::Scale threeLevels()
{
    indicators::Scale scale;
    for (int i = 0; i < 3; ++i) {
        indicators::Level level;
        level.number = i + 1;
        level.word = QStringLiteral("level %1").arg(i + 1);
        level.colour = QColor::fromHsv(i * 100, 200, 200);
        level.from = i * 10;
        level.to = (i + 1) * 10;
        scale.levels.push_back(level);
    }
    return scale;
}

} // namespace

class KindsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importantPointsAreOnTop()
    {
        map::PointInput high{{121, 25},
                             5,
                             Qt::red,
                             map::Shape::Square,
                             map::DataState::Current,
                             {QStringLiteral("a"), QStringLiteral("1"), {}, {}},
                             QStringLiteral("one"),
                             9};
        map::PointInput low = high;
        low.priority = 1;
        low.ref = {};
        low.label.clear();
        const auto scene = map::points({QStringLiteral("p"), QStringLiteral("P"), {}, {}}, {high, low});
        QCOMPARE(scene->marks.size(), 2U);
        QCOMPARE(scene->marks[0].ref, -1);
        QCOMPARE(scene->refs.at(static_cast<std::size_t>(scene->marks[1].ref)).id, QStringLiteral("1"));
        QCOMPARE(scene->marks[1].at, geo::toMercator({121, 25}));
        QCOMPARE(scene->labels.size(), 1U);
        QVERIFY(scene->labels[0].offsetY > 5);
    }

    void linesOfAllPartsShareOneRef()
    {
        city::Geometry two = square(0, 0, 1);
        two.lines = {{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}}};
        map::LineInput input;
        input.geometry = &two;
        input.colour = Qt::blue;
        input.stroke = map::Stroke::Dashed;
        input.ref = {QStringLiteral("road"), QStringLiteral("r"), {}, {}};
        const auto scene = map::lines({}, {input, map::LineInput{}});
        QCOMPARE(scene->lines.size(), 3U); // two lines and the outline of the polygon
        QCOMPARE(scene->refs.size(), 1U);
        for (const map::Line& line : scene->lines)
            QVERIFY(line.ref == 0 && line.stroke == map::Stroke::Dashed);
    }

    void colouringAgainSharesTheShapes()
    {
        std::vector<city::Area> list(3);
        for (int i = 0; i < 3; ++i) {
            list[static_cast<std::size_t>(i)].level = QStringLiteral("district");
            list[static_cast<std::size_t>(i)].code = QString::number(i);
            if (i < 2) list[static_cast<std::size_t>(i)].geometry = square(121 + i, 25, 0.5);
        }
        const city::AreaTree tree({QStringLiteral("district")}, list);
        const auto areas = map::projectAreas(tree);
        QCOMPARE(areas->shapes.size(), 3U);
        QVERIFY(!areas->shapes[2]);
        const std::vector<map::AreaValue> values{{0, 15.0, map::DataState::Stale, {}, {}},
                                                 {1, std::nullopt, map::DataState::Current, {}, {}},
                                                 {2, 5.0, map::DataState::Current, {}, {}},
                                                 {7, 5.0, map::DataState::Current, {}, {}}};
        const auto scene =
            map::choropleth({}, *areas, values, threeLevels(), {Qt::black, 1, 200, QStringLiteral("en"), {}});
        QCOMPARE(scene->areas.size(), 2U);
        QCOMPARE(scene->areas[0].shape.get(), areas->shapes[0].get());
        QCOMPARE(qAlpha(scene->areas[0].fill), 200);
        QCOMPARE(scene->areas[0].state, map::DataState::Stale);
        QCOMPARE(scene->areas[1].state, map::DataState::None);
        QCOMPARE(scene->legend.size(), 4U);
        QCOMPARE(scene->legend[1].count, 1);
        QCOMPARE(scene->legend[0].count, 0);
        QCOMPARE(scene->legend[1].level, QStringLiteral("2"));
        QVERIFY(scene->legend[1].text.contains(QStringLiteral("level 2")) &&
                scene->legend[1].text.contains(QStringLiteral("10")));
        QCOMPARE(scene->legend[3].symbol, map::LegendEntry::Symbol::Hatch);
        QCOMPARE(scene->legend[3].count, 1);
    }

    void valueOutsideTheScaleIsNoData()
    {
        const city::AreaTree tree({QStringLiteral("d")}, {[] {
                                      city::Area a;
                                      a.level = QStringLiteral("d");
                                      a.code = QStringLiteral("1");
                                      a.geometry = square(0, 0, 1);
                                      return a;
                                  }()});
        for (const double value : {-1.0, 31.0, std::nan(""), HUGE_VAL}) {
            const auto scene =
                map::choropleth({}, *map::projectAreas(tree), {{0, value, map::DataState::Current, {}, {}}},
                                threeLevels(), {});
            QCOMPARE(scene->areas.at(0).state, map::DataState::None);
        }
    }

    void coarserCopiesKeepTheirPromise()
    {
        city::Geometry circle;
        city::Ring ring;
        for (int i = 0; i <= 5000; ++i) {
            const double angle = i % 5000 * M_PI / 2500;
            ring.push_back({121.5 + 0.1 * std::cos(angle), 25 + 0.1 * std::sin(angle)});
        }
        circle.polygons.push_back({{ring}});
        const auto shape = map::projectArea(circle);
        QVERIFY(
            !shape->coarser.empty()); // few points are left after the first: more copies would be no cheaper
        QCOMPARE(&shape->forScale(0.1), &shape->rings);
        QCOMPARE(&shape->forScale(1000), &shape->coarser.back().rings);
        for (const auto& coarse : shape->coarser) {
            QVERIFY(coarse.rings[0].size() < 1500 && coarse.rings[0].size() >= 8);
            QCOMPARE(coarse.rings[0].front(), coarse.rings[0].back());
        }
    }

    void simplifiedStaysNear()
    {
        std::vector<QPointF> line;
        for (int i = 0; i <= 1000; ++i)
            line.push_back({i * 1.0, 20 * std::sin(i / 50.0)});
        const auto fewer = map::simplified(line, 0.5);
        QVERIFY(fewer.size() < 120);
        QCOMPARE(fewer.front(), line.front());
        QCOMPARE(fewer.back(), line.back());
        for (const QPointF& p : line) {
            double nearest = 1e9;
            for (std::size_t i = 0; i + 1 < fewer.size(); ++i) {
                const QPointF a = fewer[i], d = fewer[i + 1] - a;
                const double t =
                    std::clamp(QPointF::dotProduct(p - a, d) / QPointF::dotProduct(d, d), 0.0, 1.0);
                nearest = std::min(nearest, std::hypot(p.x() - a.x() - t * d.x(), p.y() - a.y() - t * d.y()));
            }
            QVERIFY(nearest <= 0.5 + 1e-9);
        }
        QCOMPARE(map::simplified({{0, 0}, {0, 0}, {0, 0}}, 1).size(), 2U);
        QVERIFY(map::simplified({}, 1).empty());
    }

    void featuresOfEveryGeometry()
    {
        geo::FeatureTable table;
        table.fields = {QStringLiteral("name"), QStringLiteral("n")};
        for (int i = 0; i < 4; ++i) {
            geo::Feature feature;
            feature.id = i;
            feature.values = {QStringLiteral("thing %1").arg(i), i == 2 ? QVariant() : QVariant(i)};
            if (i == 0) feature.geometry.points = {{1, 2}, {3, 4}};
            if (i == 1) feature.geometry.lines = {{{1, 2}, {3, 4}}};
            if (i == 2) feature.geometry = square(0, 0, 1);
            table.features.push_back(feature);
        }
        map::FeatureStyle style;
        style.fill = style.line = style.point = Qt::red;
        style.labelField = style.titleField = QStringLiteral("name");
        const auto scene = map::features({QStringLiteral("f"), QStringLiteral("F"), {}, {}}, table, style);
        QCOMPARE(scene->marks.size(), 2U);
        QCOMPARE(scene->lines.size(), 1U);
        QCOMPARE(scene->areas.size(), 1U);
        QCOMPARE(scene->refs.size(), 3U); // the fourth has no geometry
        QCOMPARE(scene->labels.size(), 3U);
        QCOMPARE(scene->refs[0].lines,
                 QStringList({QStringLiteral("name: thing 0"), QStringLiteral("n: 0")}));
        QCOMPARE(scene->refs[2].lines, QStringList({QStringLiteral("name: thing 2")}));
        QCOMPARE(scene->refs[2].title, QStringLiteral("thing 2"));
    }
};

CITYOPS_TEST(QCoreApplication, KindsTest)
#include "kinds_test.moc"
