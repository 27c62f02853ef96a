// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <cmath>
#include <numbers>

/// `cityops indicator` and `cityops forecast` as a script uses them.
class IndicatorTest : public QObject {
    Q_OBJECT

    struct Run {
        int status = -1;
        QByteArray out, complaint;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    static Run run(const QStringList& words)
    {
        QProcess process;
        process.start(QStringLiteral(CITYOPS_PROGRAM), words);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static Run indicator(const QString& words)
    {
        return run(QStringList{QStringLiteral("indicator")} + words.split(QLatin1Char(' ')));
    }

private Q_SLOTS:
    void oneObjectOfTheGivenKeys()
    {
        const Run made = indicator(QStringLiteral("us-aqi-2024 pm2.5=35.5 o3-8h=0.03"));
        QCOMPARE(made.status, 0);
        const QJsonObject json = made.json();
        QCOMPARE(json[u"scale"].toString(), QStringLiteral("us-aqi-2024"));
        QCOMPARE(json[u"index"].toInt(), 101);
        QCOMPARE(json[u"level"].toInt(), 3);
        QCOMPARE(json[u"critical"].toString(), QStringLiteral("pm2.5"));
        QCOMPARE(json[u"colour"].toString(), QStringLiteral("#ff7e00"));
        QCOMPARE(json[u"words"].toObject()[u"en"].toString(),
                 QStringLiteral("Unhealthy for sensitive groups"));
        QCOMPARE(json[u"words"].toObject()[u"zh_TW"].toString(), QStringLiteral("對敏感族群不健康"));
        QCOMPARE(json[u"version"].toString(), QStringLiteral("2024-05-06"));
    }
    void scalesWithoutNumbersHaveANullIndex()
    {
        const QJsonObject json = indicator(QStringLiteral("cwa-intensity-2020 pga=120 pgv=20")).json();
        QVERIFY(json.contains(u"index") && json[u"index"].isNull());
        QCOMPARE(json[u"level"].toString(), QStringLiteral("5-"));
        QCOMPARE(indicator(QStringLiteral("fruin-queue density=1.05")).json()[u"level"].toInt(), 2);
    }
    void everyScaleOfTheListAnswers_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words :
             {"us-aqi-2012 pm2.5=12", "us-aqi-2024 co=1", "tw-aqi-2016 pm10=5", "tw-aqi-2025 no2=5",
              "eaqi-2024 so2=5", "cwa-rain-2020 rain-3h=5", "cwa-intensity-2020 pga=1",
              "fruin-walkway density=1", "fruin-queue density=1"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void everyScaleOfTheListAnswers()
    {
        QFETCH(QString, words);
        const Run made = indicator(words);
        QCOMPARE(made.status, 0);
        QVERIFY(made.complaint.isEmpty());
        QCOMPARE(made.json()[u"scale"].toString(), words.section(QLatin1Char(' '), 0, 0));
    }
    void badInput_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("unknown scale") << "us-aqi-2023 pm2.5=1" << 1 << QByteArray("us-aqi-2024");
        QTest::newRow("unknown quantity") << "us-aqi-2024 pm25=1" << 1 << QByteArray("pm25");
        QTest::newRow("no number") << "us-aqi-2024 pm2.5=high" << 1 << QByteArray("pm2.5=high");
        QTest::newRow("negative") << "us-aqi-2024 no2=-4" << 1 << QByteArray("no2");
        QTest::newRow("not finite") << "us-aqi-2024 no2=inf" << 1 << QByteArray("no2");
        QTest::newRow("twice") << "us-aqi-2024 no2=4 no2=5" << 1 << QByteArray("twice");
        QTest::newRow("no value") << "us-aqi-2024" << 2 << QByteArray("Usage");
        QTest::newRow("no equals") << "us-aqi-2024 pm2.5" << 2 << QByteArray("Usage");
    }
    void badInput()
    {
        QFETCH(QString, words);
        QFETCH(int, status);
        QFETCH(QByteArray, names);
        const Run made = indicator(words);
        QCOMPARE(made.status, status);
        QVERIFY(made.out.isEmpty());
        QVERIFY2(made.complaint.contains(names), made.complaint.constData());
    }
    void forecastPrintsTheFanAndTheSkill()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("h.sqlite"));
        const city::Instant issue = *city::fromIso(u"2026-03-18T17:00:00+08:00");
        {
            history::HistoryStore store(file);
            std::vector<city::Observation> past;
            for (int hour = 24 * 40; hour > 0; --hour) {
                const city::Instant at = issue - std::chrono::hours(hour);
                const double wave =
                    30 + 10 * std::sin(2 * std::numbers::pi * hour / 24) + (hour * 7919 % 13) * 0.7;
                past.push_back({{QStringLiteral("air-station"), QStringLiteral("12")},
                                QStringLiteral("pm2.5"),
                                wave,
                                QStringLiteral("ug/m3"),
                                at,
                                at});
            }
            QVERIFY(store.append(QStringLiteral("air"), past).result());
        }
        const auto forecast = [&](const QString& at) {
            return run({QStringLiteral("forecast"), QStringLiteral("--store"), file,
                        QStringLiteral("--place"), QStringLiteral("air-station/12"),
                        QStringLiteral("--quantity"), QStringLiteral("pm2.5"), QStringLiteral("--issue"),
                        at});
        };
        const Run made = forecast(QStringLiteral("2026-03-18T17:00:00+08:00"));
        QVERIFY2(made.status == 0, made.complaint.constData());
        const QJsonObject json = made.json();
        QCOMPARE(json[u"fan"].toArray().size(), 120);
        QCOMPARE(json[u"issue"].toString(), QStringLiteral("2026-03-18T09:00:00Z"));
        QCOMPARE(json[u"newest_input"].toString(), QStringLiteral("2026-03-18T08:00:00Z"));
        QVERIFY(json[u"skill"].toObject()[u"mase"].toDouble() > 0);
        QCOMPARE(json[u"skill"].toObject()[u"mase_by_lead"].toArray().size(), 120);
        const Run stale = forecast(QStringLiteral("2026-03-19T17:00:00+08:00"));
        QCOMPARE(stale.status, 1);
        QVERIFY(stale.complaint.contains("too old"));
    }
    void forecastOfNothing()
    {
        QCOMPARE(run({QStringLiteral("forecast")}).status, 2);
        const Run made =
            run({QStringLiteral("forecast"), QStringLiteral("--store"), QStringLiteral("/nowhere.sqlite"),
                 QStringLiteral("--place"), QStringLiteral("a/b"), QStringLiteral("--quantity"),
                 QStringLiteral("pm2.5"), QStringLiteral("--issue"), QStringLiteral("2026-03-18T17:00:00Z")});
        QCOMPARE(made.status, 1);
        QVERIFY(made.complaint.contains("no such file"));
    }
};

CITYOPS_TEST(QCoreApplication, IndicatorTest)
#include "indicator_test.moc"
