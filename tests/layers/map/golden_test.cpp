// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/choropleth.h"
#include "layers/map/kinds/clusters.h"
#include "layers/map/kinds/density.h"
#include "layers/map/kinds/flows.h"
#include "layers/map/kinds/isolines.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/movers.h"
#include "layers/map/kinds/points.h"
#include "layers/map/kinds/raster.h"
#include "layers/map/kinds/wind.h"
#include "tests/layers/map/scenes.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QGuiApplication>
#include <cmath>

// Whole pictures of each kind of layer, without text so that the fonts of a machine do not matter. After a
// wanted change of looks, run with CITYOPS_UPDATE_GOLDEN=1, look at the new pictures and commit them.
namespace {

const QString folder = QDir::cleanPath(QStringLiteral(CITYOPS_TEST_DATA "/../golden")) + QLatin1Char('/');
constexpr map::DataState states[] = {map::DataState::Current, map::DataState::Stale, map::DataState::Dead,
                                     map::DataState::None};
const char* const hues[] = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};

city::LonLat ground(double x, double y)
{
    return geo::fromMercator(plane::at(x, y));
}

city::Geometry blob(double x, double y, double radius)
{
    city::Ring outer, hole;
    for (int i = 0; i <= 40; ++i) {
        const double angle = i % 40 * M_PI / 20;
        const double r = radius * (1 + 0.15 * std::sin(5 * angle));
        outer.push_back(ground(x + r * std::cos(angle), y + r * std::sin(angle)));
        hole.push_back(ground(x + r * std::cos(angle) / 4, y + r * std::sin(angle) / 4));
    }
    outer.back() = outer.front();
    hole.back() = hole.front();
    city::Geometry geometry;
    geometry.polygons.push_back({{outer, hole}});
    return geometry;
}

std::shared_ptr<const map::LayerScene> pointsScene()
{
    std::vector<map::PointInput> inputs;
    for (int shape = 0; shape < 6; ++shape) {
        for (int state = 0; state < 4; ++state) {
            map::PointInput input;
            input.at = ground(20 + shape * 32, 30 + state * 45);
            input.radius = 4 + static_cast<float>(shape);
            input.fill = QColor(QLatin1String(hues[shape]));
            input.shape = static_cast<map::Shape>(shape);
            input.state = states[state];
            inputs.push_back(input);
        }
    }
    return map::points({}, inputs);
}

std::shared_ptr<const map::LayerScene> linesScene()
{
    static std::vector<city::Geometry> geometries(8);
    std::vector<map::LineInput> inputs;
    for (int i = 0; i < 8; ++i) {
        city::Geometry& geometry = geometries[static_cast<std::size_t>(i)];
        geometry.lines = {{}};
        for (int x = 0; x <= 200; x += 4)
            geometry.lines[0].push_back(ground(x, 20 + i * 22 + 8 * std::sin(x / 20.0)));
        map::LineInput input;
        input.geometry = &geometry;
        input.colour = QColor(QLatin1String(hues[i % 6]));
        input.width = 0.5F + static_cast<float>(i) * 0.7F;
        if (i % 3 == 2) input.casing = Qt::black;
        if (i % 3 == 1) input.stroke = map::Stroke::Dashed;
        input.state = states[i % 4];
        inputs.push_back(input);
    }
    return map::lines({}, inputs);
}

std::shared_ptr<const map::LayerScene> choroplethScene()
{
    indicators::Scale scale;
    for (int i = 0; i < 3; ++i) {
        indicators::Level level;
        level.number = i + 1;
        level.colour = QColor(QLatin1String(hues[i]));
        level.from = i;
        level.to = i + 1;
        scale.levels.push_back(level);
    }
    std::vector<city::Area> list;
    std::vector<map::AreaValue> values;
    for (int i = 0; i < 9; ++i) {
        city::Area area;
        area.level = QStringLiteral("a");
        area.code = QString::number(i);
        area.geometry = blob(35 + i % 3 * 65, 35 + i / 3 * 65, 26);
        list.push_back(area);
        values.push_back(
            {i, i % 4 == 3 ? std::nullopt : std::optional<double>(i % 3 + 0.5), states[i / 3 % 2], {}, {}});
    }
    const city::AreaTree tree({QStringLiteral("a")}, list);
    return map::choropleth({}, *map::projectAreas(tree), values, scale, {QColor(40, 40, 40), 1, 220, {}, {}});
}

