// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

/// A real PostgreSQL with PostGIS in a folder of its own, reached through a socket there; on a port of the
/// loopback only when it is told to listen. It refuses to be run by root: then it runs as the user its package made. The owner of its databases is "keeper".
class PostgresServer {
public:
    PostgresServer() = default;
    ~PostgresServer() { stop(); }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// Why it cannot be used here; empty: it can.
    static QString missing()
    {
        if (programs().isEmpty()) return QStringLiteral("postgresql is not installed");
        const QString extension =
            QStringLiteral("/usr/share/postgresql/%1/extension/postgis.control").arg(version());
        if (!QFile::exists(extension))
            return QStringLiteral("postgresql-%1-postgis-3 is not installed").arg(version());
        if (getuid() == 0 && QStandardPaths::findExecutable(QStringLiteral("runuser")).isEmpty())
            return QStringLiteral("root cannot run postgresql without runuser");
        return {};
    }

    /// On a free port of the loopback, too. Before the first start().
    void listen()
    {
        const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(probe, any, size) == 0 && ::getsockname(probe, any, &size) == 0) m_port = ntohs(address.sin_port);
        ::close(probe);
        m_listens = true;
    }
    quint16 port() const { return m_port; }

    /// Makes it the first time. `settings`: for the command line of the server.
    bool start(const QString& settings = QStringLiteral("-c fsync=off -c shared_buffers=32MB"))
    {
        const QString data = m_folder.filePath(QStringLiteral("data"));
        if (!QFile::exists(data)) {
            if (getuid() == 0 &&
                !run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()}, false))
                return false;
            if (!run(programs() + QStringLiteral("initdb"),
                     {QStringLiteral("-D"), data, QStringLiteral("-A"), QStringLiteral("trust"),
                      QStringLiteral("-U"), QStringLiteral("keeper"), QStringLiteral("-E"),
                      QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-N")}))
                return false;
        }
        watch(data);
        return run(programs() + QStringLiteral("pg_ctl"),
                   {QStringLiteral("-D"), data, QStringLiteral("-w"), QStringLiteral("-l"),
                    m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"),
                    QStringLiteral("-k %1 -p %2 -c listen_addresses=%3 %4")
                        .arg(m_folder.path())
                        .arg(m_port)
                        .arg(m_listens ? QStringLiteral("127.0.0.1") : QString(), settings),
                    QStringLiteral("start")});
    }
    /// "fast" ends the connections, "immediate" is a crash.
    bool stop(const QString& mode = QStringLiteral("immediate"))
    {
        return run(programs() + QStringLiteral("pg_ctl"),
                   {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-m"),
                    mode, QStringLiteral("-w"), QStringLiteral("stop")});
    }

    QString url(const QString& database, const QString& user = QStringLiteral("keeper")) const
    {
        const QString url = QStringLiteral("postgresql:///%1?host=%2&user=%3").arg(database, m_folder.path(), user);
        return m_listens ? url + QStringLiteral("&port=%1").arg(m_port) : url;
    }
    QString folder() const { return m_folder.path(); }
    /// Runs statements as the owner, or as another; false when one fails.
    bool sql(const QString& database, const QString& statements,
             const QString& user = QStringLiteral("keeper"))
    {
        return run(QStringLiteral("psql"),
                   {QStringLiteral("-X"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-q"),
                    QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                    url(database, user), QStringLiteral("-c"), statements},
                   false);
    }
    /// What the last statements or program said.
    QString said() const { return QString::fromUtf8(m_said).trimmed(); }

private:
    static QString version()
    {
        for (const QString& one :
             QDir(QStringLiteral("/usr/lib/postgresql"))
                 .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
            if (QFile::exists(QStringLiteral("/usr/lib/postgresql/%1/bin/initdb").arg(one))) return one;
        }
        return {};
    }
    static QString programs()
    {
        return version().isEmpty() ? QString() : QStringLiteral("/usr/lib/postgresql/%1/bin/").arg(version());
    }

    /// A test that is killed takes its server with it.
    void watch(const QString& data)
    {
        if (std::exchange(m_isWatched, true)) return;
        const QString script = QStringLiteral(
            "while kill -0 \"$1\"; do sleep 1; done; kill -QUIT \"$(head -n 1 \"$2/postmaster.pid\")\"; "
            "sleep 1; rm -rf \"$3\"");
        QProcess watchdog;
        watchdog.setProgram(QStringLiteral("setsid"));
        watchdog.setArguments({QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("watchdog"),
                               QString::number(QCoreApplication::applicationPid()), data, m_folder.path()});
        watchdog.setWorkingDirectory(QStringLiteral("/"));
        watchdog.setStandardOutputFile(QProcess::nullDevice());
        watchdog.setStandardErrorFile(QProcess::nullDevice());
        watchdog.setStandardInputFile(QProcess::nullDevice());
        watchdog.startDetached();
    }
    bool run(const QString& program, const QStringList& words, bool asServer = true)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral("/"));
        // pg_ctl leaves a child behind that would hold our pipe open.
        process.setStandardOutputFile(m_output.filePath(QStringLiteral("said")));
        if (asServer && getuid() == 0)
            process.start(
                QStringLiteral("runuser"),
                QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--"), program} +
                    words);
        else
            process.start(program, words);
        const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
        QFile said(m_output.filePath(QStringLiteral("said")));
        if (said.open(QIODevice::ReadOnly)) m_said = said.readAll();
        return done;
    }

    QTemporaryDir m_folder, m_output;
    QByteArray m_said;
    quint16 m_port = 5432; ///< Of the socket's name, and of the loopback when it listens there.
    bool m_listens = false;
    bool m_isWatched = false;
};
