// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/bench/invented_air.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>
#include <QTemporaryDir>
#include <QThread>
#include <cstdio>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

/// How the history takes in and gives back a year of a city, as ratios to the smallest SQLite table that
/// could hold just that, in the same run: history_bench [--store FILE] [--cold] [DAYS [PLACES]]. Making 365 days of 2,000 places
/// takes minutes: what was made in FILE is asked again the next time, with the same numbers, and then not made anew.
///
/// Both sides keep their connection and their prepared statements, live in a thread of their own that is asked and answers
/// with a future, and give a vector. The history is asked each time for another place or moment, so that nothing is
/// remembered from the question before; the table is the same each time. Both lie in the memory the system keeps of files:
/// the disk is not measured, which for the first question of a day decides. With --cold it is that which is measured: both
/// sides are open, the history has been asked once for something else, and then all that is not in use is dropped from memory.
namespace {

using bench::begin;
using bench::cadence;
using bench::seconds;
using city::Instant;

class Bare {
public:
    explicit Bare(const QString& file) { sqlite3_open(file.toUtf8().constData(), &m_database); }
    ~Bare() { sqlite3_close(m_database); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void run(const char* sql) { sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    sqlite3_stmt* prepared(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
        return statement;
    }

private:
    sqlite3* m_database = nullptr;
};

/// Rows a second of a prepared insert into a table of two columns, 2,000 to a transaction.
double bareRate(const QString& file, int rows)
{
    Bare bare(file);
    bare.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE bare (at INTEGER, value REAL)");
    sqlite3_stmt* insert = bare.prepared("INSERT INTO bare VALUES (?, ?)");
    std::mt19937 random(1);
    QElapsedTimer timer;
    timer.start();
    for (int row = 0; row < rows; ++row) {
        if (row % 2000 == 0) bare.run(row == 0 ? "BEGIN" : "COMMIT; BEGIN");
        sqlite3_bind_int64(insert, 1, row);
        sqlite3_bind_double(insert, 2, static_cast<double>(random() % 1000) / 10.0);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    bare.run("COMMIT");
    const double rate = rows / seconds(timer);
    sqlite3_finalize(insert);
    return rate;
}

/// Seconds it takes to read a table of `rows` rows of a time and `numbers` numbers that holds nothing else.
struct Smallest {
    double asked = 0;   ///< By a thread of its own that is asked and answers with a future, as the history is.
    double inPlace = 0; ///< In the thread that wants it.
};

/// Makes that table.
void makeSmallest(const QString& file, int rows, int numbers)
{
    Bare bare(file);
    QByteArray made = "CREATE TABLE bare AS WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < " +
                      QByteArray::number(rows) + ") SELECT n * 600000 AS at";
    for (int i = 0; i < numbers; ++i)
        made += ", abs(random() % 1000) / 10.0 AS value" + QByteArray::number(i);
    bare.run((made + " FROM row").constData());
}

std::vector<city::Sample> readAll(sqlite3_stmt* statement)
{
    std::vector<city::Sample> samples;
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int column = 1; column < sqlite3_column_count(statement); ++column)
            samples.push_back(
                {Instant(city::Duration(sqlite3_column_int64(statement, 0))), sqlite3_column_double(statement, column)});
    sqlite3_reset(statement);
    return samples;
}

Smallest smallest(const QString& file, int rows, int numbers)
{
    makeSmallest(file, rows, numbers);
    Bare bare(file);
    sqlite3_stmt* statement = bare.prepared("SELECT * FROM bare");
    const auto read = [&] { return readAll(statement); };
    Smallest times;
    times.inPlace = bench::medianOf([&](int) { read(); });
    QThread thread;
    QObject home;
    home.moveToThread(&thread);
    thread.start();
    times.asked = bench::medianOf([&](int) {
        auto promise = std::make_shared<QPromise<std::vector<city::Sample>>>();
        promise->start();
        QMetaObject::invokeMethod(&home, [&read, promise] {
            promise->addResult(read());
            promise->finish();
        });
        promise->future().waitForFinished();
    });
    thread.quit();
    thread.wait();
    sqlite3_finalize(statement);
    return times;
}

void print(const char* name, int rows, double ours, const Smallest& table)
{
    std::printf("%-20s %7d rows: %7.3f ms, %.1f times the smallest table (wanted 3; %.3f ms, and %.3f ms read in place)\n", name,
                rows, ours * 1e3, ours / table.asked, table.asked * 1e3, table.inPlace * 1e3);
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
            picture->observations = bench::poll(places, begin + i * cadence, random);
            last = store.record(picture, picture->observations, begin + i * cadence + std::chrono::seconds(70));
        }
        last.waitForFinished();
    }
    history::HistoryStore store(file);
    store.opened().waitForFinished();
    const auto moment = [&store](int at) { store.picturesAt(begin + at * cadence + cadence / 2).waitForFinished(); };
    const double jump = bench::medianOf([&](int round) { moment(11 + (round * 37) % 130); });
    print("every place, shown", places, jump, smallest(folder + QStringLiteral("/moment"), places, 3));
    QElapsedTimer timer;
    timer.start();
    for (int at = 0; at < polls; ++at)
        moment(at);
    for (int at = polls - 1; at >= 0; --at)
        moment(at);
    std::printf("dragged there and back over a day: %.0f pictures a second (wanted 20)\n", 2 * polls / seconds(timer));
    std::printf("file with pictures %.1f bytes an observation\n",
                static_cast<double>(QFileInfo(file).size()) / polls / places);
}

/// Until it is open and has answered once.
double openingTime(const QString& file)
{
    QElapsedTimer timer;
    timer.start();
    history::HistoryStore store(file);
    store.opened().waitForFinished();
    store.latestAt(begin).waitForFinished();
    return seconds(timer);
}

/// Reads a file through once, so that the system has it in memory.
void readThrough(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return;
    constexpr qint64 piece = 4 * 1024 * 1024;
    while (!file.read(piece).isEmpty())
        continue;
}

/// Lets the system forget what it has of a file in memory, but for the pages a program has mapped.
void dropFromMemory(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return;
    fdatasync(file.handle());
    posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
}

/// From the disk: each question once, of places and moments far from each other.
void askCold(const QString& file, const QString& folder, int places, Instant end)
{
    for (const auto& question : bench::questions<history::HistoryStore>(places, end)) {
        const QString table = folder + QStringLiteral("/cold");
        QFile::remove(table);
        makeSmallest(table, question.rows, question.numbers);
        std::vector<double> ours, bare;
        for (int round = 0; round < 11; ++round) {
            QElapsedTimer timer;
            {
                history::HistoryStore store(file);
                question.ask(store, 3 * round + 2);
                dropFromMemory(file);
                timer.start();
                question.ask(store, 3 * round);
                ours.push_back(bench::seconds(timer));
            }
            Bare base(table);
            sqlite3_stmt* statement = base.prepared("SELECT * FROM bare");
            dropFromMemory(table);
            timer.start();
            readAll(statement);
            bare.push_back(bench::seconds(timer));
            sqlite3_finalize(statement);
        }
        std::sort(ours.begin(), ours.end());
        std::sort(bare.begin(), bare.end());
        const double one = ours[ours.size() / 2], other = bare[bare.size() / 2];
        std::printf("%-20s %7d rows, from disk: %7.3f ms (%.3f to %.3f), %.1f times the smallest table (wanted 3; %.3f ms, %.3f to %.3f)\n",
                    question.name, question.rows, one * 1e3, ours.front() * 1e3, ours.back() * 1e3, one / other, other * 1e3,
                    bare.front() * 1e3, bare.back() * 1e3);
    }
}

void make(const QString& file, const QString& folder, int places, Instant end)
{
    const double bare = bareRate(folder + QStringLiteral("/bare.sqlite"), 2'000'000);
    double taken = 0;
    {
        history::HistoryStore store(file);
        store.opened().waitForFinished();
        taken = bench::fill(store, places, begin, end);
        QElapsedTimer timer;
        timer.start();
        store.settled().waitForFinished();
        taken += seconds(timer);
    }
    std::printf("taken in at %.2f of the rate of a bare insert (wanted 0.33)\n",
                bench::rowsIn(end - begin) * static_cast<double>(places) / taken / bare);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser words;
    words.addOption({QStringLiteral("store"), QStringLiteral("Where it is made, and found again."), QStringLiteral("FILE")});
    words.addOption({QStringLiteral("cold"), QStringLiteral("Read from the disk.")});
    words.process(app);
    const QStringList numbers = words.positionalArguments();
    const int days = std::max(2, numbers.value(0, QStringLiteral("30")).toInt());
    const int places = std::max(1, numbers.value(1, QStringLiteral("2000")).toInt());
    const Instant end = begin + std::chrono::hours(24 * days);
    QTemporaryDir folder;
    const QString file = words.isSet(QStringLiteral("store")) ? words.value(QStringLiteral("store"))
                                                              : folder.filePath(QStringLiteral("city.gpkg"));
    if (!QFileInfo::exists(file)) make(file, folder.path(), places, end);
    const double told = bench::rowsIn(end - begin) * static_cast<double>(places);
    std::printf("observations %.0f, file %.1f bytes an observation, rollups included (wanted 26 without)\n", told,
                static_cast<double>(QFileInfo(file).size()) / told);
    const double empty = openingTime(folder.filePath(QStringLiteral("empty.gpkg")));
    std::printf("opened and first asked after %.0f ms, an empty one after %.0f ms\n", openingTime(file) * 1e3, empty * 1e3);

    if (words.isSet(QStringLiteral("cold"))) {
        askCold(file, folder.path(), places, end);
        return 0;
    }
    readThrough(file);
    history::HistoryStore store(file);
    store.opened().waitForFinished();
    bench::askHistory(store, places, end, [&](const char* name, int rows, int wide, double ours) {
        print(name, rows, ours, smallest(folder.filePath(QString::fromLatin1(name)), rows, wide));
    });
    momentsShown(folder.path(), places);
    return 0;
}
