// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/schema_change.h"
#include "layers/feeds/health/suspicion.h"
#include "layers/feeds/health/words.h"
#include "layers/feeds/reasons.h"
#include "tests/layers/feeds/health_pictures.h"
#include "tests/support/test_main.h"

using city::FeedPicture;
using city::FieldShape;
using Kind = city::Suspicion::Kind;
using Type = city::FieldShape::Type;

namespace {

QStringList said(const std::vector<city::Suspicion>& suspicions)
{
    QStringList lines;
    for (const city::Suspicion& one : suspicions)
        lines << feeds::words(one);
    return lines;
}

QStringList codes(const std::vector<city::Suspicion>& suspicions)
{
    QStringList lines;
    for (const city::Suspicion& one : suspicions)
        lines << feeds::codeOf(one.kind);
    return lines;
}

FeedPicture named(FeedPicture picture, const char* name)
{
    for (city::Place& place : picture.places)
        place.name = city::LocalText(QString::fromUtf8(name));
    return picture;
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
        const auto changes = feeds::schemaChanges(before, now);
        QCOMPARE(
            said(changes),
            (QStringList{QStringLiteral("the field lat was a number and is a number written as text now"),
                         QStringLiteral("the field note was filled and is empty in all records now"),
                         QStringLiteral("the field sbi is gone"),
                         QStringLiteral("the field available is new: a number")}));
        for (const city::Suspicion& one : changes) {
            QVERIFY(feeds::stillChanged(one, now));
            QVERIFY(!feeds::stillChanged(one, before));
        }
        QVERIFY(feeds::schemaChanges(before, before).empty());
        QVERIFY(feeds::schemaChanges({}, now).empty());
        QVERIFY(feeds::schemaChanges(before, {}).empty());
    }

    void frozenLongerThanEver()
    {
        std::map<QString, city::Steadiness> steadiness;
        const auto feed = [&](const std::vector<double>& values, int minute) {
            const city::Instant at = noon + std::chrono::minutes(minute);
            const FeedPicture now =
                picture(values, at); // the publisher's times go on, only the values do not
            steadiness = feeds::steadinessAfter(steadiness, now, at);
            return said(feeds::frozenValues(steadiness, now, at));
        };
        QCOMPARE(feed({1, 2, 1}, -20), QStringList());
        QCOMPARE(feed({1, 2, 2}, -10), QStringList());
        QCOMPARE(feed({1, 2, 3}, 0), QStringList());
        QCOMPARE(feed({1, 2, 3}, 30), QStringList());
        QCOMPARE(feed({1, 2, 4}, 60), QStringList()); // they were the same for an hour once
        for (int minute = 70; minute <= 120; minute += 10)
            QCOMPARE(feed({1, 2, 4}, minute), QStringList());
        QCOMPARE(feed({1, 2, 4}, 130),
                 QStringList{QStringLiteral(
                     "pm2.5: no value has changed for 70 minutes; 60 were the longest before")});
        QCOMPARE(feed({1, 2, 5}, 140), QStringList());
        QCOMPARE(feed({5, 2, 1}, 150), QStringList()); // places that swap their values have changed
        QVERIFY(steadiness.at(QStringLiteral("pm2.5")).since == noon + 150min);
    }

    void noRainIsNotFrozen()
    {
        std::map<QString, city::Steadiness> steadiness{{QStringLiteral("pm2.5"), {noon - 24h, 0ms, 0, 9}}};
        QVERIFY(feeds::frozenValues(steadiness, picture({0, 0, 5}), noon).empty());
        QVERIFY(feeds::frozenValues(steadiness, picture({1}), noon).empty()); // too few to tell
        QVERIFY(!feeds::frozenValues(steadiness, picture({0, 2, 1}), noon).empty());
    }

    void aCapacityIsNotFrozenButAFeedIs()
    {
        const city::Steadiness never{noon - 25h, 0ms, 0, 0}, changing{noon - 1min, 1h, 0, 50};
        FeedPicture now = picture({10, 20, 30}, noon, "docks.total");
        std::map<QString, city::Steadiness> steadiness{{QStringLiteral("docks.total"), never},
                                                       {QStringLiteral("bikes"), changing}};
        QVERIFY(feeds::frozenValues(steadiness, now, noon).empty());
        steadiness[QStringLiteral("bikes")] = never;
        QCOMPARE(feeds::frozenValues(steadiness, now, noon).size(), std::size_t(1));
    }

