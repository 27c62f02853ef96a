// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/webhook.h"
#include "tests/layers/feeds/scripted_server.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

/// What a site of the user's is told of alarms, and what becomes of it when the site fails.
class WebhookTest : public QObject {
    Q_OBJECT

    ScriptedServer m_server;

private Q_SLOTS:
    void tellsInOrderAndTriesAgain()
    {
        QList<QByteArray> bodies;
        int refusals = 1;
        m_server.on("/hook", [&](const QByteArray& request, QTcpSocket& socket) {
            if (refusals-- > 0) return ScriptedServer::answer(socket, "503 Busy");
            bodies << request.mid(request.indexOf("\r\n\r\n") + 4);
            ScriptedServer::answer(socket, "204 No Content");
        });
        qputenv("CITYOPS_SECRET_HOOK", "a b");
        notices::Webhook hook(m_server.url(QStringLiteral("/hook")).toString() + QStringLiteral("?key={secret:hook}"), city::Duration(1));
        QSignalSpy told(&hook, &notices::Webhook::told), failed(&hook, &notices::Webhook::failed);
        hook.tell("{\"n\":1}");
        hook.tell("{\"n\":2}");
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 2, 20'000);
        QCOMPARE(bodies, (QList<QByteArray>{"{\"n\":1}", "{\"n\":2}"}));
        QCOMPARE(failed.count(), 0);
        QCOMPARE(m_server.asked("/hook?key=a%20b"), 3);
    }

    void givesUpAndSaysSoWithoutTheKey()
    {
        m_server.on("/gone", [](const QByteArray&, QTcpSocket& socket) {
            ScriptedServer::answer(socket, "302 Found\r\nLocation: http://127.0.0.1:1/elsewhere"); // Never followed.
        });
        qputenv("CITYOPS_SECRET_HOOK", "geheim");
        notices::Webhook hook(m_server.url(QStringLiteral("/gone")).toString() + QStringLiteral("?key={secret:hook}"), city::Duration(1));
        QSignalSpy failed(&hook, &notices::Webhook::failed);
        hook.tell("{}");
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QVERIFY(!failed.at(0).at(0).value<city::Message>().toString().contains(QStringLiteral("geheim")));
        QCOMPARE(m_server.asked("/gone?key=geheim"), 3);
    }
};

CITYOPS_TEST(QCoreApplication, WebhookTest)
#include "webhook_test.moc"
