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
    explicit GatherColumns(bool withValues) : m_withValues(withValues) {}
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
    std::vector<QFuture<Columns>> m_parts;
};

} // namespace geo
