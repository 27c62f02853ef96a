// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace app {

/// The reference pages of resources/help as plain text. A page in the language of the program ("window.zh_TW.txt") is
/// preferred to the English one.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    HelpWindow(const QString& folder, const QString& language, QWidget* parent = nullptr);

    void showPage(const QString& name);
    QString page() const;

private:
    QString fileOf(const QString& name) const;

    QString m_folder, m_language;
    QListWidget* m_names;
    QPlainTextEdit* m_text;
};

/// A window of plain text that can be copied: keys, licences, sources.
class TextWindow : public QDialog {
    Q_OBJECT
public:
    TextWindow(const QString& title, const QString& text, QWidget* parent = nullptr);
};

} // namespace app