std::shared_ptr<const map::LayerScene> rasterScene()
{
    QImage image(50, 50, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < 50; ++y) {
        for (int x = 0; x < 50; ++x)
            image.setPixelColor(x, y, (x / 10 + y / 10) % 2 ? QColor(0, 114, 178) : QColor(0, 0, 0, 0));
    }
    return map::raster({}, QRectF(plane::at(30, 170), QSizeF(140, 140)), image);
}

map::Palette ramp()
{
    map::Palette palette;
    palette.ramp = {QColor(68, 1, 84), QColor(33, 145, 140), QColor(253, 231, 37)};
    return palette;
}

// Heaps of things of several colours, and some that stand alone.
std::shared_ptr<const map::LayerScene> clustersScene()
{
    std::vector<map::PointInput> inputs;
    for (int heap = 0; heap < 5; ++heap) {
        for (int i = 0; i < 1 << (2 * heap); ++i) {
            map::PointInput input;
            input.at = ground(30 + heap * 35 + i % 7, 40 + heap * 30 + i % 5);
            input.fill = QColor(QLatin1String(hues[i % (heap + 1)]));
            input.state = i % 11 == 10 ? map::DataState::Dead : map::DataState::Current;
            inputs.push_back(input);
        }
    }
    map::ClusterStyle style;
    style.singleUpTo = 0.9;
    style.reach = 14;
    style.other = QColor(150, 150, 150);
    auto scene = std::make_shared<map::LayerScene>(*map::clusters({}, inputs, style).at(1));
    for (map::Pie& pie : scene->pies)
        pie.text.clear();
    return scene;
}

std::vector<map::WeightedPoint> crowd()
{
    std::vector<map::WeightedPoint> points;
    for (int i = 0; i < 400; ++i) {
        const double angle = i * 2.4, r = 4 * std::sqrt(i);
        points.push_back(
            {ground(100 + r * std::cos(angle), 100 + r * std::sin(angle) / (1 + i % 3)), 1.0 + i % 4});
    }
    return points;
}

std::shared_ptr<const map::LayerScene> hexagonsScene()
{
    map::DensityStyle style;
    style.palette = ramp();
    style.cell = 16;
    return map::hexagons({}, crowd(), style).front();
}

std::shared_ptr<const map::LayerScene> heatScene()
{
    map::DensityStyle style;
    style.palette = ramp();
    style.cell = 24;
    return map::heat({}, crowd(), style);
}

std::shared_ptr<const map::LayerScene> flowsScene()
{
    std::vector<map::FlowInput> inputs;
    for (int i = 0; i < 6; ++i) {
        const double angle = i * M_PI / 3;
        const city::LonLat rim = ground(100 + 80 * std::cos(angle), 100 + 80 * std::sin(angle));
        map::FlowInput flow{ground(100, 100), rim, 10.0 + 10 * i, QColor(QLatin1String(hues[i])), {}, {}};
        inputs.push_back(flow);
        std::swap(flow.from, flow.to);
        flow.value = 60 - 8 * i;
        inputs.push_back(flow);
    }
    return map::flows({}, inputs);
}

