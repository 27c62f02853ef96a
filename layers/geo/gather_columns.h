// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/column_builder.h"

#include <QFuture>
#include <functional>

namespace geo {

/// Keeps the thread that reads a file free for reading: what it hands over is taken apart by others, batch by
/// batch, into parts that stand in the order of the file. Belongs to the thread that reads.
class GatherColumns {
public:
    using Finish = std::function<void(Columns&)>;
    /// `finish` is the last thing done to each part, by the thread that made it; may be null.
    explicit GatherColumns(bool withValues, Finish finish = {}) : m_withValues(withValues), m_finish(std::move(finish)) {}
    /// Waits for the batches still under way: what they read from may go with the caller.
    ~GatherColumns();
    GatherColumns(const GatherColumns&) = delete;
    GatherColumns& operator=(const GatherColumns&) = delete;

    /// `batch` adds its features in another thread. Waits while too many are under way, to bound the memory.
    void add(std::function<void(ColumnBuilder&)> batch);
    /// One part a batch.
    std::vector<Columns> take();

private:
    bool m_withValues;
    Finish m_finish;
    std::vector<QFuture<Columns>> m_parts;
};

} // namespace geo
