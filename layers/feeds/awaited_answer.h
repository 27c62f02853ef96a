// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>
#include <functional>
#include <memory>

namespace feeds {

/// Who waits for what a server sends by itself: one question at a time, answered once, or late after the feed's
/// timeout. Lives in the GUI thread.
class AwaitedAnswer {
public:
    /// `late` is called when the timeout has passed without an answer. `clock` must outlive this.
    AwaitedAnswer(const Request& request, const city::Clock& clock, std::function<void()> late);

    /// A new question; one that still waits is given up.
    QFuture<FetchResponse> begin();
    bool isWanted() const { return m_waiting != nullptr; }
    /// Only while it is wanted.
    void give(FetchResponse response);
    void fail(city::Message why);
    /// Nothing came within the timeout.
    void failSilent();
    /// Nothing new came, which is no failure.
    void giveUnchanged();

private:
    const Request& m_request;
    const city::Clock& m_clock;
    std::shared_ptr<QPromise<FetchResponse>> m_waiting;
    QTimer m_patience;
    QElapsedTimer m_elapsed;
};

} // namespace feeds
