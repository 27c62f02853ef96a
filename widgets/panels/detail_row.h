// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// One value of a place: name and age on the left, symbol, level and value on the right. Can be pressed when
/// it names a quantity, to make the charts speak of it.
class DetailRow : public QAbstractButton {
    Q_OBJECT
public:
    DetailRow(const Theme& theme, const PlaceValue& line, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void whyAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    Theme m_theme;
    PlaceValue m_line;
};

} // namespace widgets
