// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/backup.h"
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using city::Instant;
using namespace std::chrono_literals;

namespace {

const Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();
constexpr city::Duration day = 24h;
constexpr int days = 20;

city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

/// Two feeds: one tells pm2.5 and noise, the other rain.
city::FeedPicture pictureOf(const char* feed, std::initializer_list<const char*> quantities, Instant at)
{
    city::FeedPicture picture;
    picture.state.id = QLatin1String(feed);
    picture.state.lastAttempt = picture.state.lastSuccess = at;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(at - begin).count();
    for (int one = 0; one < 10; ++one)
        for (const char* quantity : quantities)
            picture.observations.push_back({station(one), QLatin1String(quantity), static_cast<double>(hours),
                                            QStringLiteral("1"), at, at});
    return picture;
}

void fill(history::HistoryStore& store)
{
    for (Instant at = begin; at < begin + days * day; at += 1h) {
        for (const auto& picture :
             {pictureOf("air", {"pm2.5", "noise"}, at), pictureOf("rain", {"rain.1h"}, at)}) {
            const auto written =
                store.record(std::make_shared<const city::FeedPicture>(picture), picture.observations, at)
                    .result();
            QVERIFY(written.ok());
        }
    }
    QVERIFY(store.settled().result().ok());
}

std::size_t count(history::HistoryStore& store, const char* quantity)
{
    return store.series({station(3), QLatin1String(quantity), begin, begin + 100 * day, {}})
        .result()
        ->samples.size();
}

std::optional<city::FeedPicture> shown(history::HistoryStore& store, const char* feed, Instant at)
{
    const auto pictures = store.picturesAt(at).result();
    for (const auto& one : *pictures)
        if (one->state.id == QLatin1String(feed)) return *one;
    return std::nullopt;
}

/// What waits to be forgotten is forgotten before what is asked behind it... in the order of writing.
void settle(history::HistoryStore& store)
{
    for (int i = 0; i < 20; ++i)
        QVERIFY(store.append(QString(), {}).result().ok());
}

} // namespace

/// What is kept for how long, and copies of it.
class RetentionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachQuantityIsKeptForItsOwnTime()
    {
        QTemporaryDir folder;
        history::HistoryStore store(folder.filePath(QStringLiteral("city.gpkg")));
        fill(store);
        QCOMPARE(count(store, "pm2.5"), static_cast<std::size_t>(24 * days));
        const Instant now = begin + days * day;
        history::Retention keep;
        keep.quantities = {{QStringLiteral("pm2.5"), 15 * day}, {QStringLiteral("noise"), 5 * day}};
        store.keep(keep, now);
        settle(store);
        // A run goes as a whole, some three days of these.
        const auto isAbout = [](std::size_t found, int kept) {
            return found >= static_cast<std::size_t>(kept * 24) &&
                   found <= static_cast<std::size_t>(kept * 24 + 80);
        };
        QVERIFY2(isAbout(count(store, "pm2.5"), 15), qPrintable(QString::number(count(store, "pm2.5"))));
        QVERIFY2(isAbout(count(store, "noise"), 5), qPrintable(QString::number(count(store, "noise"))));
        QCOMPARE(count(store, "rain.1h"), static_cast<std::size_t>(24 * days));
        // The pictures of "air" hold noise, too: they are kept as long as that. Those of "rain" stay.
        QVERIFY(!shown(store, "air", now - 10 * day));
        QCOMPARE(shown(store, "rain", now - 18 * day)->observations.size(), 10u);
        for (const auto back : {4 * day, 2 * day, 1 * day + 5h}) {
            const auto picture = shown(store, "air", now - back);
            QVERIFY(picture);
            QCOMPARE(picture->observations.size(), 20u);
            for (const city::Observation& one : picture->observations)
                QCOMPARE(one.value,
                         static_cast<double>(
                             std::chrono::duration_cast<std::chrono::hours>(now - back - begin).count()));
        }
        // What the days came to stays.
        const auto daily =
            store.summaries({station(3), QStringLiteral("noise"), begin, now, 24h, QTimeZone::utc(), {}})
                .result();
        QCOMPARE(daily->summaries.size(), static_cast<std::size_t>(days));
        // And new values go on as before.
        const auto next = pictureOf("air", {"pm2.5", "noise"}, now);
        QCOMPARE(store.record(std::make_shared<const city::FeedPicture>(next), next.observations, now)
                     .result()
                     .value(),
                 20);
        QCOMPARE(shown(store, "air", now)->observations.size(), 20u);
    }

    void forEverIsForEver()
    {
        history::HistoryStore store(QStringLiteral(":memory:"));
        fill(store);
        store.keep({}, begin + 10'000 * day);
        settle(store);
        QCOMPARE(count(store, "noise"), static_cast<std::size_t>(24 * days));
    }

    void alertsAndNotesGoByTheTimeForAll()
    {
        history::HistoryStore store(QStringLiteral(":memory:"));
        store.addNote({0, begin, {}, begin, QStringLiteral("a"), QStringLiteral("old")}).waitForFinished();
        store.addNote({0, begin + 9 * day, {}, begin, QStringLiteral("a"), QStringLiteral("new")})
            .waitForFinished();
        store.keep({5 * day, {}}, begin + 10 * day);
        settle(store);
        const auto notes = store.timeline(begin, begin + 20 * day, 1h).result()->notes;
        QCOMPARE(notes.size(), 1u);
        QCOMPARE(notes[0].text, QStringLiteral("new"));
    }

    void aCopyIsMadeWhileTheFileIsInUse()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("city.gpkg")),
                      copy = folder.filePath(QStringLiteral("it's a copy.gpkg"));
        history::HistoryStore store(file);
        fill(store);
        const auto written = history::backUp(file, copy);
        QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.problem().toString()));
        QVERIFY(*written > 0 && !QFile::exists(copy + QStringLiteral(".part")));
        const auto next = pictureOf("air", {"pm2.5", "noise"}, begin + days * day);
        QVERIFY(store
                    .record(std::make_shared<const city::FeedPicture>(next), next.observations,
                            begin + days * day)
                    .result()
                    .ok());
        history::HistoryStore other(copy);
        QVERIFY(other.opened().result().ok());
        QCOMPARE(count(other, "noise"), static_cast<std::size_t>(24 * days));
        QCOMPARE(count(store, "noise"), static_cast<std::size_t>(24 * days + 1));
        QCOMPARE(shown(other, "rain", begin + 7 * day)->observations.size(), 10u);
        // What is there is never overwritten, and what is no history is not copied.
        QVERIFY(!history::backUp(file, copy).ok());
        QVERIFY(
            !history::backUp(folder.filePath(QStringLiteral("none")), folder.filePath(QStringLiteral("x")))
                 .ok());
        QVERIFY(!history::backUp(file, folder.filePath(QStringLiteral("no/such/folder"))).ok());
    }
};

CITYOPS_TEST(QCoreApplication, RetentionTest)
#include "retention_test.moc"
