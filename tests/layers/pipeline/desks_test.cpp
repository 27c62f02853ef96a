// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_schema.h"
#include "layers/pipeline/city.h"
#include "layers/pipeline/shared_city.h"
#include "tests/layers/pipeline/plain_format.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QPromise>
#include <QSaveFile>
#include <QSignalSpy>
#include <csignal>
#include <sys/prctl.h>

namespace {

const QStringList feedNames{QStringLiteral("bikes"), QStringLiteral("rain"), QStringLiteral("roads")};
constexpr city::Duration cadence{400};
constexpr int patience = 20'000; ///< Milliseconds.

std::vector<feeds::FeedSpec> specs()
{
    std::vector<feeds::FeedSpec> all;
    for (const QString& name : feedNames) {
        feeds::FeedSpec feed;
        feed.id = name;
        feed.request.url = QUrl(QStringLiteral("https://a.tw/") + name);
        feed.request.every = cadence;
        feed.promise.cadence = cadence;
        all.push_back(feed);
    }
    return all;
}

/// Answers from the files of a folder, as they are now.
class FileTransport : public feeds::Transport {
public:
    FileTransport(QString folder, const city::Clock& clock) : m_folder(std::move(folder)), m_clock(clock) {}

    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override
    {
        feeds::FetchResponse response;
        QFile file(m_folder + QLatin1Char('/') + request.feed);
        if (file.open(QIODevice::ReadOnly))
            response.body = file.readAll();
        else
            response.failure = city::Problem{{}, {}, {"HTTP %1", {QStringLiteral("404")}}};
        response.receivedAt = m_clock.now();
        QPromise<feeds::FetchResponse> promise;
        promise.start();
        promise.addResult(response);
        promise.finish();
        return promise.future();
    }

private:
    QString m_folder;
    const city::Clock& m_clock;
};

/// A collector, as a process of its own: it says which feeds are its.
int collect(const QString& store, const QString& folder)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // gone with the test
    const city::SystemClock clock;
    history::HistoryStore history(store);
    FileTransport transport(folder, clock);
    pipeline::CityParts parts;
    parts.feeds = specs();
    parts.clock = &clock;
    parts.transport = &transport;
    parts.history = &history;
    parts.decode = decodePlain;
    pipeline::City city(std::move(parts));
    QObject::connect(&city, &pipeline::City::dutyChanged, &city, [](const QString& feed, bool isOurs) {
        std::printf("%s %s\n", qPrintable(feed), isOurs ? "ours" : "theirs");
        std::fflush(stdout);
    });
    city.start();
    return QCoreApplication::exec();
}

/// A desk with a store connection and a copy of its own.
struct Desk {
    Desk(const QString& store, const QString& copy) : shared(store), own(copy) { city.start(); }

    double value(const QString& feed) const
    {
        const auto* picture = city.snapshot()->feed(feed);
        return picture && !picture->observations.empty() ? picture->observations.front().value : -1;
    }
    bool shows(int round) const
    {
        return std::all_of(feedNames.begin(), feedNames.end(),
                           [&](const QString& feed) { return qFuzzyCompare(value(feed), round); });
    }

    city::SystemClock clock;
    history::HistoryStore shared, own;
    pipeline::SharedCity city{{specs(), std::make_shared<const city::AreaTree>(), &clock, &shared, &own}};
};

void compare(const Desk& a, const Desk& b)
{
    for (const QString& feed : feedNames) {
        const auto* one = a.city.snapshot()->feed(feed);
        const auto* other = b.city.snapshot()->feed(feed);
        QCOMPARE(one->places.size(), other->places.size());
        QCOMPARE(one->observations.size(), other->observations.size());
        for (std::size_t i = 0; i < one->observations.size(); ++i) {
            QCOMPARE(one->observations[i].place, other->observations[i].place);
            QCOMPARE(one->observations[i].value, other->observations[i].value);
            QCOMPARE(one->observations[i].observedAt, other->observations[i].observedAt);
        }
        QCOMPARE(one->state.lastSuccess.has_value(), other->state.lastSuccess.has_value());
    }
}

} // namespace

/// Two desks and two collectors on one server, of which collectors and the server go and come back.
class DesksTest : public QObject {
    Q_OBJECT

    PostgresServer m_server;
    QTemporaryDir m_folder;
    QString m_store;
    city::Instant m_begin = city::SystemClock().now() - std::chrono::minutes(50);

