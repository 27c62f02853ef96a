// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QProcess>

/// `cityops secret` where there is no keyring, and wrong words.
class SecretTest : public QObject {
    Q_OBJECT

    struct Run {
        int status = -1;
        QByteArray out, complaint;
    };
    static Run run(const QStringList& words, const QByteArray& input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CITYOPS_PROGRAM), QStringList{QStringLiteral("secret")} + words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void wrongWords()
    {
        for (const QStringList& words :
             {QStringList{}, QStringList{QStringLiteral("get"), QStringLiteral("a")},
              QStringList{QStringLiteral("set")}, QStringList{QStringLiteral("list"), QStringLiteral("a")},
              QStringList{QStringLiteral("set"), QStringLiteral("a"), QStringLiteral("value")},
              QStringList{QStringLiteral("set"), QStringLiteral("a b")}})
            QCOMPARE(run(words).status, 2);
        QVERIFY(run({QStringLiteral("--help")}).out.contains("cityops secret set NAME"));
    }

    void noValueChangesNothing()
    {
        const Run done = run({QStringLiteral("set"), QStringLiteral("moenv")}, "\n");
        QCOMPARE(done.status, 1);
        QVERIFY(done.complaint.contains("no value was given"));
    }

    void withoutAKeyringTheEnvironmentIsNamed()
    {
        const Run done = run({QStringLiteral("set"), QStringLiteral("moenv-key")}, "TELLTALE\n");
        QCOMPARE(done.status, 1);
        QVERIFY2(done.complaint.contains("CITYOPS_SECRET_MOENV_KEY"), done.complaint.constData());
        QVERIFY(!done.complaint.contains("TELLTALE") && !done.out.contains("TELLTALE"));
        QCOMPARE(run({QStringLiteral("list")}).status, 1);
        QCOMPARE(run({QStringLiteral("delete"), QStringLiteral("moenv-key")}).status, 1);
    }
};

CITYOPS_TEST(QCoreApplication, SecretTest)
#include "secret_test.moc"
