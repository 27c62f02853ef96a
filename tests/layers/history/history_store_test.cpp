// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/layers/history/two_stores.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>

using city::Instant;

namespace {

Instant at(const char* text)
{
    return city::fromIso(QString::fromLatin1(text)).value();
}

city::Observation bikes(const char* station, double value, const char* observed, const char* received)
{
    return {{QStringLiteral("bike-station"), QString::fromLatin1(station)},
            QStringLiteral("bikes.available"),
            value,
            QStringLiteral("1"),
            at(observed),
            at(received)};
}

history::SeriesQuery query(const char* station)
{
    return {{QStringLiteral("bike-station"), QString::fromLatin1(station)},
            QStringLiteral("bikes.available"),
            at("2026-07-15T00:00:00Z"),
            at("2026-07-16T00:00:00Z"),
            std::nullopt};
}

const QString feed = QStringLiteral("youbike");

} // namespace

/// What holds of a store in a file and of one on a server.
class HistoryStoreTest : public QObject {
    Q_OBJECT

    TwoStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TwoStores::rows(); }
    void init() { NEED_STORE(m_stores); }

    void rememberedAcrossOpenings()
    {
        const QString file = m_stores.fresh();
        {
            history::HistoryStore store(file);
            // Not waited for: the destructor has to.
            store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z"),
                                bikes("1", 7, "2026-07-15T06:05:00Z", "2026-07-15T06:06:00Z")});
        }
        history::HistoryStore store(file);
        QVERIFY(store.opened().result().ok());
        QCOMPARE(store.isShared(), TwoStores::isShared());
        QVERIFY(store.setAside().result().isEmpty());
        const auto series = store.series(query("1")).result();
        QVERIFY(series.ok());
        QCOMPARE(series->unit, QStringLiteral("1"));
        QCOMPARE(series->samples.size(), 2u);
        QCOMPARE(series->samples[0].value, 5.0);
        QVERIFY(series->samples[1].at == at("2026-07-15T06:05:00Z"));
        QCOMPARE(store.series(query("2")).result()->samples.size(), 0u);
    }

    void whatIsKnownIsNotWrittenAgain()
    {
        history::HistoryStore store(m_stores.fresh());
        const auto first = bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z");
        const auto again = bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:02:00Z");
        QCOMPARE(store.append(feed, {first, first}).result().value(), 1);
        QCOMPARE(store.append(feed, {again}).result().value(), 0);
        QCOMPARE(store.append(QStringLiteral("mirror"), {again}).result().value(), 0);
        QCOMPARE(store.append(feed, {}).result().value(), 0);
    }

    void correctionsAddAndAsOfTellsWhatWasKnown()
    {
        history::HistoryStore store(m_stores.fresh());
        QCOMPARE(store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z")})
                     .result()
                     .value(),
                 1);
        QCOMPARE(store.append(feed, {bikes("1", 6, "2026-07-15T06:00:00Z", "2026-07-15T07:00:00Z")})
                     .result()
                     .value(),
                 1);
        // Corrected back: what was believed at 07:30 and at 08:30 differ, so this is news.
        QCOMPARE(store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T08:00:00Z")})
                     .result()
                     .value(),
                 1);

        const auto known = [&store](const char* when) {
            auto asked = query("1");
            if (*when) asked.asOf = at(when);
            const auto series = store.series(asked).result();
            return series->samples.empty() ? -1.0 : series->samples.at(0).value;
        };
        QCOMPARE(known("2026-07-15T06:00:59Z"), -1.0);
        QCOMPARE(known("2026-07-15T06:01:00Z"), 5.0);
        QCOMPARE(known("2026-07-15T07:30:00Z"), 6.0);
        QCOMPARE(known("2026-07-15T08:30:00Z"), 5.0);
        QCOMPARE(known(""), 5.0);
        QCOMPARE(store.series(query("1")).result()->samples.size(), 1u);
    }

    void twoFeedsThatDisagreeAreBothKeptOnce()
    {
        history::HistoryStore store(m_stores.fresh());
        const QString other = QStringLiteral("other");
        QCOMPARE(store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z")})
                     .result()
                     .value(),
                 1);
        QCOMPARE(store.append(other, {bikes("1", 9, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z")})
                     .result()
                     .value(),
                 1);
        // Polling on, nothing new is learned from either.
        QCOMPARE(store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:02:00Z")})
                     .result()
                     .value(),
                 0);
        QCOMPARE(store.append(other, {bikes("1", 9, "2026-07-15T06:00:00Z", "2026-07-15T06:02:00Z")})
                     .result()
                     .value(),
                 0);
    }

    void latestAtIsByObservedTime()
    {
        history::HistoryStore store(m_stores.fresh());
        store.append(feed, {bikes("1", 5, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z"),
                            bikes("1", 8, "2026-07-15T07:00:00Z", "2026-07-15T07:01:00Z"),
                            bikes("1", 9, "2026-07-15T07:00:00Z", "2026-07-15T07:02:00Z"),
                            bikes("2", 3, "2026-07-15T05:00:00Z", "2026-07-15T05:01:00Z")})
            .waitForFinished();
        const auto six = store.latestAt(at("2026-07-15T06:30:00Z")).result().value();
        QCOMPARE(six.size(), 2u);
        QCOMPARE(six[0].value, 5.0);
        QCOMPARE(six[1].place.id, QStringLiteral("2"));
        const auto seven = store.latestAt(at("2026-07-15T07:00:00Z")).result().value();
        QCOMPARE(seven[0].value, 9.0);
        QVERIFY(seven[0].observedAt == at("2026-07-15T07:00:00Z"));
        QCOMPARE(seven[0].unit, QStringLiteral("1"));
        QVERIFY(store.latestAt(at("2026-07-15T04:00:00Z")).result()->empty());
    }

    void severalSeriesInTheOrderAsked()
    {
        history::HistoryStore store(m_stores.fresh());
        std::vector<city::Observation> batch;
        for (int station = 0; station < 500; ++station) {
            const QByteArray name = QByteArray::number(station);
            batch.push_back(bikes(name.constData(), station, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z"));
        }
        QCOMPARE(store.append(feed, batch).result().value(), 500);
        const auto all = store.seriesOf({query("499"), query("nowhere"), query("0")}).result();
        QCOMPARE(all->size(), 3u);
        QCOMPARE(all->at(0).samples.at(0).value, 499.0);
        QVERIFY(all->at(1).samples.empty());
        QCOMPARE(all->at(1).place.id, QStringLiteral("nowhere"));
        QCOMPARE(all->at(2).samples.at(0).value, 0.0);
    }

    void unitsAreNeverMixed()
    {
        history::HistoryStore store(m_stores.fresh());
        const city::PlaceId road{QStringLiteral("road"), QStringLiteral("R1")};
        const QString speed = QStringLiteral("speed");
        store.append(feed, {{road, speed, 10, QStringLiteral("m/s"), at("2026-07-15T06:00:00Z"),
                             at("2026-07-15T06:00:00Z")},
                            {road, speed, 40, QStringLiteral("km/h"), at("2026-07-15T07:00:00Z"),
                             at("2026-07-15T07:00:00Z")}})
            .waitForFinished();
        const auto series =
            store.series({road, speed, at("2026-07-15T00:00:00Z"), at("2026-07-16T00:00:00Z"), std::nullopt})
                .result();
        QCOMPARE(series->unit, QStringLiteral("km/h"));
        QCOMPARE(series->samples.at(0).value, 36.0);
        QCOMPARE(series->samples.at(1).value, 40.0);
    }

    void emptyAndOddNamesAreData()
    {
        history::HistoryStore store(m_stores.fresh());
        city::Observation odd = bikes("x", 1, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z");
        odd.place = {QString(), QStringLiteral("'; DROP TABLE observation; --")};
        odd.unit = QString();
        QCOMPARE(store.append(QString(), {odd}).result().value(), 1);
        auto asked = query("x");
        asked.place = odd.place;
        QCOMPARE(store.series(asked).result()->samples.size(), 1u);
    }

    void manySeriesInReasonableTime()
    {
        history::HistoryStore store(m_stores.fresh());
        const int many = TwoStores::isShared() ? 20'000 : 100'000; // each new series costs some questions to the server
        std::vector<city::Observation> batch;
        for (int i = 0; i < many; ++i) {
            const QByteArray name = QByteArray::number(i);
            batch.push_back(bikes(name.constData(), i, "2026-07-15T06:00:00Z", "2026-07-15T06:01:00Z"));
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.append(feed, batch).result().value(), many);
        qInfo("%d new series written in %lld ms", many, timer.restart());
        for (auto& one : batch)
            one.observedAt += city::Duration(60'000);
        QCOMPARE(store.append(feed, batch).result().value(), many);
        qInfo("%d observations of known series in %lld ms", many, timer.restart());
        QCOMPARE(store.append(feed, batch).result().value(), 0);
        qInfo("%d known observations looked up in %lld ms", many, timer.restart());
    }
};

CITYOPS_TEST(QCoreApplication, HistoryStoreTest)
#include "history_store_test.moc"