    void placesVanish()
    {
        const auto gone = feeds::vanishedPlaces(picture({1, 2, 3}), picture({1, 2}));
        QVERIFY(gone && gone->is == 1 && gone->usual == 3);
        QCOMPARE(gone->examples, QStringList{QStringLiteral("sensor/p2")});
        QVERIFY(!feeds::vanishedPlaces(picture({1}), picture({1, 2})));
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

    void unitsJumpAndCountsDouble()
    {
        const FeedPicture was = picture({12, 15, 20, 31, 18, 25});
        const auto jumps =
            feeds::valueJumps(was, picture({0.0121, 0.0148, 0.0203, 0.031, 0.018, 0.0247}).observations);
        QCOMPARE(jumps.size(), std::size_t(1));
        QVERIFY(jumps[0].kind == Kind::UnitJump && jumps[0].is == -3);
        QVERIFY(feeds::valueJumps(was, picture({13, 14, 22, 30, 19, 24}).observations).empty());
        QVERIFY(feeds::valueJumps(was, picture({120, 15, 200, 31, 18, 25}).observations).empty());
        QVERIFY(
            feeds::valueJumps(picture({1, 2}), picture({10, 20}).observations).empty()); // too few to tell
        // Rain that stops: what is left is a tenth of what it was, but most of it is nothing.
        QVERIFY(feeds::valueJumps(was, picture({1.1, 0, 2, 0, 1.9, 0}).observations).empty());
        QCOMPARE(codes(feeds::valueJumps(was, picture({24, 30, 40, 62, 36, 50}).observations)),
                 QStringList{QStringLiteral("doubled")});
        QVERIFY(feeds::valueJumps(was, picture({24, 30, 41, 63, 35, 51}).observations)
                    .empty()); // only about twice
    }

    void theClockOfThePublisher()
    {
        QVERIFY(!feeds::clockAhead(noon, noon));
        QVERIFY(!feeds::clockAhead(noon + 30s, noon));
        QCOMPARE(feeds::clockAhead(noon + 8h, noon), std::optional(city::Duration(8h)));
    }

    void theClockThatLags()
    {
        city::FeedMemory memory;
        const city::Promise promise{10min, 0ms, 24h};
        const auto learn = [&](city::Instant newest, city::Instant at) {
            feeds::noteLag(memory, newest, promise, at);
            return memory.lagTimes;
        };
        QCOMPARE(learn(noon - 8h, noon), 0); // the first
        QCOMPARE(learn(noon + 10min - 8h, noon + 10min), 1);
        QCOMPARE(learn(noon + 20min - 8h, noon + 20min), 2);
        QCOMPARE(learn(noon + 20min - 8h, noon + 30min), 2); // nothing new says nothing
        QCOMPARE(learn(noon + 30min - 8h, noon + 30min), 3);
        QCOMPARE(learn(noon + 40min, noon + 40min), 0); // mended
    }

    void textInTheWrongCharacterSet()
    {
        QVERIFY(!feeds::looksGarbled(QStringLiteral("臺北車站")));
        QVERIFY(!feeds::looksGarbled(QStringLiteral("Zürich, Rue de l'Hôpital")));
        QVERIFY(feeds::looksGarbled(QString::fromUtf8("臺\xEF\xBF\xBD車站")));
        // Big5 taken for Latin-1, as a publisher's own script does it.
        QVERIFY(feeds::looksGarbled(QString::fromLatin1("\xBB\x4F\xA5\x5F\xA8\xAE\xAF\xB8")));
        const FeedPicture garbled =
            named(picture({1, 2, 3}), "\xC2\xBB\x4F\xC2\xA5\x5F\xC2\xA8\xC2\xAE\xC2\xAF\xC2\xB8");
        QCOMPARE(codes(feeds::suspicions(garbled, garbled, {noon, QStringLiteral("json"), {}, {}})),
                 QStringList{QStringLiteral("character-set")});
    }

    void refusalsAreCountedByReason()
    {
        std::vector<city::Problem> problems;
        for (int i = 0; i < 7; ++i)
            problems.push_back({{}, QStringLiteral("lat"), {feeds::reasons::outside, {QString::number(i)}}});
        problems.push_back({{}, QStringLiteral("sbi"), {"\"%1\" is not a number", {QStringLiteral("x")}}});
        problems.push_back(
            {{}, QStringLiteral("id"), {feeds::reasons::idAgainInRecord, {QStringLiteral("1")}}});
        problems.push_back({{}, {}, {feeds::reasons::recordsOutside, {QStringLiteral("30")}}});
        const auto refusals = feeds::refusalsOf(problems, 1000);
        QCOMPARE(refusals.size(), std::size_t(5));
        QVERIFY(refusals[0].count == 7 && refusals[0].field == QLatin1String("lat"));
        QVERIFY(refusals.back().count == 990 && refusals.back().reason.isEmpty());
        const feeds::Signs signs = feeds::signsOf(problems);
        QVERIFY(signs.outside == 37 && signs.duplicates == 1 && signs.strayBytes == 0);
    }

    void typesThatCannotBe()
    {
        const FeedPicture calm = picture({1, 2, 3});
        const auto raised = [&](const char* format, const char* type) {
            return codes(feeds::suspicions(calm, calm, {noon, QString::fromLatin1(format), type, {}})).size();
        };
        QCOMPARE(raised("json", "application/json"), 0);
        QCOMPARE(raised("json", "text/plain"), 0); // says nothing
        QCOMPARE(raised("json", ""), 0);
        QCOMPARE(raised("json", "text/html; charset=utf-8"), 1);
        QCOMPARE(raised("csv", "application/json"), 1);
        QCOMPARE(raised("cap", "application/json"), 0); // there is CAP in JSON
        QCOMPARE(raised("cap", "image/png"), 1);
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
        const feeds::Arrival arrival{noon,
                                     QStringLiteral("json"),
                                     "text/html",
                                     {3, 4, 0, noon + 2h},
                                     feeds::valueJumps(was, now.observations)};
        const auto raised = feeds::suspicions(was, now, arrival);
        QCOMPARE(codes(raised), QString::fromLatin1(
                                    "field-gone field-new unit-jump places-gone count-off outside duplicates "
                                    "clock-ahead character-set content-type")
                                    .split(QLatin1Char(' ')));
        QCOMPARE(codes(feeds::suspicions(was, was, {noon, {}, {}, {}})),
                 QStringList{QStringLiteral("count-off")});
        for (const QString& line : said(raised))
            QVERIFY2(!line.contains(QLatin1Char('%')) || line.contains(QLatin1String("% sure")),
                     qPrintable(line));
    }
};

CITYOPS_TEST(QCoreApplication, HealthTest)
#include "health_test.moc"
