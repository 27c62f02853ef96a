// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/local_text.h"

#include <QHash>
#include <optional>
#include <vector>

namespace city {

/// One administrative area.
struct Area {
    QString level; ///< The pack's word: "city", "district", "village".
    QString code;  ///< The official code; unique within the level.
    LocalText name;
    int parent = -1; ///< Index into the tree; -1 for the outermost.
    Geometry geometry;
    LonLatBox bounds;
    std::optional<double> people;      ///< Residents; nothing when the pack does not say.
    QMap<QString, QString> otherCodes; ///< Codes of other registers by name ("Taiwan_Geocode_103").
};

/// The administrative areas of a pack, outermost level first. Built once when the pack is read, never
/// changed, read from any thread.
class AreaTree {
public:
    AreaTree() = default;
    /// `levels` outermost first. Areas must come parents before children.
    AreaTree(QStringList levels, std::vector<Area> areas);

    const QStringList& levels() const { return m_levels; }
    const std::vector<Area>& areas() const { return m_areas; }
    const Area& at(int index) const { return m_areas[static_cast<std::size_t>(index)]; }
    bool isEmpty() const { return m_areas.empty(); }

    /// The innermost area that contains `p`, or -1 when none does.
    int locate(LonLat p) const;
    /// By code in a level; -1 when there is none.
    int find(const QString& level, const QString& code) const;
    /// By code in any level; -1 when there is none.
    int find(const QString& code) const;
    /// By full name, outermost first and run together ("臺北市大安區"), 台 and 臺 alike, or by code; -1 when
    /// unknown.
    int findByName(const QString& level, const QString& name) const;
    /// By a geocode of another register (CAP's valueName and value); -1 when unknown.
    int findByGeocode(const QString& valueName, const QString& value) const;

    /// `index` or its ancestor in `level`; -1 when it has none there.
    int ancestor(int index, const QString& level) const;
    /// Whether `inner` is `outer` or lies under it; everything lies under -1.
    bool isWithin(int inner, int outer) const;
    std::vector<int> children(int index) const; ///< of -1: the outermost areas
    /// The level under `level`, empty when it is the innermost; of "": the outermost.
    QString levelBelow(const QString& level) const;

private:
    QStringList m_levels;
    std::vector<Area> m_areas;
    std::vector<std::vector<int>> m_children;
    std::vector<int> m_roots;
    QHash<QString, int> m_byLevelCode, m_byCode, m_byLevelName, m_byGeocode;
};

} // namespace city
