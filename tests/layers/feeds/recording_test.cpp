// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/recording.h"
#include "layers/feeds/watch_transport.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <deque>

using feeds::FetchRequest;
using feeds::FetchResponse;
using namespace std::chrono_literals;

namespace {

/// Answers what it was told to, one after the other.
class Scripted : public feeds::Transport {
public:
    explicit Scripted(const city::Clock& clock) : m_clock(clock) {}
    std::deque<FetchResponse> answers;
    QFuture<FetchResponse> get(const FetchRequest&) override
    {
        QPromise<FetchResponse> promise;
        promise.start();
        FetchResponse response = answers.front();
        answers.pop_front();
        response.receivedAt = m_clock.now();
        promise.addResult(response);
        promise.finish();
        return promise.future();
    }

private:
    const city::Clock& m_clock;
};

FetchResponse wait(const QFuture<FetchResponse>& future)
{
    QFutureWatcher<FetchResponse> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!watcher.isFinished()) finished.wait(10'000);
    return watcher.result();
}

FetchRequest ask(const char* feed)
{
    FetchRequest asked;
    asked.feed = QString::fromLatin1(feed);
    asked.request.url = QUrl(QStringLiteral("https://example.org/a?api_key=TELLTALE"));
    return asked;
}

} // namespace

/// What was recorded is answered again at its time; files that are put down are found.
class RecordingTest : public QObject {
    Q_OBJECT

    const city::Instant m_begin = *city::fromIso(u"2026-07-15T06:00:00Z");
    city::FixedClock m_clock{m_begin};
    QTemporaryDir m_folder;

private Q_SLOTS:
    void recordedAndReplayed()
    {
        const QString folder = m_folder.filePath(QStringLiteral("session"));
        QVERIFY(!feeds::recordingStart(folder));
        Scripted live(m_clock);
        FetchResponse one, same, broken, two, page;
        one.body = "[1]";
        one.etag = "\"e1\"";
        one.contentType = "application/json; charset=big5";
        same.notModified = true;
        broken.failure = city::Problem{{}, {}, {"HTTP %1", {QStringLiteral("503")}}};
        two.body = "[2]";
        page.body = "[p2]";
        live.answers = {one, same, broken, two, page};
        feeds::RecordingTransport recording(live, folder);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!wait(recording.get(ask("air"))).receivedAt.time_since_epoch().count() == 0);
            m_clock.set(m_clock.now() + 1min);
        }
        FetchRequest second = ask("air");
        second.page = 1;
        QCOMPARE(wait(recording.get(second)).body, QByteArray("[p2]"));
        QVERIFY(!recording.problem());
        QFile list(folder + QStringLiteral("/recording.jsonl"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        QVERIFY(!list.readAll().contains("TELLTALE"));

        QCOMPARE(feeds::recordingStart(folder), std::optional(m_begin));
        city::FixedClock then{m_begin - 10min};
        feeds::RecordedTransport replay(folder, then);
        QVERIFY(wait(replay.get(ask("air"))).failure->toString().contains(QLatin1String("begins later")));
        then.set(m_begin);
        FetchRequest asked = ask("air");
        const FetchResponse first = wait(replay.get(asked));
        QCOMPARE(first.body, QByteArray("[1]"));
        QCOMPARE(first.contentType, one.contentType);
        asked.etag = first.etag;
        then.set(m_begin + 90s);
        QVERIFY(wait(replay.get(asked)).notModified);
        QCOMPARE(wait(replay.get(ask("air"))).body, QByteArray("[1]")); // asked from the start
        then.set(m_begin + 2min);
        QCOMPARE(wait(replay.get(asked)).failure->toString(), QStringLiteral("HTTP 503"));
        then.set(m_begin + 1h);
        QCOMPARE(wait(replay.get(asked)).body, QByteArray("[2]"));
        QCOMPARE(wait(replay.get(second)).body, QByteArray("[p2]"));
        QVERIFY(wait(replay.get(ask("rain")))
                    .failure->toString()
                    .contains(QLatin1String("no recording of rain")));
    }

    void watchedFiles()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("drop"));
        const auto put = [this](const char* name, const char* content, int day) {
            QFile file(m_folder.filePath(QStringLiteral("drop/") + QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
            file.write(content);
            file.flush(); // which sets the time
            file.setFileTime(QDateTime(QDate(2026, 1, day), QTime(0, 0)), QFileDevice::FileModificationTime);
        };
        feeds::WatchTransport watch(m_clock);
        FetchRequest asked = ask("drop");
        asked.request.watch = m_folder.filePath(QStringLiteral("drop/*.csv"));
        asked.request.watchFolder = m_folder.path();
        QVERIFY(wait(watch.get(asked))
                    .failure->toString()
                    .contains(QLatin1String("there is no file like *.csv")));
        put("a.csv", "old", 1);
        put("b.csv", "new", 2);
        put("c.txt", "other", 3);
        const FetchResponse first = wait(watch.get(asked));
        QCOMPARE(first.body, QByteArray("new"));
        asked.lastModified = first.lastModified;
        QVERIFY(wait(watch.get(asked)).notModified);
        put("a.csv", "newer", 4);
        QCOMPARE(wait(watch.get(asked)).body, QByteArray("newer"));

        QVERIFY(
            QFile::link(QStringLiteral("/etc/hostname"), m_folder.filePath(QStringLiteral("drop/z.lnk"))));
        asked.request.watch = m_folder.filePath(QStringLiteral("drop/*.lnk"));
        QVERIFY(
            wait(watch.get(asked)).failure->toString().contains(QLatin1String("leads out of the folder")));
        asked.request.watch = m_folder.filePath(QStringLiteral("drop/a.csv"));
        asked.request.maxBytes = 2;
        asked.lastModified.clear();
        QVERIFY(
            wait(watch.get(asked)).failure->toString().contains(QLatin1String("larger than the allowed 2")));
    }
};

CITYOPS_TEST(QCoreApplication, RecordingTest)
#include "recording_test.moc"
