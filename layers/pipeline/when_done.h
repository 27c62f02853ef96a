// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <optional>

namespace pipeline {

/// Calls `then` in the thread of `owner` once the future is finished: with its result, or with nothing when
/// it was cancelled. Never called after `owner` is gone.
template<typename T, typename Then> void whenDone(QObject* owner, const QFuture<T>& future, Then then)
{
    auto* watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.isCanceled() || done.resultCount() == 0)
                             then(std::optional<T>());
                         else
                             then(std::optional<T>(done.result()));
                     });
    watcher->setFuture(future);
}

} // namespace pipeline
