// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

/// A real PostgreSQL on a free port of the loopback, in a folder of its own. It refuses to be run by root: then it
/// runs as the user its package made.
class Postgres {
public:
    static QString programs()
    {
        for (const QString& version : QDir(QStringLiteral("/usr/lib/postgresql")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
            if (QFile::exists(QStringLiteral("/usr/lib/postgresql/%1/bin/initdb").arg(version))) return QStringLiteral("/usr/lib/postgresql/%1/bin/").arg(version);
        return {};
    }

    /// Why it cannot be used here; empty: it can.
    static QString missing()
    {
        if (programs().isEmpty()) return QStringLiteral("postgresql is not installed");
        if (getuid() == 0 && QStandardPaths::findExecutable(QStringLiteral("runuser")).isEmpty()) return QStringLiteral("root cannot run postgresql without runuser");
        return {};
    }

    bool start()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        if (getuid() == 0 && !run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()}, false)) return false;
        const QString data = m_folder.filePath(QStringLiteral("data"));
        if (!run(programs() + QStringLiteral("initdb"), {QStringLiteral("-D"), data, QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-U"),
                                                         QStringLiteral("keeper"), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("-N")}))
            return false;
        return run(programs() + QStringLiteral("pg_ctl"),
                   {QStringLiteral("-D"), data, QStringLiteral("-w"), QStringLiteral("-l"), m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"),
                    QStringLiteral("-p %1 -k %2 -c listen_addresses=127.0.0.1 -c fsync=off").arg(m_port).arg(m_folder.path()), QStringLiteral("start")});
    }
    ~Postgres()
    {
        run(programs() + QStringLiteral("pg_ctl"), {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")});
    }

    /// Runs statements as the owner; false when one fails.
    bool sql(const QString& statements)
    {
        return run(QStringLiteral("psql"), {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"),
                                            QStringLiteral("keeper"), QStringLiteral("-d"), QStringLiteral("postgres"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"),
                                            QStringLiteral("-q"), QStringLiteral("-c"), statements});
    }
    quint16 port() const { return m_port; }
    QByteArray said() const { return m_said; }

private:
    bool run(const QString& program, const QStringList& words, bool asOwner = true)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral("/"));
        // pg_ctl leaves a child behind that would hold our pipe open.
        process.setStandardOutputFile(m_output.filePath(QStringLiteral("said")));
        if (asOwner && getuid() == 0)
            process.start(QStringLiteral("runuser"), QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--"), program} + words);
        else
            process.start(program, words);
        const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
        QFile said(m_output.filePath(QStringLiteral("said")));
        if (said.open(QIODevice::ReadOnly)) m_said = said.readAll();
        return done;
    }

    QTemporaryDir m_folder, m_output;
    quint16 m_port = 0;
    QByteArray m_said;
};
