// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>

namespace {

/// Warnings in the log that no QTest::ignoreMessage has claimed. QTest takes the message handler for itself while tests
/// run, so they are read from what it wrote. What the platform without a display cannot do is no defect of ours.
int unexpectedWarnings(const QString& logFile)
{
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly)) return 1;
    int count = 0;
    while (!log.atEnd()) {
        const QByteArray line = log.readLine();
        if (line.contains("This plugin does not support")) continue;
        if (line.startsWith("QWARN") || line.startsWith("QCRITICAL") || line.startsWith("QSYSTEM")) ++count;
    }
    return count;
}

} // namespace

QString recordedFeeds()
{
    const QString folder = qEnvironmentVariable("CITYOPS_FEEDS");
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QString();
}

int runTest(QObject& test, int argc, char** argv)
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.txt"));
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    words << QStringLiteral("-o") << log + QStringLiteral(",txt") << QStringLiteral("-o") << QStringLiteral("-,txt");
    const int failed = QTest::qExec(&test, words);
    const int warnings = unexpectedWarnings(log);
    if (failed == 0 && warnings > 0) {
        fprintf(stderr, "FAIL: %d unexpected warnings in the log\n", warnings);
        return 1;
    }
    return failed;
}
