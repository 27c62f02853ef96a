// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDir>

namespace {

int unexpected = 0;

// QTest hands on to this only what no QTest::ignoreMessage has claimed.
void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        ++unexpected;
        fprintf(stderr, "unexpected %s: %s\n", context.category ? context.category : "message",
                qPrintable(text));
    }
}

} // namespace

QString recordedFeeds()
{
    const QString folder = qEnvironmentVariable("CITYOPS_FEEDS");
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QString();
}

int runTest(QObject& test, int argc, char** argv)
{
    qInstallMessageHandler(countWarnings);
    const int failed = QTest::qExec(&test, argc, argv);
    if (failed == 0 && unexpected > 0) {
        fprintf(stderr, "FAIL: %d unexpected warnings in the log\n", unexpected);
        return 1;
    }
    return failed;
}
