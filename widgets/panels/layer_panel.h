// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace widgets {

class LayerRow;

/// The layers of the map, grouped, each with its legend and the age of its data. A legend row with a level
/// filters by it.
class LayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayerPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLayers(const std::vector<LayerEntry>& layers);
    /// The choices of basemap; the list is hidden when there are none. An empty `current` stands for no
    /// basemap.
    void setBasemaps(const std::vector<BasemapChoice>& basemaps, const QString& current);
    /// The level picked at present; empty: all.
    void setLevel(const QString& level);

Q_SIGNALS:
    void layerShown(const QString& id);
    void layerHidden(const QString& id);
    void removeAsked(const QString& id);
    void styleAsked(const QString& id);
    /// A legend row was clicked; an empty level when the picked one was clicked again.
    void levelPicked(const QString& layer, const QString& level);
    void basemapPicked(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void retranslate();
    bool sameRows(const std::vector<LayerEntry>& layers) const;

    Theme m_theme;
    std::vector<LayerEntry> m_layers;
    QString m_level;
    QLabel* m_basemapTitle;
    QComboBox* m_basemaps;
    QLabel* m_empty;
    QVBoxLayout* m_column;
    QWidget* m_list = nullptr;
    std::vector<LayerRow*> m_rows;
    std::vector<QLabel*> m_groups;
};

} // namespace widgets
