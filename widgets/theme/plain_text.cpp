// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

QString plainTip(const QString& text)
{
    if (text.isEmpty()) return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<qt>") + escaped + QStringLiteral("</qt>");
}

QString plainCaption(const QString& text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

void KeptLook::follow(QWidget& widget, const QEvent& event)
{
    if (event.type() == QEvent::FontChange && widget.testAttribute(Qt::WA_SetFont)) m_font = widget.font();
    if (event.type() == QEvent::PaletteChange && widget.testAttribute(Qt::WA_SetPalette))
        m_palette = widget.palette();
    if (event.type() != QEvent::StyleChange) return;
    if (m_font && !widget.testAttribute(Qt::WA_SetFont)) widget.setFont(*m_font);
    if (m_palette && !widget.testAttribute(Qt::WA_SetPalette)) widget.setPalette(*m_palette);
}

PlainLabel::PlainLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void PlainLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    m_look.follow(*this, *event);
}

QLabel* plainLabel(Wrap wrap, QWidget* parent)
{
    auto* label = new PlainLabel(parent);
    label->setWordWrap(wrap == Wrap::Words);
    return label;
}

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text)
{
    if (m_text == text) return;
    m_text = text;
    setAccessibleName(text);
    tellAll();
    updateGeometry();
    update();
}

void ElidedLabel::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {qMin(metrics.horizontalAdvance(m_text) + 2, metrics.averageCharWidth() * 6), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_colour.isValid() ? m_colour : palette().color(QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(m_alignment) | Qt::TextSingleLine,
                     QFontMetrics(font()).elidedText(m_text, Qt::ElideRight, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent*)
{
    tellAll();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    m_look.follow(*this, *event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void ElidedLabel::tellAll()
{
    const bool cut = QFontMetrics(font()).horizontalAdvance(m_text) > width();
    setToolTip(cut ? plainTip(m_text) : QString());
}

} // namespace widgets
