// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"

#include <QVariant>

namespace map {

/// The colours of the values of one field, and the legend that says so, with counts.
class ValueColours {
public:
    /// `values`: of all features, in any order; null ones are "no data".
    ValueColours(const ColourBy& by, const QVariantList& values, const Dressing& dressing);

    /// Invalid: not to be drawn. For no data `dressing.noData` or the style's own.
    QColor of(const QVariant& value) const;
    /// A number that can be told; nothing for null, words and what is not finite.
    static std::optional<double> number(const QVariant& value);
    /// Whether there is something to tell by.
    bool isData(const QVariant& value) const;
    std::vector<LegendEntry> legend(LegendEntry::Symbol symbol, Shape shape = Shape::Circle) const;
    const Classes& classes() const { return m_classes; }
    const std::vector<QColor>& colours() const { return m_colours; }
    QColor none() const { return m_none; }

private:
    void makeClasses(const QVariantList& values, const Dressing& dressing);
    void makeCategories(const QVariantList& values, const Dressing& dressing);
    int indexOf(const QVariant& value) const;

    ColourBy m_by;
    Classes m_classes;
    std::vector<QColor> m_colours; ///< Of classes or categories.
    QStringList m_words;           ///< Of the categories.
    QStringList m_texts;           ///< In the legend.
    std::vector<int> m_counts;
    QColor m_none, m_other;
    int m_without = 0, m_others = 0;
};

} // namespace map
