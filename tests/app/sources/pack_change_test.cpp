// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "app/sources/new_city.h"
#include "app/sources/pack_change.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using app::PackChange;

/// Changes of packs are whole, and can be taken back.
class PackChangeTest : public QObject {
    Q_OBJECT

    static QByteArray content(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }

private Q_SLOTS:
    void whatWasWrittenIsTakenBack()
    {
        QTemporaryDir pack;
        const QString old = pack.filePath(QStringLiteral("pack.yaml"));
        QVERIFY(!app::applyChange({QStringLiteral("begin"), {{QStringLiteral("pack.yaml"), "one"}}},
                                  pack.path()));
        QVERIFY(!app::applyChange(
            {QStringLiteral("second"),
             {{QStringLiteral("pack.yaml"), "two"}, {QStringLiteral("feeds/a.yaml"), "feed"}}},
            pack.path()));
        QCOMPARE(app::lastChange(pack.path()), QStringLiteral("second"));
        QCOMPARE(content(old), QByteArray("two"));
        QCOMPARE(app::undoChange(pack.path()).value(), QStringLiteral("second"));
        QCOMPARE(content(old), QByteArray("one"));
        QVERIFY(!QFile::exists(pack.filePath(QStringLiteral("feeds/a.yaml"))));
        QCOMPARE(app::undoChange(pack.path()).value(), QStringLiteral("begin"));
        QVERIFY(!QFile::exists(old));
        QVERIFY(!app::undoChange(pack.path()).ok());
    }

    void aFailureLeavesNothing()
    {
        QTemporaryDir pack;
        QVERIFY(!app::applyChange({QStringLiteral("begin"), {{QStringLiteral("pack.yaml"), "one"}}},
                                  pack.path()));
        // A folder stands where a file is to be.
        QDir(pack.path()).mkpath(QStringLiteral("feeds/a.yaml/x"));
        QVERIFY(app::applyChange(
            {QStringLiteral("bad"),
             {{QStringLiteral("pack.yaml"), "two"}, {QStringLiteral("feeds/a.yaml"), "feed"}}},
            pack.path()));
        QCOMPARE(content(pack.filePath(QStringLiteral("pack.yaml"))), QByteArray("one"));
    }

    void aNewPackIsValid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("crs");
        QTest::newRow("San Francisco")
            << QStringLiteral("Bay Area: \"SF\"") << -122.4 << 37.7 << QStringLiteral("America/Los_Angeles")
            << QStringLiteral("EPSG:32610");
        QTest::newRow("Melbourne") << QStringLiteral("Melbourne") << 144.96 << -37.8
                                   << QStringLiteral("Australia/Melbourne") << QStringLiteral("EPSG:32755");
        QTest::newRow("臺中") << QStringLiteral("臺中市 # 1") << 120.68 << 24.15
                              << QStringLiteral("Asia/Taipei") << QStringLiteral("EPSG:3826");
    }

    void aNewPackIsValid()
    {
        QFETCH(const QString, name);
        QFETCH(const double, lon);
        QFETCH(const double, lat);
        QFETCH(const QString, zone);
        QFETCH(const QString, crs);
        QTemporaryDir folder;
        app::NewCity city;
        city.title = city::LocalText(name);
        city.zone = zone;
        city.extent = {lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1};
        QVERIFY(!app::applyChange(app::newPack(city, QStringLiteral("a-city")), folder.path()));
        const app::PackReading read = app::readPack(folder.path(), qEnvironmentVariable("CITYOPS_RESOURCES"));
        for (const city::Problem& problem : read.problems)
            qInfo() << problem.toString();
        QVERIFY(read.pack);
        QCOMPARE(read.pack->crs, crs);
        QCOMPARE(read.pack->title.in(QStringLiteral("en")), name);
    }

    void theExtentLeavesOutStrays()
    {
        std::vector<city::LonLat> positions(200, {2.35, 48.85});
        for (int i = 0; i < 100; ++i)
            positions[static_cast<std::size_t>(i)] = {2.30 + i * 0.001, 48.80 + i * 0.001};
        positions.push_back({120, 20});
        const city::LonLatBox box = app::extentOf(positions);
        QVERIFY(box.east < 3 && box.west > 2 && box.contains({2.35, 48.85}));
        QVERIFY(app::extentOf({}).isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, PackChangeTest)
#include "pack_change_test.moc"
