// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/named_texts.h"

namespace feeds {

NamedTexts::NamedTexts(const QMap<QString, FieldRef>& refs)
{
    for (auto it = refs.cbegin(); it != refs.cend(); ++it)
        m_fields.emplace_back(it.key(), Field(it.value()));
}

city::LocalText NamedTexts::localText(const Record& record)
{
    city::LocalText texts;
    for (auto& [language, field] : m_fields) {
        const QString text = field.text(record);
        if (!text.isEmpty()) texts.set(language, text);
    }
    return texts;
}

QMap<QString, QString> NamedTexts::details(const Record& record)
{
    QMap<QString, QString> texts;
    for (auto& [name, field] : m_fields) {
        const QString text = field.text(record);
        if (!text.isEmpty()) texts.insert(name, text);
    }
    return texts;
}

QStringList NamedTexts::absentFields() const
{
    QStringList absent;
    for (const auto& [name, field] : m_fields) {
        if (field.isSet() && !field.wasThere()) absent << field.allNames();
    }
    return absent;
}

} // namespace feeds
