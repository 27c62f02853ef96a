// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqtt_transport.h"
#include "tests/layers/feeds/broker.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QSignalSpy>

/// A broker over TLS with a certificate of the test's own authority, and users with passwords.
class MqttTlsTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    std::unique_ptr<Certificates> m_certificates, m_others;

    struct Run {
        Broker broker;
        std::unique_ptr<feeds::MqttTransport> transport;
    };
    /// A broker that shows the certificate of that name.
    std::unique_ptr<Run> run(const QString& certificate, const QByteArray& settings = "allow_anonymous true\n")
    {
        auto made = std::make_unique<Run>();
        const QByteArray tls = "cafile " + m_certificates->authority().toUtf8() + "\ncertfile " + m_certificates->certificate(certificate).toUtf8() + "\nkeyfile " +
                               m_certificates->key(certificate).toUtf8() + '\n';
        if (!made->broker.start(tls + settings, true) || !made->broker.publish("city/bikes", "[1]")) qFatal("no broker");
        made->transport = std::make_unique<feeds::MqttTransport>(m_clock);
        return made;
    }
    static feeds::FetchResponse answer(const Run& run, const QString& host, const QString& authority, const QMap<QString, QString>& headers = {}, int timeout = 10'000)
    {
        feeds::FetchRequest asked;
        asked.feed = QStringLiteral("bikes");
        asked.request.url = QUrl(QStringLiteral("mqtts://%1:%2").arg(host).arg(run.broker.port()));
        asked.request.topic = QStringLiteral("city/bikes");
        asked.request.caFile = authority;
        asked.request.headers = headers;
        asked.request.timeout = city::Duration(timeout);
        QFutureWatcher<feeds::FetchResponse> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(run.transport->get(asked));
        if (!watcher.isFinished()) finished.wait(30'000);
        return watcher.future().resultCount() > 0 ? watcher.result() : feeds::FetchResponse{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Broker::program().isEmpty() || Certificates::program().isEmpty()) QSKIP("mosquitto or openssl is not installed");
        m_certificates = std::make_unique<Certificates>();
        m_others = std::make_unique<Certificates>();
        QVERIFY(m_certificates->isGood() && m_others->isGood());
        QVERIFY(m_certificates->make(QStringLiteral("broker"), QStringLiteral("localhost"), QStringLiteral("DNS:localhost,IP:127.0.0.1")));
        QVERIFY(m_certificates->make(QStringLiteral("other"), QStringLiteral("elsewhere.example"), QStringLiteral("DNS:elsewhere.example")));
    }
    void init()
    {
        if (!m_others) QSKIP("mosquitto or openssl is not installed");
    }

    void aTrustedBrokerIsHeard()
    {
        const auto one = run(QStringLiteral("broker"));
        const feeds::FetchResponse said = answer(*one, QStringLiteral("127.0.0.1"), m_certificates->authority());
        QVERIFY2(!said.failure, said.failure ? qPrintable(said.failure->toString()) : "");
        QCOMPARE(said.body, QByteArray("[1]"));
    }

    void anotherAuthorityIsRefused()
    {
        const auto one = run(QStringLiteral("broker"));
        const feeds::FetchResponse said = answer(*one, QStringLiteral("127.0.0.1"), m_others->authority(), {}, 1500);
        QVERIFY(said.failure && said.body.isEmpty());
        QVERIFY2(said.failure->toString().contains(QStringLiteral("certificate")), qPrintable(said.failure->toString()));
    }

    void aCertificateOfAnotherHostIsRefused()
    {
        const auto one = run(QStringLiteral("other"));
        const feeds::FetchResponse said = answer(*one, QStringLiteral("127.0.0.1"), m_certificates->authority(), {}, 1500);
        QVERIFY(said.failure && said.body.isEmpty());
        QVERIFY2(said.failure->toString().contains(QStringLiteral("certificate")), qPrintable(said.failure->toString()));
    }

    void userAndPassword()
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("mosquitto_passwd"));
        if (tool.isEmpty()) QSKIP("mosquitto_passwd is not installed");
        const QString file = m_certificates->file(QStringLiteral("passwords"));
        QCOMPARE(QProcess::execute(tool, {QStringLiteral("-c"), QStringLiteral("-b"), file, QStringLiteral("mayor"), QStringLiteral("right")}), 0);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        const auto one = run(QStringLiteral("broker"), "allow_anonymous false\npassword_file " + file.toUtf8() + '\n');
        const QString host = QStringLiteral("127.0.0.1"), authority = m_certificates->authority();
        const auto as = [](const char* password) {
            return QMap<QString, QString>{{QStringLiteral("username"), QStringLiteral("mayor")}, {QStringLiteral("password"), QString::fromLatin1(password)}};
        };
        const feeds::FetchResponse wrong = answer(*one, host, authority, as("wrong"), 1500);
        QVERIFY(wrong.failure && wrong.failure->toString().contains(QStringLiteral("refuses the connection")));
        const auto other = run(QStringLiteral("broker"), "allow_anonymous false\npassword_file " + file.toUtf8() + '\n');
        QCOMPARE(answer(*other, host, authority, as("right")).body, QByteArray("[1]"));
    }
};

CITYOPS_TEST(QCoreApplication, MqttTlsTest)
#include "mqtt_tls_test.moc"
