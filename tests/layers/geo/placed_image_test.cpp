// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/axis_order.h"
#include "layers/geo/placed_image.h"
#include "layers/geo/projection.h"
#include "tests/support/test_main.h"

#include <cmath>

class PlacedImageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A picture with one coloured pixel whose place in TWD97 is known: the pixel must lie where PROJ says.
    void pixelsLieWhereTheProjectionSays()
    {
        QImage image(256, 256, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        for (int y = 98; y < 102; ++y)
            for (int x = 58; x < 62; ++x)
                image.setPixelColor(x, y, Qt::red); // its middle at 60, 100
        const QRectF bounds(300'000, 2'760'000, 25'600, 25'600);
        const geo::PlacedImage placed = geo::placedOnMap(image, bounds, QStringLiteral("EPSG:3826"));
        QVERIFY(!placed.image.isNull());
        const auto projection = geo::Projection::fromCrs(QStringLiteral("EPSG:3826"));
        const QPointF at = geo::toMercator(*projection->toLonLat({306'000, 2'785'600 - 10'000}));
        const double pixel = placed.bounds.width() / placed.image.width();
        double x = 0, y = 0, count = 0;
        for (int r = 0; r < placed.image.height(); ++r)
            for (int c = 0; c < placed.image.width(); ++c) {
                const QColor colour = placed.image.pixelColor(c, r);
                const double redness = colour.alpha() > 0 ? colour.redF() - colour.greenF() : 0;
                x += redness * (c + 0.5);
                y += redness * (r + 0.5);
                count += redness;
            }
        QVERIFY(count > 5);
        QVERIFY(std::abs(placed.bounds.left() + x / count * pixel - at.x()) < pixel * 0.1);
        QVERIFY(std::abs(placed.bounds.bottom() - y / count * pixel - at.y()) < pixel * 0.1);
    }

    // Two neighbours drawn over each other leave no gap between them.
    void neighboursMeetWithoutASeam()
    {
        QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::blue);
        const auto left = geo::placedOnMap(image, {300'000, 2'760'000, 6'400, 6'400}, QStringLiteral("EPSG:3826"));
        const auto right = geo::placedOnMap(image, {306'400, 2'760'000, 6'400, 6'400}, QStringLiteral("EPSG:3826"));
        const double pixel = left.bounds.width() / left.image.width();
        QVERIFY(std::abs(pixel - right.bounds.width() / right.image.width()) < 1e-6); // one lattice
        const double offset = (right.bounds.left() - left.bounds.left()) / pixel;
        QVERIFY(std::abs(offset - std::round(offset)) < 1e-6);
        const double y = left.bounds.center().y();
        for (double x = left.bounds.left() + 5 * pixel; x < right.bounds.right() - 5 * pixel; x += pixel) {
            bool covered = false;
            for (const auto* one : {&left, &right}) {
                const int c = static_cast<int>(std::floor((x - one->bounds.left()) / pixel));
                const int r = static_cast<int>((one->bounds.bottom() - y) / pixel);
                covered = covered || (c >= 0 && c < one->image.width() && r >= 0 && r < one->image.height() && qAlpha(one->image.pixel(c, r)) == 255);
            }
            QVERIFY2(covered, qPrintable(QString::number(x)));
        }
    }

    void whereTheSystemDoesNotReach()
    {
        QImage image(8, 8, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::blue);
        QVERIFY(geo::placedOnMap(image, {0, 0, 1, 1}, QStringLiteral("EPSG:99999")).image.isNull());
        QVERIFY(geo::placedOnMap({}, {0, 0, 1, 1}, QStringLiteral("EPSG:3826")).image.isNull());
        QCOMPARE(qAlpha(geo::faded(image, 0.5).pixel(0, 0)), 127);
    }

    void namesOfSystems()
    {
        QCOMPARE(geo::serviceCrs(QStringLiteral("urn:ogc:def:crs:EPSG::3826")).code, QStringLiteral("EPSG:3826"));
        QCOMPARE(geo::serviceCrs(QStringLiteral("urn:ogc:def:crs:EPSG:6.18.3:3857")).code, QStringLiteral("EPSG:3857"));
        QCOMPARE(geo::serviceCrs(QStringLiteral("http://www.opengis.net/def/crs/EPSG/0/4326")).code, QStringLiteral("EPSG:4326"));
        QCOMPARE(geo::serviceCrs(QStringLiteral("EPSG:900913")).code, QStringLiteral("EPSG:3857"));
        QVERIFY(geo::serviceCrs(QStringLiteral("EPSG:4326")).northFirst);
        QVERIFY(!geo::serviceCrs(QStringLiteral("CRS:84")).northFirst && !geo::serviceCrs(QStringLiteral("CRS:84")).code.isEmpty());
        QVERIFY(!geo::serviceCrs(QStringLiteral("urn:ogc:def:crs:OGC:1.3:CRS84")).code.isEmpty());
        QVERIFY(geo::serviceCrs(QStringLiteral("EPSG:2193")).northFirst); // northing before easting
        QVERIFY(!geo::serviceCrs(QStringLiteral("EPSG:3826")).northFirst);
        QVERIFY(geo::serviceCrs(QStringLiteral("nonsense")).code.isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, PlacedImageTest)
#include "placed_image_test.moc"
