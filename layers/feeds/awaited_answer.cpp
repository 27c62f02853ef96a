// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/awaited_answer.h"

namespace feeds {

AwaitedAnswer::AwaitedAnswer(const Request& request, const city::Clock& clock, std::function<void()> late)
    : m_request(request), m_clock(clock)
{
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, std::move(late));
}

QFuture<FetchResponse> AwaitedAnswer::begin()
{
    if (m_waiting) fail({QT_TRANSLATE_NOOP("Message", "given up"), {}});
    m_elapsed.start();
    m_waiting = std::make_shared<QPromise<FetchResponse>>();
    m_waiting->start();
    m_patience.start(static_cast<int>(m_request.timeout.count()));
    return m_waiting->future();
}

void AwaitedAnswer::give(FetchResponse response)
{
    m_patience.stop();
    response.receivedAt = m_clock.now();
    response.latency = city::Duration(m_elapsed.elapsed());
    const auto waiting = std::exchange(m_waiting, nullptr);
    waiting->addResult(std::move(response));
    waiting->finish();
}

void AwaitedAnswer::fail(city::Message why)
{
    FetchResponse response;
    response.failure = city::Problem{{}, {}, std::move(why)};
    give(std::move(response));
}

void AwaitedAnswer::failSilent()
{
    fail({QT_TRANSLATE_NOOP("Message", "no message from %1 within %2 s"),
          {m_request.url.host(), QString::number(m_request.timeout.count() / 1000)}});
}

void AwaitedAnswer::giveUnchanged()
{
    FetchResponse response;
    response.notModified = true;
    give(std::move(response));
}

} // namespace feeds
