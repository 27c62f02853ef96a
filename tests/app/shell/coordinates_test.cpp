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
