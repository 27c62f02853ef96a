// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/alerts_now.h"
#include "app/dashboards/dashboard.h"
#include "app/dashboards/events_now.h"
#include "app/dashboards/now_index.h"

namespace app {

/// What every part of one dashboard reads: the input, and what follows from it at once. Lives for one computation in one
/// thread; `in` must outlive it.
class Scope {
public:
    explicit Scope(const DashboardInput& in);

    const DashboardInput& in;
    const Pack& pack;
    const city::CitySnapshot& snapshot;
    const city::AreaTree& areas;
    city::Instant now;
    std::shared_ptr<const NowIndex> ownIndex; ///< Made here when the input brings none.
    const NowIndex& index;
    city::Focus focus;          ///< As asked, put right: dashboard and area exist.
    const DashboardSpec* spec;  ///< Null only for a pack without dashboards.
    int area = -1;              ///< Of focus; -1: the whole pack.
    std::vector<AlertNow> alerts; ///< In force anywhere in the pack.
    std::vector<EventNow> events; ///< Going on anywhere.
    int placeRow = -1;          ///< Of focus.place; -1: none, or nobody knows it.

    QString text(const city::LocalText& text) const { return text.in(in.language); }
    /// Name of a place for people; its id when it has none.
    QString placeName(int row) const;
    QString areaName(int area) const;      ///< Of -1: the pack's title.
    QString areaPath(int area) const;      ///< Outermost first: "臺北市大安區", "Taipei, Daan".
    /// The area people would name first: of the level under the outermost; empty outside all.
    QString districtName(int area) const;
    QString kindName(const QString& kind) const;
    QString levelName(const QString& level) const;
    const city::Quantity* quantity(const QString& id) const; ///< Null when the catalogue has none.
    QString quantityName(const QString& id) const;

    /// The level areas are shown at: the one under the focus; two under where the outermost has few; its own when it is
    /// the innermost.
    QString shownLevel() const { return m_shownLevel; }
    /// Ancestor of each area in `level` (-1: none), by area index.
    const std::vector<int>& ancestorsIn(const QString& level) const;
    /// Areas of `level` inside the focus.
    std::vector<int> areasIn(const QString& level) const;
    bool isInFocus(int areaIndex) const;
    /// In focus, or the focus lies in it.
    bool touchesFocus(int areaIndex) const;
    /// The largest areas within `areaIndex` that are in focus.
    std::vector<int> outermostInFocus(int areaIndex) const;
    /// Whether what was picked leaves this thing in; a kind of which nothing was picked is whole.
    bool isPicked(const QString& kind, const QString& id) const;

    city::Focus focusOnArea(int area) const;
    city::Focus focusOnPlace(int row) const;
    city::Focus focusOnLevel(const QString& level) const;
    /// The series the store gave for it; null when none.
    const city::Series* series(const city::PlaceId& place, const QString& quantity) const;

private:
    void findAreasInFocus();

    std::vector<char> m_inFocus;    ///< By area index,
    std::vector<char> m_touchesFocus; ///< with those around these.
    bool m_everywhere = true;       ///< Neither an area is in focus nor were any picked.
    QHash<QString, QSet<QString>> m_picked; ///< Ids by kind; of areas the innermost picked.
    QString m_shownLevel;
    QHash<QPair<city::PlaceId, QString>, const city::Series*> m_series;
    mutable QHash<QString, std::vector<int>> m_ancestors;
};

} // namespace app
