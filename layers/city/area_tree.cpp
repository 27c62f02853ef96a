// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/area_tree.h"

namespace city {

namespace {

// Publishers write 台 and 臺 for the same thing.
QString folded(QString name)
{
    return name.replace(QChar(0x53F0), QChar(0x81FA)).remove(QLatin1Char(' ')).toLower();
}

QString key(const QString& first, const QString& second)
{
    return first + QLatin1Char('/') + second;
}

} // namespace

AreaTree::AreaTree(QStringList levels, std::vector<Area> areas)
    : m_levels(std::move(levels)), m_areas(std::move(areas)), m_children(m_areas.size())
{
    std::vector<QString> fullNames(m_areas.size());
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        Area& area = m_areas[i];
        const int index = static_cast<int>(i);
        area.bounds = area.geometry.bounds();
        if (area.parent >= 0)
            m_children[static_cast<std::size_t>(area.parent)].push_back(index);
        else
            m_roots.push_back(index);
        m_byLevelCode.insert(key(area.level, area.code), index);
        if (!m_byCode.contains(area.code)) m_byCode.insert(area.code, index);
        const QString own = area.name.in(QStringLiteral("zh_TW"));
        fullNames[i] = area.parent >= 0 ? fullNames[static_cast<std::size_t>(area.parent)] + own : own;
        m_byLevelName.insert(key(area.level, folded(fullNames[i])), index);
        for (auto it = area.otherCodes.cbegin(); it != area.otherCodes.cend(); ++it)
            m_byGeocode.insert(key(it.key(), it.value()), index);
    }
}

int AreaTree::locate(LonLat p) const
{
    int found = -1;
    const std::vector<int>* candidates = &m_roots;
    while (candidates) {
        int next = -1;
        for (const int index : *candidates) {
            const Area& area = at(index);
            if (area.bounds.contains(p) && area.geometry.contains(p)) {
                next = index;
                break;
            }
        }
        if (next < 0) break;
        found = next;
        candidates = &m_children[static_cast<std::size_t>(next)];
    }
    return found;
}

int AreaTree::find(const QString& level, const QString& code) const
{
    return m_byLevelCode.value(key(level, code), -1);
}

int AreaTree::find(const QString& code) const
{
    return m_byCode.value(code, -1);
}

int AreaTree::findByName(const QString& level, const QString& name) const
{
    const int byCode = find(level, name);
    return byCode >= 0 ? byCode : m_byLevelName.value(key(level, folded(name)), -1);
}

int AreaTree::findByGeocode(const QString& valueName, const QString& value) const
{
    return m_byGeocode.value(key(valueName, value), -1);
}

int AreaTree::ancestor(int index, const QString& level) const
{
    while (index >= 0 && at(index).level != level)
        index = at(index).parent;
    return index;
}

bool AreaTree::isWithin(int inner, int outer) const
{
    if (outer < 0) return true;
    while (inner >= 0 && inner != outer)
        inner = at(inner).parent;
    return inner == outer;
}

std::vector<int> AreaTree::children(int index) const
{
    return index < 0 ? m_roots : m_children[static_cast<std::size_t>(index)];
}

QString AreaTree::levelBelow(const QString& level) const
{
    return m_levels.value(level.isEmpty() ? 0 : m_levels.indexOf(level) + 1);
}

} // namespace city
