// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/apply.h"
#include "tests/layers/pipeline/plain_format.h"
#include "tests/support/test_main.h"

using city::FeedPicture;
using pipeline::Listing;
using pipeline::Reception;

namespace {

const city::Instant noon = city::fromIso(u"2026-07-15T12:00:00Z").value();
constexpr city::Duration minute{60'000};

feeds::FeedSpec spec()
{
    feeds::FeedSpec feed;
    feed.id = QStringLiteral("bikes");
    feed.promise.grace = minute;
    return feed;
}

FeedPicture after(const FeedPicture& previous, const char* payload, Listing listing = Listing::Full,
                  city::Instant at = noon)
{
    const feeds::FeedSpec feed = spec();
    const city::QuantityCatalogue none;
    return pipeline::accepted(previous, decodePlain(payload, {feed, none, at}).value(),
                              Reception{at, city::Duration(70), 999, listing});
}

FeedPicture first(const char* payload)
{
    return after(pipeline::unasked(spec()), payload);
}

/// "1=5 2=7": station and value.
QString values(const FeedPicture& picture)
{
    QStringList texts;
    for (const auto& one : picture.observations)
        texts << one.place.id + QLatin1Char('=') + QString::number(one.value);
    texts.sort();
    return texts.join(QLatin1Char(' '));
}

} // namespace

class ApplyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stateAfterSuccess()
    {
        const FeedPicture picture = first("place 1\nvalue 1 5 2026-07-15T11:58:00Z\nbad\n");
        QCOMPARE(picture.state.id, QStringLiteral("bikes"));
        QVERIFY(picture.state.lastSuccess == noon && picture.state.lastAttempt == noon);
        QVERIFY(picture.state.newestObservation == noon - 2 * minute);
        QCOMPARE(picture.state.recordCount, 2);
        QCOMPARE(picture.state.problemCount, 1);
        QCOMPARE(picture.state.payloadBytes, 999);
        QVERIFY(!picture.state.failure);
    }

    void olderNeverReplacesNewer()
    {
        const FeedPicture one = first("value 1 5 2026-07-15T11:50:00Z");
        QCOMPARE(values(after(one, "value 1 9 2026-07-15T11:40:00Z")), QStringLiteral("1=5"));
        QCOMPARE(values(after(one, "value 1 9 2026-07-15T11:51:00Z")), QStringLiteral("1=9"));
        QCOMPARE(values(after(one, "value 1 9 2026-07-15T11:50:00Z")), QStringLiteral("1=9")); // a correction
        QCOMPARE(values(first("value 1 5 2026-07-15T11:50:00Z\nvalue 1 6 2026-07-15T11:49:00Z")),
                 QStringLiteral("1=5"));
    }

    void theFutureNeverStandsBeforeThePresent()
    {
        const FeedPicture wrong = first("value 1 5 2027-01-01T00:00:00Z");
        QVERIFY(wrong.state.freshness(noon) == city::Freshness::Future);
        const FeedPicture right = after(wrong, "value 1 6 2026-07-15T11:59:00Z");
        QCOMPARE(values(right), QStringLiteral("1=6"));
        QVERIFY(right.state.newestObservation == noon - minute);
        QCOMPARE(values(after(right, "value 1 7 2027-01-01T00:00:00Z")), QStringLiteral("1=6"));
    }

    void fullListingDropsWhatItLeavesOut()
    {
        const FeedPicture both = first("place 1\nplace 2\nvalue 1 5\nvalue 2 7");
        const FeedPicture one = after(both, "place 1\nvalue 1 6");
        QCOMPARE(one.places.size(), 1u);
        QCOMPARE(values(one), QStringLiteral("1=6"));
        // Still listed but without a value: its last one stays, with its own time.
        QCOMPARE(values(after(both, "place 1\nplace 2\nvalue 1 6")), QStringLiteral("1=6 2=7"));
    }

    void partialListingDropsNothing()
    {
        const FeedPicture both = first("place 1\nplace 2\nvalue 1 5\nvalue 2 7");
        const FeedPicture part = after(both, "place 1\nvalue 1 6", Listing::Partial);
        QCOMPARE(part.places.size(), 2u);
        QCOMPARE(values(part), QStringLiteral("1=6 2=7"));
    }

    void eachKeyOnce()
    {
        const FeedPicture picture = first(
            "place 1\nplace 1 121.5 25.0\nplace 1\nalert a\nalert a\nevent e\nevent e\nvehicle v\nvehicle v");
        QCOMPARE(picture.places.size(), 1u);
        QVERIFY(picture.places[0].at.has_value());
        QCOMPARE(picture.alerts.size(), 1u);
        QCOMPARE(picture.events.size(), 1u);
        QCOMPARE(picture.vehicles.size(), 1u);
    }

    void emptyAnswerKeepsTheLastPicture()
    {
        const FeedPicture good = first("place 1\nvalue 1 5");
        const FeedPicture kept = after(good, "", Listing::Full, noon + minute);
        QCOMPARE(values(kept), QStringLiteral("1=5"));
        QVERIFY(kept.state.failure.has_value());
        QCOMPARE(kept.state.failuresInARow, 1);
        QVERIFY(kept.state.lastSuccess == noon && kept.state.lastAttempt == noon + minute);
    }

    void noAlertsIsGoodNews()
    {
        const FeedPicture calm = after(first("alert a\nevent e\nvehicle v"), "");
        QVERIFY(calm.alerts.empty() && calm.events.empty() && calm.vehicles.empty());
        QVERIFY(!calm.state.failure);
        // But not when there were records and none of them could be read.
        const FeedPicture kept = after(first("alert a"), "bad\nbad");
        QCOMPARE(kept.alerts.size(), 1u);
        QVERIFY(kept.state.failure->toString().contains(QLatin1String("a bad record")));
        QCOMPARE(kept.state.problemCount, 2);
    }

    void failureKeepsAndCounts()
    {
        FeedPicture picture = first("place 1\nvalue 1 5");
        for (int n = 1; n <= 3; ++n) {
            picture = pipeline::failed(picture, {{}, {}, {"HTTP 503"}}, {noon + n * minute});
            QCOMPARE(picture.state.failuresInARow, n);
        }
        QCOMPARE(values(picture), QStringLiteral("1=5"));
        QVERIFY(picture.state.lastSuccess == noon);
        picture = pipeline::unchanged(picture, {noon + 4 * minute});
        QVERIFY(!picture.state.failure);
        QCOMPARE(picture.state.failuresInARow, 0);
        QVERIFY(picture.state.lastSuccess == noon + 4 * minute);
        QCOMPARE(values(picture), QStringLiteral("1=5"));
    }

    void atMostAHundredProblemsAreKept()
    {
        const FeedPicture picture = first(("place 1\n" + QByteArray("bad\n").repeated(500)).constData());
        QCOMPARE(picture.state.problems.size(), 100u);
        QCOMPARE(picture.state.problemCount, 500);
    }
};

CITYOPS_TEST(QCoreApplication, ApplyTest)
#include "apply_test.moc"
