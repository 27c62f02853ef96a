// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "app/packs/scale_reader.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

class CatalogueTest : public QObject {
    Q_OBJECT

    static QString resources() { return qEnvironmentVariable("CITYOPS_RESOURCES"); }
    app::CatalogueReading m_shipped;

    const indicators::Scale& scale(const char* id) const
    {
        const auto found = m_shipped.scales->constFind(QString::fromLatin1(id));
        if (found == m_shipped.scales->cend()) qFatal("no scale %s", id);
        return *found;
    }
    QString word(const char* id, double value) const
    {
        const indicators::Level* level = scale(id).levelOf(value);
        return level ? level->word.in(QStringLiteral("zh_TW")) : QStringLiteral("-");
    }

    static QString problemsOf(const QByteArray& levels)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.yaml"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("scale: s\nversion: \"1\"\ntitle: {en: S, zh_TW: S}\nsource: a paper\nquantity: "
                       "aqi\nunit: \"1\"\nlevels:\n" +
                       levels);
        file.close();
        app::Problems problems;
        app::readScale(path, problems);
        QStringList all;
        for (const city::Problem& problem : problems)
            all << problem.toString().remove(folder.path() + QLatin1Char('/'));
        return all.join(QLatin1Char('\n'));
    }
    static QByteArray level(const char* range, const char* rest = "colour: \"#00e400\", symbol: circle")
    {
        return QByteArray("  - {word: {en: A, zh_TW: A}, ") + range + ", " + rest + "}\n";
    }

    /// A scale of several quantities with one input line changed.
    static QString inputProblems(const QByteArray& inputs, const QByteArray& head = "index: [[0, 50], [51, 100]]\nbeyond: stay\n")
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.yaml"));
        QFile file(path);
        const bool numbered = head.contains("index");
        if (file.open(QIODevice::WriteOnly))
            file.write("scale: s\nversion: \"1\"\ntitle: {en: S, zh_TW: S}\nsource: a paper\n" +
                       QByteArray(numbered ? "quantity: aqi\nunit: \"1\"\n" : "") + head + "levels:\n" +
                       (numbered ? level("from: 0, to: 51") + level("from: 51, to: 100")
                                 : QByteArray("  - {word: {en: A, zh_TW: A}, colour: \"#00e400\", symbol: circle}\n"
                                              "  - {word: {en: B, zh_TW: B}, colour: \"#00e400\", symbol: circle}\n"
                                              "  - {word: {en: C, zh_TW: C}, colour: \"#00e400\", symbol: circle}\n")) +
                       "inputs:\n  " + inputs + "\n");
        file.close();
        app::Problems problems;
        app::readScale(path, problems);
        QStringList all;
        for (const city::Problem& problem : problems)
            all << problem.toString().remove(folder.path() + QLatin1Char('/'));
        return all.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void initTestCase() { m_shipped = app::readCatalogues(resources()); }

    void theShippedOnesAreSound()
    {
        QStringList all;
        for (const city::Problem& problem : m_shipped.problems)
            all << problem.toString();
        QVERIFY2(all.isEmpty(), qPrintable(all.join(QLatin1Char('\n'))));
        QVERIFY(m_shipped.quantities->size() > 30);
        QVERIFY(m_shipped.scales->size() > 8);
    }

    void everyShippedQuantityIsNamedInBothLanguages()
    {
        for (const city::Quantity& quantity : *m_shipped.quantities) {
            QVERIFY2(quantity.name.has(QStringLiteral("en")) && quantity.name.has(QStringLiteral("zh_TW")),
                     qPrintable(quantity.id));
            QVERIFY2(quantity.least && quantity.most, qPrintable(quantity.id));
        }
    }

    /// Published edges: the last value of one level and the first of the next.
    void publishedEdges_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* id, double value, const char* says) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(id)).arg(value)))
                << QByteArray(id) << value << QString::fromUtf8(says);
        };
        row("tw-aqi-2025", 0, "良好");
        row("tw-aqi-2025", 50, "良好");
        row("tw-aqi-2025", 51, "普通");
        row("tw-aqi-2025", 101, "對敏感族群不健康");
        row("tw-aqi-2025", 150, "對敏感族群不健康");
        row("tw-aqi-2025", 151, "對所有族群不健康");
        row("tw-aqi-2025", 201, "非常不健康");
        row("tw-aqi-2025", 301, "危害");
        row("tw-aqi-2025", 500, "危害");
        row("tw-aqi-2025", 501, "-");
        row("tw-aqi-2025", -1, "-");
        row("tw-aqi-2025/pm2.5", 12.4, "良好");
        row("tw-aqi-2025/pm2.5", 12.5, "普通");
        row("tw-aqi-2025/pm2.5", 30.4, "普通");
        row("tw-aqi-2025/pm2.5", 30.5, "對敏感族群不健康");
        row("tw-aqi-2025/pm2.5", 50.4, "對敏感族群不健康");
        row("tw-aqi-2025/pm2.5", 125.5, "非常不健康");
        row("cwa-rain-2020/rain-1h", 39.5, "未達特報標準");
        row("cwa-rain-2020/rain-1h", 40, "大雨");
        row("cwa-rain-2020/rain-3h", 100, "豪雨");
        row("cwa-rain-2020/rain-3h", 200, "大豪雨");
        row("cwa-rain-2020/rain-24h", 79.5, "未達特報標準");
        row("cwa-rain-2020/rain-24h", 80, "大雨");
        row("cwa-rain-2020/rain-24h", 200, "豪雨");
        row("cwa-rain-2020/rain-24h", 350, "大豪雨");
        row("cwa-rain-2020/rain-24h", 500, "超大豪雨");
        row("taipei-road-level", 0, "順暢");
        row("taipei-road-level", 1, "車多");
        row("taipei-road-level", 2, "壅塞");
        row("taipei-road-level", 3, "-");
        row("bike-availability", 0, "無車");
        row("bike-availability", 1, "偏少");
        row("bike-availability", 4, "充足");
        row("cwa-intensity-2020/published", 5, "5弱 強震");
        row("cwa-intensity-2020/published", 5.5, "5強 強震");
        row("cwa-intensity-2020/published", 7, "7級 劇震");
        row("pump-state", 0, "待命");
        row("pump-state", 1, "運轉中");
        row("sewer-to-ground", 0, "接近地面");
        row("sewer-to-ground", -0.1, "溢出地面");
    }
    void publishedEdges()
    {
        QFETCH(QByteArray, id);
        QFETCH(double, value);
        QFETCH(QString, says);
        QCOMPARE(word(id.constData(), value), says);
    }

    void officialColours()
    {
        QCOMPARE(scale("tw-aqi-2025").levels[0].colour, QColor(0, 228, 0));
        QCOMPARE(scale("tw-aqi-2025").levels[4].colour, QColor(143, 63, 151));
        QCOMPARE(scale("tw-aqi-2025").levels[5].colour, QColor(126, 0, 35));
    }

    void gapsAndOverlapsAreNamed()
    {
        QCOMPARE(problemsOf(level("from: 0, to: 10") + level("from: 10, to: 20")), QString());
        QCOMPARE(problemsOf(level("from: 10") + level("from: 1, to: 10") + level("to: 1")), QString());
        QVERIFY(problemsOf(level("from: 0, to: 10") + level("from: 11, to: 20"))
                    .contains(
                        QStringLiteral("s.yaml:9:5: levels: gap between the levels: nothing from 10 to 11")));
        QVERIFY(problemsOf(level("from: 0, to: 10") + level("from: 9, to: 20"))
                    .contains(QStringLiteral("s.yaml:9:5: levels: the levels overlap from 9 to 10")));
        QVERIFY(problemsOf(level("from: 0, to: 10") + level("from: 20, to: 30") + level("from: 10, to: 20"))
                    .contains(QStringLiteral("out of order")));
        QVERIFY(problemsOf(level("from: 9, to: 3") + level("from: 3, to: 20"))
                    .contains(QStringLiteral("begins above its own end")));
        QVERIFY(problemsOf(level("from: 0, to: 10")).contains(QStringLiteral("at least two levels")));
        QVERIFY(problemsOf(level("from: 0, to: 10", "colour: green, symbol: circle") + level("from: 10"))
                    .contains(QStringLiteral("s.yaml:8:56: colour: ")));
        QVERIFY(problemsOf(level("from: 0, to: 10", "colour: \"#00e400\", symbol: heart") + level("from: 10"))
                    .contains(QStringLiteral("\"heart\" is not known")));
    }
    void bandsOfInputsMustTouch()
    {
        const QByteArray begin = "pm: {unit: ug/m3, averaging: 1 h, decimals: 1, round: truncate, bands: ";
        QCOMPARE(inputProblems(begin + "[[0.0, 9.0], [9.1, 35.4]]}"), QString());
        QCOMPARE(inputProblems(begin + "[~, [9.1, 35.4]]}"), QString());
        QVERIFY(inputProblems(begin + "[[0.0, 9.0], [9.2, 35.4]]}").contains(QStringLiteral("bands: gap between 9 and 9.2")));
        QVERIFY(inputProblems(begin + "[[0.0, 9.0], [9.0, 35.4]]}").contains(QStringLiteral("overlap: one ends with 9, the next begins with 9")));
        QVERIFY(inputProblems(begin + "[[0.0, 9.0]]}").contains(QStringLiteral("a list of 2 was expected")));
        QVERIFY(inputProblems(begin + "[[9.0, 0.0], [9.1, 35.4]]}").contains(QStringLiteral("two numbers")));
        QVERIFY(inputProblems(begin + "[~, ~]}").contains(QStringLiteral("not one band")));
        QVERIFY(inputProblems(begin + "[[0.0, 9.0], [9.1, 35.4]], decided-above-by: o3}").contains(QStringLiteral("\"o3\" is no input")));
        QVERIFY(inputProblems("pm: {unit: parsec, averaging: 1 h, decimals: 1, round: truncate, bands: [[0, 9], [9.1, 35]]}").contains(QStringLiteral("UCUM")));
    }
    void theIndexMustTouchToo()
    {
        const QByteArray input = "pm: {unit: ug/m3, averaging: 1 h, decimals: 1, round: truncate, bands: [[0.0, 9.0], [9.1, 35.4]]}";
        QVERIFY(inputProblems(input, "index: [[0, 50], [50, 100]]\n").contains(QStringLiteral("s.yaml:7:18: index: overlap")));
        QVERIFY(inputProblems(input, "index: [[0, 50], [53, 100]]\n").contains(QStringLiteral("gap between 50 and 53")));
    }
    void boundsOfInputsGoOneWay()
    {
        QCOMPARE(inputProblems("pm: {unit: mm, averaging: 1 h, from: [1, 2]}", ""), QString());
        QCOMPARE(inputProblems("pm: {unit: mm, averaging: 1 h, below: [2, 1]}", ""), QString());
        QVERIFY(inputProblems("pm: {unit: mm, averaging: 1 h, from: [2, 1]}", "").contains(QStringLiteral("from: overlap: the bound before it is 2")));
        QVERIFY(inputProblems("pm: {unit: mm, averaging: 1 h, below: [1, 2]}", "").contains(QStringLiteral("overlap")));
        QVERIFY(inputProblems("pm: {unit: mm, averaging: 1 h, from: [1]}", "").contains(QStringLiteral("a list of 2")));
        QVERIFY(inputProblems("pm: {unit: mm, averaging: 1 h}", "").contains(QStringLiteral("was expected")));
    }
    void everyScaleNamesItsVersionSourceAndBothLanguages()
    {
        for (const indicators::Scale& one : *m_shipped.scales) {
            QVERIFY2(!one.version.isEmpty() && !one.source.isEmpty(), qPrintable(one.id));
            for (const indicators::Level& each : one.levels)
                QVERIFY2(each.word.has(QStringLiteral("en")) && each.word.has(QStringLiteral("zh_TW")), qPrintable(one.id));
        }
    }
};

CITYOPS_TEST(QCoreApplication, CatalogueTest)
#include "catalogue_test.moc"
