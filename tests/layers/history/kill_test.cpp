// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>
#include <random>

using city::Instant;
using namespace std::chrono_literals;

namespace {

constexpr int stations = 150;
const QString feed = QStringLiteral("air");

Instant timeOf(int round)
{
    return city::fromIso(u"2026-03-01T00:00:00Z").value() + round * 1min;
}

city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

/// All that the feed tells in a round: every station the number of the round.
city::FeedPicture pictureOf(int round)
{
    city::FeedPicture picture;
    picture.state.id = feed;
    picture.state.lastAttempt = picture.state.lastSuccess = timeOf(round);
    for (int one = 0; one < stations; ++one)
        picture.observations.push_back({station(one), QStringLiteral("pm2.5"), static_cast<double>(round),
                                        QStringLiteral("ug/m3"), timeOf(round), timeOf(round)});
    return picture;
}

/// The child: takes in round after round and says so of each on standard output once the store has it.
int ingest(const QString& file, int round)
{
    history::HistoryStore store(file);
    for (;; ++round) {
        auto picture = std::make_shared<const city::FeedPicture>(pictureOf(round));
        const auto written = store.record(picture, picture->observations, timeOf(round)).result();
        if (!written.ok()) return 1;
        std::printf("%d\n", round);
        std::fflush(stdout);
    }
}

} // namespace

/// A program that is killed while it takes in data. How often: CITYOPS_KILLS, otherwise 10 times.
class KillTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("city.gpkg"));

    /// Kills a child that goes on from `round` after some milliseconds: the last round it acknowledged.
    int kill(int round, int milliseconds)
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--ingest"), m_file, QString::number(round)});
        if (!child.waitForReadyRead(30'000)) return -1; // it is at work
        child.waitForFinished(milliseconds);
        child.kill();
        child.waitForFinished();
        // Only a whole line is an acknowledgement.
        QByteArray said = child.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n'));
        return said.mid(said.lastIndexOf('\n') + 1).toInt();
    }

private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNothingIsHalfThere()
    {
        bool set = false;
        const int asked = qEnvironmentVariableIntValue("CITYOPS_KILLS", &set);
        const int kills = set ? asked : 10;
        std::mt19937 random(9);
        int next = 0;
        for (int time = 0; time < kills; ++time) {
            const int acknowledged = kill(next, static_cast<int>(random() % 400));
            QVERIFY2(acknowledged >= next, "the child acknowledged its first round");
            history::HistoryStore store(m_file);
            QVERIFY(store.opened().result().ok());
            QVERIFY2(store.setAside().result().isEmpty(), "the file is not damaged");
            // Every station has the same rounds, all of them up to what was acknowledged, perhaps one more.
            std::size_t rounds = 0;
            for (const int one : {0, 1, stations / 2, stations - 1}) {
                const auto series =
                    store.series({station(one), QStringLiteral("pm2.5"), timeOf(0), timeOf(1'000'000), {}})
                        .result();
                QVERIFY(series.ok());
                QVERIFY(series->samples.size() >= static_cast<std::size_t>(acknowledged + 1));
                QVERIFY(rounds == 0 || series->samples.size() == rounds);
                rounds = series->samples.size();
                for (std::size_t i = 0; i < rounds; ++i) {
                    QCOMPARE(series->samples[i].at, timeOf(static_cast<int>(i)));
                    QCOMPARE(series->samples[i].value, static_cast<double>(i));
                }
            }
            // And the pictures tell the same.
            const int last = static_cast<int>(rounds) - 1;
            for (const int round : {acknowledged, last, last / 2, next}) {
                const auto pictures = store.picturesAt(timeOf(round)).result();
                QVERIFY(pictures.ok());
                QCOMPARE(pictures->size(), 1u);
                QCOMPARE(pictures->front()->observations.size(), static_cast<std::size_t>(stations));
                for (const city::Observation& one : pictures->front()->observations)
                    QCOMPARE(one.value, static_cast<double>(round));
            }
            // So do the newest values of a moment, settled or not.
            for (const int round : {0, last / 3, last}) {
                const auto latest = store.latestAt(timeOf(round) + 30s).result();
                QVERIFY(latest.ok());
                QCOMPARE(latest->size(), static_cast<std::size_t>(stations));
                for (const city::Observation& one : *latest)
                    QCOMPARE(one.value, static_cast<double>(round));
            }
            // The summaries agree with the values they are of.
            const auto days = store
                                  .summaries({station(7),
                                              QStringLiteral("pm2.5"),
                                              timeOf(0),
                                              timeOf(last),
                                              24h,
                                              QTimeZone::utc(),
                                              {}})
                                  .result();
            QVERIFY(days.ok());
            int counted = 0;
            for (const history::Summary& day : days->summaries)
                counted += day.count;
            QVERIFY2(counted >= last, qPrintable(QStringLiteral("%1 of %2").arg(counted).arg(rounds)));
            next = static_cast<int>(rounds);
        }
        qInfo("%d kills, %d rounds of %d values kept", kills, next, stations);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() == 4 && words[1] == QLatin1String("--ingest")) return ingest(words[2], words[3].toInt());
    KillTest test;
    return runTest(test, argc, argv);
}
#include "kill_test.moc"
