// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>
#include <memory>

namespace app {

/// The translators of the running program. One per program, made in main or in a test; the GUI thread only. While it
/// lives, its language is installed; when it goes, the program speaks English again.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// Switches at run time: every widget gets a LanguageChange event. An unknown name means English.
    void use(const QString& language);
    const QString& current() const { return m_current; }

    /// What to start with: `asked` if known, else `remembered`, else the system's language, else English.
    static QString choose(const QString& asked, const QString& remembered);
    /// "English", "繁體中文": each in itself.
    static QString nameOf(const QString& language);

private:
    void remove();

    QString m_current = QStringLiteral("en");
    std::unique_ptr<QTranslator> m_program, m_toolkit;
};

} // namespace app
