// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "tests/support/test_main.h"
#include "widgets/map/map_canvas.h"
#include "widgets/map/ground_store.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using widgets::GroundStore;
using widgets::MapCanvas;

/// Raster files as layers of the map.
class GroundStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    widgets::Theme m_theme;

    /// Values 0 to 99 on a square of 1,000 m in the map's own coordinates, at 121.5 E 25 N.
    std::shared_ptr<const map::RasterSource> source(const QString& name)
    {
        const QPointF corner = geo::toMercator({121.5, 25});
        QByteArray text = QStringLiteral("ncols 10\nnrows 10\nxllcorner %1\nyllcorner %2\ncellsize 100\nNODATA_value -1\n").arg(corner.x(), 0, 'f', 3).arg(corner.y(), 0, 'f', 3).toUtf8();
        for (int i = 0; i < 100; ++i)
            text += QByteArray::number(i) + (i % 10 == 9 ? '\n' : ' ');
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0) qFatal("cannot write");
        file.close();
        geo::RasterOptions options;
        options.crs = QStringLiteral("EPSG:3857");
        options.ramp = {QColor(255, 0, 0), QColor(0, 0, 255)};
        options.stretch.way = geo::Stretch::Way::MinMax;
        auto survey = geo::surveyRaster(file.fileName(), options);
        if (!survey) qFatal("%s", qPrintable(survey.problem().toString()));
        return std::make_shared<const map::RasterSource>(file.fileName(), survey.value());
    }
    std::shared_ptr<const map::Scene> scene(std::shared_ptr<const map::RasterSource> raster) const
    {
        auto made = std::make_shared<map::Scene>();
        map::LayerMeta meta;
        meta.id = QStringLiteral("heights");
        meta.title = QStringLiteral("Heights");
        made->layers.push_back(map::rasterLayer(meta, std::move(raster), QStringLiteral("m")));
        return made;
    }
    map::View view() const { return {geo::toMercator({121.5, 25}) + QPointF(500, 500), 4, {400, 300}}; }

private Q_SLOTS:
    void initTestCase() { m_theme = *widgets::readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark")); }

    void whatIsThereIsGivenAtOnceAndTheRestFollows()
    {
        GroundStore store;
        QSignalSpy arrived(&store, &GroundStore::arrived);
        const auto raster = source(QStringLiteral("a.asc"));
        QVERIFY(store.pictures(raster, view(), 1).empty());
        QVERIFY(store.isReading());
        QTRY_VERIFY(!store.isReading());
        QVERIFY(!arrived.isEmpty());
        QVERIFY(!store.pictures(raster, view(), 1).empty());
        QVERIFY(!store.isReading());
        // Closer: coarser pictures stand in until the finer ones are read.
        map::View closer = view();
        closer.metresPerPixel = 20;
        (void)store.pictures(raster, closer, 1);
        QTRY_VERIFY(!store.isReading());
        closer.metresPerPixel = 8;
        QVERIFY(!store.pictures(raster, closer, 1).empty());
    }

    void aCanvasShowsTheColoursAndTellsTheValue()
    {
        MapCanvas canvas;
        canvas.setTheme(m_theme);
        canvas.resize(400, 300);
        canvas.setScene(scene(source(QStringLiteral("b.asc"))));
        canvas.setView(view());
        canvas.show();
        QTRY_VERIFY(canvas.isSharp());
        const QImage picture = canvas.grab().toImage();
        const QPoint first = canvas.view().toScreen(geo::toMercator({121.5, 25}) + QPointF(150, 950)).toPoint();
        const QPoint last = canvas.view().toScreen(geo::toMercator({121.5, 25}) + QPointF(850, 50)).toPoint();
        QVERIFY2(picture.pixelColor(first).red() > 180, qPrintable(picture.pixelColor(first).name()));
        QVERIFY(picture.pixelColor(last).blue() > 180);
        QSignalSpy picked(&canvas, &MapCanvas::picked);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, last);
        QTRY_COMPARE(picked.size(), 2); // at once, and once more with what had to be read
        const auto hits = picked.last().first().value<std::vector<map::Hit>>();
        QCOMPARE(hits.size(), 1U);
        QCOMPARE(hits.front().ref.title, QStringLiteral("Heights"));
        QCOMPARE(hits.front().ref.lines, QStringList(QStringLiteral("98")));
    }

    void aFileThatVanishedIsNamedAndTheRestIsDrawn()
    {
        GroundStore store;
        const auto raster = source(QStringLiteral("c.asc"));
        QVERIFY(QFile::remove(raster->file));
        (void)store.pictures(raster, view(), 1);
        QTRY_VERIFY(!store.isReading());
        const auto shown = scene(raster);
        QVERIFY(store.note(*shown->layers.front()).contains(QLatin1String("c.asc")));
        QVERIFY(store.pictures(raster, view(), 1).empty());
        QVERIFY(!store.isReading()); // not tried again and again
    }
};

CITYOPS_TEST(QApplication, GroundStoreTest)
#include "ground_store_test.moc"
