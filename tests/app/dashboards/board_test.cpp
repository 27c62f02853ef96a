// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/board.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using Outcome = widgets::CriterionRow::Outcome;

/// The board of criteria: meets, does not meet, data missing; never a decision, never a guess.
class BoardTest : public QObject {
    Q_OBJECT

    static app::Pack withBoard(const QMap<QString, double>& thresholds)
    {
        app::Pack made = pack();
        indicators::Criterion criterion;
        criterion.id = u"closure"_s;
        criterion.title = both(u"Closure"_s, u"停班"_s);
        criterion.levels = {
            {u"red"_s, both(u"Red"_s, u"紅"_s), QColor(200, 0, 0), {{{u"air"_s, 0, u"limit"_s}}}},
            {u"yellow"_s, both(u"Yellow"_s, u"黃"_s), QColor(200, 200, 0), {{{u"air"_s, 100, {}}}}}};
        criterion.names.insert(u"limit"_s, both(u"the limit"_s, u"門檻"_s));
        made.criteria.push_back(criterion);
        made.board.push_back({u"closure"_s, {}, {}, {{u"air"_s, u"aqi"_s}}, thresholds});
        made.dashboards.front().cards = QStringList{u"criteria"_s};
        return made;
    }

    static widgets::CriterionRow row(const QMap<QString, double>& thresholds, const std::vector<double>& aqi,
                                     city::Duration age = Minute)
    {
        Feed feed(u"air"_s);
        for (std::size_t i = 0; i < aqi.size(); ++i)
            feed.station(QString::number(i), static_cast<int>(i) + 1, aqi[i], age);
        return app::compute(input(withBoard(thresholds), {feed})).criteria.at(0);
    }

private Q_SLOTS:
    void aCriterionIsMetWhereOneDistrictMeetsIt()
    {
        const auto met = row({{u"limit"_s, 150}}, {40, 160, 120, 20});
        QCOMPARE(met.outcome, Outcome::Meets);
        QCOMPARE(met.level, u"Red"_s);
        QCOMPARE(met.where, u"District 2"_s);
        QCOMPARE(met.target.value().area, u"D2"_s);
    }

    void theGravestLevelIsNamed()
    {
        const auto met = row({{u"limit"_s, 150}}, {40, 110, 120, 20});
        QCOMPARE(met.level, u"Yellow"_s);
        QCOMPARE(met.where, u"District 2, District 3"_s);
    }

    void notMetOnlyWhereAllIsKnown()
    {
        QCOMPARE(row({{u"limit"_s, 150}}, {40, 50, 60, 20}).outcome, Outcome::DoesNotMeet);
        QCOMPARE(row({{u"limit"_s, 150}}, {40, 50, 60}).outcome,
                 Outcome::DataMissing); // No sensor in District 4.
    }

    void aMissingThresholdIsNamed()
    {
        const auto missing = row({}, {40, 50, 60, 20});
        QCOMPARE(missing.outcome, Outcome::DataMissing);
        QVERIFY(missing.detail.contains(u"the limit"_s));
    }

    void staleValuesDoNotCount()
    {
        QCOMPARE(row({{u"limit"_s, 150}}, {400, 400, 400, 400}, 300 * Minute).outcome, Outcome::DataMissing);
    }

    void aScaleIsACriterionToo()
    {
        app::Pack made = pack();
        made.board.push_back({{}, u"air"_s, {u"aqi"_s}, {}, {}});
        made.dashboards.front().cards = QStringList{u"criteria"_s};
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40).station(u"b"_s, 2, 120);
        const auto met = app::compute(input(made, {feed})).criteria.at(0);
        QCOMPARE(met.outcome, Outcome::Meets);
        QCOMPARE(met.level, u"Bad"_s);
        QCOMPARE(met.where, u"District 2"_s);
    }
};

CITYOPS_TEST(QCoreApplication, BoardTest)
#include "board_test.moc"
