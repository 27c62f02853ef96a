// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <functional>

/// A web server on the loopback that misbehaves as told: for each path a function that gets the request and
/// the bare socket to write to. What real servers cannot be made to do.
class ScriptedServer {
public:
    using Script = std::function<void(const QByteArray& request, QTcpSocket& socket)>;

    /// All of 127.0.0.0/8 is this machine: servers on addresses of their own are hosts of their own.
    explicit ScriptedServer(const QString& address = QStringLiteral("127.0.0.1")) : m_address(address)
    {
        m_server.listen(QHostAddress(address));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    void on(const QByteArray& path, Script script) { m_scripts[path] = std::move(script); }
    QUrl url(const QString& path) const
    {
        return QUrl(QStringLiteral("http://%1:%2%3").arg(m_address).arg(m_server.serverPort()).arg(path));
    }
    int asked(const QByteArray& path) const { return m_asked.value(path); }
    QString log() const
    {
        QStringList lines;
        for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it)
            lines << QStringLiteral("%1 x %2").arg(it.value()).arg(QString::fromLatin1(it.key()));
        return lines.join(QStringLiteral(", "));
    }

    static void answer(QTcpSocket& socket, const QByteArray& head, const QByteArray& body = {})
    {
        socket.write("HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
    }
    /// Writes a byte now and then, for ever.
    static void drip(QTcpSocket& socket)
    {
        auto* timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(5);
    }

private:
    void serve(QTcpSocket* socket)
    {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [socket] { socket->deleteLater(); });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            QByteArray request = socket->property("request").toByteArray() + socket->readAll();
            const qsizetype end = request.indexOf("\r\n\r\n");
            const qsizetype at = request.toLower().indexOf("content-length:");
            const qsizetype length =
                at < 0 ? 0 : request.mid(at + 15, 12).split('\r')[0].trimmed().toLongLong();
            const bool whole = end >= 0 && request.size() >= end + 4 + length;
            socket->setProperty("request", whole ? QByteArray() : request);
            if (!whole) return;
            const QByteArray path = request.split(' ').value(1);
            ++m_asked[path];
            const auto script = m_scripts.constFind(path.split('?')[0]);
            if (script == m_scripts.cend()) return answer(*socket, "404 Not Found");
            (*script)(request, *socket);
        });
    }

    QString m_address;
    QTcpServer m_server;
    QHash<QByteArray, Script> m_scripts;
    QHash<QByteArray, int> m_asked;
};
