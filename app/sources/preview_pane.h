// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/geo/dataset.h"
#include "widgets/map/map_canvas.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace app {

/// The facts of a payload on a map and in a table, with what was wrong counted and named.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(const widgets::Theme& theme, QWidget* parent = nullptr);

    /// `zone` and `language` are those in which times and names are read.
    void show(const city::Result<feeds::Decoded>& decoded, const QTimeZone& zone, const QString& language);
    /// A GIS layer as it stands.
    void show(const geo::FeatureTable& table);
    widgets::MapCanvas& canvas() { return *m_canvas; }
    QString summary() const;
    int shownOnMap() const { return m_onMap; }

private:
    void fillTable(const feeds::Decoded& decoded, const QTimeZone& zone, const QString& language);
    void drawMap(const feeds::Decoded& decoded, const QString& language);
    void tell(const feeds::Decoded& decoded);
    void put(std::shared_ptr<const map::LayerScene> layer, city::LonLatBox box);

    widgets::Theme m_theme;
    widgets::MapCanvas* m_canvas;
    QTableWidget* m_table;
    QLabel* m_summary;
    QLabel* m_problems;
    int m_onMap = 0;
    city::LonLatBox m_fitted;
};

} // namespace app
