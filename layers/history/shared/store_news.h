// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QList>
#include <QObject>

namespace history {

/// What a shared store tells by itself. Lives in the thread that made the HistoryStore, as its signals do; an
/// embedded store tells nothing.
class StoreNews : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// Pictures of these feeds were added, by whomever; numbers for HistoryStore::newestPictures.
    void added(const QList<qint64>& feeds);
    /// The store is gone for now; it is tried again by itself.
    void lost(const city::Problem& why);
    /// It is there again: what was added meanwhile was not told.
    void back();
    /// Somebody wrote a note on the timeline, or removed one.
    void noted();
    /// What had waited on disk for the store will never be in it.
    void refused(const city::Problem& why);
};

} // namespace history
