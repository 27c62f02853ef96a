// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include "app/shell/run_options.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

Language::~Language()
{
    remove();
}

void Language::remove()
{
    for (auto* translator : {&m_program, &m_toolkit}) {
        if (*translator) QCoreApplication::removeTranslator(translator->get());
        translator->reset();
    }
}

void Language::use(const QString& language)
{
    const QString known = knownLanguages().contains(language) ? language : QStringLiteral("en");
    if (known == m_current) return;
    remove();
    m_current = known;
    if (known == QLatin1String("en")) return;

    m_program = std::make_unique<QTranslator>();
    if (m_program->load(QStringLiteral(":/translations/cityops_%1.qm").arg(known)))
        QCoreApplication::installTranslator(m_program.get());
    // Buttons of dialogs and the like; not there on every machine, and then they stay English.
    m_toolkit = std::make_unique<QTranslator>();
    if (m_toolkit->load(QStringLiteral("qtbase_%1").arg(known), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_toolkit.get());
}

QString Language::choose(const QString& asked, const QString& remembered)
{
    for (const QString& name : {asked, remembered}) {
        if (knownLanguages().contains(name)) return name;
    }
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_TW") : QStringLiteral("en");
}

QString Language::nameOf(const QString& language)
{
    return language == QLatin1String("zh_TW") ? QStringLiteral("繁體中文") : QStringLiteral("English");
}

} // namespace app
