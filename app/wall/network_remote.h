// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wall/remote.h"

#include <QElapsedTimer>

class QSslServer;
class QTcpSocket;

namespace app {

/// Where a wall is to listen, and what it shows to those who call. A value.
struct NetworkDesk {
    QString address;          ///< HOST:PORT, of an interface of this machine; "0.0.0.0:7443" for all.
    QString certificate, key; ///< PEM files.
    QString token;            ///< What a caller has to know; never empty.
};

/// Listens for words from a desk on another machine: TLS of 1.2 or later only, and a first line with the
/// token. Two lines in, one line out. A caller who does not know the token, does not speak TLS or says
/// nothing for five seconds is shut out; after five wrong tokens within a minute nobody is listened to for
/// that minute. Off unless asked for. GUI thread.
class NetworkRemote : public QObject {
    Q_OBJECT
public:
    NetworkRemote(const NetworkDesk& desk, Remote::Answer answer, QObject* parent = nullptr);
    ~NetworkRemote() override;

    /// Nothing: it listens.
    const std::optional<city::Message>& problem() const { return m_problem; }
    int port() const;

    /// Says one line to a wall on another machine, whose certificate must be signed by one of `authority`
    /// (PEM file; empty: the system's) for that host. Waits for at most ten seconds.
    static city::Result<QString> say(const QString& address, const QString& authority, const QString& token,
                                     const QString& words);

private:
    void welcome();
    void hear(QTcpSocket& socket);
    bool isShut();

    QSslServer* m_server;
    Remote::Answer m_answer;
    QByteArray m_token;
    std::optional<city::Message> m_problem;
    int m_wrong = 0, m_open = 0;
    qint64 m_wrongSince = 0; ///< Milliseconds of `m_clock`.
    QElapsedTimer m_clock;
};

/// Where "HOST:PORT" leads; nothing when it is none.
struct Address {
    QString host;
    quint16 port = 0;
};
std::optional<Address> addressOf(const QString& text);

} // namespace app
