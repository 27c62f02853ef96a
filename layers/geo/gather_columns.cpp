// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/gather_columns.h"

#include "layers/city/threads.h"
#include "layers/geo/gdal_access.h"

#include <QThread>
#include <QtConcurrent>

namespace geo {

GatherColumns::~GatherColumns()
{
    for (QFuture<Columns>& part : m_parts)
        part.waitForFinished();
}

void GatherColumns::add(std::function<void(ColumnBuilder&)> batch)
{
    const auto ahead = static_cast<std::size_t>(2 * QThread::idealThreadCount() + 2);
    if (m_parts.size() >= ahead) m_parts[m_parts.size() - ahead].waitForFinished();
    m_parts.push_back(QtConcurrent::run(&city::workThreads(), [batch = std::move(batch), values = m_withValues, finish = m_finish] {
        const Complaints unheard; // of geometries, which are counted
        Columns part;
        ColumnBuilder builder(part, values);
        batch(builder);
        if (finish) finish(part);
        for (ShapeColumns* one : {&part.points, &part.lines, &part.polygons}) {
            if (!one->x.empty()) continue;
            one->x.shrink_to_fit();
            one->y.shrink_to_fit();
        }
        return part;
    }));
}

std::vector<Columns> GatherColumns::take()
{
    std::vector<Columns> parts;
    for (QFuture<Columns>& part : m_parts)
        parts.push_back(part.takeResult());
    m_parts.clear();
    return parts;
}

} // namespace geo
