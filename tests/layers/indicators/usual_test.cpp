// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/area_share.h"
#include "layers/indicators/daily.h"
#include "layers/indicators/typical.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace std::chrono_literals;
using indicators::DayCalendar;

namespace {

city::Geometry box(double west, double south, double east, double north)
{
    city::Geometry made;
    made.polygons.push_back({{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}});
    return made;
}

} // namespace

/// Days that are alike, the usual of one value a day, and shares of surface.
class UsualTest : public QObject {
    Q_OBJECT

    DayCalendar m_calendar{QTimeZone("Asia/Taipei"), {}};
    const city::Instant m_wednesday = *city::fromIso(u"2026-05-20T09:47:00Z"); // 17:47 there

private Q_SLOTS:
    void aDayIsOfItsZoneAndOfItsHours()
    {
        city::Series series;
        const city::Instant midnight = *city::fromIso(u"2026-05-19T16:00:00Z"); // 00:00 of the 20th there
        for (int h = 0; h < 24; ++h)
            for (int part = 0; part < (h == 5 ? 4 : 1); ++part) // One hour is told four times: it counts once.
                series.samples.push_back({midnight + h * 1h + part * 10min, h == 5 ? 100.0 : 10.0});
        series.samples.push_back({midnight - 1h, 500});
        series.samples.push_back({midnight + 24h, std::numeric_limits<double>::quiet_NaN()});
        const auto days = indicators::dailyValues(series, m_calendar.zone);
        QCOMPARE(days.size(), 2u);
        QCOMPARE(days[1].day, QDate(2026, 5, 20));
        QCOMPARE(days[1].hours, 24);
        QVERIFY(std::abs(days[1].mean - 13.75) < 1e-9);
        QCOMPARE(days[1].most, 100.0);
        QVERIFY(days[1].counts() && !days[0].counts());
        const auto mean = indicators::exceedance(days, 13, indicators::OfDay::Mean, QDate(2026, 5, 1));
        QCOMPARE(mean.days, 1);
        QCOMPARE(mean.of, 1); // The day of one hour is none.
        QCOMPARE(indicators::exceedance(days, 13.75, indicators::OfDay::Mean, QDate(2026, 5, 1)).days, 0); // above, not at
        QCOMPARE(indicators::exceedance(days, 99, indicators::OfDay::Most, QDate(2026, 5, 21)).of, 0);
    }

    void theSameTimeOnTheEightDaysLikeThisOne()
    {
        const auto moments = indicators::likeMoments(m_wednesday, m_calendar);
        QCOMPARE(moments.size(), 8u);
        QCOMPARE(city::toIso(moments.front()), QStringLiteral("2026-05-13T09:30:00Z"));
        QCOMPARE(city::toIso(moments.back()), QStringLiteral("2026-03-25T09:30:00Z"));
    }

    void aHolidayIsLikeSundays()
    {
        DayCalendar calendar = m_calendar;
        calendar.classOf.insert(QDate(2026, 5, 13), 7);
        QCOMPARE(city::toIso(indicators::likeMoments(m_wednesday, calendar).front()),
                 QStringLiteral("2026-05-06T09:30:00Z"));
        calendar.classOf.insert(QDate(2026, 5, 20), 7);
        const auto like = indicators::likeMoments(m_wednesday, calendar);
        QCOMPARE(city::toIso(like[0]), QStringLiteral("2026-05-17T09:30:00Z"));
        QCOMPARE(city::toIso(like[1]), QStringLiteral("2026-05-13T09:30:00Z"));
    }

    void aTimeTheClocksLeaveOutIsLeftOut()
    {
        // Berlin has no 02:30 on 2026-03-29, a Sunday.
        const DayCalendar berlin{QTimeZone("Europe/Berlin"), {}};
        for (const city::Instant at :
             indicators::likeMoments(*city::fromIso(u"2026-04-19T00:40:00Z"), berlin))
            QVERIFY(city::inZone(at, berlin.zone, QStringLiteral("HH:mm")) == QStringLiteral("02:30"));
    }

