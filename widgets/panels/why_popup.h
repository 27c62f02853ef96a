// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/why.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;
class QTableWidget;

namespace widgets {

/// "Why this number": what is known of it beside the thing it explains, down to the stored observations. Ctrl+C or the
/// button copies all of it as text. Closes on Esc or a click elsewhere.
class WhyPopup : public QFrame {
    Q_OBJECT
public:
    WhyPopup(const Theme& theme, QWidget* parent);

    void explain(const WhyAnswer& answer);
    const WhyAnswer& answer() const { return m_answer; }
    void copy() const;
    /// Shows it under `beside`, kept within its screen.
    void showBeside(const QWidget* beside);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillInputs();

    Theme m_theme;
    WhyAnswer m_answer;
    QLabel* m_title;
    QLabel* m_lines;
    QLabel* m_more;
    QTableWidget* m_inputs;
};

} // namespace widgets
