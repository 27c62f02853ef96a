// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/layers/history/two_stores.h"
#include "tests/support/test_main.h"

using city::Instant;
using history::Knowledge;
using namespace std::chrono_literals;

namespace {

const Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();
constexpr city::Duration cadence = 1min;

Instant minute(int number)
{
    return begin + number * cadence;
}

city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

city::Observation value(int place, double number, Instant at, Instant learned)
{
    return {station(place), QStringLiteral("pm2.5"), number, QStringLiteral("ug/m3"), at, learned};
}

city::FeedPicture pictureOf(const QString& feed, std::vector<city::Observation> observations, Instant at)
{
    city::FeedPicture picture;
    picture.state.id = feed;
    picture.state.lastAttempt = picture.state.lastSuccess = at;
    picture.observations = std::move(observations);
    return picture;
}

city::Alert alertOf(const QString& id, Instant sent)
{
    city::Alert alert;
    alert.identifier = id;
    alert.sender = QStringLiteral("cwa");
    alert.sent = sent;
    alert.status = QStringLiteral("Actual");
    alert.msgType = QStringLiteral("Alert");
    city::AlertInfo info;
    info.headline = id;
    alert.infos = {info};
    return alert;
}

void record(history::HistoryStore& store, const city::FeedPicture& picture, Instant shownAt)
{
    const auto written =
        store.record(std::make_shared<const city::FeedPicture>(picture), picture.observations, shownAt)
            .result();
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.problem().toString()));
}

std::shared_ptr<const city::FeedPicture> at(history::HistoryStore& store, Instant moment,
                                            Knowledge knowledge = Knowledge::Then,
                                            const QString& feed = QStringLiteral("air"))
{
    const auto pictures = store.picturesAt(moment, knowledge).result();
    if (pictures.ok())
        for (const auto& picture : *pictures)
            if (picture->state.id == feed) return picture;
    return std::make_shared<const city::FeedPicture>();
}

std::optional<double> valueIn(const city::FeedPicture& picture, int place)
{
    for (const city::Observation& one : picture.observations)
        if (one.place == station(place)) return one.value;
    return std::nullopt;
}

const QString air = QStringLiteral("air");

} // namespace

/// What the bar of time needs of the history: marks, gaps, notes, what was known then and what is known now.
class TimelineTest : public QObject {
    Q_OBJECT

    TwoStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TwoStores::rows(); }
    void init() { NEED_STORE(m_stores); }

    void correctionsAndLateValuesAreKnownNowAndWereNotThen()
    {
        history::HistoryStore store(m_stores.fresh());
        record(store,
               pictureOf(air, {value(1, 10, minute(0), minute(1)), value(2, 20, minute(0), minute(1))},
                         minute(1)),
               minute(1));
        // At ten, station 1 is corrected, 2 tells a newer value of before, 3 is heard of for the first time.
        record(store,
               pictureOf(air,
                         {value(1, 11, minute(0), minute(10)), value(2, 22, minute(4), minute(10)),
                          value(3, 33, minute(3), minute(10))},
                         minute(10)),
               minute(10));
        record(store, pictureOf(air, {value(1, 99, minute(20), minute(20))}, minute(20)), minute(20));
        for (int round = 0; round < 2; ++round) { // unsettled, then settled
            const auto then = at(store, minute(5));
            QCOMPARE(then->observations.size(), 2u);
            QCOMPARE(valueIn(*then, 1), 10.0);
            QCOMPARE(valueIn(*then, 2), 20.0);
            const auto now = at(store, minute(5), Knowledge::Now);
            QCOMPARE(now->observations.size(), 3u);
            QCOMPARE(valueIn(*now, 1), 11.0);
            QCOMPARE(valueIn(*now, 2), 22.0);
            QCOMPARE(valueIn(*now, 3), 33.0);
            for (const city::Observation& one : now->observations)
                QCOMPARE(one.receivedAt, minute(10));
            QVERIFY(store.settled().result().ok());
        }
    }

    void anAlertThatCameLateIsKnownNow()
    {
        history::HistoryStore store(m_stores.fresh());
        city::FeedPicture picture = pictureOf(air, {}, minute(0));
        record(store, picture, minute(0));
        picture.alerts = {alertOf(QStringLiteral("flood"), minute(5))};
        record(store, picture, minute(12));
        QVERIFY(at(store, minute(8))->alerts.empty());
        QCOMPARE(at(store, minute(8), Knowledge::Now)->alerts.size(), 1u);
        QVERIFY(at(store, minute(4), Knowledge::Now)->alerts.empty());      // not sent by then
        QCOMPARE(at(store, minute(12), Knowledge::Now)->alerts.size(), 1u); // and never twice
    }

    void theSamePictureIsGivenAgain()
    {
        history::HistoryStore store(m_stores.fresh());
        for (int round = 0; round < 30; ++round)
            record(store, pictureOf(air, {value(1, round, minute(round), minute(round))}, minute(round)),
                   minute(round));
        const auto first = at(store, minute(7));
        QVERIFY(first == at(store, minute(7) + 30s));
        // Forward, back, and over a picture that was written whole.
        for (const int round : {8, 9, 25, 24, 3, 4, 29, 0, 28})
            QCOMPARE(valueIn(*at(store, minute(round)), 1), static_cast<double>(round));
    }

    void marksAreMadeOnceAndLast()
    {
        const QString file = m_stores.fresh();
        for (int run = 0; run < 2; ++run) { // the second run meets the same alert again
            history::HistoryStore store(file);
            city::FeedPicture picture = pictureOf(air, {}, minute(0));
            for (int round = 0; round < 10; ++round) {
                const Instant now = minute(run * 20 + round);
                if (round == 4) picture.alerts = {alertOf(QStringLiteral("storm"), minute(3))};
                picture.state.failuresInARow = round == 6 || round == 7 ? round - 5 : 0;
                picture.state.failure.reset();
                if (picture.state.failuresInARow > 0)
                    picture.state.failure = city::Problem{{}, {}, {"HTTP %1", {QStringLiteral("503")}}};
                record(store, picture, now);
            }
        }
        history::HistoryStore store(file);
        const auto timeline = store.timeline(minute(-10), minute(60), 5min).result();
        QVERIFY(timeline.ok());
        QCOMPARE(timeline->first, std::optional(minute(0)));
        std::vector<history::Mark::Kind> kinds;
        for (const history::Mark& mark : timeline->marks)
            kinds.push_back(mark.kind);
        using Kind = history::Mark::Kind;
        QCOMPARE(kinds, (std::vector<Kind>{Kind::Alert, Kind::FeedFailed, Kind::FeedBack, Kind::FeedFailed,
                                           Kind::FeedBack}));
        QCOMPARE(timeline->marks[0].at, minute(4));
        QCOMPARE(timeline->marks[0].alert.infos.at(0).headline, QStringLiteral("storm"));
        QCOMPARE(timeline->marks[1].at, minute(7));
        QVERIFY(timeline->marks[1].reason.contains(QLatin1String("503")));
        QCOMPARE(timeline->marks[2].at, minute(8));
        // Nothing was recorded between the runs, nor after the last.
        QCOMPARE(timeline->gaps.size(), 2u);
        QCOMPARE(timeline->gaps[0].from, minute(9));
        QCOMPARE(timeline->gaps[0].to, minute(20));
        QCOMPARE(timeline->gaps[1].from, minute(29));
        QVERIFY(store.timeline(minute(1), minute(8), 5min).result()->gaps.empty());
    }

    void notesAreWrittenReadAndRemoved()
    {
        const QString file = m_stores.fresh();
        qint64 id = 0;
        {
            history::HistoryStore store(file);
            history::Note note{0,
                               minute(5),
                               minute(9),
                               minute(100),
                               QStringLiteral("陳"),
                               QStringLiteral("pump 3 was off; 'quoted'")};
            id = store.addNote(note).result().value();
            note.until.reset();
            note.at = minute(50);
            QVERIFY(store.addNote(note).result().value() != id);
        }
        history::HistoryStore store(file);
        auto notes = store.timeline(minute(8), minute(10), 5min).result()->notes;
        QCOMPARE(notes.size(), 1u); // it reaches into the range
        QCOMPARE(notes[0].id, id);
        QCOMPARE(notes[0].author, QStringLiteral("陳"));
        QCOMPARE(notes[0].text, QStringLiteral("pump 3 was off; 'quoted'"));
        QCOMPARE(notes[0].writtenAt, minute(100));
        QVERIFY(store.removeNote(id).result().value());
        QVERIFY(!store.removeNote(id).result().value());
        QCOMPARE(store.timeline(minute(0), minute(60), 5min).result()->notes.size(), 1u);
    }

    /// Each program's picture is its own: nothing the other was told is mixed into it.
    void twoProgramsRecordTheSameFeed()
    {
        const QString file = m_stores.fresh();
        history::HistoryStore one(file), two(file);
        std::vector<std::pair<Instant, double>> shown; // of station 1, by whoever spoke last
        for (int round = 0; round < 24; ++round) {
            const Instant now = minute(round);
            const bool first = round % 3 != 2;
            // The second program knows another station, and is told other values of the first.
            const double told = first ? round : 1000 + round;
            std::vector<city::Observation> observations{value(1, told, now, now)};
            if (!first) observations.push_back(value(2, told, now, now));
            record(first ? one : two, pictureOf(air, observations, now), now);
            shown.emplace_back(now, told);
        }
        history::HistoryStore reader(file);
        for (const auto& [now, told] : shown) {
            const auto picture = at(reader, now + 10s);
            QCOMPARE(valueIn(*picture, 1), told);
            QCOMPARE(valueIn(*picture, 2), told >= 1000 ? std::optional(told) : std::nullopt);
        }
    }

    void aClockSetBackAnHourMixesNothing()
    {
        history::HistoryStore store(m_stores.fresh());
        for (int round = 0; round < 90; ++round) {
            const Instant now =
                round < 60 ? minute(round) : minute(round - 60); // it is one, it is noon again
            record(store, pictureOf(air, {value(round < 60 ? 1 : 2, round, now, now)}, now), now);
        }
        // Of a minute that came twice the later picture is shown, whole; beyond it, what was shown there.
        for (int round = 0; round < 60; ++round) {
            const auto picture = at(store, minute(round));
            const bool twice = round < 30;
            QCOMPARE(valueIn(*picture, 1), twice ? std::nullopt : std::optional<double>(round));
            QCOMPARE(valueIn(*picture, 2), twice ? std::optional<double>(round + 60) : std::nullopt);
        }
    }
};

CITYOPS_TEST(QCoreApplication, TimelineTest)
#include "timeline_test.moc"
