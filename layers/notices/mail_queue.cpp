// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/mail_queue.h"

#include <QFutureWatcher>
#include <QTimer>

namespace notices {

namespace {

constexpr std::size_t mostWaiting = 20;
constexpr int mostTries = 3;

} // namespace

MailQueue::MailQueue(MailServer server, city::Duration pause, QObject* parent)
    : QObject(parent), m_server(std::move(server)), m_pause(pause)
{
}

void MailQueue::send(const Mail& mail)
{
    // The one in front is being sent.
    if (m_waiting.size() >= mostWaiting) m_waiting.erase(m_waiting.begin() + 1);
    m_waiting.push_back({mail, 0});
    next();
}

void MailQueue::next()
{
    if (m_busy || m_waiting.empty()) return;
    m_busy = true;
    ++m_waiting.front().tries;
    auto* watcher = new QFutureWatcher<city::Result<bool>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        answered(watcher->future().result());
    });
    watcher->setFuture(deliver(m_server, m_waiting.front().mail));
}

void MailQueue::answered(const city::Result<bool>& answer)
{
    if (!answer.ok() && m_waiting.front().tries < mostTries) {
        QTimer::singleShot(m_pause, this, [this] {
            m_busy = false;
            next();
        });
        return;
    }
    m_waiting.pop_front();
    m_busy = false;
    if (!answer.ok())
        Q_EMIT failed(answer.problem().text);
    else if (!*answer)
        Q_EMIT failed({QT_TRANSLATE_NOOP("Message", "some of those the e-mail is for were refused"), {}});
    else
        Q_EMIT sent();
    next();
}

} // namespace notices
