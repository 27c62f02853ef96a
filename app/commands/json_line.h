// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/local_text.h"
#include "layers/city/time.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <optional>

namespace app {

/// One JSON object being written in the order of the calls (QJsonObject would sort its keys). Absent
/// optionals and empty texts of the optional kind leave their key out.
class JsonLine {
public:
    void text(const char* key, const QString& value);
    void textUnlessEmpty(const char* key, const QString& value);
    void number(const char* key, double value);
    void number(const char* key, const std::optional<double>& value);
    void time(const char* key, city::Instant value);
    void time(const char* key, const std::optional<city::Instant>& value);
    void texts(const char* key, const QStringList& values);
    /// As one text when only one language is known and it is not said which, otherwise as {"en": ...,
    /// "zh_TW": ...}.
    void localText(const char* key, const city::LocalText& value);
    void map(const char* key, const QMap<QString, QString>& values);
    void raw(const char* key, const QByteArray& json);

    QByteArray object() const { return '{' + m_body + '}'; }

private:
    QByteArray m_body;
};

/// A JSON string with its quotes.
QByteArray jsonText(const QString& text);
/// The shortest decimal that reads back as the same number; whole numbers without a point.
QByteArray jsonNumber(double value);
QByteArray jsonList(const QList<QByteArray>& items);
/// A GeoJSON geometry: longitude first, exterior rings counter-clockwise (RFC 7946); "null" when there is
/// none.
QByteArray geoJson(const city::Geometry& geometry);

} // namespace app
