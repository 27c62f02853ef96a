// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace widgets {

/// Says what went wrong, where, and what to do next; can be copied and put away.
class ErrorNote : public QFrame {
    Q_OBJECT
public:
    explicit ErrorNote(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setError(const ErrorText& error);
    /// All of it, as it is copied.
    QString text() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    ErrorText m_error;
    QLabel* m_what;
    QLabel* m_where;
    QLabel* m_next;
    QToolButton* m_copy;
    QToolButton* m_close;
};

} // namespace widgets
