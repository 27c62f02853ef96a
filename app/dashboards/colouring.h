// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/levels.h"
#include "layers/map/kinds/classes.h"

#include <QMap>

namespace app {

/// How the values of one map layer become colours and shapes: by the levels of a scale, by the
/// classes its style asks for, else along a palette between the
/// least and the greatest value, else one colour for all. Also counts for the legend.
class Colouring {
public:
    /// `values`: the current ones the palette spans; not needed where there is a scale.
    Colouring(const Scope& scope, const MapLayerSpec& spec, const Measure& measure, const std::vector<double>& values);

    struct Look {
        QColor colour;
        map::Shape shape = map::Shape::Circle;
        int rank = 0;  ///< Higher: worse, or more; painted later and labelled first.
        QString word;  ///< Name of the level; empty without a scale.
    };
    Look of(double value) const;
    Look plain() const; ///< Without a value, where none is asked for.

    void count(double value);                        ///< Of a current value in focus.
    void countOther(city::Freshness freshness);      ///< Of one that is not current.
    void countWithheld() { ++m_withheld; }           ///< Of one that must not be told.
    std::vector<map::LegendEntry> legend(map::LegendEntry::Symbol symbol) const;

private:
    std::vector<map::LegendEntry> levelLegend() const;
    std::vector<map::LegendEntry> paletteLegend() const;
    std::vector<map::LegendEntry> classLegend() const;
    void makeClasses(const std::vector<double>& values);

    const Scope& m_scope;
    const MapLayerSpec& m_spec;
    Measure m_measure;
    double m_least = 0, m_most = 0;
    bool m_any = false; ///< Whether the palette spans anything.
    std::optional<map::Classes> m_classes; ///< Where the layer's style asks for some.
    std::vector<QColor> m_classColours;
    map::Palette m_palette;
    QMap<int, int> m_inClass;
    QMap<int, int> m_levels;
    int m_counted = 0, m_stale = 0, m_none = 0, m_withheld = 0;
};

/// "#rrggbb" or a token of the theme; `otherwise` for what is neither.
QColor namedColour(const widgets::Theme& theme, const QString& name, const QColor& otherwise);
/// The palette a layer names, of the pack's; the theme's viridis where it names none.
map::Palette paletteOf(const Scope& scope, const MapLayerSpec& spec);
/// What lies outside the focus recedes.
QColor dimmed(QColor colour);

} // namespace app
