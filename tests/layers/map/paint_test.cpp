// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/look.h"
#include "tests/layers/map/scenes.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QPainter>
#include <functional>
#include <set>

namespace {

const QRgb red = qRgb(220, 30, 30);
const QRgb blue = qRgb(30, 60, 220);
const QRgb white = qRgb(255, 255, 255);

int pixelsWhere(const QImage& image, const QRect& in, const std::function<bool(QRgb)>& test)
{
    int count = 0;
    for (int y = in.top(); y <= in.bottom(); ++y) {
        for (int x = in.left(); x <= in.right(); ++x)
            count += test(image.pixel(x, y));
    }
    return count;
}

bool isGrey(QRgb c)
{
    return std::abs(qRed(c) - qGreen(c)) < 6 && std::abs(qGreen(c) - qBlue(c)) < 6;
}

map::Mark mark(double x, double y, map::Shape shape = map::Shape::Circle,
               map::DataState state = map::DataState::Current)
{
    map::Mark one;
    one.at = plane::at(x, y);
    one.radius = 10;
    one.fill = red;
    one.shape = shape;
    one.state = state;
    return one;
}

} // namespace

class PaintTest : public QObject {
    Q_OBJECT

    static QImage picture(map::LayerScene layer)
    {
        return map::render(plane::scene(std::move(layer)), plane::view, 1);
    }

private Q_SLOTS:
    void holesAreHoles()
    {
        map::LayerScene layer;
        layer.areas.push_back(plane::area({plane::box(20, 20, 100), plane::box(50, 50, 40)}, red));
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(30, 30), red);
        QCOMPARE(image.pixel(70, 70), white);
        QCOMPARE(image.pixel(150, 150), white);
    }

    void noDataIsHatchedGreyWhateverTheFill()
    {
        map::LayerScene layer;
        layer.areas.push_back(plane::area({plane::box(20, 20, 100)}, red, map::DataState::None));
        const QImage image = picture(layer);
        const QRect inside(30, 30, 80, 80);
        QCOMPARE(pixelsWhere(image, inside, [](QRgb c) { return !isGrey(c); }), 0);
        std::set<int> tones;
        for (int x = 30; x < 60; ++x)
            tones.insert(qRed(image.pixel(x, 40)));
        QVERIFY(tones.size() >= 2); // stripes, not a plain grey that could be taken for a value
        QVERIFY(*tones.rbegin() - *tones.begin() > 40);
    }

    void staleIsMutedAndHatched()
    {
        map::LayerScene layer;
        layer.areas.push_back(plane::area({plane::box(0, 0, 90)}, red));
        layer.areas.push_back(plane::area({plane::box(100, 0, 90)}, red, map::DataState::Stale));
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(40, 40), red);
        const auto saturation = [](QRgb c) { return QColor(c).hsvSaturation(); };
        std::set<QRgb> tones;
        for (int x = 110; x < 140; ++x) {
            QVERIFY(saturation(image.pixel(x, 40)) < saturation(red) * 2 / 3);
            tones.insert(image.pixel(x, 40));
        }
        QVERIFY(tones.size() >= 2);
    }

    void marksByShape_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<QPoint>("inside");
        QTest::addColumn<QPoint>("outside");
        QTest::newRow("circle") << int(map::Shape::Circle) << QPoint(0, 8) << QPoint(9, 9);
        QTest::newRow("square") << int(map::Shape::Square) << QPoint(7, 7) << QPoint(0, 12);
        QTest::newRow("triangle") << int(map::Shape::Triangle) << QPoint(8, 6) << QPoint(8, -9);
        QTest::newRow("diamond") << int(map::Shape::Diamond) << QPoint(0, -9) << QPoint(9, 9);
        QTest::newRow("cross") << int(map::Shape::Cross) << QPoint(0, 7) << QPoint(8, 8);
        QTest::newRow("ring") << int(map::Shape::Ring) << QPoint(0, 8) << QPoint(0, 0);
    }
    void marksByShape()
    {
        QFETCH(int, shape);
        QFETCH(QPoint, inside);
        QFETCH(QPoint, outside);
        map::LayerScene layer;
        layer.marks.push_back(mark(100, 100, static_cast<map::Shape>(shape)));
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(QPoint(100, 100) + inside), red);
        QCOMPARE(image.pixel(QPoint(100, 100) + outside), white);
    }

    void deadHasACrossStaleHasStripesNoneIsHollow()
    {
        map::LayerScene layer;
        layer.marks = {mark(30, 30), mark(80, 30, map::Shape::Circle, map::DataState::Dead),
                       mark(130, 30, map::Shape::Circle, map::DataState::Stale),
                       mark(180, 30, map::Shape::Circle, map::DataState::None)};
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(30, 30), red);
        QVERIFY(qGray(image.pixel(80, 30)) < 90); // where the arms of the cross meet
        QVERIFY(qGray(image.pixel(84, 34)) < 90);
        QVERIFY(isGrey(image.pixel(80, 37)));
        QCOMPARE(pixelsWhere(image, QRect(120, 20, 21, 21),
                             [](QRgb c) { return QColor(c).hsvSaturation() > 180; }),
                 0);
        QVERIFY(pixelsWhere(image, QRect(170, 20, 21, 21), [](QRgb c) { return c == white; }) > 60);
        QCOMPARE(pixelsWhere(image, QRect(170, 20, 21, 21), [](QRgb c) { return !isGrey(c); }), 0);
    }

    void marksOfOneLookAreTheSameToThePixel()
    {
        map::LayerScene layer;
        layer.marks = {mark(30.2, 30.7), mark(130.9, 130.1)};
        const QImage image = picture(layer);
        QCOMPARE(image.copy(10, 10, 41, 41), image.copy(110, 110, 41, 41));
    }

    void casingLiesUnderAllLines()
    {
        map::LayerScene layer;
        map::Line line;
        line.width = 6;
        line.colour = red;
        line.casing = blue;
        line.points = {plane::at(10, 100), plane::at(190, 100)};
        layer.lines.push_back(line);
        line.points = {plane::at(100, 10), plane::at(100, 190)};
        layer.lines.push_back(line);
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(100, 50), red);
        QCOMPARE(image.pixel(97, 100), red); // at the crossing no casing cuts the other street
        QCOMPARE(image.pixel(103, 100), red);
        QVERIFY(qBlue(image.pixel(103, 50)) > 120 && qRed(image.pixel(103, 50)) < 150);
    }

    void dashedHasGaps()
    {
        map::LayerScene layer;
        map::Line line;
        line.width = 3;
        line.colour = red;
        line.stroke = map::Stroke::Dashed;
        line.points = {plane::at(0, 100), plane::at(200, 100)};
        layer.lines.push_back(line);
        const QImage image = picture(layer);
        const int full = pixelsWhere(image, QRect(0, 100, 200, 1), [](QRgb c) { return c == red; });
        QVERIFY2(full > 60 && full < 150, qPrintable(QString::number(full)));
    }

    void layersOutOfScaleAreLeftOut()
    {
        map::LayerScene layer;
        layer.marks.push_back(mark(100, 100));
        layer.minMetresPerPixel = 2;
        QCOMPARE(picture(layer).pixel(100, 100), white);
    }

    void stripsMakeTheSamePictureAsOnePainter()
    {
        map::LayerScene layer;
        for (int i = 0; i < 40; ++i) {
            layer.areas.push_back(plane::area({plane::box(i * 37 % 1500, i * 53 % 900, 80 + i)},
                                              qRgba(i * 6, 90, 200, 120),
                                              i % 5 == 0 ? map::DataState::None : map::DataState::Current));
            layer.areas.back().outline = qRgb(0, 0, 0);
            map::Line line;
            line.colour = red;
            line.width = 2.5F;
            line.points = {plane::at(i * 40, 0), plane::at(1500 - i * 30, 1000)};
            line.stroke = i % 3 == 0 ? map::Stroke::Dashed : map::Stroke::Solid;
            layer.lines.push_back(line);
            layer.marks.push_back(mark(i * 41 % 1500 + 0.3, i * 97 % 1000 + 0.6));
        }
        const map::View view{{800, -500}, 1, {1600, 1000}};
        const map::Scene scene = plane::scene(layer);
        for (const double ratio : {1.0, 2.0}) {
            const QImage strips = map::render(scene, view, ratio);
            QImage whole(strips.size(), QImage::Format_ARGB32_Premultiplied);
            whole.setDevicePixelRatio(ratio);
            whole.fill(Qt::transparent);
            QPainter painter(&whole);
            map::paint(painter, scene, view);
            painter.end();
            int different = 0;
            for (int y = 0; y < whole.height(); ++y) {
                for (int x = 0; x < whole.width(); ++x)
                    different += std::abs(qGreen(whole.pixel(x, y)) - qGreen(strips.pixel(x, y))) > 8;
            }
            QVERIFY2(different < 20, // a few samples of an edge may round differently
                     qPrintable(QString::number(different)));
        }
    }

    void denseScreensShowTheSameSizes()
    {
        map::LayerScene layer;
        layer.marks.push_back(mark(100, 100));
        const QImage image = map::render(plane::scene(layer), plane::view, 2);
        QCOMPARE(image.size(), QSize(400, 400));
        QCOMPARE(image.pixel(200, 216), red);
        QCOMPARE(image.pixel(200, 226), white);
        const QImage coarse = map::render(plane::scene(layer), plane::view, 0.25);
        QCOMPARE(coarse.size(), QSize(50, 50));
        QCOMPARE(coarse.pixel(25, 25), red);
        QCOMPARE(coarse.pixel(25, 29), white);
    }

    void picturesLieWhereTheyBelong()
    {
        QImage tile(64, 64, QImage::Format_RGB32);
        tile.fill(blue);
        map::LayerScene layer;
        layer.pictures.push_back(
            {QRectF(plane::at(50, 114), QSizeF(64, 64)), std::make_shared<const QImage>(tile)});
        const QImage image = picture(layer);
        QCOMPARE(image.pixel(50, 50), blue);
        QCOMPARE(image.pixel(113, 113), blue);
        QCOMPARE(image.pixel(49, 60), white);
        QCOMPARE(image.pixel(114, 60), white);
    }

    void cancelledLeavesOff()
    {
        map::LayerScene layer;
        layer.areas.push_back(plane::area({plane::box(20, 20, 100)}, red));
        const std::atomic<bool> cancelled{true};
        QCOMPARE(map::render(plane::scene(layer), plane::view, 1, {}, &cancelled).pixel(50, 50), white);
    }

    void stampIsEverywhere()
    {
        map::Scene scene = plane::scene({});
        scene.stamp = QStringLiteral("DEMO DATA");
        const map::View view{{0, 0}, 1, {1200, 900}};
        const QImage image = map::render(scene, view, 1);
        const QRgb solid = scene.ink.stamp.rgb();
        QVERIFY(pixelsWhere(image, QRect(900, 0, 300, 60), [solid](QRgb c) { return c == solid; }) > 500);
        for (int y = 0; y < 900; y += 300) {
            for (int x = 0; x < 1200; x += 300)
                QVERIFY2(pixelsWhere(image, QRect(x, y, 300, 300), [](QRgb c) { return c != white; }) > 100,
                         qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
        }
    }

    void anyNumbersAreSurvived()
    {
        map::LayerScene layer;
        const double nan = std::nan("");
        layer.areas.push_back(plane::area({{{nan, 0}, {1, nan}, {1e300, -1e300}, {nan, 0}}}, red));
        layer.areas.back().shape = [] {
            auto shape = std::make_shared<map::AreaShape>();
            shape->rings = {{}, {{0, 0}}, {{-1e18, -1e18}, {1e18, -1e18}, {0, 1e18}, {-1e18, -1e18}}};
            shape->bounds = QRectF(-1e18, -1e18, 2e18, 2e18);
            return shape;
        }();
        map::Line line;
        line.colour = red;
        line.points = {{-1e18, 0}, {1e18, 3}, {nan, nan}};
        layer.lines = {line, map::Line{}};
        layer.marks.push_back(mark(nan, nan));
        const QImage image = map::render(plane::scene(layer), {{0, 0}, 0.01, {300, 200}}, 1);
        QCOMPARE(image.size(), QSize(300, 200));
    }
};

CITYOPS_TEST(QGuiApplication, PaintTest)
#include "paint_test.moc"
