// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/remote.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

const QString unitFile = QStringLiteral(CITYOPS_SOURCE "/resources/desktop/cityops-wall@.service");

/// What a service manager does for the wall's unit, by the times the unit states: starts the program, waits
/// until it is ready, misses its signs of life, kills and starts again.
class Supervisor {
public:
    explicit Supervisor(const QTemporaryDir& folder) : m_folder(folder)
    {
        const QSettings unit(unitFile, QSettings::IniFormat);
        watchdog = std::chrono::seconds(unit.value(QStringLiteral("Service/WatchdogSec")).toInt());
        pause = std::chrono::seconds(unit.value(QStringLiteral("Service/RestartSec")).toInt());
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = socketPath().toUtf8();
        std::copy_n(path.constData(), std::min<qsizetype>(path.size(), sizeof address.sun_path - 1),
                    address.sun_path);
        m_good = m_socket >= 0 &&
                 ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Supervisor()
    {
        stop();
        ::close(m_socket);
    }

    bool isGood() const { return m_good && watchdog.count() > 0 && pause.count() > 0; }

    void start()
    {
        m_program = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), socketPath());
        environment.insert(QStringLiteral("WATCHDOG_USEC"),
                           QString::number(std::chrono::microseconds(watchdog).count()));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_program->setProcessEnvironment(environment);
        m_program->start(QStringLiteral(CITYOPS_PROGRAM),
                         {QStringLiteral("--wall"), QStringLiteral("eoc"), QStringLiteral("--demo"),
                          QStringLiteral("--speed"), QStringLiteral("0"), QStringLiteral("--remote")});
    }

    /// The next word of the program; empty: it said none in time.
    QByteArray hear(std::chrono::milliseconds patience)
    {
        QElapsedTimer waited;
        waited.start();
        char word[200];
        while (waited.elapsed() < patience.count()) {
            const auto size = ::recv(m_socket, word, sizeof word, 0);
            if (size > 0) return QByteArray(word, static_cast<qsizetype>(size));
            m_program->waitForReadyRead(10);
        }
        return {};
    }
    bool waitUntilReady()
    {
        while (true) {
            const QByteArray word = hear(std::chrono::seconds(60));
            if (word.isEmpty() || word == "READY=1") return !word.isEmpty();
        }
    }
    void hang() { ::kill(static_cast<pid_t>(m_program->processId()), SIGSTOP); }
    /// Until a sign of life is missed for as long as the unit says; then as systemd does.
    void killWhenMissed()
    {
        while (!hear(watchdog).isEmpty()) {
        }
        stop();
    }
    void stop()
    {
        if (!m_program) return;
        m_program->kill();
        m_program->waitForFinished(10'000);
        m_program.reset();
    }
    QString steer(const QString& words) const
    {
        const auto answer = app::Remote::say(m_folder.filePath(QStringLiteral("cityops-wall-eoc")), words);
        return answer ? *answer : QString();
    }

    std::chrono::milliseconds watchdog{0}, pause{0};

private:
    QString socketPath() const { return m_folder.filePath(QStringLiteral("notify")); }

    const QTemporaryDir& m_folder;
    std::unique_ptr<QProcess> m_program;
    int m_socket = -1;
    bool m_good = false;
};

} // namespace

/// The wall under its systemd unit: ready, alive, missed when it hangs, and started again into the scene it
/// showed.
class WallWatchdogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHangIsRestartedIntoTheSameScene()
    {
        const QTemporaryDir folder;
        Supervisor manager(folder);
        QVERIFY(manager.isGood());
        manager.start();
        QVERIFY(manager.waitUntilReady());
        QCOMPARE(manager.hear(manager.watchdog), QByteArray("WATCHDOG=1"));
        QTRY_VERIFY_WITH_TIMEOUT(
            manager.steer(QStringLiteral("1 show alerts")).startsWith(QStringLiteral("1 alerts")), 30'000);
        QElapsedTimer took;
        took.start();
        manager.hang();
        manager.killWhenMissed();
        QTest::qWait(static_cast<int>(manager.pause.count()));
        manager.start();
        QVERIFY(manager.waitUntilReady());
        qInfo("a hang of a wall lasted %.1f s, of which the unit waits %.1f s",
              0.001 * static_cast<double>(took.elapsed()),
              0.001 * static_cast<double>((manager.watchdog + manager.pause).count()));
        QVERIFY(manager.watchdog + manager.pause <= std::chrono::seconds(7)); // Leaves three for the start.
        QVERIFY(manager.steer(QStringLiteral("1 state")).startsWith(QStringLiteral("1 alerts")));
    }

    void systemdAcceptsTheUnit()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
        if (program.isEmpty()) QSKIP("systemd-analyze is not here");
        // The program is where the build put it, not where the package will.
        const QTemporaryDir folder;
        QFile unit(unitFile), copy(folder.filePath(QStringLiteral("cityops-wall@eoc.service")));
        QVERIFY(unit.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly));
        copy.write(unit.readAll().replace("/usr/bin/cityops", CITYOPS_PROGRAM));
        copy.close();
        QProcess verify;
        verify.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.path()); // It asks for one.
        verify.setProcessEnvironment(environment);
        verify.start(program, {QStringLiteral("--user"), QStringLiteral("verify"), copy.fileName()});
        QVERIFY(verify.waitForFinished(30'000));
        const QByteArray said = verify.readAll();
        QVERIFY2(verify.exitCode() == 0 && !said.contains("Unknown"), said);
    }
};

CITYOPS_TEST(QCoreApplication, WallWatchdogTest)
#include "wall_watchdog_test.moc"
