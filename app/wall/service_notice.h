// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace app {

/// Tells the service manager (systemd) that the program is ready and alive: from the GUI thread, so that one that hangs
/// is missed and started again. Does nothing where no service manager asks for it.
class ServiceNotice : public QObject {
    Q_OBJECT
public:
    explicit ServiceNotice(QObject* parent = nullptr);
    void ready();

private:
    static void tell(const QByteArray& words);

    QTimer m_alive;
};

} // namespace app
