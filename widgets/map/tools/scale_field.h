// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

#include <QComboBox>

namespace widgets {

/// The scale of the map as a fraction, "1:10,000", to read and to set. True at the middle of the map, as far as the
/// screen tells its size; the tool tip says what is believed of it.
class ScaleField : public QComboBox {
    Q_OBJECT
public:
    ScaleField(MapCanvas& canvas, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Ground metres a metre of the screen spans.
    double denominator() const;
    void setDenominator(double denominator);
    /// Dots of the screen an inch has: what the screen says, or 96 where that cannot be.
    double dotsPerInch() const;
    /// "1:10,000", "10000", "1 : 2.5M"; nothing for what is no scale.
    static std::optional<double> parse(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();
    void take();
    void retranslate();

    MapCanvas& m_canvas;
};

} // namespace widgets
