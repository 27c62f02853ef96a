// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/canvas_overlay.h"

#include "layers/map/paint/furniture.h"
#include "widgets/theme/dress.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

namespace {

constexpr int kEdge = 8;
constexpr double kWidestReadOut = 280;

// Text on the map itself, with a halo instead of a box.
void haloed(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme)
{
    QPainterPath path;
    path.addText(baseline, painter.font(), text);
    painter.strokePath(path, QPen(theme.mapLabelHalo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(theme.mapLabel);
    painter.drawText(baseline, text);
}

struct ReadOutLine {
    QString text;
    bool heading = false;
};

std::vector<ReadOutLine> linesOf(const std::vector<map::Hit>& hits)
{
    constexpr std::size_t kMost = 12, kThings = 3;
    std::vector<ReadOutLine> lines;
    for (std::size_t i = 0; i < std::min(hits.size(), kThings); ++i) {
        if (!hits[i].ref.title.isEmpty()) lines.push_back({hits[i].ref.title, true});
        for (const QString& line : hits[i].ref.lines)
            lines.push_back({line, false});
    }
    if (lines.size() > kMost) {
        lines.resize(kMost);
        lines.back() = {QStringLiteral("…"), false};
    }
    return lines;
}

} // namespace

void paintScaleBar(QPainter& painter, const map::View& view, const Theme& theme)
{
    const map::ScaleLength length = map::scaleLength(view, 120);
    if (length.pixels < 1) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(theme, theme.tiny));
    const double y = view.size.height() - kEdge - 0.5, x = kEdge + 1.5;
    QPainterPath bar(QPointF(x, y - 5));
    bar.lineTo(x, y);
    bar.lineTo(x + length.pixels, y);
    bar.lineTo(x + length.pixels, y - 5);
    painter.strokePath(bar, QPen(theme.mapLabelHalo, 4));
    painter.strokePath(bar, QPen(theme.mapLabel, 1.5));
    haloed(painter, QPointF(x + 4, y - 5), length.text, theme);
    painter.restore();
}

void paintFootnotes(QPainter& painter, QSize size, const QStringList& notes, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(theme, theme.tiny));
    const QFontMetricsF metrics(painter.font());
    double y = size.height() - kEdge;
    const double room = size.width() - 2 * kEdge - 150; // the scale bar's
    for (const QString& note : notes) {
        if (note.isEmpty()) continue;
        const QString shown = metrics.elidedText(note, Qt::ElideRight, room);
        haloed(painter, QPointF(size.width() - kEdge - metrics.horizontalAdvance(shown), y), shown, theme);
        y -= metrics.height() + 2;
    }
    painter.restore();
}

void paintReadOut(QPainter& painter, QSize size, QPointF pointer, const std::vector<map::Hit>& hits,
                  const Theme& theme)
{
    const std::vector<ReadOutLine> lines = linesOf(hits);
    if (lines.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont body = fontOf(theme, theme.body), bold = fontOf(theme, theme.body, Weight::Bold);
    const double height = QFontMetricsF(body).height();
    double width = 0;
    for (const ReadOutLine& line : lines)
        width = std::max(width, QFontMetricsF(line.heading ? bold : body).horizontalAdvance(line.text));
    width = std::min(width, kWidestReadOut);
    QRectF box(pointer + QPointF(16, 16),
               QSizeF(width + 16, height * static_cast<double>(lines.size()) + 12));
    if (box.right() > size.width() - kEdge) box.moveRight(pointer.x() - 12);
    if (box.bottom() > size.height() - kEdge) box.moveBottom(pointer.y() - 12);
    box.moveLeft(std::max(box.left(), 4.0));
    box.moveTop(std::max(box.top(), 4.0));
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    double y = box.top() + 6;
    for (const ReadOutLine& line : lines) {
        painter.setFont(line.heading ? bold : body);
        painter.setPen(line.heading ? theme.text : theme.muted);
        painter.drawText(QRectF(box.left() + 8, y, width + 1, height),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(painter.font()).elidedText(line.text, Qt::ElideRight, width + 1));
        y += height;
    }
    painter.restore();
}

} // namespace widgets
