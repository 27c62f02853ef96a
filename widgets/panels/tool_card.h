// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace widgets {

class ElidedLabel;

/// A small card over the map that says which tool is on, what it reads now and what can be done next.
class ToolCard : public QFrame {
    Q_OBJECT
public:
    explicit ToolCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Which tool; hides the reading of the last one.
    void setTool(const QString& title, const QString& hint);
    /// The number, large, and lines under it; empty: none.
    void setReading(const QString& headline, const QStringList& details = {});
    void setCanCopy(bool can);
    void setCanUndo(bool undo, bool redo);
    /// Shown under the reading while its tool is on; not taken over. Null: none.
    void setOptions(QWidget* options);
    QString headline() const;

Q_SIGNALS:
    void copyAsked();
    void undoAsked();
    void redoAsked();
    void finishAsked();
    void closed();
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel *m_title, *m_headline, *m_details, *m_hint;
    QToolButton *m_copy, *m_undo, *m_redo, *m_finish, *m_close;
    QHBoxLayout* m_room;
    QWidget* m_options = nullptr;
};

} // namespace widgets
