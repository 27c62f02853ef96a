// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

/// A real nginx on a free port of the loopback, in a folder of its own. It serves `www` and what `locations`
/// adds; `listening` is added to its port ("ssl http2; ssl_certificate ...").
class Nginx {
public:
    explicit Nginx(const QString& locations = {}, const QString& listening = {})
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("www"));
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        write(QStringLiteral("../nginx.conf"), configuration(locations, listening));
    }
    ~Nginx() { stop(); }

    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("nginx"),
                                              {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }

    bool start()
    {
        m_process.start(program(), {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-e"),
                                    m_folder.filePath(QStringLiteral("error.log")), QStringLiteral("-c"),
                                    m_folder.filePath(QStringLiteral("nginx.conf"))});
        if (!m_process.waitForStarted()) return false;
        return QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, m_port);
                return socket.waitForConnected(1000);
            },
            10'000);
    }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    QUrl url(const QString& path, const QString& host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("http://%1:%2/%3").arg(host).arg(m_port).arg(path));
    }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(QStringLiteral("www/")) + name);
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the file to be served");
        file.write(content);
    }
    QByteArray log(const char* name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QByteArray configuration(const QString& locations, const QString& listening) const
    {
        return QStringLiteral(
                   "daemon off; master_process off; pid nginx.pid;\n"
                   "events { worker_connections 64; }\n"
                   "http {\n"
                   "  log_format full '$request \"$http_user_agent\" \"$http_if_none_match\"';\n"
                   "  access_log access.log full; client_body_temp_path body; proxy_temp_path proxy;\n"
                   "  fastcgi_temp_path fcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n"
                   "  default_type application/octet-stream; types { application/json json; text/html html; "
                   "}\n"
                   "  gzip on; gzip_types application/json; gzip_min_length 20;\n"
                   "  server { listen 127.0.0.1:%1 %3; root www; etag on;\n%2\n  }\n}\n")
            .arg(m_port)
            .arg(locations, listening)
            .toUtf8();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

#define NEED_NGINX()                                                                                         \
    if (Nginx::program().isEmpty()) QSKIP("nginx is not installed")
