// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/json_line.h"

#include <QLocale>
#include <cmath>

namespace app {

QByteArray jsonText(const QString& text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    return out + '"';
}

QByteArray jsonNumber(double value)
{
    if (!std::isfinite(value)) return "null";
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return QByteArray::number(static_cast<qint64>(value));
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray jsonList(const QList<QByteArray>& items)
{
    return '[' + items.join(',') + ']';
}

void JsonLine::raw(const char* key, const QByteArray& json)
{
    if (!m_body.isEmpty()) m_body += ',';
    m_body += '"';
    m_body += key;
    m_body += "\":";
    m_body += json;
}

void JsonLine::text(const char* key, const QString& value)
{
    raw(key, jsonText(value));
}

void JsonLine::textUnlessEmpty(const char* key, const QString& value)
{
    if (!value.isEmpty()) text(key, value);
}

void JsonLine::number(const char* key, double value)
{
    raw(key, jsonNumber(value));
}

void JsonLine::number(const char* key, const std::optional<double>& value)
{
    if (value) number(key, *value);
}

void JsonLine::time(const char* key, city::Instant value)
{
    text(key, city::toIso(value));
}

void JsonLine::time(const char* key, const std::optional<city::Instant>& value)
{
    if (value) time(key, *value);
}

void JsonLine::texts(const char* key, const QStringList& values)
{
    QList<QByteArray> items;
    for (const QString& value : values)
        items << jsonText(value);
    raw(key, jsonList(items));
}

void JsonLine::localText(const char* key, const city::LocalText& value)
{
    if (value.isEmpty()) return;
    if (value.all().size() == 1 && value.has(QString()))
        text(key, value.all().first());
    else
        map(key, value.all().toMap());
}

void JsonLine::map(const char* key, const QMap<QString, QString>& values)
{
    if (values.isEmpty()) return;
    QList<QByteArray> items;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        items << jsonText(it.key()) + ':' + jsonText(it.value());
    raw(key, '{' + items.join(',') + '}');
}

} // namespace app
