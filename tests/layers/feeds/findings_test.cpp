// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/health_file.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/payloads.h"
#include "layers/feeds/health/suspicion.h"
#include "tests/layers/feeds/health_pictures.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using Kind = city::Suspicion::Kind;
using Findings = std::vector<city::Finding>;

namespace {

city::Suspicion raised(Kind kind, const char* subject = "", double is = 0)
{
    city::Suspicion made;
    made.kind = kind;
    made.subject = QString::fromLatin1(subject);
    made.is = is;
    return made;
}

city::FeedPicture withFields(const QStringList& fields)
{
    city::FeedPicture made = picture({1, 2, 3});
    made.state.memory.schema.records = 10;
    for (const QString& field : fields)
        made.state.memory.schema.fields[field] = {city::FieldShape::Type::Number, 10, 10};
    return made;
}

feeds::Attempt answered(city::Instant at)
{
    return {at, true, 100ms};
}

} // namespace

/// Suspicions and answers over time, and what is kept of them from run to run.
class FindingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThatFlickersIsOne()
    {
        const city::FeedPicture now = withFields({});
        Findings findings;
        for (int i = 0; i < 10; ++i) // every other payload shows it
            findings = feeds::findingsAfter(findings,
                                            i % 2 == 0 ? std::vector{raised(Kind::Outside, "", i)}
                                                       : std::vector<city::Suspicion>{},
                                            now, noon + i * 1min);
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(findings[0].began == noon && !findings[0].ended && findings[0].what.is == 8);
        findings = feeds::findingsAfter(findings, {}, now, noon + 11min);
        QVERIFY(findings[0].ended == noon + 11min);
        findings = feeds::findingsAfter(findings, {raised(Kind::Outside)}, now, noon + 12min);
        QCOMPARE(findings.size(), std::size_t(2)); // again, and the one before is kept
        QVERIFY(!findings[0].ended && findings[1].ended);
        findings = feeds::findingsAfter(findings, {raised(Kind::Outside)}, now, noon + 8 * 24h);
        QCOMPARE(findings.size(), std::size_t(1));
    }

    void aFieldIsGoneUntilItIsBack()
    {
        Findings findings = feeds::findingsAfter({}, {raised(Kind::FieldGone, "sbi")}, withFields({}), noon);
        for (int i = 1; i < 100; ++i)
            findings = feeds::findingsAfter(findings, {}, withFields({}), noon + i * 1min);
        QVERIFY(!findings[0].ended);
        const Findings back =
            feeds::findingsAfter(findings, {}, withFields({QStringLiteral("sbi")}), noon + 2h);
        QVERIFY(back[0].ended == noon + 2h);
        // After a week it is what is usual.
        QVERIFY(feeds::findingsAfter(findings, {}, withFields({}), noon + 8 * 24h)[0].ended);
    }

    void aFieldThatComesBackIsNotNew()
    {
        Findings findings =
            feeds::findingsAfter({}, {raised(Kind::FieldGone, "sbi"), raised(Kind::FieldNew, "bikes")},
                                 withFields({QStringLiteral("bikes")}), noon);
        findings =
            feeds::findingsAfter(findings, {raised(Kind::FieldGone, "bikes"), raised(Kind::FieldNew, "sbi")},
                                 withFields({QStringLiteral("sbi")}), noon + 1h);
        QCOMPARE(findings.size(), std::size_t(2));
        QVERIFY(findings[0].ended && findings[1].ended);
    }

    void whatJumpedIsNotBelievedUntilItJumpsBack()
    {
        city::FeedPicture believed = picture({12, 15, 20, 31, 18, 25});
        const auto say = [&believed](double factor, int minute) {
            const city::Instant at = noon + minute * 1min;
            city::FeedPicture now = picture({13, 14, 21, 30, 19, 26}, at);
            for (city::Observation& one : now.observations)
                one.value *= factor;
            const auto jumps = feeds::holdBackJumps(believed, now.observations);
            believed.state.health.findings =
                feeds::findingsAfter(believed.state.health.findings, jumps, now, at);
            return now.observations.size();
        };
        QCOMPARE(say(1, 0), std::size_t(6));
        QCOMPARE(say(1000, 10), std::size_t(0));
        QCOMPARE(say(2000, 20), std::size_t(0)); // the city goes on, still in the other unit
        QVERIFY(!believed.state.health.findings[0].ended);
        QCOMPARE(say(1.5, 30), std::size_t(6));
        QCOMPARE(believed.state.health.findings.size(), std::size_t(1));
        QVERIFY(believed.state.health.findings[0].ended == noon + 30min);
    }

    void placesGoneAreCountedTogether()
    {
        city::Suspicion gone = raised(Kind::PlacesGone, "", 1);
        gone.examples = QStringList{QStringLiteral("sensor/p7")};
        Findings findings = feeds::findingsAfter({}, {gone}, picture({1, 2}), noon);
        gone.examples = QStringList{QStringLiteral("sensor/p1")};
        findings = feeds::findingsAfter(findings, {gone}, picture({1}), noon + 1min);
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(findings[0].what.is == 2 && findings[0].what.examples.size() == 2);
        findings = feeds::findingsAfter(findings, {}, picture({1, 2}), noon + 2min); // p1 is back
        QVERIFY(!findings[0].ended);
        findings = feeds::findingsAfter(findings, {}, picture({1, 2, 3, 4, 5, 6, 7, 8}), noon + 3min);
        QVERIFY(findings[0].ended);
    }

    void theSamePayloadAgainChangesNothingButTime()
    {
        city::FeedPicture now = picture({1, 2, 3});
        now.state.memory.steadiness[QStringLiteral("pm2.5")] = {noon, 0ms, 1, 5};
        Findings findings = feeds::findingsAfter({}, {raised(Kind::Outside)}, now, noon);
        for (int i = 1; i <= 5; ++i)
            findings = feeds::findingsUnchanged(findings, now, noon + i * 10min);
        QCOMPARE(feeds::holding(findings).size(), std::size_t(2)); // and frozen by now
        QVERIFY(findings[0].what.kind == Kind::Frozen && findings[0].began == noon + 50min);
    }

    void neverMoreThanSixty()
    {
        Findings findings;
        for (int i = 0; i < 500; ++i)
            findings =
                feeds::findingsAfter(findings, {raised(Kind::FieldNew, QByteArray::number(i).constData())},
                                     withFields({}), noon + i * 1s);
        QCOMPARE(findings.size(), std::size_t(60));
    }

    void rhythm()
    {
        QVERIFY(!feeds::rhythmOf({noon, noon + 10min}));
        const auto rhythm = feeds::rhythmOf({noon, noon + 10min, noon + 20min, noon + 31min, noon + 100min});
        QVERIFY(rhythm && rhythm->median == 10min + 30s && rhythm->times == 4);
    }

    void aDayOfAnswers()
    {
        city::FeedState state = picture({}).state;
        state.promise.grace = 5min;
        for (int minute = 0; minute < 26 * 60; minute += 10) {
            const city::Instant at = noon + minute * 1min;
            const city::FeedState before = state;
            const bool fails = minute >= 20 * 60 && minute < 21 * 60;
            state.lastAttempt = at;
            if (!fails) state.lastSuccess = state.newestObservation = at;
            state.health.log = feeds::logAfter(before, state, {at, !fails, 200ms}, 0.5);
        }
        const city::Instant now = noon + 26h - 10min;
        const city::FeedLog& log = state.health.log;
        QVERIFY(log.quarters.size() <= 97 && log.observations.size() == 50 && log.answers.size() == 50);
        const auto rate = feeds::successRate(log, now);
        QVERIFY2(rate && std::abs(*rate - (1 - 6.0 / 144)) < 0.002, qPrintable(QString::number(*rate)));
        QVERIFY(feeds::meanLatency(log, now) == 200ms);
        QVERIFY(feeds::rhythmOf(log.observations)->median == 10min);

        const auto stretches = feeds::lastDay(state, now);
        QCOMPARE(stretches.size(), std::size_t(96));
        int bad = 0, failed = 0;
        for (const feeds::Stretch& one : stretches) {
            QVERIFY(one.state);
            if (*one.state != city::Freshness::Fresh) ++bad;
            failed += one.failed;
        }
        QCOMPARE(failed, 6);
        QVERIFY2(bad >= 3 && bad <= 5,
                 qPrintable(QString::number(bad))); // an hour, and until the next answer
    }

    void whenNobodyWatchedNothingIsSaid()
    {
        city::FeedState state = picture({}).state;
        state.health.log = feeds::logAfter(state, state, answered(noon), {});
        const auto stretches = feeds::lastDay(state, noon + 6h);
        QVERIFY(!stretches.front().state && !stretches.back().state);
        QCOMPARE(
            std::count_if(stretches.begin(), stretches.end(), [](const auto& one) { return one.asked > 0; }),
            1);
    }

    void aMonthAgainstThePromise()
    {
        city::FeedState state = picture({}).state;
        state.promise.grace = 5min;
        for (int i = 0; i < 100; ++i) { // asked every ten minutes, new only every twenty, half of them late
            const city::Instant at = noon + i * 10min;
            const city::FeedState before = state;
            state.lastAttempt = state.lastSuccess = at;
            if (i % 2 == 0) state.newestObservation = at - (i % 4 == 0 ? 0min : 16min);
            state.health.log = feeds::logAfter(before, state, answered(at), 0.8);
        }
        const auto* month = feeds::monthOf(state.health.log, 2026, 7);
        QVERIFY(month && month->asked == 100 && month->watched == 990min);
        const auto kept = feeds::attainment(*month, state.promise);
        QVERIFY(std::abs(*kept.cadence - 0.505) < 0.01);
        QVERIFY(std::abs(*kept.latency - 0.5) < 0.01);
        QVERIFY(std::abs(*kept.complete - 0.8) < 1e-9 && *kept.answered == 1);
        QVERIFY(!feeds::monthOf(state.health.log, 2026, 8));
    }

    void completeWhereValuesAreOfNow()
    {
        city::FeedPicture now = picture({1, 2, 3, 4});
        now.observations[3].observedAt = noon - 1h;
        now.state.promise.grace = 5min;
        QVERIFY(feeds::completeness(now, noon) == 0.75);
        QVERIFY(!feeds::completeness(picture({}), noon));
    }

    void survivesTheProgram()
    {
        city::FeedPicture feed = withFields({QStringLiteral("a"), QStringLiteral("b.c")});
        city::FeedState& state = feed.state;
        state.memory.steadiness[QStringLiteral("pm2.5")] = {noon, 3h, 0xFEDCBA9876543210ULL, 4};
        state.memory.facts = {12.5, 3, 7};
        state.memory.encoding = QStringLiteral("cp950");
        state.lastAttempt = noon;
        state.newestObservation = noon - 1min;
        city::Suspicion gone = raised(Kind::PlacesGone, "", 2);
        gone.examples = QStringList{QStringLiteral("sensor/水")};
        state.health.findings = feeds::findingsAfter({}, {gone}, feed, noon);
        state.health.log = feeds::logAfter(state, state, answered(noon), 0.5);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("x.json"));
        const auto write = [&] {
            return feeds::writeHealth(
                file, {noon, {{QStringLiteral("f"), std::make_shared<const city::FeedPicture>(feed)}}, {}});
        };
        QVERIFY(!write());
        const auto kept = feeds::readHealth(file).at(QStringLiteral("f"));
        QVERIFY(kept.memory.schema == state.memory.schema && kept.memory.facts == state.memory.facts);
        QVERIFY(kept.memory.steadiness == state.memory.steadiness);
        QCOMPARE(kept.memory.encoding, state.memory.encoding);
        QCOMPARE(kept.health.findings.size(), std::size_t(1));
        QVERIFY(kept.health.findings[0].began == noon && !kept.health.findings[0].ended);
        QCOMPARE(kept.health.findings[0].what.examples, gone.examples);
        QVERIFY(kept.health.log.quarters.size() == 1 && kept.health.log.months.size() == 1);
        QVERIFY(kept.health.log.quarters[0].speaksOf == noon - 1min);

        // Whatever is in the file, nothing worse happens than to begin anew.
        QByteArray text = feeds::toJson(
            {noon, {{QStringLiteral("f"), std::make_shared<const city::FeedPicture>(feed)}}, {}});
        for (qsizetype i = 0; i < text.size(); ++i) {
            QByteArray damaged = text;
            damaged[i] = '9';
            (void)feeds::healthFrom(damaged);
        }
        QVERIFY(feeds::healthFrom("[]").empty());
        QVERIFY(feeds::readHealth(folder.filePath(QStringLiteral("none"))).empty());
        QVERIFY(feeds::writeHealth(folder.path() + QStringLiteral("/no/x"), {noon, {}, {}}));
    }

    void aFewPayloadsAreKept()
    {
        QTemporaryDir folder;
        const QString feed = QStringLiteral("bikes/../x");
        for (int i = 0; i < 9; ++i) {
            feeds::FetchResponse response;
            response.body = "[" + QByteArray::number(i) + "]";
            response.contentType = "application/json";
            response.receivedAt = noon + i * 1min;
            for (int twice = 0; twice < 2; ++twice)
                feeds::keepPayload(folder.path(), feed, response,
                                   i == 8 ? std::optional(city::Problem{{}, {}, {"no"}}) : std::nullopt);
        }
        feeds::FetchResponse large;
        large.body = QByteArray(3'000'000, 'x');
        large.receivedAt = noon + 1h;
        feeds::keepPayload(folder.path(), feed, large, {});
        const auto kept = feeds::keptPayloads(folder.path(), feed);
        QCOMPARE(kept.size(), std::size_t(5));
        QVERIFY(kept[0].bytes == 3'000'000 && feeds::bodyOf(kept[0]).size() == 256 * 1024);
        QVERIFY(kept[1].at == noon + 8min && kept[1].refused == QLatin1String("no"));
        QCOMPARE(feeds::bodyOf(kept[1]), QByteArray("[8]"));
        QCOMPARE(kept[1].contentType, QByteArray("application/json"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(feeds::keptPayloads({}, feed).empty());
    }

    void payloadsForPeople()
    {
        const QByteArray line(200, 'a');
        QCOMPARE(feeds::payloadText(line + "\t\r\n\x01", {}, 1000),
                 QString::fromLatin1(line) + QStringLiteral("\t\n·"));
        QCOMPARE(feeds::payloadText(QByteArray::fromHex("bb4fa55f"), "text/csv; charset=big5", 100),
                 QStringLiteral("臺北"));
        QVERIFY(feeds::payloadText(QByteArray::fromHex("0a0d0a0b0001020304050607"), {}, 100)
                    .startsWith(QLatin1String("00000000  0a 0d")));
    }
};

CITYOPS_TEST(QCoreApplication, FindingsTest)
#include "findings_test.moc"
