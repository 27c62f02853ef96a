// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

namespace app {

/// Hands the answer of `future` to `take` in the thread of `context`, through its event loop. When `context` goes first,
/// nothing is called: what QFuture::then does not promise.
template<typename T, typename Take>
void whenDone(QFuture<T> future, QObject* context, Take take)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) take(watcher->future().result());
    });
    watcher->setFuture(future);
}

/// Calls `take` as long as `who` is there: for answers that come through somebody who lives longer.
template<typename Take> auto whileThere(QObject* who, Take take)
{
    return [who = QPointer<QObject>(who), take = std::move(take)](auto&&... answer) mutable {
        if (who) take(std::forward<decltype(answer)>(answer)...);
    };
}

} // namespace app
