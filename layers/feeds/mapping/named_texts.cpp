// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/named_texts.h"

#include "layers/city/interned.h"

namespace feeds {

NamedTexts::NamedTexts(const QMap<QString, FieldRef>& refs)
{
    for (auto it = refs.cbegin(); it != refs.cend(); ++it)
        m_fields.emplace_back(city::interned(it.key()), Field(it.value()));
}

city::LocalText NamedTexts::localText(const Record& record)
{
    city::LocalText texts;
    read(record, texts);
    return texts;
}

void NamedTexts::read(const Record& record, city::LocalText& texts)
{
    for (auto& [language, field] : m_fields) {
        const QString text = field.text(record);
        if (!text.isEmpty()) texts.set(language, text);
    }
}

city::TextMap NamedTexts::details(const Record& record)
{
    city::TextMap texts;
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
