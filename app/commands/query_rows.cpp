// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/query_rows.h"

#include "layers/geo/write_features.h"

#include <QCoreApplication>
#include <QLocale>
#include <cstdio>

namespace app {

namespace {

/// Quoted where RFC 4180 asks for it. A text that a spreadsheet would take for a formula is a text all the
/// same.
QString cell(const QString& text)
{
    const bool plain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
                       !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    if (plain) return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1String("\"\"")) +
           QLatin1Char('"');
}

QString textOf(const QVariant& value)
{
    if (!value.isValid()) return {};
    // The shortest form that reads back as the same number.
    if (value.userType() == QMetaType::Double)
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

} // namespace

QueryRows::QueryRows(QStringList columns, QString file)
    : m_columns(std::move(columns)), m_file(std::move(file))
{
    m_table.layer = QStringLiteral("observations");
    m_table.fields = m_columns;
    if (m_file.isEmpty()) print(m_columns);
}

void QueryRows::add(const QVariantList& values, std::optional<city::LonLat> at)
{
    ++m_count;
    if (m_file.isEmpty()) {
        QStringList cells;
        for (const QVariant& value : values)
            cells << cell(textOf(value));
        return print(cells);
    }
    geo::Feature feature;
    feature.id = m_count;
    if (at) feature.geometry.points = {*at};
    feature.values = values;
    m_table.features.push_back(std::move(feature));
}

void QueryRows::print(const QStringList& cells) const
{
    std::printf("%s\r\n", cells.join(QLatin1Char(',')).toUtf8().constData());
}

std::optional<city::Problem> QueryRows::finish()
{
    if (!m_file.isEmpty()) return geo::writeFeatures(m_file, m_table);
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return std::nullopt;
    return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "Standard output could not be written.")}};
}

} // namespace app