    /// What the publishers say from now on.
    void say(int round)
    {
        for (const QString& feed : feedNames) {
            QSaveFile file(m_folder.filePath(feed));
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QString at = city::toIso(m_begin + round * std::chrono::seconds(60));
            file.write(QStringLiteral("place 1 121.5 25\nvalue 1 %1 %3\nplace 2 121.6 25.1\nvalue 2 %2 %3\n")
                           .arg(QString::number(round), QString::number(round * 2), at)
                           .toUtf8());
            QVERIFY(file.commit());
        }
    }
    std::unique_ptr<QProcess> collector()
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(),
                       {QStringLiteral("--collect"), m_store, m_folder.path()});
        return process;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city")));
        m_store = m_server.url(QStringLiteral("city"));
        const auto made = history::makeSharedStore(m_store, {}, QTimeZone::utc());
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.problem().toString()));
    }

    void desksStayEqualAndCurrent()
    {
        say(1);
        auto first = collector();
        QVERIFY(first->waitForReadyRead(patience)); // it has a feed
        auto second = collector();
        QByteArray firstSaid = first->readAllStandardOutput();
        Desk a(m_store, m_folder.filePath(QStringLiteral("a.gpkg"))),
            b(m_store, m_folder.filePath(QStringLiteral("b.gpkg")));
        int round = 1;
        const auto showNext = [&] {
            say(++round);
            QTRY_VERIFY_WITH_TIMEOUT(a.shows(round) && b.shows(round), patience);
            compare(a, b);
        };
        QTRY_VERIFY_WITH_TIMEOUT(a.shows(1) && b.shows(1), patience);
        for (int i = 0; i < 3; ++i)
            showNext();

        // The one that asks is killed: the other takes over.
        QTRY_VERIFY_WITH_TIMEOUT((firstSaid += first->readAllStandardOutput()).count("ours") == 3, patience);
        QByteArray secondSaid;
        QTRY_VERIFY_WITH_TIMEOUT((secondSaid += second->readAllStandardOutput()).count("theirs") == 3,
                                 patience);
        QVERIFY(!secondSaid.contains("ours"));
        first->kill();
        QVERIFY(first->waitForFinished(patience));
        for (int i = 0; i < 3; ++i)
            showNext();
        QTRY_COMPARE((secondSaid += second->readAllStandardOutput()).count("ours"), 3);

        // The server goes and comes back: the desks say so, show what they have, and are current again.
        QSignalSpy lost(&a.city, &pipeline::SharedCity::lost), back(&a.city, &pipeline::SharedCity::back);
        QVERIFY(m_server.stop());
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, patience);
        QVERIFY(!a.city.isReached());
        QVERIFY(a.shows(round));
        say(++round);
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(a.shows(round) && b.shows(round), patience);
        compare(a, b);
        second->terminate();
        QVERIFY(second->waitForFinished(patience));

        // The copy has what the store has, also what was told while the desk was cut off.
        const history::SeriesQuery whole{{QStringLiteral("station"), QStringLiteral("1")},
                                         QStringLiteral("bikes"),
                                         a.clock.now() - std::chrono::hours(1),
                                         a.clock.now() + std::chrono::hours(1),
                                         {}};
        const auto stored = a.shared.series(whole).result().value();
        QTRY_COMPARE_WITH_TIMEOUT(a.own.series(whole).result()->samples.size(), stored.samples.size(),
                                  patience);
        QVERIFY(stored.samples.size() >= std::size_t(round));
    }

    void aDeskThatNeverReachedTheStoreShowsItsCopy()
    {
        QVERIFY(m_server.stop());
        Desk desk(m_store, m_folder.filePath(QStringLiteral("a.gpkg")));
        QSignalSpy lost(&desk.city, &pipeline::SharedCity::lost),
            settled(&desk.city, &pipeline::SharedCity::settled);
        QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patience);
        QCOMPARE(lost.count(), 1);
        QVERIFY(desk.value(QStringLiteral("bikes")) > 1);
        const history::SeriesQuery whole{{QStringLiteral("station"), QStringLiteral("1")},
                                         QStringLiteral("bikes"),
                                         desk.clock.now() - std::chrono::hours(1),
                                         desk.clock.now(),
                                         {}};
        QVERIFY(!desk.city.history().series(whole).result()->samples.empty());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(desk.city.isReached(), patience);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--collect")) return collect(words.value(2), words.value(3));
    DesksTest test;
    return runTest(test, argc, argv);
}
#include "desks_test.moc"
