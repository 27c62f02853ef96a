// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// One button of the rail: an icon with its name beneath in at most two lines; a bar in the accent colour
/// when chosen.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit RailButton(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `icon` is a name of the theme's set; an unknown one falls back to the name's first letter.
    void setFace(const QString& icon, const QString& name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    QString m_icon, m_name;
};

} // namespace widgets
