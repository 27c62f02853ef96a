// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QMap>
#include <QStringList>
#include <vector>

namespace feeds {

/// How publishers call things: resources/catalogue/field-words.yaml as values.
struct FieldWords {
    struct Measure {
        QString quantity;
        QString unit; ///< UCUM, usual with publishers.
        QStringList words;
        QStringList loosely; ///< Words that mean it only among places of its kind.
    };
    struct Kind {
        QString kind;
        city::LocalText name;
        QStringList measures; ///< Beginnings of quantities that its places have.
        QStringList words;
    };
    QMap<QString, QStringList> roles; ///< "id", "name", "lon", "lat", "time" ...
    std::vector<Measure> measures;
    std::vector<Kind> kinds;
};

/// Lower case, without blanks and the signs between words: "Station_ID" is "stationid".
QString plainWord(const QString& text);

/// The names by which the field at `path` may be known: the whole path, its last name, and what picks it out
/// of a list ("weatherElement[elementName=RAIN].value" is "RAIN" too).
QStringList namesOfField(const QString& path);

/// How well a field fits one of `words`: 1 when it is called so, less when a part of its name is, 0 when not.
double fitOfName(const QString& path, const QStringList& words);

} // namespace feeds
