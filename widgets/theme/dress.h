// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFont>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace widgets {

enum class Weight { Regular, Bold };

/// The UI font at one of the theme's sizes, with the theme's families behind it.
QFont fontOf(const Theme& theme, int pixels, Weight weight = Weight::Regular);

QPalette paletteOf(const Theme& theme);
/// What the palette cannot say: focus rings, scroll bars, menus, tool tips, table heads.
QString styleSheetOf(const Theme& theme);

/// Fusion style, palette, font and style sheet for the whole application. Widgets that paint themselves still
/// need their own setTheme.
void dress(QApplication& application, const Theme& theme);

/// Text of `widget` in `colour`; the rest of its palette stays inherited.
void tint(QWidget& widget, const QColor& colour);

/// Icon `name` of the theme's set, drawn in `colour` at any size. An unknown name gives an empty icon.
QIcon icon(const Theme& theme, const QString& name, const QColor& colour);
QIcon icon(const Theme& theme, const QString& name);

} // namespace widgets
