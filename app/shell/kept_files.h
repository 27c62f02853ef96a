// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/shell/run_options.h"
#include "layers/history/salvage.h"

namespace app {

/// Where a run keeps what it learns. What is invented or replayed never mixes with what was observed: it is
/// kept nowhere, unless a store was named.
struct KeptFiles {
    QString history;  ///< ":memory:" for nowhere; the URL of a shared store.
    QString copy;     ///< The file in which a desk copies what it shows of a shared store; empty: nowhere.
    QString health;   ///< Of the feeds; empty: nowhere.
    QString payloads; ///< Folder; empty: nowhere.
    QString spool{};  ///< In which answers wait while a shared store is gone; empty: nowhere.
    QString requests{}; ///< In which what operators did to alarms waits likewise.
};
/// What became of a damaged history that was put aside as `file`.
city::Message salvageText(const QString& file, const history::Salvage& salvage);
/// Makes the folder.
KeptFiles keptFiles(const Pack& pack, const RunOptions& options);

} // namespace app
