// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/value_colours.h"

#include "layers/city/message.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr std::size_t mostCategories = 12; // more cannot be told apart; the rest are "other"

const Palette& paletteOf(const ColourBy& by, const Dressing& dressing)
{
    const QString usual =
        by.way == ColourBy::Way::Categories ? QStringLiteral("okabe-ito") : QStringLiteral("viridis");
    const Palette* found = dressing.palettes->find(by.palette.isEmpty() ? usual : by.palette);
    return found ? *found : dressing.palettes->all.front();
}

// Words there are, the most frequent first and then by the alphabet.
QStringList frequent(const QVariantList& values)
{
    QHash<QString, int> counts;
    for (const QVariant& value : values)
        if (const QString word = value.toString(); !value.isNull() && !word.isEmpty()) ++counts[word];
    QStringList words = counts.keys();
    std::sort(words.begin(), words.end(), [&counts](const QString& a, const QString& b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    return words.mid(0, static_cast<qsizetype>(mostCategories));
}

} // namespace

std::optional<double> ValueColours::number(const QVariant& value)
{
    bool good = false;
    const double number = value.isNull() ? 0 : value.toDouble(&good);
    return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

ValueColours::ValueColours(const ColourBy& by, const QVariantList& values, const Dressing& dressing)
    : m_by(by)
{
    m_none = by.none.isEmpty() ? dressing.noData : dressing.colour(by.none);
    if (!by.other.isEmpty()) m_other = dressing.colour(by.other);
    if (by.way == ColourBy::Way::Classes)
        makeClasses(values, dressing);
    else
        makeCategories(values, dressing);
    m_counts.assign(m_colours.size(), 0);
    for (const QVariant& value : values) {
        const int index = indexOf(value);
        if (index >= 0)
            ++m_counts[static_cast<std::size_t>(index)];
        else
            ++(isData(value) ? m_others : m_without);
    }
}

void ValueColours::makeClasses(const QVariantList& values, const Dressing& dressing)
{
    std::vector<double> numbers;
    for (const QVariant& value : values)
        if (const auto one = number(value)) numbers.push_back(*one);
    m_classes = m_by.method == ClassMethod::Given ? givenClasses(m_by.breaks, numbers)
                                                  : classify(numbers, m_by.method, m_by.classes);
    const int count = m_classes.count();
    m_colours = paletteOf(m_by, dressing).colours(count, m_by.reversed);
    for (qsizetype i = 0; i < m_by.colours.size() && i < count; ++i)
        m_colours[static_cast<std::size_t>(i)] = dressing.colour(m_by.colours[i]);
    for (int i = 0; i < count; ++i) {
        const QString range =
            m_by.unit.isEmpty() ? m_classes.text(i) : m_classes.text(i) + QLatin1Char(' ') + m_by.unit;
        m_texts << (m_by.texts.value(i).isEmpty() ? range : m_by.texts[i]);
    }
}

void ValueColours::makeCategories(const QVariantList& values, const Dressing& dressing)
{
    for (const ColourBy::Category& category : m_by.categories) {
        m_words << category.value;
        m_texts << (category.text.isEmpty() ? category.value : category.text);
        m_colours.push_back(dressing.colour(category.colour));
    }
    if (!m_by.categories.empty()) return;
    m_words = m_texts = frequent(values);
    m_colours = paletteOf(m_by, dressing).colours(static_cast<int>(m_words.size()), m_by.reversed);
    m_colours.resize(static_cast<std::size_t>(m_words.size())); // a palette has one colour at least
    if (!m_other.isValid()) m_other = m_none;
}

bool ValueColours::isData(const QVariant& value) const
{
    return m_by.way == ColourBy::Way::Classes ? number(value).has_value()
                                              : !value.isNull() && !value.toString().isEmpty();
}

int ValueColours::indexOf(const QVariant& value) const
{
    if (!isData(value)) return -1;
    return m_by.way == ColourBy::Way::Classes ? m_classes.of(*number(value))
                                              : static_cast<int>(m_words.indexOf(value.toString()));
}

QColor ValueColours::of(const QVariant& value) const
{
    const int index = indexOf(value);
    if (index >= 0) return m_colours[static_cast<std::size_t>(index)];
    return isData(value) ? m_other : m_none;
}

std::vector<LegendEntry> ValueColours::legend(LegendEntry::Symbol symbol, Shape shape) const
{
    std::vector<LegendEntry> legend;
    for (std::size_t i = 0; i < m_colours.size(); ++i)
        if (m_colours[i].alpha() > 0)
            legend.push_back({m_texts.value(static_cast<qsizetype>(i)),
                              rgbaOf(m_colours[i]),
                              shape,
                              symbol,
                              {},
                              m_counts[i],
                              0});
    if (m_others > 0 && m_other.isValid() && m_other.alpha() > 0)
        legend.push_back({city::Message(QT_TRANSLATE_NOOP("Message", "other")).toString(),
                          rgbaOf(m_other),
                          shape,
                          symbol,
                          {},
                          m_others,
                          0});
    if (m_without > 0 && m_none.alpha() > 0)
        legend.push_back({city::Message(QT_TRANSLATE_NOOP("Message", "no data")).toString(),
                          rgbaOf(m_none),
                          shape,
                          LegendEntry::Symbol::Hatch,
                          {},
                          m_without,
                          0});
    return legend;
}

} // namespace map
