// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/notices/mail.h"

#include <QObject>
#include <deque>

namespace notices {

/// Sends one message after the other. What fails is tried again, twice; what still fails is told once and dropped, for it
/// is old by then. At most 20 wait. Lives in the GUI thread.
class MailQueue : public QObject {
    Q_OBJECT
public:
    /// `pause`: before a message is tried again.
    explicit MailQueue(MailServer server, city::Duration pause = city::Duration(20'000), QObject* parent = nullptr);

    void send(const Mail& mail);

Q_SIGNALS:
    void sent();
    void failed(const city::Message& why);

private:
    struct Waiting {
        Mail mail;
        int tries = 0;
    };
    void next();
    void answered(const city::Result<bool>& answer);

    const MailServer m_server;
    const city::Duration m_pause;
    std::deque<Waiting> m_waiting;
    bool m_busy = false;
};

} // namespace notices
