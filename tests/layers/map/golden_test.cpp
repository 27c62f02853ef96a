// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/choropleth.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/points.h"
#include "layers/map/kinds/raster.h"
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
