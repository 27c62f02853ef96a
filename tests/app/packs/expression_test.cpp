// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/expression.h"
#include "tests/support/test_main.h"

using app::Expression;

class ExpressionTest : public QObject {
    Q_OBJECT

    city::QuantityCatalogue m_quantities;
    indicators::ScaleCatalogue m_scales;
    app::Vocabulary names() const
    {
        return {m_quantities,
                m_scales,
                {QStringLiteral("rain-gauge"), QStringLiteral("bike-station")},
                {QStringLiteral("roadworks")},
                {QStringLiteral("district")},
                {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* id : {"aqi", "rain.1h", "bikes.available"}) {
            city::Quantity quantity;
            quantity.id = QString::fromLatin1(id);
            m_quantities.insert(quantity.id, quantity);
        }
    }

    void sound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("what");
        QTest::addColumn<QStringList>("parts"); // aggregate, quantity, kind, where, comparison
        QTest::addColumn<double>("threshold");
        const auto row = [](const char* text, Expression::What what, const char* parts, double threshold) {
            QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(what)
                                << QString::fromLatin1(parts).split(QLatin1Char('|')) << threshold;
        };
        using What = Expression::What;
        row("worst aqi", What::Quantity, "worst|aqi|||", 0);
        row("sum bikes.available of bike-station", What::Quantity, "sum|bikes.available|bike-station||", 0);
        row("mean aqi where > 50", What::Quantity, "mean|aqi||aqi|>", 50);
        row("count rain-gauge where rain.1h >= 40", What::Places, "count||rain-gauge|rain.1h|>=", 40);
        row("count rain-gauge where rain.1h>=40", What::Places, "count||rain-gauge|rain.1h|>=", 40);
        row("share bike-station where bikes.available = 0", What::Places,
            "share||bike-station|bikes.available|=", 0);
        row("people where aqi > 100.5", What::People, "|||aqi|>", 100.5);
        row("count alerts", What::Alerts, "count||||", 0);
        row("  count   roadworks ", What::Events, "count||roadworks||", 0);
    }
    void sound()
    {
        QFETCH(QString, text);
        QFETCH(int, what);
        QFETCH(QStringList, parts);
        QFETCH(double, threshold);
        const auto parsed = app::parseExpression(text, names());
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.problem().toString()));
        const Expression& e = *parsed;
        QCOMPARE(static_cast<int>(e.what), what);
        QCOMPARE((QStringList{e.aggregate, e.quantity, e.kind, e.whereQuantity, e.comparison}), parts);
        QCOMPARE(e.threshold, threshold);
        QCOMPARE(e.text, text.simplified());
    }

    void wrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, const char* says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(says);
        };
        row("", "is empty");
        row("wurst aqi", "begins with \"wurst\"; expected one of: worst");
        row("worst aqi2", "no quantity \"aqi2\"; the nearest is \"aqi\"");
        row("worst", "no quantity \"\"");
        row("sum bikes.available of bikestation", "kind \"bikestation\"; the nearest is \"bike-station\"");
        row("count rain-gauges", "kind \"rain-gauges\"; the nearest is \"rain-gauge\"");
        row("count rain-gauge where >= 40", "names no quantity");
        row("count rain-gauge where rain.1h => 40", "stands where a number was expected");
        row("count rain-gauge where rain.1h over 40", "\"over\" is no comparison");
        row("count rain-gauge where rain.1h >= forty", "\"forty\" stands where a number was expected");
        row("count rain-gauge where rain.1h >= inf", "\"inf\" stands where a number was expected");
        row("people", "needs a condition");
        row("share bike-station", "needs a condition");
        row("count alerts where aqi > 3", "alerts have no condition");
        row("worst aqi by district", "\"by\" was not expected here");
        row("worst aqi > 3", "\">\" was not expected here");
    }
    void wrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto parsed = app::parseExpression(text, names());
        QVERIFY(!parsed.ok());
        const QString said = parsed.problem().toString();
        QVERIFY2(said.contains(says), qPrintable(said));
    }

    void anyTextEndsSoon()
    {
        QVERIFY(!app::parseExpression(QString(200'000, QLatin1Char('<')), names()).ok());
        QVERIFY(!app::parseExpression(QStringLiteral("worst ") + QString(200'000, QLatin1Char('x')), names())
                     .ok());
    }
};

CITYOPS_TEST(QCoreApplication, ExpressionTest)
#include "expression_test.moc"