std::shared_ptr<const map::LayerScene> windScene()
{
    std::vector<map::WindInput> inputs;
    const double knots[] = {0, 3, 5, 10, 15, 25, 50, 65, 115};
    for (int i = 0; i < 9; ++i) {
        map::WindInput input;
        input.at = ground(40 + i % 3 * 60, 45 + i / 3 * 60);
        input.metresPerSecond = knots[i] * 1852 / 3600;
        input.fromDegrees = i * 40;
        input.colour = QColor(QLatin1String(hues[i % 6]));
        input.state = i == 4 ? map::DataState::Stale : map::DataState::Current;
        inputs.push_back(input);
    }
    auto scene = std::make_shared<map::LayerScene>(*map::wind({}, inputs));
    for (std::size_t i = 6; i < 9; ++i)
        scene->barbs[i].southern = i == 7;
    return scene;
}

std::shared_ptr<const map::LayerScene> isolinesScene()
{
    std::vector<map::Sounding> soundings;
    for (int i = 0; i < 60; ++i) {
        const double x = 20 + i * 37 % 160, y = 20 + i * 53 % 160;
        if (std::hypot(x - 170, y - 40) > 50)
            soundings.push_back({ground(x, y), std::hypot(x - 80, y - 110)});
    }
    map::IsolineStyle style;
    style.palette = ramp();
    style.interval = 15;
    auto scene = std::make_shared<map::LayerScene>(*map::isolines({}, soundings, style));
    scene->labels.clear();
    return scene;
}

std::shared_ptr<const map::LayerScene> moversScene()
{
    std::vector<map::MoverInput> inputs;
    for (int i = 0; i < 16; ++i) {
        map::MoverInput input;
        input.at = ground(30 + i % 4 * 45, 30 + i / 4 * 45);
        if (i % 5 != 4) input.headingDegrees = i * 22.5;
        input.radius = 5 + static_cast<float>(i / 4);
        input.fill = QColor(QLatin1String(hues[i % 6]));
        input.state = states[i % 7 == 6];
        inputs.push_back(input);
    }
    return map::movers({}, inputs);
}

// What points and lines can wear besides their colour.
std::shared_ptr<const map::LayerScene> dressScene()
{
    auto scene = std::make_shared<map::LayerScene>();
    scene->icons.push_back(
        {QStringLiteral("bar"),
         R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M3 0h2v3h3v2H5v3H3V5H0V3h3z"/></svg>)"});
    for (int i = 0; i < 4; ++i) {
        map::Mark mark;
        mark.at = plane::at(30 + i * 45, 30);
        mark.radius = 8 + static_cast<float>(i);
        mark.fill = QColor(QLatin1String(hues[i])).rgba();
        mark.halo = i % 2 ? qRgba(0, 0, 0, 90) : 0;
        mark.icon = i > 1 ? 0 : -1;
        scene->marks.push_back(mark);
    }
    for (int i = 0; i < 8; ++i) {
        map::Line line;
        for (int x = 10; x <= 190; x += 4)
            line.points.push_back(plane::at(i % 2 ? 200 - x : x, 65 + i / 2 * 36 + 9 * std::sin(x / 18.0)));
        line.colour = QColor(QLatin1String(hues[i % 6])).rgba();
        line.width = 2 + static_cast<float>(i / 3);
        line.offset = i < 4 ? 4 : 0;
        line.stroke = static_cast<map::Stroke>(i / 2);
        line.arrows = i == 0 || i == 1 ? map::Arrows::Along : i == 6 ? map::Arrows::AtEnd : map::Arrows::None;
        line.casing = i == 2 ? qRgb(0, 0, 0) : 0;
        if (i != 5 && i != 7) scene->lines.push_back(line);
    }
    return scene;
}

// Positions of a large layer, by pixels of the picture.
void put(geo::ShapeColumns& columns, double x, double y)
{
    const QPointF at = plane::at(x, y);
    columns.x.push_back(at.x());
    columns.y.push_back(at.y());
}

