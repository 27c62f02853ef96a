// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/why.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using widgets::WhyAnswer;
using widgets::WhyAsk;

/// "Why this number?" of tiles, cells, values of a place, bars and points, down to the stored observations.
class WhyTest : public QObject {
    Q_OBJECT

    app::DashboardInput m_in;

    WhyAnswer ask(const WhyAsk& ask) const { return app::why(m_in, ask); }
    static bool says(const WhyAnswer& answer, const QString& text)
    {
        return answer.lines.join(u'\n').contains(text);
    }

private Q_SLOTS:
    void init()
    {
        app::Pack made = pack();
        made.dashboards.front().tiles.push_back({both(u"Worst"_s, u"最差"_s), worst(u"aqi"_s), {}, {}});
        made.dashboards.front().table = {u"areas"_s, u"air-station"_s, {u"name"_s, u"aqi"_s}, u"-aqi"_s};
        app::ChartSpec series;
        series.kind = u"series"_s;
        series.value = u"aqi"_s;
        series.of = u"air-station"_s;
        app::ChartSpec bars = series;
        bars.kind = u"bars"_s;
        bars.by = u"district"_s;
        made.dashboards.front().charts = {series, bars};
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40).station(u"b"_s, 1, 120, 5 * Minute).station(u"c"_s, 2, 80, 300 * Minute);
        m_in = input(std::move(made), {feed});
        m_in.history = {{{u"air-station"_s, u"b"_s},
                         u"aqi"_s,
                         u"1"_s,
                         {{Noon - 65 * Minute, 100}, {Noon - 35 * Minute, 110}, {Noon - 5 * Minute, 120}}}};
    }

    void aTileTellsScaleAveragingInputsAndObservations()
    {
        const WhyAnswer answer = ask({WhyAsk::Of::Tile, u"air/0"_s, 0, {}, {}});
        QCOMPARE(answer.title, u"Worst"_s);
        QCOMPARE(answer.number, u"120"_s);
        QVERIFY(says(answer, u"Air scale (air, version 7"_s));
        QVERIFY(says(answer, u"Averaging: the worst"_s));
        QVERIFY(says(answer, u"Inputs: 2 of 3 places"_s));
        QVERIFY(says(answer, u"Usual: not known"_s));
        QVERIFY(says(answer, u"Feed: Feed air"_s));
        QCOMPARE(answer.inputCount, 3);
        QCOMPARE(answer.inputs.front().place, u"Station b"_s);
        QCOMPARE(answer.inputs.front().value, u"120"_s);
        QCOMPARE(answer.inputs.front().observed, u"11:55"_s);
        QCOMPARE(answer.inputs.front().age, u"5 min"_s);
        QCOMPARE(answer.inputs.front().feed, u"Feed air"_s);
        QCOMPARE(answer.inputs.back().place, u"Station c"_s); // Not used, and it says why.
        QVERIFY(answer.inputs.back().state != answer.inputs.front().state);
        QVERIFY(answer.toText().contains(u"Station b\t120\t11:55\t5 min\t12:00\tFeed air"_s));
    }

    void aCellTellsOfItsArea()
    {
        const WhyAnswer answer = ask({WhyAsk::Of::Cell, u"D1"_s, 1, {}, {}});
        QCOMPARE(answer.number, u"120"_s);
        QCOMPARE(answer.inputCount, 2);
        QVERIFY(answer.title.startsWith(u"District 1"_s));
    }

    void aValueOfThePlaceInFocus()
    {
        m_in.focus.place = city::PlaceId{u"air-station"_s, u"a"_s};
        const WhyAnswer answer = ask({WhyAsk::Of::PlaceValue, u"a"_s, 0, u"aqi"_s, {}});
        QCOMPARE(answer.number, u"40"_s);
        QCOMPARE(answer.inputs.size(), 1u);
        QVERIFY(says(answer, u"Averaging: none"_s));
    }

    void aPointOfACurveIsAStoredObservation()
    {
        const WhyAnswer answer = ask({WhyAsk::Of::ChartPoint, u"air/chart0"_s, 0, {}, Noon - 35 * Minute});
        QCOMPARE(answer.number, u"110"_s);
        QVERIFY(says(answer, u"Observed: 11:25"_s));
        QCOMPARE(answer.inputs.size(), 3u);
        // Between two samples there is nothing to explain.
        QVERIFY(ask({WhyAsk::Of::ChartPoint, u"air/chart0"_s, 0, {}, Noon - 36 * Minute}).lines.isEmpty());
        QVERIFY(ask({WhyAsk::Of::ChartPoint, u"air/chart0"_s, 7, {}, Noon - 35 * Minute}).lines.isEmpty());
    }

    void aBarTellsOfItsArea()
    {
        const WhyAnswer answer = ask({WhyAsk::Of::ChartPoint, u"air/chart1"_s, 0, {}, {}});
        QCOMPARE(answer.number, u"120"_s);
        QCOMPARE(answer.inputCount, 2);
    }

    void aSentenceTellsItsEvidence()
    {
        const WhyAnswer answer = ask({WhyAsk::Of::Sentence, u"0"_s, 0, {}, {}});
        QCOMPARE(answer.number, u"120"_s);
        QCOMPARE(answer.inputs.front().place, u"Station b"_s);
    }

    void whatIsNotThereHasNoAnswer()
    {
        QVERIFY(ask({WhyAsk::Of::Tile, u"air/9"_s, 0, {}, {}}).lines.isEmpty());
        QVERIFY(ask({WhyAsk::Of::Cell, u"D9"_s, 1, {}, {}}).lines.isEmpty());
        QVERIFY(ask({WhyAsk::Of::PlaceValue, u"a"_s, 0, u"aqi"_s, {}}).lines.isEmpty());
        QVERIFY(ask({WhyAsk::Of::Sentence, u"99"_s, 0, {}, {}}).lines.isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, WhyTest)
#include "why_test.moc"
