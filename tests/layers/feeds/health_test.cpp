// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/schema_change.h"
#include "layers/feeds/health/suspicion.h"
#include "tests/support/test_main.h"

using namespace std::chrono_literals;
using city::FeedPicture;
using city::FieldShape;
using Type = city::FieldShape::Type;

namespace {

const city::Instant noon = *city::fromIso(u"2026-07-15T12:00:00Z");

/// Places p0, p1 ... with one value each.
FeedPicture picture(const std::vector<double>& values, city::Instant at = noon,
                    const char* quantity = "pm2.5")
{
    FeedPicture made;
    made.state.promise.cadence = 10min;
    for (std::size_t i = 0; i < values.size(); ++i) {
        city::Place place;
        place.id = {QStringLiteral("sensor"), QStringLiteral("p%1").arg(i)};
        made.places.push_back(place);
        made.observations.push_back(
            {place.id, QString::fromLatin1(quantity), values[i], QStringLiteral("ug/m3"), at, at});
    }
    made.state.recordCount = static_cast<int>(made.places.size() + made.observations.size());
    return made;
}

QStringList said(const std::vector<city::Problem>& problems)
{
    QStringList lines;
    for (const city::Problem& problem : problems)
        lines << problem.toString();
    return lines;
}

} // namespace

/// What looks wrong with a feed although every record of it can be read.
class HealthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsGoneNewRetypedAndEmptied()
    {
        const city::FeedSchema before{{{QStringLiteral("id"), {Type::Text, 100, 100}},
                                       {QStringLiteral("sbi"), {Type::Number, 100, 100}},
                                       {QStringLiteral("lat"), {Type::Number, 100, 98}},
                                       {QStringLiteral("note"), {Type::Text, 100, 90}},
                                       {QStringLiteral("rare"), {Type::Text, 3, 3}}},
                                      100};
        const city::FeedSchema now{{{QStringLiteral("id"), {Type::Text, 100, 100}},
                                    {QStringLiteral("available"), {Type::Number, 100, 100}},
                                    {QStringLiteral("lat"), {Type::NumberInText, 100, 100}},
                                    {QStringLiteral("note"), {Type::Empty, 100, 0}},
                                    {QStringLiteral("odd"), {Type::Text, 2, 2}}},
                                   100};
        QStringList lines;
        for (const auto& change : feeds::schemaChanges(before, now))
            lines << feeds::sayChange(change).toString();
        QCOMPARE(lines, (QStringList{
                            QStringLiteral("lat: the field was a number and is a number written as text now"),
                            QStringLiteral("note: the field was filled and is empty in all records now"),
                            QStringLiteral("sbi: the field is gone since the last payload"),
                            QStringLiteral("available: the field is new: a number")}));
        QVERIFY(feeds::schemaChanges(before, before).empty());
        QVERIFY(feeds::schemaChanges({}, now).empty());
        QVERIFY(feeds::schemaChanges(before, {}).empty());
    }

    void frozenLongerThanEver()
    {
        std::map<QString, city::Steadiness> steadiness;
        FeedPicture last;
        const auto feed = [&](const std::vector<double>& values, int minute) {
            const city::Instant at = noon + std::chrono::minutes(minute);
            FeedPicture now = picture(values, at); // the publisher's times go on, only the values do not
            steadiness = feeds::steadinessAfter(steadiness, last, now, at);
            const auto frozen = feeds::frozenValues(steadiness, now, at);
            last = std::move(now);
            return said(frozen);
        };
        QCOMPARE(feed({1, 2, 3}, 0), QStringList());
        QCOMPARE(feed({1, 2, 3}, 30), QStringList());
        QCOMPARE(feed({1, 2, 4}, 60), QStringList()); // they were the same for an hour once
        for (int minute = 70; minute <= 120; minute += 10)
            QCOMPARE(feed({1, 2, 4}, minute), QStringList());
        QCOMPARE(feed({1, 2, 4}, 130),
                 QStringList{QStringLiteral("pm2.5: no value has changed for 70 minutes, longer than ever")});
        QCOMPARE(feed({1, 2, 5}, 140), QStringList());
    }

    void noRainIsNotFrozen()
    {
        std::map<QString, city::Steadiness> steadiness{{QStringLiteral("pm2.5"), {noon - 24h, 0ms}}};
        QVERIFY(feeds::frozenValues(steadiness, picture({0, 0, 0}), noon).empty());
        QVERIFY(feeds::frozenValues(steadiness, picture({1}), noon).empty()); // too few to tell
        QVERIFY(!feeds::frozenValues(steadiness, picture({0, 0, 1}), noon).empty());
    }

    void placesVanish()
    {
        const auto gone = feeds::vanishedPlaces(picture({1, 2, 3}), picture({1, 2}));
        QCOMPARE(gone, (std::vector<city::PlaceId>{{QStringLiteral("sensor"), QStringLiteral("p2")}}));
        QVERIFY(feeds::vanishedPlaces(picture({1}), picture({1, 2})).empty());
    }

    void countsOffTheBand()
    {
        city::UsualBand band;
        for (int i = 0; i < 9; ++i)
            band = feeds::learned(band, 1000 + i % 3);
        QVERIFY(!feeds::isUnusual(band, 10)); // too early to tell
        band = feeds::learned(band, 1001);
        QVERIFY(feeds::isUnusual(band, 10));
        QVERIFY(feeds::isUnusual(band, 2002));  // counted twice
        QVERIFY(!feeds::isUnusual(band, 1100)); // a fifth more is nothing yet
    }

    void unitsJump()
    {
        const FeedPicture was = picture({12, 15, 20, 31, 18, 25});
        const auto jumps = feeds::unitJumps(was, picture({0.0121, 0.0148, 0.0203, 0.031, 0.018, 0.0247}));
        QCOMPARE(jumps.size(), std::size_t(1));
        QCOMPARE(jumps[0].power, -3);
        QVERIFY(feeds::unitJumps(was, picture({13, 14, 22, 30, 19, 24})).empty());
        QVERIFY(feeds::unitJumps(was, picture({24, 30, 40, 62, 36, 50})).empty()); // doubled is no unit
        QVERIFY(feeds::unitJumps(was, picture({120, 15, 200, 31, 18, 25})).empty());
        QVERIFY(feeds::unitJumps(picture({1, 2}), picture({10, 20})).empty()); // too few to tell
    }

    void theClockOfThePublisher()
    {
        QVERIFY(!feeds::clockAhead(picture({1}, noon), noon));
        QVERIFY(!feeds::clockAhead(picture({1}, noon + 30s), noon));
        QCOMPARE(feeds::clockAhead(picture({1}, noon + 8h), noon), std::optional(city::Duration(8h)));
    }

    void allTogether()
    {
        FeedPicture was = picture({1, 2, 3, 4, 5, 6});
        FeedPicture now = picture({10, 20, 30, 40, 50}, noon + 2h);
        was.state.memory.schema = {{{QStringLiteral("a"), {Type::Text, 1, 1}}}, 1};
        now.state.memory.schema = {{{QStringLiteral("b"), {Type::Text, 1, 1}}}, 1};
        now.state.memory.encoding = QStringLiteral("cp950");
        now.state.memory.encodingConfidence = 55;
        was.state.memory.facts = {1000, 1, 20};
        const QStringList lines = said(feeds::suspicions(was, now, noon));
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[2].contains(QLatin1String("10^1")));
        QVERIFY(lines[3].contains(QLatin1String("1 places are gone since the last payload, p5 for one")));
        QVERIFY(lines[5].contains(QLatin1String("120 minutes ahead")));
        QVERIFY(lines[6].contains(QLatin1String("cp950, 55 % sure")));
        QCOMPARE(said(feeds::suspicions(was, was, noon)).size(), 1); // only the count is unusual
    }
};

CITYOPS_TEST(QCoreApplication, HealthTest)
#include "health_test.moc"
