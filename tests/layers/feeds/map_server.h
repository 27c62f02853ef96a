// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/layers/feeds/nginx.h"

/// A real MapServer behind a real nginx, serving the map file of a test by WMS and WFS at /map.
class MapServer {
public:
    /// Why it cannot be used here; empty: it can.
    static QString missing()
    {
        if (Nginx::program().isEmpty()) return QStringLiteral("nginx is not installed");
        if (gateway().isEmpty()) return QStringLiteral("fcgiwrap is not installed");
        if (!QFile::exists(program())) return QStringLiteral("MapServer is not installed (cgi-mapserver)");
        return {};
    }

    bool start(const QByteArray& mapFile)
    {
        write(QStringLiteral("test.map"), mapFile);
        write(QStringLiteral("mapserver.conf"), "CONFIG\n ENV\n  MS_MAP_PATTERN \".\"\n END\nEND\n");
        const QString socket = m_folder.filePath(QStringLiteral("socket"));
        m_gateway.start(gateway(), {QStringLiteral("-s"), QStringLiteral("unix:") + socket});
        if (!m_gateway.waitForStarted() || !QTest::qWaitFor([&socket] { return QFile::exists(socket); }, 10'000)) return false;
        m_nginx = std::make_unique<Nginx>(
            QStringLiteral("location /map { fastcgi_pass unix:%1; fastcgi_param SCRIPT_FILENAME %2; fastcgi_param QUERY_STRING $query_string; "
                           "fastcgi_param REQUEST_METHOD $request_method; fastcgi_param SERVER_NAME 127.0.0.1; fastcgi_param SERVER_PORT $server_port; "
                           "fastcgi_param SCRIPT_NAME /map; fastcgi_param SERVER_PROTOCOL HTTP/1.1; "
                           "fastcgi_param MS_MAPFILE %3; fastcgi_param MAPSERVER_CONFIG_FILE %4; }\n")
                .arg(socket, program(), path(QStringLiteral("test.map")), path(QStringLiteral("mapserver.conf"))));
        return m_nginx->start();
    }
    ~MapServer()
    {
        m_gateway.terminate();
        m_gateway.waitForFinished(5000);
    }

    QString url() const { return m_nginx->url(QStringLiteral("map")).toString(); }
    QByteArray log() const { return m_nginx->log("access.log") + m_nginx->log("error.log"); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write a file of the map server");
        file.write(content);
    }

private:
    static QString gateway() { return QStandardPaths::findExecutable(QStringLiteral("fcgiwrap"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")}); }
    static QString program() { return QStringLiteral("/usr/lib/cgi-bin/mapserv"); }

    QTemporaryDir m_folder;
    QProcess m_gateway;
    std::unique_ptr<Nginx> m_nginx;
};
