// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <mosquitto.h>

/// A real mosquitto on a free port of the loopback. `settings` are further lines of its configuration; with them it has a
/// second listener without encryption, for those who publish.
class Broker {
public:
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("mosquitto"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }
    bool start(const QByteArray& settings = "allow_anonymous true\n", bool isSecure = false)
    {
        m_port = freePort();
        m_inner = isSecure ? freePort() : m_port;
        QFile file(m_folder.filePath(QStringLiteral("conf")));
        if (!file.open(QIODevice::WriteOnly)) return false;
        // As root it would become another user, who may not read what the test has made.
        file.write("user root\nper_listener_settings true\npersistence false\nlistener " + QByteArray::number(m_port) + " 127.0.0.1\n" + settings);
        if (isSecure) file.write("listener " + QByteArray::number(m_inner) + " 127.0.0.1\nallow_anonymous true\n");
        file.close();
        return run();
    }
    /// Again, after it was stopped.
    bool run()
    {
        m_process.start(program(), {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("conf"))});
        return m_process.waitForStarted() && QTest::qWaitFor(
                                                 [this] {
                                                     QTcpSocket socket;
                                                     socket.connectToHost(QHostAddress::LocalHost, m_inner);
                                                     return socket.waitForConnected(1000);
                                                 },
                                                 10'000);
    }
    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    ~Broker() { stop(); }
    quint16 port() const { return m_port; }

    /// Publishes with a client of its own, to be kept for those who subscribe later.
    bool publish(const char* topic, const QByteArray& payload) const
    {
        std::atomic<bool> received = false;
        mosquitto* client = mosquitto_new(nullptr, true, &received);
        mosquitto_publish_callback_set(client, [](mosquitto*, void* flag, int) { *static_cast<std::atomic<bool>*>(flag) = true; });
        const bool sent = mosquitto_connect(client, "127.0.0.1", m_inner, 30) == MOSQ_ERR_SUCCESS &&
                          mosquitto_loop_start(client) == MOSQ_ERR_SUCCESS &&
                          mosquitto_publish(client, nullptr, topic, static_cast<int>(payload.size()), payload.constData(), 1, true) == MOSQ_ERR_SUCCESS;
        const bool good = sent && QTest::qWaitFor([&received] { return received.load(); }, 5000);
        mosquitto_disconnect(client);
        mosquitto_loop_stop(client, false);
        mosquitto_destroy(client);
        return good;
    }

private:
    static quint16 freePort()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        return probe.serverPort();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0, m_inner = 0;
};
