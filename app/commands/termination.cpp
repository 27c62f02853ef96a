// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/collection.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace app {

namespace {

int toHandler[2] = {-1, -1};

extern "C" void heard(int number)
{
    // Only what is safe in a signal handler: wake the event loop, and let a second signal do its usual work.
    std::signal(number, SIG_DFL);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(toHandler[0], &byte, 1);
}

} // namespace

void onTermination(QObject* owner, std::function<void()> stop)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, toHandler) != 0) return;
    auto* notifier = new QSocketNotifier(toHandler[1], QSocketNotifier::Read, owner);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [notifier, stop = std::move(stop)] {
        notifier->setEnabled(false);
        stop();
    });
    std::signal(SIGINT, heard);
    std::signal(SIGTERM, heard);
}

} // namespace app
