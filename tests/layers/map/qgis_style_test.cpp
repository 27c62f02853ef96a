// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/qgis_style.h"
#include "layers/map/kinds/qgis_symbol.h"
#include "tests/support/test_main.h"

#include <QFile>

namespace {

QByteArray sample(const char* name)
{
    QFile file(QStringLiteral(CITYOPS_TEST_DATA "/qgis/") + QLatin1String(name) + QStringLiteral(".qml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray wrapped(const QByteArray& renderer)
{
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\">" + renderer +
           "</qgis>";
}

QStringList left(const map::QgisStyle& style)
{
    QStringList all;
    for (const city::Message& one : style.notUnderstood)
        all << one.toString();
    return all;
}

} // namespace

/// The samples were saved by QGIS 3.22.
class QgisStyleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void singleMarker()
    {
        const auto read = map::readQgisStyle(sample("single"));
        QVERIFY(read.ok());
        const map::VectorStyle& style = read->style;
        QCOMPARE(style.colour, QStringLiteral("#ffd55e00"));
        QVERIFY(style.shape == map::Shape::Square);
        QVERIFY(std::abs(style.radius - 1.5 * 96 / 25.4) < 1e-9); // 3 mm across
        QCOMPARE(read->labelField, QStringLiteral("name"));
        QVERIFY(style.by.field.isEmpty());
        QCOMPARE(left(*read), QStringList());
    }

    void categories()
    {
        const auto read = map::readQgisStyle(sample("cat"));
        QVERIFY(read.ok());
        const map::ColourBy& by = read->style.by;
        QCOMPARE(by.field, QStringLiteral("class"));
        QVERIFY(by.way == map::ColourBy::Way::Categories);
        QCOMPARE(by.categories.size(), 2U);
        QCOMPARE(by.categories[0].value, QStringLiteral("freeway"));
        QCOMPARE(by.categories[0].colour, QStringLiteral("#ffd55e00"));
        QCOMPARE(by.other, QStringLiteral("#ff888888"));
        QCOMPARE(left(*read).size(), 1); // the widths differ
    }

    void graduated()
    {
        const auto read = map::readQgisStyle(sample("grad"));
        QVERIFY(read.ok());
        const map::ColourBy& by = read->style.by;
        QCOMPARE(by.field, QStringLiteral("fid"));
        QVERIFY(by.method == map::ClassMethod::Given);
        const map::Classes classes = map::givenClasses(by.breaks, {});
        QCOMPARE(classes.count(), static_cast<int>(by.colours.size()));
        const auto colourOf = [&](double value) { return by.colours[classes.of(value)]; };
        QCOMPARE(colourOf(0), QStringLiteral("#ffffffcc"));
        QCOMPARE(colourOf(10),
                 QStringLiteral("#ffffffcc")); // both ends belong, and the first class that fits counts
        QCOMPARE(colourOf(10.5), QStringLiteral("#fffd8d3c"));
        QCOMPARE(colourOf(60), QStringLiteral("#ff800026"));
        for (const double outside : {-1.0, 60.5}) // not drawn by QGIS
            QCOMPARE(QColor(colourOf(outside)).alpha(), 0);
    }

    void whatIsNotUnderstoodIsNamed()
    {
        const auto rules = map::readQgisStyle(wrapped("<renderer-v2 type=\"RuleRenderer\"/>"));
        QVERIFY(!rules.ok());
        QVERIFY(rules.problem().toString().contains(QStringLiteral("RuleRenderer")));
        const auto star = map::readQgisStyle(
            wrapped("<renderer-v2 type=\"singleSymbol\"><symbols><symbol name=\"0\" type=\"marker\" "
                    "alpha=\"0.5\"><layer class=\"SimpleMarker\">"
                    "<Option type=\"Map\"><Option name=\"name\" value=\"star\"/><Option name=\"color\" "
                    "value=\"10,20,30,255,rgb:0.1,0.2,0.3,1\"/>"
                    "<Option name=\"size\" value=\"50\"/><Option name=\"size_unit\" "
                    "value=\"MapUnit\"/></Option></layer></symbol></symbols></renderer-v2>"));
        QVERIFY(star.ok());
        QCOMPARE(star->style.colour, QStringLiteral("#800a141e"));
        QCOMPARE(left(*star).size(), 2);
        QVERIFY(left(*star).join(QLatin1Char(' ')).contains(QStringLiteral("star")));
    }

    void hostileXmlIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not XML") << QByteArray("<qgis><renderer-v2>");
        QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY x 'y'>]><qgis>&x;</qgis>");
        QTest::newRow("a file") << QByteArray(
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><qgis>&x;</qgis>");
        QTest::newRow("a bomb") << QByteArray(
            "<!DOCTYPE a [<!ENTITY a '1234567890'><!ENTITY b '&a;&a;&a;&a;'>]><qgis a='&b;'/>");
        QTest::newRow("deep") << QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100);
        QTest::newRow("many") << "<a>" + QByteArray("<b/>").repeated(100'001) + "</a>";
        QTest::newRow("large") << "<a b='" + QByteArray(5 * 1024 * 1024, 'x') + "'/>";
    }
    void hostileXmlIsRefused()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(!map::readQgisStyle(xml).ok());
    }

    void coloursAndLengths()
    {
        QCOMPARE(map::qgisColour(QStringLiteral("1,2,3")), QStringLiteral("#ff010203"));
        for (const char* wrong : {"", "1,2", "1,2,300,4", "a,b,c", "-1,2,3,4"})
            QVERIFY(map::qgisColour(QLatin1String(wrong)).isEmpty());
        QCOMPARE(map::qgisPixels(QStringLiteral("3"), QStringLiteral("Point")), std::optional(4.0));
        QVERIFY(!map::qgisPixels(QStringLiteral("3"), QStringLiteral("MapUnit")));
        QVERIFY(!map::qgisPixels(QStringLiteral("1e9"), QStringLiteral("MM")));
    }
};

CITYOPS_TEST(QCoreApplication, QgisStyleTest)
#include "qgis_style_test.moc"
