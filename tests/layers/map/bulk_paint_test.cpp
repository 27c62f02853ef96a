// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk_picture.h"
#include "tests/layers/map/bulk_scenes.h"
#include "tests/support/ssim.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPicture>

namespace {

constexpr QRgb blue = 0xff3366cc, green = 0xffc8d6a5, dark = 0xff555555;

// What QPainter makes of the same columns, feature after feature, nothing left out.
QImage reference(const geo::Columns& columns, const map::BulkStyle& style, const map::View& view)
{
    QImage image(view.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(style.fill));
    for (std::size_t i = 0; i < columns.points.x.size(); ++i)
        painter.drawEllipse(view.toScreen(QPointF(columns.points.x[i], columns.points.y[i])), style.radius,
                            style.radius);
    painter.setPen(
        QPen(QColor::fromRgba(style.outline), style.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const auto* shapes : {&columns.lines, &columns.polygons}) {
        painter.setBrush(shapes == &columns.lines ? QBrush(Qt::NoBrush)
                                                  : QBrush(QColor::fromRgba(style.fill)));
        for (std::size_t feature = 0; feature < shapes->features.size(); ++feature) {
            const std::size_t end =
                feature + 1 < shapes->features.size() ? shapes->features[feature + 1] : shapes->rings.size();
            QPainterPath path;
            for (std::size_t ring = shapes->features[feature]; ring < end; ++ring) {
                QPolygonF polygon;
                const std::size_t last =
                    ring + 1 < shapes->rings.size() ? shapes->rings[ring + 1] : shapes->x.size();
                for (std::size_t i = shapes->rings[ring]; i < last; ++i)
                    polygon << view.toScreen(QPointF(shapes->x[i], shapes->y[i]));
                if (shapes == &columns.polygons) polygon << polygon.front();
                path.addPolygon(polygon);
            }
            painter.drawPath(path);
        }
    }
    return image;
}

// Up to the rounding of many rims upon each other.
bool near(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) <= 30;
}

map::BulkStyle style(float radiusOrWidth, QRgb fill, QRgb outline)
{
    map::BulkStyle look;
    look.radius = look.width = radiusOrWidth;
    look.fill = fill;
    look.outline = outline;
    return look;
}

} // namespace

class BulkPaintTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsShownLikeThePainting()
    {
        map::Scene scene = bulk::scene(bulk::build(bulk::boxes(900, 400, 24, true)), style(1.3F, 0x80c8d6a5U, dark));
        const map::View view = bulk::view(400, 400);
        for (const double ratio : {1.0, 1.5}) {
            const QImage painted = map::render(scene, view, ratio);
            map::LayerScene layer = *scene.layers[0];
            const map::BulkPicture picture = map::pictureOf(layer.bulk[0], view, ratio);
            layer.bulk[0].picture = std::make_shared<const map::BulkPicture>(picture);
            map::Scene again = scene;
            again.layers[0] = std::make_shared<const map::LayerScene>(layer);
            const QImage shown = map::render(again, view, ratio);
            QVERIFY(structuralSimilarity(painted, shown) > 0.995);
            for (int y = 0; y < painted.height(); ++y)
                for (int x = 0; x < painted.width(); ++x)
                    QVERIFY2(std::abs(qGreen(painted.pixel(x, y)) - qGreen(shown.pixel(x, y))) <= 7,
                             qPrintable(QString::number(y)));
            // Another view, ratio or look is painted.
            QVERIFY(map::shows(layer.bulk[0], view, ratio));
            QVERIFY(!map::shows(layer.bulk[0], view.panned({1, 0}), ratio));
            QVERIFY(!map::shows(layer.bulk[0], view, ratio * 2));
            layer.bulk[0].style.width = 2;
            QVERIFY(!map::shows(layer.bulk[0], view, ratio));
        }
    }

    void looksLikeTheAntialiasedPicture_data()
    {
        QTest::addColumn<geo::Columns>("columns");
        QTest::addColumn<map::BulkStyle>("look");
        QTest::addColumn<double>("side");
        QTest::newRow("points") << bulk::points(600, 400) << style(2, blue, 0) << 400.0;
        QTest::newRow("large points") << bulk::points(80, 400) << style(6.3F, blue, 0) << 400.0;
        QTest::newRow("points upon points") << bulk::points(30'000, 400) << style(2, blue, 0) << 400.0;
        QTest::newRow("hairlines") << bulk::lines(200, 400, 12, 10) << style(1, 0, dark) << 400.0;
        QTest::newRow("thin lines") << bulk::lines(300, 400, 12, 10) << style(1.5F, 0, blue) << 400.0;
        QTest::newRow("thin lines, a pixel a piece")
            << bulk::lines(600, 400, 12, 1) << style(1.5F, 0, blue) << 400.0;
        QTest::newRow("wide lines") << bulk::lines(60, 400, 12, 12) << style(4, 0, blue) << 400.0;
        QTest::newRow("widest lines") << bulk::lines(30, 400, 12, 14) << style(6, 0, blue) << 400.0;
        QTest::newRow("buildings") << bulk::boxes(800, 400, 9, false) << style(0.5F, green, dark) << 400.0;
        QTest::newRow("small buildings")
            << bulk::boxes(4000, 400, 3, false) << style(0.5F, green, dark) << 400.0;
        QTest::newRow("buildings less than a pixel")
            << bulk::boxes(6000, 400, 0.6, false) << style(0.5F, green, dark) << 400.0;
        QTest::newRow("courtyards") << bulk::boxes(100, 400, 40, true) << style(1, green, dark) << 400.0;
        // QPainter's own outline of tens of corners a pixel comes out with hardly a grey pixel: no measure
        // for ours.
        QTest::newRow("a coast of 60,000 corners, filled")
            << bulk::coast(60'000, 150) << style(1, dark, 0) << 400.0;
        QTest::newRow("a coast of 600 corners") << bulk::coast(600, 150) << style(1.5F, green, dark) << 400.0;
        QTest::newRow("all of it near by")
            << bulk::boxes(4000, 4000, 60, true) << style(1.5F, green, dark) << 400.0;
    }
    void looksLikeTheAntialiasedPicture()
    {
        QFETCH(geo::Columns, columns);
        QFETCH(map::BulkStyle, look);
        QFETCH(double, side);
        const map::View view = bulk::view(side, 400);
        const QImage wanted = reference(columns, look, view);
        const QImage image = map::render(bulk::scene(bulk::build(columns), look), view, 1);
        const double similar = structuralSimilarity(image, wanted);
        if (qEnvironmentVariableIsSet("CITYOPS_KEEP_PICTURES")) {
            image.save(QStringLiteral("bulk_%1.png").arg(QLatin1String(QTest::currentDataTag())));
            wanted.save(QStringLiteral("bulk_%1_wanted.png").arg(QLatin1String(QTest::currentDataTag())));
        }
        qInfo("%s: %.4f", QTest::currentDataTag(), similar);
        QVERIFY2(similar >= 0.98, qPrintable(QString::number(similar, 'f', 4)));
    }

    void theMeasureOfSimilarityTells()
    {
        const map::View view = bulk::view(400, 400);
        const geo::Columns columns = bulk::lines(300, 400, 12, 10);
        const QImage thin = reference(columns, style(1.5F, 0, blue), view);
        QCOMPARE(structuralSimilarity(thin, thin), 1.0);
        QVERIFY(structuralSimilarity(thin, reference(columns, style(2.5F, 0, blue), view)) < 0.95);
        QVERIFY(structuralSimilarity(thin, reference(columns, style(1.5F, 0, blue), view.panned({1, 0}))) <
                0.9);
    }

    void vectorsAndPixelsAgree()
    {
        const map::View view = bulk::view(400, 400);
        const map::Scene scene =
            bulk::scene(bulk::build(bulk::boxes(500, 400, 14, true)), style(1, green, dark));
        QPicture picture; // a device without pixels, as PDF is
        QPainter recorder(&picture);
        map::paint(recorder, scene, view);
        recorder.end();
        QImage played(view.size, QImage::Format_ARGB32_Premultiplied);
        played.fill(Qt::white);
        QPainter painter(&played);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPicture(0, 0, picture);
        painter.end();
        QVERIFY(structuralSimilarity(played, map::render(scene, view, 1)) >= 0.98);
    }

    void aPieceOfAPictureIsAPieceOfIt()
    {
        const map::Scene scene =
            bulk::scene(bulk::build(bulk::lines(2000, 1600, 12, 20)), style(3, 0, blue));
        const map::View view = bulk::view(1600, 1600); // large enough for several strips
        const QImage whole = map::render(scene, view, 1);
        map::View part = view;
        part.size = {200, 200};
        const QImage piece = map::render(scene, part, 1);
        QVERIFY(structuralSimilarity(piece, whole.copy(700, 700, 200, 200)) > 0.999);
    }

    void laterFeaturesLieOnTop()
    {
        // 2,000 points in no order of place, the last of the file over all.
        geo::Columns columns = bulk::points(2000, 40);
        map::BulkStyle look = style(8, blue, 0);
        look.breaks = {1000};
        look.colours = {green, blue};
        for (float& value : columns.points.values)
            value = 0;
        columns.points.values.back() = 2000;
        const QPointF last(columns.points.x.back(), columns.points.y.back());
        const auto layers = bulk::build(std::move(columns));
        QVERIFY(!layers[0]->ranks.empty());
        const map::View view = bulk::view(40, 400);
        const QPoint at = view.toScreen(last).toPoint();
        QVERIFY(near(map::render(bulk::scene(layers, look), view, 1).pixel(at), blue));
        columns = bulk::points(2000, 40);
        for (float& value : columns.points.values)
            value = 0;
        columns.points.values.front() = 2000;
        const QPoint first =
            view.toScreen(QPointF(columns.points.x.front(), columns.points.y.front())).toPoint();
        QVERIFY(near(map::render(bulk::scene(bulk::build(std::move(columns)), look), view, 1).pixel(first),
                     green));
    }

    void beyondTheAntimeridianIsSeenFromBothSides()
    {
        constexpr double half = 20037508.342789244;
        geo::Columns columns;
        columns.polygons.features = {0};
        columns.polygons.rings = {0};
        columns.polygons.ids = {1};
        columns.polygons.x = {half - 1000, half + 1000, half + 1000, half - 1000};
        columns.polygons.y = {-500, -500, 500, 500};
        const map::Scene scene = bulk::scene(bulk::build(columns), style(0, green, 0));
        const map::View east{{half - 500, 0}, 10, {60, 60}}, west{{-half + 500, 0}, 10, {60, 60}};
        QCOMPARE(map::render(scene, east, 1).pixel(30, 30), green);
        QCOMPARE(map::render(scene, west, 1).pixel(30, 30), green);
    }

    void deepZoomsAndFarPlacesDoNoHarm()
    {
        const auto layers = bulk::build(bulk::boxes(3, 4e7, 4e7, false));
        for (const double metresPerPixel : {0.01, 1.0, 160'000.0}) {
            const map::View view{{1.8e7, 1.8e7}, metresPerPixel, {64, 64}};
            QVERIFY(!map::render(bulk::scene(layers, style(4, green, dark)), view, 1).isNull());
        }
    }

    void aCancelledPictureEndsEarly()
    {
        const std::atomic<bool> cancelled{true};
        const map::Scene scene = bulk::scene(bulk::build(bulk::points(20'000, 100)), style(3, blue, 0));
        const QImage image = map::render(scene, bulk::view(100, 200), 1, {}, &cancelled);
        QCOMPARE(image.pixel(100, 100), 0xffffffffU);
    }
};

CITYOPS_TEST(QGuiApplication, BulkPaintTest)
#include "bulk_paint_test.moc"