    void fewerThanFourDaysAreNothing()
    {
        QVERIFY(!indicators::typicalOf({1, 2, 3}));
        const double none = std::numeric_limits<double>::quiet_NaN(),
                     huge = std::numeric_limits<double>::infinity();
        QVERIFY(!indicators::typicalOf({1, 2, 3, none, huge}));
        QCOMPARE(indicators::typicalOf({1, 2, 3, 4, none})->days, 4);
    }

    void aFlatLineHasABandOfNothingAndNoZ()
    {
        const auto flat = indicators::typicalOf({7, 7, 7, 7});
        QCOMPARE(flat->low, 7.0);
        QCOMPARE(flat->high, 7.0);
        QVERIFY(!flat->robustZ(9));
    }

    void aSingleSpikeDoesNotMoveTheMiddle()
    {
        const auto spiked = indicators::typicalOf({10, 11, 10, 9, 10, 9999, 10, 11});
        QCOMPARE(spiked->median, 10.0);
    }

    void negativeConcentrationsStayWhatTheyAre() { QVERIFY(indicators::typicalOf({-1, -1, 0, 1})->low < 0); }

    void aClockThatJumpsPutsSamplesWhereTheirOwnTimeSays()
    {
        city::Series past;
        for (int day = 1; day <= 28; ++day)
            past.samples.push_back({m_wednesday - 24h * day, 5.0});
        std::swap(past.samples.front(), past.samples.back());
        past.samples.push_back({m_wednesday + 24h * 7, 500.0}); // From the future.
        const indicators::TypicalWeek week(past, m_wednesday, m_calendar);
        QCOMPARE(week.at(m_wednesday)->days, 4);
        QCOMPARE(week.at(m_wednesday)->high, 5.0);
        QVERIFY(!week.at(m_wednesday + 3h)); // A gap is not filled.
    }

    void sharesOfSurface()
    {
        const city::Geometry whole = box(121, 25, 121.02, 25.02);
        const auto near = [](double a, double b) { return std::abs(a - b) < 0.005; };
        QVERIFY(near(indicators::areaShare(whole, whole), 1));
        QVERIFY(near(indicators::areaShare(whole, box(121, 25, 121.01, 25.02)), 0.5));
        QVERIFY(near(indicators::areaShare(whole, box(121.005, 25.005, 121.015, 25.015)), 0.25));
        QCOMPARE(indicators::areaShare(whole, box(122, 25, 122.1, 25.1)), 0.0);
        QCOMPARE(indicators::areaShare({}, whole), 0.0);
        QCOMPARE(indicators::areaShare(whole, {}), 0.0);
        // Two polygons over each other count once; a hole does not count.
        city::Geometry twice = box(121, 25, 121.01, 25.02);
        twice.polygons.push_back(twice.polygons.front());
        QVERIFY(near(indicators::areaShare(whole, twice), 0.5));
        city::Geometry holed = whole;
        holed.polygons.front().rings.push_back(box(121, 25, 121.01, 25.02).polygons.front().rings.front());
        QVERIFY(near(indicators::areaShare(whole, holed), 0.5));
    }

    void aCircleHasItsSurface()
    {
        city::Geometry circle;
        circle.polygons.push_back({{indicators::circleAround({121.5, 25.04}, 1000)}});
        QVERIFY(std::abs(indicators::areaSquareKilometres(circle) - 3.1366) <
                0.02); // 64 corners: 0.16 % less than a circle.
        for (const city::LonLat corner : circle.polygons.front().rings.front())
            QVERIFY(std::abs(city::distanceMetres(corner, {121.5, 25.04}) - 1000) < 5);
    }
};

CITYOPS_TEST(QCoreApplication, UsualTest)
#include "usual_test.moc"
