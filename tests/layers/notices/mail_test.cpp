// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/mail_queue.h"
#include "layers/notices/mail_text.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace {

const QString python = QStringLiteral("/usr/bin/python3");

/// A mail server in a process of its own; ends with the object.
class SmtpServer {
public:
    explicit SmtpServer(const QString& mode, const QStringList& certificate = {})
    {
        m_process.start(python, QStringList{QStringLiteral(CITYOPS_TEST_SOURCES "/smtp_server.py"), mode} +
                                    certificate);
        const QByteArray line = readLine();
        if (line.startsWith("port ")) port = line.mid(5).trimmed().toInt();
    }
    ~SmtpServer()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000)) m_process.kill();
        m_process.waitForFinished(5000);
    }
    QJsonObject message() { return QJsonDocument::fromJson(readLine()).object(); }

    int port = 0;

private:
    QByteArray readLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        return m_process.readLine();
    }

    QProcess m_process;
};

notices::Mail someMail()
{
    notices::Mail mail;
    mail.to = {QStringLiteral("duty@city.example"), QStringLiteral("mayor@city.example")};
    mail.subject = QStringLiteral("[最高] 信義區雨量警戒 – Heavy rain in Xinyi, and a subject that is longer "
                                  "than one encoded word can be");
    mail.text = QStringLiteral("降雨 62.5 mm\n.\nA line with one dot stood above.\n");
    mail.attachments.push_back(
        {QStringLiteral("晨報 2026.pdf"), "application/pdf", QByteArray(100'000, 'x')});
    mail.at = city::Instant(city::Duration(1'700'000'000'000));
    return mail;
}

city::Result<bool> delivered(const notices::MailServer& server, const notices::Mail& mail)
{
    QFutureWatcher<city::Result<bool>> watcher;
    QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(notices::deliver(server, mail));
    if (done.isEmpty()) done.wait(60'000);
    return watcher.future().result();
}

} // namespace

/// E-mail through a real server (aiosmtpd): plain to this machine, TLS of both ways, logging in, and what
/// goes wrong.
class MailTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import aiosmtpd")}) != 0)
            QSKIP("python3-aiosmtpd is not installed");
        if (Certificates::program().isEmpty()) QSKIP("openssl is not installed");
        QVERIFY(m_certificates.isGood());
        QVERIFY(m_certificates.make(QStringLiteral("host"), QStringLiteral("localhost"),
                                    QStringLiteral("DNS:localhost")));
        QVERIFY(m_certificates.make(QStringLiteral("other"), QStringLiteral("elsewhere.example"),
                                    QStringLiteral("DNS:elsewhere.example")));
    }

    void arrivesAsWritten()
    {
        SmtpServer smtp(QStringLiteral("plain"));
        const auto sent = delivered(server("smtp", smtp.port), someMail());
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.problem().toString()));
        QVERIFY(*sent);
        const QJsonObject message = smtp.message();
        QCOMPARE(message[QStringLiteral("subject")].toString(), someMail().subject);
        QCOMPARE(message[QStringLiteral("text")].toString().remove(QLatin1Char('\r')), someMail().text);
        QCOMPARE(message[QStringLiteral("to")].toArray().size(), 2);
        QCOMPARE(message[QStringLiteral("date")].toString(),
                 QStringLiteral("Tue, 14 Nov 2023 22:13:20 +0000"));
        const QJsonObject file = message[QStringLiteral("files")].toArray().first().toObject();
        QCOMPARE(file[QStringLiteral("name")].toString(), QStringLiteral("晨報 2026.pdf"));
        QCOMPARE(file[QStringLiteral("bytes")].toInt(), 100'000);
        QVERIFY(!message[QStringLiteral("tls")].toBool());
    }

    void usesTls_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("begun on the line") << QStringLiteral("starttls") << QStringLiteral("smtp");
        QTest::newRow("from the first byte") << QStringLiteral("tls") << QStringLiteral("smtps");
        QTest::newRow("with a password") << QStringLiteral("login") << QStringLiteral("smtp");
    }
    void usesTls()
    {
        QFETCH(QString, mode);
        QFETCH(QString, scheme);
        SmtpServer smtp(mode, certificate(QStringLiteral("host")));
        notices::MailServer to = server(qPrintable(scheme), smtp.port);
        if (mode == QLatin1String("login")) {
            qputenv("CITYOPS_SECRET_SMTP", "geheim ä");
            to.user = QStringLiteral("alarms");
            to.password = QStringLiteral("{secret:smtp}");
        }
        const auto sent = delivered(to, someMail());
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.problem().toString()));
        const QJsonObject message = smtp.message();
        QVERIFY(message[QStringLiteral("tls")].toBool());
        QCOMPARE(message[QStringLiteral("login")].toBool(), mode == QLatin1String("login"));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("named"); // Of the certificate.
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("why");
        QTest::newRow("a certificate of another host")
            << QStringLiteral("starttls") << QStringLiteral("other") << QString()
            << QStringLiteral("cannot be trusted");
        QTest::newRow("a certificate nobody knows") << QStringLiteral("unknown") << QStringLiteral("host")
                                                    << QString() << QStringLiteral("cannot be trusted");
        QTest::newRow("no TLS for a password")
            << QStringLiteral("plain") << QString() << QStringLiteral("geheim ä")
            << QStringLiteral("offers no TLS");
        QTest::newRow("wrong password") << QStringLiteral("login") << QStringLiteral("host")
                                        << QStringLiteral("falsch") << QStringLiteral("refused the user");
        QTest::newRow("all refused") << QStringLiteral("refuse") << QString() << QString()
                                     << QStringLiteral("550 no such mailbox");
        QTest::newRow("nobody listens")
            << QStringLiteral("gone") << QString() << QString() << QStringLiteral("did not take the e-mail");
    }
    void saysWhyNot()
    {
        QFETCH(QString, mode);
        QFETCH(QString, named);
        QFETCH(QString, password);
        QFETCH(QString, why);
        const bool unknown = mode == QLatin1String("unknown");
        SmtpServer smtp(unknown ? QStringLiteral("starttls") : mode,
                        named.isEmpty() ? QStringList() : certificate(named));
        notices::MailServer to = server("smtp", mode == QLatin1String("gone") ? 9 : smtp.port);
        if (unknown) to.authority.clear();
        if (!password.isEmpty()) {
            qputenv("CITYOPS_SECRET_SMTP", password.toUtf8());
            to.user = QStringLiteral("alarms");
            to.password = QStringLiteral("{secret:smtp}");
        }
        const auto sent = delivered(to, someMail());
        QVERIFY(!sent.ok());
        const QString said = sent.problem().toString();
        QVERIFY2(said.contains(why), qPrintable(said));
        QVERIFY(password.isEmpty() || !said.contains(password));
    }

    void onlySomeAreRefused()
    {
        SmtpServer smtp(QStringLiteral("plain"));
        notices::Mail mail = someMail();
        mail.to << QStringLiteral("nobody@city.example");
        const auto sent = delivered(server("smtp", smtp.port), mail);
        QVERIFY(sent.ok());
        QVERIFY(!*sent);
        QCOMPARE(smtp.message()[QStringLiteral("to")].toArray().size(), 2);
    }

    void aBusyServerIsTriedAgain()
    {
        SmtpServer smtp(QStringLiteral("busy"));
        notices::MailQueue queue(server("smtp", smtp.port), city::Duration(1));
        QSignalSpy sent(&queue, &notices::MailQueue::sent), failed(&queue, &notices::MailQueue::failed);
        queue.send(someMail());
        QTRY_COMPARE_WITH_TIMEOUT(sent.count(), 1, 30'000);
        QCOMPARE(failed.count(), 0);
    }

    void givesUpAndSaysSo()
    {
        SmtpServer smtp(QStringLiteral("refuse"));
        notices::MailQueue queue(server("smtp", smtp.port), city::Duration(1));
        QSignalSpy failed(&queue, &notices::MailQueue::failed);
        queue.send(someMail());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    }

    /// The window goes on while a server says nothing.
    void aSlowServerHoldsUpNothing()
    {
        SmtpServer smtp(QStringLiteral("slow"));
        QElapsedTimer took;
        took.start();
        const auto answer = notices::deliver(server("smtp", smtp.port), someMail());
        QVERIFY(!answer.isFinished());
        int turns = 0;
        QTimer::singleShot(0, this, [&turns] { ++turns; });
        QTRY_COMPARE(turns, 1);
        QVERIFY(!answer.isFinished());
    }

    void refusesWhatCannotBeSent_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("to");
        QTest::newRow("no scheme of mail")
            << QStringLiteral("https://localhost") << QStringLiteral("a@b.example");
        QTest::newRow("an address with a line of its own")
            << QStringLiteral("smtp://localhost") << QStringLiteral("a@b.example>\r\nRCPT TO:<c@d.example");
        QTest::newRow("no address") << QStringLiteral("smtp://localhost") << QStringLiteral("a.example");
    }
    void refusesWhatCannotBeSent()
    {
        QFETCH(QString, url);
        QFETCH(QString, to);
        notices::MailServer wrong = server("smtp", 9);
        wrong.url = url;
        notices::Mail mail = someMail();
        mail.to = {to};
        QVERIFY(!delivered(wrong, mail).ok());
    }

    void headersAreLinesOfTheirOwn()
    {
        QCOMPARE(notices::headerText(QStringLiteral("plain")), QByteArray("plain"));
        QVERIFY(!notices::headerText(QStringLiteral("a\r\nBcc: x@y.example")).contains('\n'));
        for (const QByteArray& line : notices::headerText(someMail().subject).split('\n'))
            QVERIFY(line.trimmed().size() <= 75);
    }

private:
    notices::MailServer server(const char* scheme, int port) const
    {
        notices::MailServer server;
        server.url = QStringLiteral("%1://localhost:%2").arg(QLatin1String(scheme)).arg(port);
        server.from = QStringLiteral("cityops@city.example");
        server.authority = m_certificates.authority();
        return server;
    }
    QStringList certificate(const QString& name) const
    {
        return {m_certificates.certificate(name), m_certificates.key(name)};
    }

    Certificates m_certificates;
};

CITYOPS_TEST(QCoreApplication, MailTest)
#include "mail_test.moc"
