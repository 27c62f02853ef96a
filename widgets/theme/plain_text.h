// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <optional>

/// Text from outside is only ever text: these keep Qt from reading it as markup or as keyboard shortcuts.
namespace widgets {

/// For setToolTip, which would otherwise guess whether a text is HTML. Long lines wrap.
QString plainTip(const QString& text);
/// For buttons, menus and check boxes, which would otherwise take "&" as the mark of a shortcut.
QString plainCaption(const QString& text);
/// Keeps the font and colour a widget was given. Qt forgets them when a widget that has once been shown gets
/// another ancestor while the application has a style sheet.
class KeptLook {
public:
    /// To be told of every changeEvent.
    void follow(QWidget& widget, const QEvent& event);

private:
    std::optional<QFont> m_font;
    std::optional<QPalette> m_palette;
};

/// A label that never takes its text for markup.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    KeptLook m_look;
};

/// A PlainLabel that wraps where `wrap` says so.
enum class Wrap { Words, Never };
QLabel* plainLabel(Wrap wrap, QWidget* parent = nullptr);

/// One line of plain text, cut off with "…" where it does not fit; the whole is its tool tip then.
class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setColour(const QColor& colour);
    void setAlignment(Qt::Alignment alignment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tellAll();

    KeptLook m_look;
    QString m_text;
    QColor m_colour;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace widgets
