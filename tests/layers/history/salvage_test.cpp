// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <random>

using city::Instant;
using namespace std::chrono_literals;

namespace {

const Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();
constexpr int rounds = 600, stations = 40;
constexpr qint64 pageSize = 4096;

Instant timeOf(int round)
{
    return begin + round * 1min;
}

city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

double valueOf(int round, int one)
{
    return round + one / 100.0;
}

city::FeedPicture pictureOf(int round)
{
    city::FeedPicture picture;
    picture.state.id = QStringLiteral("air");
    picture.state.lastAttempt = picture.state.lastSuccess = timeOf(round);
    for (int one = 0; one < stations; ++one) {
        picture.places.push_back(
            {station(one), city::LocalText(QString::number(one)), city::LonLat{121.5, 25}, {}, {}});
        picture.observations.push_back({station(one), QStringLiteral("pm2.5"), valueOf(round, one),
                                        QStringLiteral("ug/m3"), timeOf(round), timeOf(round)});
    }
    return picture;
}

void fill(const QString& file)
{
    history::HistoryStore store(file);
    for (int round = 0; round < rounds; ++round) {
        const auto picture = std::make_shared<const city::FeedPicture>(pictureOf(round));
        QVERIFY(store.record(picture, picture->observations, timeOf(round)).result().ok());
        if (round == rounds / 2) QVERIFY(store.settled().result().ok());
    }
}

void overwrite(const QString& file, const std::vector<qint64>& pages)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadWrite));
    for (const qint64 page : pages) {
        QVERIFY(out.seek(page * pageSize));
        out.write(QByteArray(pageSize, '\xa5'));
    }
}

} // namespace

/// What becomes of a history whose file was damaged.
class SalvageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatCanBeReadIsKeptAndNothingIsShownWrong_data()
    {
        QTest::addColumn<int>("pages");
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 8; ++seed)
            QTest::addRow("%d pages, %d", 1 + 2 * seed, seed) << 1 + 2 * seed << seed;
    }
    void whatCanBeReadIsKeptAndNothingIsShownWrong()
    {
        QFETCH(int, pages);
        QFETCH(int, seed);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("city.gpkg"));
        fill(file);
        // Not the first pages, which say what tables there are.
        std::mt19937 random(static_cast<unsigned>(seed));
        const qint64 all = QFile(file).size() / pageSize;
        std::vector<qint64> bad;
        for (int i = 0; i < pages; ++i)
            bad.push_back(static_cast<qint64>(all / 4) +
                          static_cast<qint64>(random() % static_cast<quint64>(all - all / 4)));
        overwrite(file, bad);

        history::HistoryStore store(file);
        QVERIFY(store.opened().result().ok());
        if (store.setAside().result().isEmpty()) QSKIP("only unused pages were hit");
        const history::Salvage salvage = store.salvaged().result();
        QVERIFY(salvage.tried);
        QVERIFY2(salvage.answers > rounds / 2, qPrintable(QString::number(salvage.answers)));
        // Whatever is given is true.
        int right = 0;
        for (int one = 0; one < stations; ++one) {
            const auto series =
                store.series({station(one), QStringLiteral("pm2.5"), timeOf(0), timeOf(rounds), {}}).result();
            QVERIFY(series.ok());
            for (const city::Sample& sample : series->samples) {
                const auto round = static_cast<int>((sample.at - begin) / 1min);
                QCOMPARE(sample.value, valueOf(round, one));
                ++right;
            }
        }
        QVERIFY2(right > rounds * stations / 3, qPrintable(QString::number(right)));
        for (int round = 0; round < rounds; round += 7) {
            const auto pictures = store.picturesAt(timeOf(round)).result();
            QVERIFY(pictures.ok());
            for (const auto& picture : *pictures) {
                // The picture of this minute or of an earlier one, but a true one.
                const auto of = static_cast<int>((*picture->state.lastAttempt - begin) / 1min);
                QCOMPARE(picture->observations.size(), static_cast<std::size_t>(stations));
                QCOMPARE(picture->places.size(), static_cast<std::size_t>(stations));
                for (const city::Observation& one : picture->observations)
                    QCOMPARE(one.value, valueOf(of, one.place.id.toInt()));
            }
        }
        // And it goes on.
        const auto next = std::make_shared<const city::FeedPicture>(pictureOf(rounds + 5));
        QVERIFY(store.record(next, next->observations, timeOf(rounds + 5)).result().ok());
        QCOMPARE(store.picturesAt(timeOf(rounds + 5)).result()->front()->observations.size(),
                 static_cast<std::size_t>(stations));
    }

    void aFileOfRubbishIsSaidToBeLost()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("city.gpkg"));
        fill(file);
        overwrite(file, {0, 1, 2, 3});
        history::HistoryStore store(file);
        QVERIFY(store.opened().result().ok());
        QVERIFY(!store.setAside().result().isEmpty());
        QVERIFY(!store.salvaged().result().tried);
    }
};

CITYOPS_TEST(QCoreApplication, SalvageTest)
#include "salvage_test.moc"
