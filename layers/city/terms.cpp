// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/terms.h"

namespace city {

namespace {

/// `published` in its own language; of the rest what the first of `words` that is a term is called.
LocalText said(const QString& language, const QString& published, const QStringList& words, const Terms& terms)
{
    LocalText text;
    text.set(textLanguage(language), published);
    for (const QString& word : words) {
        const auto term = terms.constFind(word);
        if (term == terms.cend()) continue;
        for (auto it = term->all().cbegin(); it != term->all().cend(); ++it)
            if (!text.has(it.key())) text.set(it.key(), it.value());
    }
    return text;
}

} // namespace

QString textLanguage(const QString& capLanguage)
{
    const QString primary = capLanguage.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
    if (primary.isEmpty()) return QStringLiteral("en");
    return primary == QLatin1String("zh") ? QStringLiteral("zh_TW") : primary;
}

LocalText eventText(const AlertInfo& info, const Terms& terms)
{
    return said(info.language, info.event, {info.event}, terms);
}

LocalText titleText(const AlertInfo& info, const Terms& terms)
{
    if (info.headline.isEmpty()) return eventText(info, terms);
    return said(info.language, info.headline, {info.headline, info.event}, terms);
}

} // namespace city
