// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// The folder of recorded payloads, or empty where it is missing.
QString recordedFeeds();

/// Runs a test object. A warning or worse in the log that the test did not announce with QTest::ignoreMessage
/// fails the test: an unexpected warning is a defect nobody has looked at yet.
int runTest(QObject& test, int argc, char** argv);

/// Instead of QTEST_MAIN: an application of the given class, then the test.
#define CITYOPS_TEST(Application, Test)                                                                      \
    int main(int argc, char** argv)                                                                          \
    {                                                                                                        \
        Application application(argc, argv);                                                                 \
        Test test;                                                                                           \
        return runTest(test, argc, argv);                                                                    \
    }

/// Skips the running test function where the recorded payloads are missing.
#define NEED_RECORDED_FEEDS()                                                                                \
    if (recordedFeeds().isEmpty()) QSKIP("the folder of recorded payloads (CITYOPS_FEEDS) is not here")
