// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/labels.h"
#include "tests/layers/map/scenes.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>

class LabelTest : public QObject {
    Q_OBJECT

    static map::Label label(double x, double y, const char* text, QRgb colour, int priority)
    {
        map::Label one;
        one.at = plane::at(x, y);
        one.text = QString::fromUtf8(text);
        one.colour = colour;
        one.pixels = 20;
        one.priority = priority;
        return one;
    }
    static int count(const QImage& image, QRgb colour)
    {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb c = image.pixel(x, y);
                found += std::abs(qRed(c) - qRed(colour)) + std::abs(qGreen(c) - qGreen(colour)) +
                             std::abs(qBlue(c) - qBlue(colour)) <
                         90;
            }
        }
        return found;
    }

private Q_SLOTS:
    void roomIsGivenOnce()
    {
        map::Occupancy occupied;
        QVERIFY(occupied.claim({0, 0, 50, 20}));
        QVERIFY(!occupied.claim({40, 10, 50, 20}));
        QVERIFY(occupied.claim({50, 0, 50, 20}));
        QVERIFY(occupied.claim({-300, -300, 200, 200}));
        QVERIFY(!occupied.claim({-1000, -1000, 2000, 2000}));
    }

    void theMoreImportantOneStays()
    {
        const QRgb red = qRgb(255, 0, 0), blue = qRgb(0, 0, 255);
        map::LayerScene layer;
        layer.labels = {label(100, 100, "HHHH", red, 1), label(105, 103, "HHHH", blue, 2)};
        const QImage image = map::render(plane::scene(layer), plane::view, 1);
        QCOMPARE(count(image, red), 0);
        QVERIFY(count(image, blue) > 20);
    }

    void bothStayWhereThereIsRoom()
    {
        const QRgb red = qRgb(255, 0, 0), blue = qRgb(0, 0, 255);
        map::LayerScene layer;
        layer.labels = {label(100, 60, "HHHH", red, 1), label(100, 140, "HHHH", blue, 2)};
        const QImage image = map::render(plane::scene(layer), plane::view, 1);
        QVERIFY(count(image, red) > 20 && count(image, blue) > 20);
    }

    void haloKeepsTextReadable()
    {
        map::LayerScene layer;
        layer.areas.push_back(plane::area({plane::box(0, 0, 200)}, qRgb(10, 10, 10)));
        layer.labels = {label(100, 100, "HHHH", qRgb(0, 0, 0), 1)};
        const QImage image = map::render(plane::scene(layer), plane::view, 1);
        QVERIFY(count(image, qRgb(255, 255, 255)) > 60);
    }

    void labelsStayAwayFromFurniture()
    {
        const QRgb red = qRgb(255, 0, 0);
        map::LayerScene layer;
        layer.attribution = QStringLiteral("somebody's data");
        layer.labels = {label(150, 192, "HHHH", red, 1)};
        const map::Scene scene = plane::scene(layer);
        QVERIFY(count(map::render(scene, plane::view, 1), red) > 20);
        QCOMPARE(count(map::render(scene, plane::view, 1, {false, false, true}), red), 0);
    }

    void tooSmallAScaleHasNoLabels()
    {
        const QRgb red = qRgb(255, 0, 0);
        map::LayerScene layer;
        layer.labelMaxMetresPerPixel = 0.5;
        layer.labels = {label(100, 100, "HHHH", red, 1)};
        QCOMPARE(count(map::render(plane::scene(layer), plane::view, 1), red), 0);
    }
};

CITYOPS_TEST(QGuiApplication, LabelTest)
#include "label_test.moc"
