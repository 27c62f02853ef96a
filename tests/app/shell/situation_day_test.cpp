// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/dashboard.h"
#include "app/shell/city_run.h"
#include "app/shell/language.h"
#include "tests/support/test_main.h"

#include <QApplication>

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using app::CityRun;
using app::RunOptions;

/// The demo city's scripted day on the overview: what goes on is named, when it began and who is inside, and
/// nothing is said that the feeds do not say. What is right is worked out here anew from the facts of the
/// snapshot and of the script.
class SituationDayTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const app::Pack> m_pack;
    app::Language m_language;

    struct Moment {
        city::Instant now;
        std::shared_ptr<const city::CitySnapshot> snapshot;
        std::vector<city::Series> history;
    };

    static city::Instant at(int hour, int minute = 0)
    {
        return app::DemoCity::dayStart() + std::chrono::hours(hour) + std::chrono::minutes(minute);
    }

    Moment moment(city::Instant when)
    {
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.at = when;
        options.speed = 0;
        CityRun run(m_pack, options);
        run.start(CityRun::Pace::Once);
        const bool settled = QTest::qWaitFor([&] { return run.isSettled(); }, 60'000);
        Moment made{when, settled ? run.snapshot() : nullptr, {}};
        if (!settled) return made;
        city::Focus focus;
        bool answered = false;
        run.askSeries(app::seriesNeeded(*m_pack, *made.snapshot, focus, when),
                      [&](city::Result<std::vector<city::Series>> answer) {
                          if (answer.ok()) made.history = answer.value();
                          answered = true;
                      });
        if (!QTest::qWaitFor([&] { return answered; }, 60'000)) made.snapshot = nullptr;
        return made;
    }

    QString said(const Moment& moment, const QString& language)
    {
        m_language.use(language);
        app::DashboardInput in;
        in.pack = m_pack;
        in.snapshot = moment.snapshot;
        in.now = moment.now;
        in.language = language;
        in.history = moment.history;
        QString all;
        for (const widgets::Sentence& one : app::compute(in).situation.sentences)
            all += one.text + u'\n';
        m_language.use(u"en"_s);
        return all;
    }

    /// The worst current value of a quantity, by all observations of the snapshot.
    static double worst(const Moment& moment, const QString& quantity)
    {
        double most = -1;
        for (const auto& [id, feed] : moment.snapshot->feeds())
            for (const city::Observation& one : feed->observations)
                if (one.quantity == quantity &&
                    city::freshness(one.observedAt, moment.now, feed->state.promise) <= city::Freshness::Late)
                    most = std::max(most, one.value);
        return most;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        const app::PackReading reading = app::readPack(resources + u"/packs/taipei"_s, resources);
        for (const city::Problem& problem : reading.problems)
            qInfo() << problem.toString();
        QVERIFY(reading.pack);
        m_pack = reading.pack;
    }

    void theNightIsCalm()
    {
        const Moment night = moment(at(3));
        QVERIFY(night.snapshot);
        const QString text = said(night, u"en"_s);
        for (const char* word : {"Smog", "Bad air", "rain", "crowded", "jammed", "No answer", "Sewer"})
            QVERIFY2(!text.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(text));
    }

    void theSmogOfTheMorning()
    {
        const Moment morning = moment(at(12));
        QVERIFY(morning.snapshot);
        const QString text = said(morning, u"en"_s);
        const QRegularExpression smog(u"Smog in [^:\n]+: AQI (\\d+), [^,\n]+, since (\\d\\d):(\\d\\d)"_s);
        const auto match = smog.match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        QCOMPARE(match.captured(1).toDouble(), worst(morning, u"aqi"_s));
        QVERIFY(match.captured(1).toDouble() > 150);
        // The script lets the smog come at nine; an index that averages twelve hours follows later.
        QVERIFY2(match.captured(2).toInt() >= 9 && match.captured(2).toInt() <= 12, qPrintable(text));
        QVERIFY2(!text.contains(u"No answer"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"crowded"_s), qPrintable(text));
        QVERIFY(said(morning, u"zh_TW"_s).contains(u"空氣汙染：AQI "_s + match.captured(1)));
    }

    void theCloudburstTheMarketAndTheBrokenFeed()
    {
        const Moment evening = moment(at(18));
        QVERIFY(evening.snapshot);
        const QString text = said(evening, u"en"_s), chinese = said(evening, u"zh_TW"_s);
        const QRegularExpression rain(
            u"[Rr]ain in [^:\n]+: ([\\d.,]+) mm in (1|3|24) h, since (\\d\\d):(\\d\\d)"_s);
        const auto match = rain.match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        const QString quantity = u"rain.%1h"_s.arg(match.captured(2));
        QVERIFY2(std::abs(match.captured(1).remove(u',').toDouble() - worst(evening, quantity)) < 0.06,
                 qPrintable(text));
        const int began = match.captured(3).toInt() * 60 + match.captured(4).toInt();
        QVERIFY2(began > 15 * 60 + 30 && began <= 18 * 60, qPrintable(text)); // It rains from 15:30.
        QVERIFY2(chinese.contains(u"小時 "_s + match.captured(1)), qPrintable(chinese));

        QVERIFY2(text.contains(QRegularExpression(
                     u"Shilin Night Market is crowded: \\d+ % full, since 1[67]:\\d\\d"_s)),
                 qPrintable(text));
        QVERIFY2(chinese.contains(u"士林夜市人潮擁擠"_s), qPrintable(chinese));

        // Parking breaks at 16:40; the last value before is of some minutes earlier at most.
        const QRegularExpression broken(u"No answer from [^\n]+; its last values are of 16:3\\d"_s);
        QVERIFY2(text.contains(broken), qPrintable(text));
        QVERIFY2(chinese.contains(u"16:3"_s), qPrintable(chinese));
        // The city's rain gauges repeat what they said at 16:00.
        QVERIFY2(text.contains(u"its newest values are of 16:00"_s), qPrintable(text));
    }

    void whoIsInsideTheGravestAlert()
    {
        const Moment evening = moment(at(17, 30));
        QVERIFY(evening.snapshot);
        const QString text = said(evening, u"en"_s), chinese = said(evening, u"zh_TW"_s);
        QVERIFY2(text.contains(u"Extreme alert: Thunderstorm"_s), qPrintable(text));
        // Six districts by their codes; a polygon that reaches a little beyond adds to them.
        double people = 0;
        for (const char* name : {"臺北市文山區", "臺北市大安區", "臺北市信義區", "臺北市南港區",
                                 "臺北市內湖區", "臺北市松山區"}) {
            const int area = m_pack->areas->findByName(u"district"_s, QString::fromUtf8(name));
            QVERIFY(area >= 0);
            people += m_pack->areas->at(area).people.value();
        }
        const auto match =
            QRegularExpression(u"Inside its area: about ([\\d,]+) residents \\(([^)]*)\\)"_s).match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        const double told = match.captured(1).remove(u',').toDouble();
        QVERIFY2(told >= people - 1000 && told < 1.15 * people, qPrintable(text));
        QVERIFY2(match.captured(2).contains(u"Daan District"_s) || match.captured(2).contains(u"Da’an"_s) ||
                     match.captured(2).contains(u"Neihu"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(QRegularExpression(u"[\\d,]+ of [\\d,]+ sensors and stations report"_s)),
                 qPrintable(text));
        QVERIFY2(chinese.contains(u"約 "_s) || chinese.contains(u"居民"_s), qPrintable(chinese));
        // A drill is not the situation.
        QVERIFY2(!text.contains(u"演習"_s), qPrintable(text));
    }

    void afterwardsItIsOver()
    {
        const Moment night = moment(at(23, 30));
        QVERIFY(night.snapshot);
        const QString text = said(night, u"en"_s);
        QVERIFY2(!text.contains(QRegularExpression(u"mm in (1|3) h"_s)), qPrintable(text));
        QVERIFY2(!text.contains(u"Extreme alert"_s) && !text.contains(u"No answer"_s) &&
                     !text.contains(u"Smog"_s),
                 qPrintable(text));
    }
};

CITYOPS_TEST(QApplication, SituationDayTest)
#include "situation_day_test.moc"
