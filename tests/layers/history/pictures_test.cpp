// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/layers/history/two_stores.h"
#include "tests/support/test_main.h"

using city::Instant;

namespace {

const Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();
constexpr city::Duration cadence = std::chrono::minutes(1);

city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

/// What a feed of some stations shows in a round; each tells a new value each time.
city::FeedPicture pictureOf(int round, int first, int last)
{
    city::FeedPicture picture;
    picture.state.id = QStringLiteral("bikes");
    picture.state.lastAttempt = picture.state.lastSuccess = begin + round * cadence;
    for (int n = first; n < last; ++n) {
        picture.places.push_back({station(n), city::LocalText(QStringLiteral("站 %1").arg(n)), city::LonLat{121.5, 25.0}, {}, {}});
        picture.observations.push_back({station(n), QStringLiteral("bikes.available"), n + round / 10.0, QStringLiteral("1"),
                                        begin + round * cadence, begin + round * cadence});
    }
    return picture;
}

void record(history::HistoryStore& store, const city::FeedPicture& picture, int round)
{
    const auto written = store.record(std::make_shared<const city::FeedPicture>(picture), picture.observations, begin + round * cadence);
    QVERIFY2(written.result().ok(), "kept");
}

city::FeedPicture shownAt(history::HistoryStore& store, Instant moment)
{
    const auto pictures = store.picturesAt(moment).result();
    if (!pictures.ok() || pictures->size() != 1) return {};
    return *pictures->front();
}

void compare(const city::FeedPicture& shown, const city::FeedPicture& was)
{
    QCOMPARE(shown.state.lastSuccess, was.state.lastSuccess);
    QCOMPARE(shown.state.failuresInARow, was.state.failuresInARow);
    QCOMPARE(shown.places.size(), was.places.size());
    QCOMPARE(shown.observations.size(), was.observations.size());
    QHash<city::PlaceId, double> values;
    for (const city::Observation& one : shown.observations)
        values.insert(one.place, one.value);
    for (const city::Observation& one : was.observations) {
        QVERIFY(values.contains(one.place));
        QCOMPARE(values.value(one.place), one.value);
    }
}

} // namespace

/// A past moment is given back as it was shown then.
class PicturesTest : public QObject {
    Q_OBJECT

    TwoStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TwoStores::rows(); }
    void init() { NEED_STORE(m_stores); }

    void everyRoundIsGivenBack()
    {
        const QString file = m_stores.fresh();
        {
            history::HistoryStore store(file);
            for (int round = 0; round < 60; ++round)
                record(store, pictureOf(round, 0, 100), round);
            store.settled().waitForFinished();
        }
        history::HistoryStore store(file);
        QVERIFY(store.picturesAt(begin - cadence).result()->empty());
        for (const int round : {0, 1, 19, 20, 21, 22, 41, 59})
            compare(shownAt(store, begin + round * cadence + cadence / 2), pictureOf(round, 0, 100));
        compare(shownAt(store, begin + std::chrono::hours(24)), pictureOf(59, 0, 100));
    }

    void whatVanishedAndWhatCameBack()
    {
        history::HistoryStore store(m_stores.fresh());
        const std::vector<std::pair<int, int>> listings{{0, 50}, {0, 50}, {10, 50}, {10, 60}, {0, 60}, {0, 0}, {0, 50}};
        for (std::size_t i = 0; i < listings.size(); ++i)
            record(store, pictureOf(static_cast<int>(i), listings[i].first, listings[i].second), static_cast<int>(i));
        for (std::size_t i = 0; i < listings.size(); ++i) {
            const int round = static_cast<int>(i);
            compare(shownAt(store, begin + round * cadence), pictureOf(round, listings[i].first, listings[i].second));
        }
    }

    void aRestartShowsNothingOfBefore()
    {
        const QString file = m_stores.fresh();
        {
            history::HistoryStore store(file);
            record(store, pictureOf(0, 0, 10), 0);
        }
        history::HistoryStore store(file);
        city::FeedPicture failed = pictureOf(1, 0, 0);
        failed.state.lastSuccess.reset();
        failed.state.failure = city::Problem{{}, QStringLiteral("list"), {"HTTP %1", {QStringLiteral("503")}}};
        failed.state.failuresInARow = 1;
        record(store, failed, 1);
        const auto shown = shownAt(store, begin + cadence);
        QVERIFY(shown.observations.empty());
        QVERIFY(!shown.state.lastSuccess);
        QCOMPARE(shown.state.failure->toString(), failed.state.failure->toString());
        QCOMPARE(shownAt(store, begin).observations.size(), 10u);
    }

    void alertsEventsAndVehiclesComeBackWhole()
    {
        history::HistoryStore store(m_stores.fresh());
        city::FeedPicture picture = pictureOf(0, 0, 0);
        city::AlertArea area{QStringLiteral("信義區"), {}, {{QStringLiteral("Taiwan_Geocode_103"), QStringLiteral("6300200")}}};
        area.geometry.polygons = {{{{{121, 25}, {122, 25}, {122, 26}, {121, 25}}}}};
        city::AlertInfo info;
        info.language = QStringLiteral("zh-TW");
        info.severity = QStringLiteral("Extreme");
        info.expires = begin + std::chrono::hours(3);
        info.areas = {area};
        city::Alert alert;
        alert.identifier = QStringLiteral("A1");
        alert.sent = begin;
        alert.references = {QStringLiteral("a,b,c")};
        alert.infos = {info};
        picture.alerts = {alert};
        city::Event event;
        event.id = QStringLiteral("E1");
        event.ends = begin + std::chrono::hours(1);
        event.measures = {{{}, QStringLiteral("magnitude"), 5.4, QStringLiteral("1"), begin, begin}};
        picture.events = {event};
        city::Vehicle vehicle;
        vehicle.id = QStringLiteral("V1");
        vehicle.at = {121.5, 25.1};
        vehicle.headingDegrees = 90.0;
        picture.vehicles = {vehicle};
        record(store, picture, 0);

        const auto shown = shownAt(store, begin);
        QCOMPARE(shown.alerts.size(), 1u);
        QCOMPARE(shown.alerts[0].references, alert.references);
        QCOMPARE(shown.alerts[0].infos[0].expires, info.expires);
        QVERIFY(!shown.alerts[0].infos[0].onset);
        QCOMPARE(shown.alerts[0].infos[0].areas[0].geocodes, area.geocodes);
        QVERIFY(shown.alerts[0].infos[0].areas[0].geometry.polygons[0].rings == area.geometry.polygons[0].rings);
        QCOMPARE(shown.events[0].measures[0].value, 5.4);
        QCOMPARE(shown.events[0].ends, event.ends);
        QVERIFY(!shown.events[0].begins);
        QVERIFY(shown.vehicles[0].at == vehicle.at);
        QCOMPARE(shown.vehicles[0].headingDegrees, vehicle.headingDegrees);
        QVERIFY(!shown.vehicles[0].speedKmh);
    }
};

CITYOPS_TEST(QCoreApplication, PicturesTest)
#include "pictures_test.moc"
