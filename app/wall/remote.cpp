// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/remote.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace app {

namespace {

constexpr int patienceMs = 2000;
constexpr qint64 longestLine = 500;

} // namespace

Remote::Remote(const QString& name, Answer answer, QObject* parent) : QObject(parent), m_server(new QLocalServer(this)), m_answer(std::move(answer))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &Remote::answer);
    // One that was left by a program that is gone is in the way; one that answers is not ours to take.
    if (!m_server->listen(name) && !say(name, QStringLiteral("state")).ok()) {
        QLocalServer::removeServer(name);
        m_server->listen(name);
    }
}

bool Remote::isListening() const
{
    return m_server->isListening();
}

QString Remote::problem() const
{
    return m_server->errorString();
}

QString Remote::nameFor(const QString& wall)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder + QStringLiteral("/cityops-wall-") + wall;
}

void Remote::answer()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        socket->setReadBufferSize(longestLine);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patienceMs, socket, [socket] { socket->abort(); }); // Nobody holds the line.
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= longestLine) socket->abort();
                return;
            }
            socket->write(m_answer(QString::fromUtf8(socket->readLine(longestLine)).trimmed()).toUtf8() + '\n');
            socket->disconnectFromServer();
        });
    }
}

city::Result<QString> Remote::say(const QString& name, const QString& words)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    const bool answered = socket.waitForConnected(patienceMs) && socket.write(words.toUtf8() + '\n') > 0 && socket.waitForReadyRead(patienceMs);
    if (!answered)
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "no wall listens at %1 (%2); start it with --remote"), {name, socket.errorString()}}};
    return QString::fromUtf8(socket.readAll()).trimmed();
}

} // namespace app
