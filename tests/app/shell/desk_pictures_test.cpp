// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_city.h"
#include "app/shell/main_window.h"
#include "layers/history/shared/shared_schema.h"
#include "layers/pipeline/city.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"
#include "widgets/timeline/timeline_bar.h"

#include <QApplication>
#include <QCursor>
#include <QDeadlineTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <array>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/prctl.h>

using app::MainWindow;
using namespace std::chrono_literals;

namespace {

constexpr city::Duration cadence = 10min; ///< Of every feed.
constexpr int patience = 120'000;         ///< Milliseconds.
/// Nothing scrolls at this size. What scrolls may be a pixel longer or shorter by what stood there before.
constexpr QSize shown(1920, 1080);

QString packFolder()
{
    return qEnvironmentVariable("CITYOPS_RESOURCES") + QStringLiteral("/packs/taipei");
}

std::shared_ptr<const app::Pack> readPack()
{
    return app::readPack(packFolder(), qEnvironmentVariable("CITYOPS_RESOURCES")).pack;
}

/// A collector, as a process of its own. It reads from its standard input what time it is, asks what is due then, and says
/// which feeds are its.
int collect(const QString& store)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // gone with the test
    const auto pack = readPack();
    city::FixedClock clock{app::DemoCity::openingMoment()};
    app::DemoCity demo(pack, clock);
    history::HistoryStore history(store);
    pipeline::CityParts parts{pack->feeds, pack->quantities, pack->areas, &clock, &demo, &history};
    for (feeds::FeedSpec& feed : parts.feeds)
        feed.request.every = cadence;
    pipeline::City city(std::move(parts));
    QObject::connect(&city, &pipeline::City::dutyChanged, &city, [](const QString& feed, bool isOurs) {
        std::printf("%s %s\n", isOurs ? "ours" : "theirs", qPrintable(feed));
        std::fflush(stdout);
    });
    // One that was still being asked when its time came is asked once it is done.
    QObject::connect(&city, &pipeline::City::published, &city, [&city] { city.wake(); }, Qt::QueuedConnection);
    bool isStarted = false;
    QSocketNotifier words(0, QSocketNotifier::Read);
    QObject::connect(&words, &QSocketNotifier::activated, &city, [&] {
        std::string line;
        if (!std::getline(std::cin, line)) return QCoreApplication::quit();
        clock.set(city::fromIso(QString::fromStdString(line)).value());
        std::exchange(isStarted, true) ? city.wake() : city.start();
    });
    return QCoreApplication::exec();
}

/// A desk, as a process of its own. It reads a time and a file: once every feed it shows was asked at that time, that is its
/// present, and its window is drawn into the file.
class Desk : public QObject {
public:
    explicit Desk(const QString& store)
    {
        app::RunOptions options;
        options.pack = packFolder();
        options.store = store;
        options.language = QStringLiteral("en");
        options.theme = QStringLiteral("dark");
        options.clock = m_clock;
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        m_window = std::make_unique<MainWindow>(resources, options, m_language, MainWindow::Memory::Plain);
        m_window->resize(shown);
        m_window->show();
        m_window->open(options, app::CityRun::Pace::Scheduled);
    }
    bool draw(city::Instant at, const QString& file)
    {
        if (!QTest::qWaitFor([&] { return m_window->session() && isCurrent(at); }, patience)) {
            for (const auto& [id, feed] : m_window->session()->run().snapshot()->feeds())
                if (feed->state.lastAttempt != at) std::fprintf(stderr, "%s is not current\n", qPrintable(id));
            return false;
        }
        m_clock->set(at);
        m_window->session()->setThorough(true);
        const auto judged = [&] { return m_window->session()->alarms().alarms()->at == at; };
        // The map lies a pixel higher or lower by what stood below it when it was laid out: so it is laid out anew.
        for (const QSize size : {QSize(1600, 900), shown}) {
            m_window->resize(size);
            QSignalSpy picture(m_window->session(), &app::Session::pictureReady);
            m_window->session()->tick();
            if (!QTest::qWaitFor([&] { return judged() && !picture.isEmpty() && m_window->isReady(); }, patience)) return false;
        }
        QImage image = m_window->grab().toImage();
        // The bar of time asks for its marks now and then.
        const QWidget& bar = m_window->frame().bar();
        QPainter painter(&image);
        painter.fillRect(QRect(bar.mapTo(m_window.get(), QPoint()), bar.size()), Qt::black);
        painter.end();
        return image.save(file);
    }

private:
    bool isCurrent(city::Instant at) const
    {
        const auto snapshot = m_window->session()->run().snapshot();
        // One whose publisher asked for a pause is left alone until that is over.
        return !snapshot->feeds().empty() && std::all_of(snapshot->feeds().begin(), snapshot->feeds().end(), [at](const auto& feed) {
            return feed.second->state.lastAttempt == at || (feed.second->state.lastAttempt && feed.second->state.failure);
        });
    }

    std::shared_ptr<city::FixedClock> m_clock = std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());
    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

