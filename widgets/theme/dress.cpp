// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/dress.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace widgets {

namespace {

// Numbers stand under each other in every panel, so a font whose digits differ in width is not used first.
// Where the platform names no font of its own ("Sans Serif"), the theme's is better than whatever stands in.
bool servesNumbers(const QFont& font)
{
    if (font.family().startsWith(u"Sans") || QFontInfo(font).family().startsWith(u"DejaVu")) return false;
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01) return false;
    return true;
}

} // namespace

QFont fontOf(const Theme& theme, int pixels, Weight weight)
{
    static const QFont platform = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    static const bool platformFirst = servesNumbers(platform);
    QFont font = platform;
    font.setFamilies(platformFirst ? QStringList{platform.family()} + theme.families
                                   : theme.families + QStringList{platform.family()});
    font.setPixelSize(pixels);
    font.setWeight(weight == Weight::Bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.ground);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, mixed(theme.surface, theme.line, 0.25));
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, mixed(theme.raised, theme.text, 0.1));
    palette.setColor(QPalette::Midlight, theme.raised);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(theme.muted, theme.surface, 0.35));
    return palette;
}

void tint(QWidget& widget, const QColor& colour)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, colour);
    widget.setPalette(palette);
}

void dress(QApplication& application, const Theme& theme)
{
    if (application.style()->name().compare(u"fusion", Qt::CaseInsensitive) != 0 &&
        application.styleSheet().isEmpty())
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(fontOf(theme, theme.body));
    application.setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

} // namespace widgets
