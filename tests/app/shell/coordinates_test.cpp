// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/coordinates.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

class CoordinatesTest : public QObject {
    Q_OBJECT
    const city::LonLatBox taipei{121.28, 24.67, 122.01, 25.30};
    const QString twd97 = QStringLiteral("EPSG:3826");
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("lon lat") << "121.5, 25.05" << true;
        QTest::newRow("lat lon, told by the extent") << "25.05 121.5" << true;
        QTest::newRow("TWD97") << "300000 2771000" << true;
        QTest::newRow("TWD97 with decimals") << "299999.4, 2771034.25" << true;
        QTest::newRow("swapped metres") << "2771000 300000" << false;
        QTest::newRow("degrees, minutes, seconds") << QStringLiteral("25°03'00.0\"N 121°30'00\"E") << true;
        QTest::newRow("letters first") << QStringLiteral("E121° 30.0' N25° 3'") << true;
        QTest::newRow("typographic") << QStringLiteral("25°03′0″ N, 121°30′0″ E") << true;
        QTest::newRow("letters only") << QStringLiteral("25.05N 121.5E") << true;
        QTest::newRow("signs without letters") << QStringLiteral("25.05° 121.5°") << true;
        QTest::newRow("named grid") << QStringLiteral("TWD97 300450,2771409") << true;
        QTest::newRow("EPSG code") << QStringLiteral("epsg:3857 13525318, 2881887") << true;
        QTest::newRow("EPSG without colon") << QStringLiteral("EPSG 3826 300450 2771409") << true;
        QTest::newRow("the old datum, which PROJ cannot bring over") << QStringLiteral("EPSG:3828 299639 2771478") << false;
        QTest::newRow("TWD97 in degrees") << QStringLiteral("TWD97 121.5 25.05") << true;
        QTest::newRow("unknown code") << QStringLiteral("EPSG:99999 1 2") << false;
        QTest::newRow("two latitudes") << QStringLiteral("25.05N 121.5N") << false;
        QTest::newRow("61 minutes") << QStringLiteral("25°61'N 121°30'E") << false;
        QTest::newRow("an address") << QStringLiteral("12 N 3 St") << false;
        QTest::newRow("one number") << "121.5" << false;
        QTest::newRow("a name") << "大安 25" << false;
        QTest::newRow("not on Earth") << "179, 120" << false;
        QTest::newRow("very long") << QString(500, u'1') + QStringLiteral(" 2") << false;
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto position = app::parseCoordinates(text, taipei, twd97);
        QCOMPARE(position.has_value(), found);
        if (!found) return;
        QVERIFY(std::abs(position->lon - 121.5) < 0.01);
        QVERIFY(std::abs(position->lat - 25.05) < 0.01);
    }

    void farAwayIsBelievedWhereItIsSaid()
    {
        const auto wellington = app::parseCoordinates(QStringLiteral("41°17'S 174°46'E"), taipei, twd97);
        QVERIFY(wellington && wellington->lat < -41 && wellington->lon > 174);
        const auto nztm = app::parseCoordinates(QStringLiteral("EPSG:2193 1748799 5427749"), taipei, twd97);
        QVERIFY(nztm && std::abs(nztm->lat + 41.288) < 0.01 && std::abs(nztm->lon - 174.777) < 0.01);
    }

    void whatIsReadOutCanBeTyped()
    {
        const auto back = app::parseCoordinates(app::coordinateText({121.5, 25.05}, twd97), taipei, QStringLiteral("EPSG:2193"));
        QVERIFY(back && std::abs(back->lon - 121.5) < 1e-5);
        const auto degrees = app::parseCoordinates(app::coordinateText({121.5, 25.05}, {}), taipei, twd97);
        QVERIFY(degrees && std::abs(degrees->lat - 25.05) < 1e-5);
    }

    void writesBothSystems()
    {
        QCOMPARE(app::coordinateText({121.5, 25.05}, {}), QStringLiteral("121.50000° E  25.05000° N"));
        const QString metres = app::coordinateText({121.5, 25.05}, twd97);
        QVERIFY2(metres.startsWith(QLatin1String("EPSG:3826 3004")), qPrintable(metres));
        const auto back = app::parseCoordinates(metres.mid(10), taipei, twd97);
        QVERIFY(back && std::abs(back->lon - 121.5) < 1e-5);
    }
};

CITYOPS_TEST(QCoreApplication, CoordinatesTest)
#include "coordinates_test.moc"
