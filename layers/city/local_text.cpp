// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/local_text.h"

namespace city {

QString LocalText::in(const QString& language) const
{
    for (const QString& wanted : {language, QString(), QStringLiteral("zh_TW"), QStringLiteral("en")}) {
        const auto found = m_texts.constFind(wanted);
        if (found != m_texts.cend() && !found->isEmpty()) return *found;
    }
    return m_texts.isEmpty() ? QString() : m_texts.first();
}

} // namespace city
