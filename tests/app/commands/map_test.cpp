// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/map_layers.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>

// Stands in for the one of the program, so that this test needs no other command.
QString app::resourceFolder()
{
    return qEnvironmentVariable("CITYOPS_RESOURCES");
}

class MapTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }
    QString out() const { return m_folder.filePath(QStringLiteral("out.png")); }
    QString square()
    {
        return write("square.geojson",
                     R"({"type":"Polygon","coordinates":[[[121,25],[122,25],[122,26],[121,26],[121,25]]]})");
    }
    static int run(const QString& words)
    {
        return app::runMap(words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(out()); }

    void drawsWhatIsAskedFor()
    {
        QCOMPARE(run(QStringLiteral("--layer %1 --bbox 120.5,24.5,122.5,26.5 --size 400x400 --out %2")
                         .arg(square(), out())),
                 int(app::Done));
        const QImage image(out());
        QCOMPARE(image.size(), QSize(400, 400));
        QVERIFY(image.pixel(200, 200) != image.pixel(200, 20)); // inside and outside of the square
        QCOMPARE(image.pixel(200, 20), image.pixel(380, 200));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*.png*")}, QDir::Files).size(),
                 1); // no temporary left
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("words");
        const QString good = QStringLiteral("--layer %1 --out %2 ").arg(square(), out());
        QTest::newRow("nothing") << QString();
        QTest::newRow("no layer") << QStringLiteral("--out ") + out();
        QTest::newRow("no picture") << QStringLiteral("--layer ") + square();
        QTest::newRow("no png") << QStringLiteral("--layer %1 --out a.jpg").arg(square());
        QTest::newRow("box of three") << good + QStringLiteral("--bbox 1,2,3");
        QTest::newRow("box upside down") << good + QStringLiteral("--bbox 1,5,3,2");
        QTest::newRow("box off the Earth") << good + QStringLiteral("--bbox 1,5,300,20");
        QTest::newRow("box of words") << good + QStringLiteral("--bbox a,b,c,nan");
        QTest::newRow("size") << good + QStringLiteral("--size 400");
        QTest::newRow("huge") << good + QStringLiteral("--size 400x999999");
        QTest::newRow("option") << good + QStringLiteral("--quickly");
        QTest::newRow("stray word") << good + QStringLiteral("more");
    }
    void wrongUsage()
    {
        QFETCH(QString, words);
        QCOMPARE(run(words), int(app::WrongUsage));
        QVERIFY(!QFile::exists(out()));
    }

    void failures()
    {
        const QString grid =
            write("grid.csv", "id,x,y\n1,307056.819,2769551.837\n2,308056.819,2769551.837\n");
        const QString order = QStringLiteral("--layer %1 --size 100x100 --out %2");
        QCOMPARE(run(order.arg(m_folder.filePath(QStringLiteral("none.gpkg")), out())), int(app::Failed));
        QCOMPARE(run(order.arg(write("page.geojson", "<html>"), out())), int(app::Failed));
        QCOMPARE(
            run(order.arg(write("empty.geojson", R"({"type":"FeatureCollection","features":[]})"), out())),
            int(app::Failed));
        QCOMPARE(run(order.arg(grid, out())), int(app::Failed)); // no CRS stated
        QVERIFY(!QFile::exists(out()));
        QCOMPARE(run(order.arg(grid, out()) + QStringLiteral(" --crs EPSG:3826")), int(app::Done));
        QVERIFY(QFile::exists(out()));
        // One bad layer among good ones: no picture that looks whole and is not.
        QFile::remove(out());
        QCOMPARE(run(QStringLiteral("--layer %1 --layer none.gpkg --out %2").arg(square(), out())),
                 int(app::Failed));
        QVERIFY(!QFile::exists(out()));
    }

    void failingLeavesTheOldPicture()
    {
        const QString old = write("out.png", "old");
        QCOMPARE(run(QStringLiteral("--layer none.gpkg --out ") + old), int(app::Failed));
        QCOMPARE(QFileInfo(old).size(), 3);
    }

    void layerNamesAfterAColon()
    {
        const QString file = square();
        QCOMPARE(app::parseLayerRequest(file).layer, QString());
        QCOMPARE(app::parseLayerRequest(file + QStringLiteral(":a")).file, file);
        QCOMPARE(app::parseLayerRequest(file + QStringLiteral(":a")).layer, QStringLiteral("a"));
        const QString odd = write("a:b.geojson", "{}");
        QCOMPARE(app::parseLayerRequest(odd).file, odd);
        QCOMPARE(app::parseLayerRequest(QStringLiteral("none:x")).file, QStringLiteral("none:x"));
    }
};

CITYOPS_TEST(QGuiApplication, MapTest)
#include "map_test.moc"
