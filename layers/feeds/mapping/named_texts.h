// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/mapping/field.h"

namespace feeds {

/// Several fields by language or by name, read together.
class NamedTexts {
public:
    NamedTexts() = default;
    explicit NamedTexts(const QMap<QString, FieldRef>& refs);

    city::LocalText localText(const Record& record);
    /// The same, put into an empty text.
    void read(const Record& record, city::LocalText& texts);
    city::TextMap details(const Record& record);
    QStringList absentFields() const;

private:
    std::vector<std::pair<QString, Field>> m_fields;
};

} // namespace feeds
