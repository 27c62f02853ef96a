// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace widgets {

/// One CAP alert as plain text: how severe (shape, word, colour), what, where, from when to when, what to do.
class AlertNote : public QFrame {
    Q_OBJECT
public:
    explicit AlertNote(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setAlert(const AlertNotice& alert);

Q_SIGNALS:
    void activated(const city::Focus& focus);

protected:
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    QString times() const;
    QLabel* addText(const QString& text, int pixels, const QColor& colour);

    Theme m_theme;
    AlertNotice m_alert;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

} // namespace widgets
