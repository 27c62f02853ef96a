// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <random>
#include <sqlite3.h>

/// How the history takes in and gives back a year of a city, as ratios to the smallest SQLite table that
/// could hold just that, in the same run: history_bench [DAYS [PLACES]]. Values have one decimal, one every
/// ten minutes.
namespace {

using city::Instant;

constexpr city::Duration cadence = std::chrono::minutes(10);
const Instant begin = city::fromIso(u"2025-01-01T00:00:00Z").value();

std::vector<city::Observation> poll(int places, Instant at, std::mt19937& random)
{
    std::vector<city::Observation> batch;
    for (int place = 0; place < places; ++place)
        batch.push_back({{QStringLiteral("station"), QString::number(place)},
                         QStringLiteral("pm2.5"),
                         static_cast<double>(random() % 1000) / 10.0,
                         QStringLiteral("ug/m3"),
                         at,
                         at + std::chrono::seconds(70)});
    return batch;
}

double seconds(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) * 1e-9;
}

/// Rows a second of a prepared insert into a table of two columns, 2,000 to a transaction.
double bareRate(const QString& file, int rows)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(
        database,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE bare (at INTEGER, value REAL)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO bare VALUES (?, ?)", -1, &insert, nullptr);
    std::mt19937 random(1);
    QElapsedTimer timer;
    timer.start();
    for (int row = 0; row < rows; ++row) {
        if (row % 2000 == 0)
            sqlite3_exec(database, row == 0 ? "BEGIN" : "COMMIT; BEGIN", nullptr, nullptr, nullptr);
        sqlite3_bind_int64(insert, 1, row);
        sqlite3_bind_double(insert, 2, static_cast<double>(random() % 1000) / 10.0);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    const double rate = rows / seconds(timer.nsecsElapsed());
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return rate;
}

/// Seconds to read `rows` rows of a time and `numbers` numbers from a table that holds nothing else; the
/// median of nine.
double bareRead(const QString& file, int rows, int numbers = 1)
{
    bareRate(file, rows);
    if (numbers > 1) {
        QByteArray more = "DROP TABLE IF EXISTS wide; CREATE TABLE wide AS SELECT at";
        for (int i = 0; i < numbers; ++i)
            more += ", value + " + QByteArray::number(i) + " AS value" + QByteArray::number(i);
        more += " FROM bare; DROP TABLE bare; ALTER TABLE wide RENAME TO bare; VACUUM";
        sqlite3* database = nullptr;
        sqlite3_open(file.toUtf8().constData(), &database);
        sqlite3_exec(database, more.constData(), nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        sqlite3* database = nullptr;
        sqlite3_open(file.toUtf8().constData(), &database);
        sqlite3_stmt* read = nullptr;
        sqlite3_prepare_v2(database, "SELECT * FROM bare", -1, &read, nullptr);
        QElapsedTimer timer;
        timer.start();
        std::vector<city::Sample> samples;
        while (sqlite3_step(read) == SQLITE_ROW)
            for (int column = 1; column <= numbers; ++column)
                samples.push_back({Instant(city::Duration(sqlite3_column_int64(read, 0))),
                                   sqlite3_column_double(read, column)});
        times.push_back(seconds(timer.nsecsElapsed()));
        sqlite3_finalize(read);
        sqlite3_close(database);
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    return times[4];
}

template<typename Ask> double medianOf(Ask ask)
{
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        QElapsedTimer timer;
        timer.start();
        ask(round);
        times.push_back(seconds(timer.nsecsElapsed()));
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    return times[4];
}

/// A day as a running program records it, with what was shown: reading a moment back, as a table and as one
/// drags along.
void momentsShown(const QString& folder, int places)
{
    const QString file = folder + QStringLiteral("/shown.gpkg");
    std::mt19937 random(2);
    constexpr int polls = 144;
    {
        history::HistoryStore store(file);
        QFuture<city::Result<int>> last;
        for (int i = 0; i < polls; ++i) {
            auto picture = std::make_shared<city::FeedPicture>();
            picture->state.id = QStringLiteral("air");
            picture->observations = poll(places, begin + i * cadence, random);
            last =
                store.record(picture, picture->observations, begin + i * cadence + std::chrono::seconds(70));
        }
        last.waitForFinished();
    }
    const double smallest = bareRead(folder + QStringLiteral("/moment"), places);
    history::HistoryStore store(file);
    store.opened().waitForFinished();
    const auto moment = [&store](int at) {
        store.picturesAt(begin + at * cadence + cadence / 2).waitForFinished();
    };
    const double jump = medianOf([&](int round) { moment(11 + (round * 37) % 130); });
    std::printf("%-20s %7d rows: %7.3f ms, %.1f times the smallest table (wanted 3)\n",
                "every place, as shown", places, jump * 1e3, jump / smallest);
    QElapsedTimer timer;
    timer.start();
    for (int at = 0; at < polls; ++at)
        moment(at);
    for (int at = polls - 1; at >= 0; --at)
        moment(at);
    std::printf("dragged there and back over a day: %.0f pictures a second (wanted 20)\n",
                2 * polls / seconds(timer.nsecsElapsed()));
    std::printf("file with pictures %.1f bytes an observation\n",
                static_cast<double>(QFileInfo(file).size()) / polls / places);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int days = argc > 1 ? std::max(2, QByteArray(argv[1]).toInt()) : 30;
    const int places = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 2000;
    QTemporaryDir folder;
    const double bare = bareRate(folder.filePath(QStringLiteral("bare.sqlite")), 2'000'000);
    const QString file = folder.filePath(QStringLiteral("city.gpkg"));
    const Instant end = begin + std::chrono::hours(24 * days);
    double taken = 0;
    qint64 told = 0;
    {
        std::mt19937 random(1);
        history::HistoryStore store(file);
        store.opened().waitForFinished();
        for (Instant day = begin; day < end; day += std::chrono::hours(24)) {
            std::vector<std::vector<city::Observation>> polls;
            for (Instant at = day; at < day + std::chrono::hours(24); at += cadence)
                polls.push_back(poll(places, at, random));
            QElapsedTimer timer;
            timer.start();
            QFuture<city::Result<int>> last;
            for (auto& batch : polls) {
                told += static_cast<qint64>(batch.size());
                last = store.append(QStringLiteral("air"), std::move(batch));
            }
            last.waitForFinished();
            taken += seconds(timer.nsecsElapsed());
        }
        QElapsedTimer timer;
        timer.start();
        store.settled().waitForFinished();
        taken += seconds(timer.nsecsElapsed());
    }
    std::printf("observations %lld\n", static_cast<long long>(told));
    std::printf("taken in at %.2f of the rate of a bare insert (wanted 0.33)\n",
                static_cast<double>(told) / taken / bare);
    std::printf("file %.1f bytes an observation, rollups included (wanted 26 without)\n",
                static_cast<double>(QFileInfo(file).size()) / static_cast<double>(told));

    QElapsedTimer opening;
    opening.start();
    {
        history::HistoryStore empty(folder.filePath(QStringLiteral("empty.gpkg")));
        empty.opened().waitForFinished();
        empty.latestAt(begin).waitForFinished();
    }
    std::printf("an empty one is opened and first asked after %.0f ms\n",
                seconds(opening.nsecsElapsed()) * 1e3);
    opening.start();
    history::HistoryStore store(file);
    store.opened().waitForFinished();
    store.latestAt(begin).waitForFinished();
    std::printf("opened and first asked after %.0f ms\n", seconds(opening.nsecsElapsed()) * 1e3);

    const auto ask = [&](const char* name, city::Duration range, bool summed, int rows) {
        const double smallest = bareRead(folder.filePath(QString::fromLatin1(name)), rows, summed ? 5 : 1);
        const double ours = medianOf([&](int round) {
            const city::PlaceId place{QStringLiteral("station"), QString::number(round * 7 % places)};
            if (summed)
                store
                    .summaries({place,
                                QStringLiteral("pm2.5"),
                                end - range,
                                end,
                                std::chrono::hours(1),
                                QTimeZone::utc(),
                                {}})
                    .waitForFinished();
            else
                store.series({place, QStringLiteral("pm2.5"), end - range, end - cadence, {}})
                    .waitForFinished();
        });
        std::printf("%-20s %7d rows: %7.3f ms, %.1f times the smallest table\n", name, rows, ours * 1e3,
                    ours / smallest);
    };
    const auto rowsIn = [](city::Duration range) { return static_cast<int>(range / cadence); };
    const city::Duration all = end - begin;
    ask("day", std::chrono::hours(24), false, rowsIn(std::chrono::hours(24)));
    ask("week", std::min<city::Duration>(all, std::chrono::hours(168)), false,
        rowsIn(std::min<city::Duration>(all, std::chrono::hours(168))));
    ask("all of it", all, false, rowsIn(all));
    ask("all of it, by hour", all, true, static_cast<int>(all / std::chrono::hours(1)));
    const double picture = bareRead(folder.filePath(QStringLiteral("picture")), places);
    const double latest =
        medianOf([&](int round) { store.latestAt(begin + all * (round + 1) / 11).waitForFinished(); });
    std::printf("%-20s %7d rows: %7.3f ms, %.1f times the smallest table\n", "every place, then", places,
                latest * 1e3, latest / picture);
    momentsShown(folder.path(), places);
    return 0;
}
