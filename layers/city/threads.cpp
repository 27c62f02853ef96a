// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/threads.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace city {

QThreadPool& workThreads()
{
    static QThreadPool pool;
    // As Qt does with its own: no job outlives the application.
    [[maybe_unused]] static const bool waits = (qAddPostRoutine([] { workThreads().waitForDone(); }), true);
    return pool;
}

QThreadPool& paintThreads()
{
    static QThreadPool pool;
    [[maybe_unused]] static const bool waits = (qAddPostRoutine([] { paintThreads().waitForDone(); }), true);
    return pool;
}

void letTheWindowGoFirst()
{
#ifdef Q_OS_LINUX
    // Linux ranks each thread by itself, and 0 means the calling one. A third of the weight of the window's
    // thread.
    constexpr int behind = 5;
    thread_local bool done = false;
    if (done || !qApp || QThread::currentThread() == qApp->thread()) return;
    done = true;
    if (!qApp->inherits("QApplication")) return; // a command has no window, and shares the machine as any program does
    setpriority(PRIO_PROCESS, 0, behind);
#endif
}

} // namespace city