// Thousands of points by classes, lines, and polygons with holes and an outline, as large layers are painted.
std::shared_ptr<const map::LayerScene> largeScene()
{
    geo::Columns columns;
    for (int i = 0; i < 2000; ++i) {
        put(columns.points, 10 + i * 37 % 180 + 0.37, 10 + i * 53 % 50 + 0.71);
        columns.points.ids.push_back(i);
        columns.points.values.push_back(i % 9 == 0 ? std::nanf("") : static_cast<float>(i % 5));
    }
    for (int i = 0; i < 12; ++i) {
        columns.lines.features.push_back(static_cast<quint32>(i));
        columns.lines.rings.push_back(static_cast<quint32>(columns.lines.x.size()));
        for (int x = 0; x <= 60; ++x)
            put(columns.lines, 10 + x * 3, 75 + i * 3.5 + 6 * std::sin(x / 5.0 + i));
        columns.lines.ids.push_back(i);
    }
    for (int i = 0; i < 36; ++i) {
        columns.polygons.features.push_back(static_cast<quint32>(columns.polygons.rings.size()));
        for (const double reach : {8.0, 3.0}) {
            columns.polygons.rings.push_back(static_cast<quint32>(columns.polygons.x.size()));
            for (int corner = 0; corner < 5 + i % 4; ++corner) {
                const double angle = corner * 2 * M_PI / (5 + i % 4) + i;
                put(columns.polygons, 18 + i % 12 * 15 + reach * std::cos(angle), 140 + i / 12 * 19 + reach * std::sin(angle));
            }
        }
        columns.polygons.ids.push_back(i);
    }
    const auto rgba = [](const char* hue) { return QColor(QLatin1String(hue)).rgba(); };
    map::BulkLook look;
    look.points.radius = 2;
    look.points.noValue = qRgb(150, 150, 150);
    look.points.breaks = {1.5F, 3.5F};
    look.points.colours = {rgba(hues[0]), rgba(hues[1]), rgba(hues[2])};
    look.lines.outline = rgba(hues[3]);
    look.lines.width = 1.5F;
    look.polygons.fill = rgba(hues[4]);
    look.polygons.outline = qRgb(40, 40, 40);
    look.polygons.width = 0.5F;
    std::vector<geo::Columns> parts;
    parts.push_back(std::move(columns));
    auto scene = std::make_shared<map::LayerScene>();
    for (auto& layer : map::buildBulk(std::move(parts)))
        scene->bulk.push_back({layer, look.of(layer->shapes), nullptr});
    return scene;
}

} // namespace

class GoldenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<std::shared_ptr<const map::LayerScene>>("layer");
        QTest::newRow("points") << pointsScene();
        QTest::newRow("lines") << linesScene();
        QTest::newRow("choropleth") << choroplethScene();
        QTest::newRow("raster") << rasterScene();
        QTest::newRow("clusters") << clustersScene();
        QTest::newRow("hexagons") << hexagonsScene();
        QTest::newRow("heat") << heatScene();
        QTest::newRow("flows") << flowsScene();
        QTest::newRow("wind") << windScene();
        QTest::newRow("isolines") << isolinesScene();
        QTest::newRow("movers") << moversScene();
        QTest::newRow("dress") << dressScene();
        QTest::newRow("large") << largeScene();
    }
    void pictures()
    {
        QFETCH(std::shared_ptr<const map::LayerScene>, layer);
        map::Scene scene;
        scene.ink = plane::ink();
        scene.layers.push_back(layer);
        const QImage image = map::render(scene, plane::view, 2).convertToFormat(QImage::Format_RGB32);
        const QString file = folder + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
        if (qEnvironmentVariableIsSet("CITYOPS_UPDATE_GOLDEN")) QVERIFY(image.save(file));
        const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.size(), golden.size());
        int different = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb a = image.pixel(x, y), b = golden.pixel(x, y);
                different += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
                                 std::abs(qBlue(a) - qBlue(b)) >
                             48;
            }
        }
        const bool same = different * 400 < image.width() * image.height();
        if (!same)
            image.save(QDir::tempPath() + QStringLiteral("/golden_") +
                       QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"));
        QVERIFY2(same, qPrintable(QStringLiteral("%1 pixels differ").arg(different)));
    }
};

CITYOPS_TEST(QGuiApplication, GoldenTest)
#include "golden_test.moc"
