// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;

namespace widgets {

/// "Why this number": the lines of a provenance beside the thing they explain. Closes on Esc or a click
/// elsewhere.
class WhyPopup : public QFrame {
    Q_OBJECT
public:
    WhyPopup(const Theme& theme, QWidget* parent);

    void explain(const QString& title, const QString& number, const Provenance& source);
    /// Shows it under `beside`, kept within its screen.
    void showBeside(const QWidget* beside);

private:
    QLabel* m_title;
    QLabel* m_lines;
};

} // namespace widgets
