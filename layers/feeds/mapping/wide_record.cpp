// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/wide_record.h"

namespace feeds {

namespace {

bool isNamed(const FieldPath& path, const QString& name)
{
    return path.whole == name.toStdString();
}

} // namespace

Scalar WideRecord::find(const FieldPath& path) const
{
    if (isNamed(path, m_columns.title)) return {Scalar::Kind::Text, m_title, 0, false};
    return m_wide.find(isNamed(path, m_columns.value) ? m_column : path);
}

QStringList WideRecord::fieldNames() const
{
    return QStringList{m_columns.title, m_columns.value} + m_wide.fieldNames();
}

void Lengthening::choose(const QStringList& names)
{
    m_names = names;
    m_chosen.clear();
    for (const QString& name : names) {
        if (m_columns.except.contains(name)) continue;
        const QRegularExpressionMatch match = m_columns.like.match(name);
        if (!match.hasMatch()) continue;
        const QString title = match.lastCapturedIndex() > 0 ? match.captured(1) : name;
        m_chosen.push_back({FieldPath::from(name), title.toStdString()});
    }
    m_any = m_any || !m_chosen.empty();
}

void Lengthening::each(const Record& wide, const std::function<void(const Record&)>& visit)
{
    const QStringList names = wide.fieldNames();
    if (names != m_names) choose(names);
    for (const Column& column : m_chosen)
        visit(WideRecord(wide, m_columns, column.path, column.title));
}

} // namespace feeds
