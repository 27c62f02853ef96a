// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/dress.h"

namespace widgets {

namespace {

// "@token" stands for a colour of the theme.
constexpr QLatin1String kSheet(R"(
QToolTip { color: @text; background: @raised; border: 1px solid @line; padding: 4px 8px; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @press; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @muted; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton { background: @raised; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { background: @hover; }
QPushButton:checked { background: @press; border-color: @accent; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @muted; }
QLineEdit, QComboBox, QSpinBox { background: @field; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: @accent; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(:/theme/chevron.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 18px; }
QSpinBox::up-arrow { image: url(:/theme/chevron-up.svg); width: 9px; height: 9px; }
QSpinBox::down-arrow { image: url(:/theme/chevron.svg); width: 9px; height: 9px; }
QComboBox QAbstractItemView, QListView#choices { background: @raised; color: @text; border: 1px solid @line; outline: 0;
    selection-background-color: @accent; selection-color: @onAccent; }
QTableView { background: @surface; color: @text; border: 0; outline: 0; gridline-color: @line;
    selection-background-color: @chosen; selection-color: @text; }
QTableView:focus { border: 0; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 4px 8px; font-size: 11px; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; image: none; }
QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
)");

} // namespace

QString styleSheetOf(const Theme& theme)
{
    QString sheet = kSheet;
    // Longer names first, so that "@text" never eats the head of a longer token.
    const std::pair<QLatin1String, QColor> tokens[] = {
        {QLatin1String("@onAccent"), theme.onAccent},
        {QLatin1String("@surface"), theme.surface},
        {QLatin1String("@accent"), theme.accent},
        {QLatin1String("@raised"), theme.raised},
        {QLatin1String("@chosen"), mixed(theme.surface, theme.accent, 0.22)},
        {QLatin1String("@hover"), mixed(theme.surface, theme.text, 0.08)},
        {QLatin1String("@press"), mixed(theme.surface, theme.text, 0.14)},
        {QLatin1String("@field"), theme.isDark() ? theme.ground : theme.surface},
        {QLatin1String("@thumb"), mixed(theme.line, theme.muted, 0.35)},
        {QLatin1String("@muted"), theme.muted},
        {QLatin1String("@text"), theme.text},
        {QLatin1String("@line"), theme.line},
    };
    for (const auto& [token, colour] : tokens)
        sheet.replace(token, colour.name());
    return sheet;
}

} // namespace widgets
