// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// One value of a place: name and age on the left, symbol, level and value on the right. Can be pressed when it leads
/// somewhere.
class DetailRow : public QAbstractButton {
    Q_OBJECT
public:
    DetailRow(const Theme& theme, const CardLine& line, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    CardLine m_line;
};

} // namespace widgets
