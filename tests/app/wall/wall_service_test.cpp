// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// The wall under the unit it is installed with and a real systemd: see wall_service.sh.
class WallServiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void systemdStartsAHungWallAgainIntoTheSameScene()
    {
        const QString namespaces = QStandardPaths::findExecutable(QStringLiteral("unshare"));
        if (namespaces.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("systemctl")).isEmpty()) QSKIP("systemd is not here");
        if (QProcess::execute(namespaces, {QStringLiteral("-rm"), QStringLiteral("true")}) != 0) QSKIP("no namespace of its own is allowed here");
        const QTemporaryDir folder;
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(namespaces, {QStringLiteral("-rm"), QStringLiteral("--propagation"), QStringLiteral("private"), QStringLiteral("sh"),
                                  QStringLiteral(CITYOPS_SOURCE "/tests/app/wall/wall_service.sh"), QStringLiteral(CITYOPS_PROGRAM),
                                  QStringLiteral(CITYOPS_SOURCE "/resources/desktop/cityops-wall@.service"), folder.path()});
        QVERIFY(script.waitForFinished(150'000));
        const QString said = QString::fromUtf8(script.readAll());
        if (script.exitCode() == 77) QSKIP(qPrintable(QStringLiteral("systemd does not run here: ") + said));
        const auto value = [&said](const QString& name) { return said.section(name + QLatin1Char('='), 1).section(QLatin1Char('\n'), 0, 0); };
        QVERIFY2(script.exitCode() == 0, qPrintable(said));
        QCOMPARE(value(QStringLiteral("state")), QStringLiteral("active")); // It told systemd that it is ready.
        qInfo("systemd had a hung wall running again after %s ms", qPrintable(value(QStringLiteral("hang"))));
        QVERIFY2(value(QStringLiteral("hang")).toInt() > 0 && value(QStringLiteral("hang")).toInt() < 10'000, qPrintable(said));
        QVERIFY2(value(QStringLiteral("scene")).startsWith(QStringLiteral("1 alerts")), qPrintable(said));
    }
};

CITYOPS_TEST(QCoreApplication, WallServiceTest)
#include "wall_service_test.moc"