int showDesk(const QString& store)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    QCursor::setPos(-1, -1);
    Desk desk(store);
    QSocketNotifier words(0, QSocketNotifier::Read);
    QObject::connect(&words, &QSocketNotifier::activated, &desk, [&] {
        std::string at, file;
        if (!(std::cin >> at >> file)) return QCoreApplication::quit();
        words.setEnabled(false);
        const bool drawn = desk.draw(city::fromIso(QString::fromStdString(at)).value(), QString::fromStdString(file));
        words.setEnabled(true);
        std::printf("%s\n", drawn ? "drawn" : "failed");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

/// One of the processes, seen from the test.
class Child {
public:
    Child(const char* kind, const QString& store, const QString& home = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!home.isEmpty()) environment.insert(QStringLiteral("HOME"), home); // each desk has a copy of its own
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QLatin1String(kind), store});
    }
    ~Child() { kill(); }
    void tell(const QString& line) { m_process.write(line.toUtf8() + '\n'); }
    void itIs(city::Instant at) { tell(city::toIso(at)); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    /// How many of its lines begin so.
    qsizetype lines(const char* begin)
    {
        m_said += m_process.readAllStandardOutput();
        return (m_said.startsWith(begin) ? 1 : 0) + m_said.count(QByteArray("\n") + begin);
    }
    qsizetype ours() { return lines("ours "); }
    qsizetype theirs() { return lines("theirs "); }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// Two desks and two collectors on one PostgreSQL, one of which is killed: what the two windows draw stays equal, and
/// current within one cadence.
class DeskPicturesTest : public QObject {
    Q_OBJECT

    PostgresServer m_server;
    QTemporaryDir m_folder;
    QString m_store;
    city::Instant m_time = app::DemoCity::openingMoment();
    std::vector<std::unique_ptr<Child>> m_desks;
    int m_drawings = 0;
    QImage m_last;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static int differing(const QImage& a, const QImage& b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
                count += std::abs(qRed(one) - qRed(other)) > 2 || std::abs(qGreen(one) - qGreen(other)) > 2 ||
                         std::abs(qBlue(one) - qBlue(other)) > 2;
            }
        return count;
    }
    /// Draws both desks; nothing when one could not show the present.
    std::optional<std::array<QImage, 2>> drawn()
    {
        ++m_drawings;
        std::array<QImage, 2> images;
        for (std::size_t i = 0; i < 2; ++i)
            m_desks[i]->tell(city::toIso(m_time) + QLatin1Char(' ') + path(QStringLiteral("%1.png").arg(i)));
        for (std::size_t i = 0; i < 2; ++i) {
            const auto answered = [&] { return m_desks[i]->lines("drawn") + m_desks[i]->lines("failed") == m_drawings; };
            if (!QTest::qWaitFor(answered, 3 * patience) || m_desks[i]->lines("failed") > 0) return std::nullopt;
            images[i] = QImage(path(QStringLiteral("%1.png").arg(i))).convertToFormat(QImage::Format_RGB32);
            if (const QString keep = qEnvironmentVariable("CITYOPS_KEEP_PICTURES"); !keep.isEmpty())
                images[i].save(keep + QStringLiteral("/desk-%1.png").arg(i));
        }
        return images;
    }
    /// Both are current, equal, and no longer what they were. What each finds out on its own (what is usual, what is expected)
    /// comes sooner to one than to the other: until then both are drawn again.
    void lookAtBoth()
    {
        std::optional<std::array<QImage, 2>> images;
        for (const QDeadlineTimer enough(patience / 2); !enough.hasExpired();) {
            images = drawn();
            QVERIFY(images);
            QCOMPARE((*images)[0].size(), shown);
            if (differing((*images)[0], (*images)[1]) == 0) break;
        }
        QVERIFY(images);
        QCOMPARE(differing((*images)[0], (*images)[1]), 0);
        if (!m_last.isNull()) QVERIFY2(differing((*images)[0], m_last) > 500, qPrintable(QString::number(differing((*images)[0], m_last))));
        m_last = (*images)[0];
    }
    /// Connections that hold a feed; the collectors' own.
    int lockHolders()
    {
        const bool asked = m_server.sql(QStringLiteral("city"),
                                        QStringLiteral("SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory'"));
        return asked ? m_server.said().toInt() : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city")));
        m_store = m_server.url(QStringLiteral("city"));
        const auto made = history::makeSharedStore(m_store, {}, QTimeZone("Asia/Taipei"));
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.problem().toString()));
    }

    void picturesStayEqualAndCurrent()
    {
        const auto pack = readPack();
        QVERIFY(pack);
        const auto feeds = static_cast<qsizetype>(pack->feeds.size());
        auto first = std::make_unique<Child>("--collect", m_store);
        first->itIs(m_time);
        QTRY_VERIFY_WITH_TIMEOUT(first->ours() > 0, patience);
        for (const char* home : {"one", "two"}) {
            QVERIFY(QDir().mkpath(path(QLatin1String(home))));
            m_desks.push_back(std::make_unique<Child>("--desk", m_store, path(QLatin1String(home))));
        }
        Child second("--collect", m_store);
        const auto later = [&] {
            m_time += cadence;
            if (first) first->itIs(m_time);
            second.itIs(m_time);
        };
        // In the first round those that may wait are not asked yet.
        later();
        QTRY_COMPARE_WITH_TIMEOUT(first->ours(), feeds, patience);
        later();
        lookAtBoth();
        later();
        lookAtBoth();
        QTRY_COMPARE_WITH_TIMEOUT(second.theirs(), feeds, patience);
        QCOMPARE(second.ours(), 0);

        // The one that asks is killed. Once the server has noticed, the other asks all feeds when they are due next.
        const int held = lockHolders();
        first->kill();
        first.reset();
        QTRY_COMPARE_WITH_TIMEOUT(lockHolders(), held - 1, patience);
        later();
        QTRY_COMPARE_WITH_TIMEOUT(second.ours(), feeds, patience);
        lookAtBoth();
        later();
        lookAtBoth();

        // One that comes back stands by.
        first = std::make_unique<Child>("--collect", m_store);
        first->itIs(m_time);
        later();
        lookAtBoth();
        QCOMPARE(first->ours(), 0);
        m_desks.clear();
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--collect")) return collect(words.value(2));
    if (words.value(1) == QLatin1String("--desk")) return showDesk(words.value(2));
    DeskPicturesTest test;
    return runTest(test, argc, argv);
}
#include "desk_pictures_test.moc"
