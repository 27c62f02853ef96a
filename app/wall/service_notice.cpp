// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/service_notice.h"

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace app {

ServiceNotice::ServiceNotice(QObject* parent) : QObject(parent)
{
    connect(&m_alive, &QTimer::timeout, this, [] { tell(QByteArrayLiteral("WATCHDOG=1")); });
}

void ServiceNotice::ready()
{
    tell(QByteArrayLiteral("READY=1"));
    bool asked = false;
    const qint64 micros = qEnvironmentVariable("WATCHDOG_USEC").toLongLong(&asked);
    if (asked && micros > 0) m_alive.start(static_cast<int>(std::max<qint64>(100, micros / 3000)));
}

void ServiceNotice::tell(const QByteArray& words)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.size() < 2 || path.size() >= static_cast<qsizetype>(sizeof address.sun_path)) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    if (path.startsWith('@')) address.sun_path[0] = '\0'; // One without a file.
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(path.size()));
    ::sendto(socket, words.constData(), static_cast<std::size_t>(words.size()), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), length);
    ::close(socket);
}

} // namespace app
