// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/sentence_row.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <vector>

namespace widgets {

namespace {

constexpr int indent = 22, above = 3, mostLines = 3;

/// Where the lines of a text begin when they are `width` wide: no more than `most` and one.
std::vector<int> startsOfLines(const QString& text, const QFont& font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    std::vector<int> starts;
    for (QTextLine line = layout.createLine(); line.isValid() && static_cast<int>(starts.size()) <= most; line = layout.createLine()) {
        line.setLineWidth(width);
        starts.push_back(line.textStart());
    }
    layout.endLayout();
    return starts;
}

/// As many lines as there is room for; what is left of the text ends the last one with an ellipsis.
void drawLines(QPainter& painter, const QRect& room, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int most = std::max(1, (room.height() + metrics.lineSpacing() / 2) / metrics.lineSpacing());
    const std::vector<int> starts = startsOfLines(text, painter.font(), room.width(), most);
    const int lines = std::min(most, static_cast<int>(starts.size()));
    for (int i = 0; i < lines; ++i) {
        const int from = starts[static_cast<std::size_t>(i)];
        const bool isCut = i + 1 == lines && static_cast<int>(starts.size()) > lines;
        const qsizetype length = isCut || i + 1 == static_cast<int>(starts.size()) ? -1 : starts[static_cast<std::size_t>(i) + 1] - from;
        const QString shown = text.mid(from, length).trimmed();
        painter.drawText(QRect(room.left(), room.top() + i * metrics.lineSpacing(), room.width(), metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                         isCut ? metrics.elidedText(shown, Qt::ElideRight, room.width()) : shown);
    }
}

} // namespace

SentenceRow::SentenceRow(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SentenceRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void SentenceRow::setSentence(const Sentence& sentence)
{
    m_sentence = sentence;
    const bool leads = sentence.target.has_value();
    setFocusPolicy(leads || sentence.hasEvidence ? Qt::TabFocus : Qt::NoFocus);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(sentence.text);
    setToolTip(plainTip(sentence.text));
    updateGeometry();
    update();
}

/// The most urgent are bold, and need more room.
QFont SentenceRow::face() const
{
    return fontOf(m_theme, m_theme.body, m_sentence.alarm == 1 ? Weight::Bold : Weight::Regular);
}

int SentenceRow::heightForWidth(int width) const
{
    const auto lines = startsOfLines(m_sentence.text, face(), std::max(40, width - indent), mostLines).size();
    return std::clamp(static_cast<int>(lines), 1, mostLines) * QFontMetrics(face()).lineSpacing() + 2 * above;
}

// Not by the width it has: the layout asks for the height of each width, and what it had before must not count.
QSize SentenceRow::sizeHint() const
{
    constexpr int usual = 320;
    return {usual, heightForWidth(usual)};
}

QSize SentenceRow::minimumSizeHint() const
{
    return {120, QFontMetrics(fontOf(m_theme, m_theme.body)).height() + 2 * above};
}

void SentenceRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Question)
        Q_EMIT whyAsked();
    else
        QAbstractButton::keyPressEvent(event);
}

void SentenceRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_sentence.target && underMouse())
        painter.fillRect(rect(), mixed(m_theme.surface, m_theme.text, 0.07));
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    if (m_sentence.alarm >= 1 && m_sentence.alarm <= 3) {
        const AlarmLook& look = m_theme.alarms[static_cast<std::size_t>(m_sentence.alarm - 1)];
        paintShape(painter, QRectF(3, above + 2, 12, 12), look.shape, look.colour,
                   mixed(look.colour, m_theme.surface, 0.4));
    }
    painter.setFont(face());
    painter.setPen(m_sentence.alarm > 0 ? m_theme.text : m_theme.muted);
    drawLines(painter, rect().adjusted(indent, above, 0, -above), m_sentence.text);
}

} // namespace widgets
