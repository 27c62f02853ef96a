// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// The situation in one line, an alarm's shape before it when something is wrong. A click leads to what is
/// most urgent.
class SituationLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit SituationLine(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setSituation(const Situation& situation);
    const Situation& situation() const { return m_situation; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    Situation m_situation;
};

} // namespace widgets
