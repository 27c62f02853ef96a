// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secret_store.h"
#include "layers/feeds/secrets.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// Secrets in a real keyring: a session bus and a gnome-keyring of the test's own, in folders that go with it.
class KeyringTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_bus, m_keyring;

    template<typename Answer> static auto answer(QFuture<Answer> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000)) qFatal("the keyring does not answer");
        return future.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString bus = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        const QString keyring = QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
        if (bus.isEmpty() || keyring.isEmpty()) QSKIP("dbus-daemon or gnome-keyring is not installed");
        const QString socket = m_folder.filePath(QStringLiteral("bus"));
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_folder.path().toUtf8());
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket.toUtf8());
        m_bus.start(bus, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--address=unix:path=") + socket});
        QVERIFY(m_bus.waitForStarted());
        QTRY_VERIFY(QFile::exists(socket));
        m_keyring.start(keyring, {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets"),
                                  QStringLiteral("--control-directory=") + m_folder.path()});
        QVERIFY(m_keyring.waitForStarted());
        m_keyring.write("of the test alone");
        m_keyring.closeWriteChannel();
        // It answers a little before there is anything in it to keep secrets.
        QTRY_VERIFY_WITH_TIMEOUT(answer(feeds::storeSecret(QStringLiteral("ready"), QStringLiteral("yes"))).ok(), 30'000);
        QVERIFY(*answer(feeds::removeSecret(QStringLiteral("ready"))));
    }
    void cleanupTestCase()
    {
        for (QProcess* one : {&m_keyring, &m_bus}) {
            one->terminate();
            one->waitForFinished(5000);
        }
    }

    void whatIsStoredIsFound()
    {
        const QString name = QStringLiteral("moenv-key"), value = QStringLiteral("臺 secret=1&2");
        const auto stored = answer(feeds::storeSecret(name, value));
        QVERIFY2(stored.ok() && *stored, stored.ok() ? "" : qPrintable(stored.problem().toString()));
        QCOMPARE(*answer(feeds::storedSecrets()), QStringList{name});
        const auto found = answer(feeds::findSecrets({name}));
        QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.problem().toString()));
        QCOMPARE(found->value(name), value);
    }

    void theEnvironmentComesFirst()
    {
        const QString name = QStringLiteral("both");
        QVERIFY(answer(feeds::storeSecret(name, QStringLiteral("of the keyring"))).ok());
        qputenv("CITYOPS_SECRET_BOTH", "of the environment");
        QCOMPARE(answer(feeds::findSecrets({name}))->value(name), QStringLiteral("of the environment"));
        qunsetenv("CITYOPS_SECRET_BOTH");
        QCOMPARE(answer(feeds::findSecrets({name}))->value(name), QStringLiteral("of the keyring"));
    }

    void anotherValueTakesItsPlaceAndIsRemoved()
    {
        const QString name = QStringLiteral("tdx-id");
        QVERIFY(answer(feeds::storeSecret(name, QStringLiteral("one"))).ok());
        QVERIFY(answer(feeds::storeSecret(name, QStringLiteral("two"))).ok());
        QCOMPARE(answer(feeds::findSecrets({name}))->value(name), QStringLiteral("two"));
        QVERIFY(answer(feeds::storedSecrets())->contains(name));
        QVERIFY(*answer(feeds::removeSecret(name)));
        QVERIFY(!answer(feeds::storedSecrets())->contains(name));
        QVERIFY(!answer(feeds::findSecrets({name})).ok());
        const auto again = answer(feeds::removeSecret(name));
        QVERIFY(again.ok() && !*again); // there was none
    }
};

CITYOPS_TEST(QCoreApplication, KeyringTest)
#include "keyring_test.moc"
