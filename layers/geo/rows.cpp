// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/rows.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace geo {

namespace {

QString folded(const QString& text)
{
    return text.simplified().toCaseFolded().replace(QChar(u'台'), QChar(u'臺'));
}

bool holds(int order, const QString& sign)
{
    if (sign == QLatin1String("=")) return order == 0;
    if (sign == QLatin1String("!=") || sign == QLatin1String("<>")) return order != 0;
    if (sign == QLatin1String("<")) return order < 0;
    if (sign == QLatin1String("<=")) return order <= 0;
    return sign == QLatin1String(">") ? order > 0 : order >= 0;
}

// A value made ready to be compared many times.
struct SortKey {
    double number = 0;
    QString text;
    enum { Number, Text, None } kind = None;

    explicit SortKey(const QVariant& value)
    {
        if (!value.isValid()) return;
        kind = value.userType() == QMetaType::QString ? Text : Number;
        if (kind == Text)
            text = folded(value.toString());
        else
            number = value.toDouble();
    }
};

} // namespace

RowFilter::RowFilter(const QString& text, const std::vector<RowField>& fields)
{
    static const QRegularExpression condition(QStringLiteral("^\\s*(.+?)\\s*(<=|>=|!=|<>|=|<|>|~)\\s*(.*?)\\s*$"));
    const QRegularExpressionMatch match = condition.match(text);
    for (std::size_t i = 0; match.hasMatch() && i < fields.size(); ++i) {
        if (folded(fields[i].name) != folded(match.captured(1))) continue;
        m_field = static_cast<int>(i);
        m_sign = match.captured(2);
        m_value = folded(match.captured(3));
        if (m_value.size() > 1 && m_value.startsWith(u'"') && m_value.endsWith(u'"')) m_value = m_value.mid(1, m_value.size() - 2);
        bool isNumber = false;
        const double number = m_value.toDouble(&isNumber);
        if (isNumber) m_number = number;
        return;
    }
    m_value = folded(text);
}

bool RowFilter::passes(const QVariant& value) const
{
    if (!value.isValid()) return m_field >= 0 && m_value.isEmpty() && m_sign == QLatin1String("=");
    const bool isText = value.userType() == QMetaType::QString;
    if (m_field < 0 || m_sign == QLatin1String("~")) return folded(value.toString()).contains(m_value);
    if (m_number) {
        bool isNumber = true;
        const double number = isText ? value.toString().toDouble(&isNumber) : value.toDouble();
        if (isNumber) return holds(number < *m_number ? -1 : number > *m_number ? 1 : 0, m_sign);
    }
    return holds(QString::compare(folded(value.toString()), m_value), m_sign);
}

bool RowFilter::passes(const QVariantList& values) const
{
    if (isEmpty()) return true;
    if (m_field >= 0) return passes(values.value(m_field));
    return std::any_of(values.begin(), values.end(), [this](const QVariant& value) { return passes(value); });
}

void sortRows(std::vector<qint64>& keys, const std::vector<QVariant>& values, bool descending)
{
    const std::vector<SortKey> sortKeys(values.begin(), values.end());
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        const SortKey &a = sortKeys[i], &b = sortKeys[j];
        if (a.kind == SortKey::None || b.kind == SortKey::None || a.kind != b.kind) return a.kind < b.kind;
        if (a.kind == SortKey::Text) return descending ? b.text < a.text : a.text < b.text;
        return descending ? b.number < a.number : a.number < b.number;
    });
    std::vector<qint64> sorted(keys.size());
    std::transform(order.begin(), order.end(), sorted.begin(), [&keys](std::size_t i) { return keys[i]; });
    keys = std::move(sorted);
}

} // namespace geo
