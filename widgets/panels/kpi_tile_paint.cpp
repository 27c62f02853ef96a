// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/kpi_tile_paint.h"

#include "widgets/panels/spark_line.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QCoreApplication>
#include <QPainter>

namespace widgets {

namespace {

using city::Freshness;

bool isOld(Freshness state)
{
    return state == Freshness::Stale || state == Freshness::Dead || state == Freshness::Future;
}

QColor grey(const QColor& colour)
{
    return QColor::fromHslF(colour.hslHueF(), colour.hslSaturationF() * 0.25F, colour.lightnessF());
}

// One tile being painted: where each line stands.
class TilePainting {
public:
    TilePainting(QPainter& painter, const QRectF& room, const TileData& shown, const Theme& look)
        : p(painter), tile(shown), theme(look), box(room), inner(room.adjusted(10, 6, -10, -6))
    {
    }

    void ground(const TileMood& mood)
    {
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(mood.focused || mood.opened ? theme.accent : theme.line, mood.focused ? 2 : 1));
        p.setBrush(mood.hovered ? mixed(theme.raised, theme.text, 0.05) : theme.raised);
        const double edge = mood.focused ? 1.0 : 0.5;
        const QRectF frame = box.adjusted(edge, edge, -edge, -edge);
        p.drawRoundedRect(frame, theme.corner, theme.corner);
        if (!isOld(tile.freshness) && !tile.value.isEmpty()) return;
        QPainterPath clip;
        clip.addRoundedRect(frame.adjusted(1, 1, -1, -1), theme.corner - 1, theme.corner - 1);
        p.save();
        p.setClipPath(clip);
        paintHatch(p, frame, mixed(theme.raised, theme.line, theme.isDark() ? 0.8 : 0.55));
        p.restore();
    }

    void title() { text(line(0, 16), tile.title, theme.body, Weight::Regular, theme.muted, Qt::AlignLeft); }

    void number()
    {
        const QRectF row(inner.left(), inner.top() + 16, inner.width(), 32);
        double x = row.left();
        const bool old = isOld(tile.freshness);
        if (tile.colour.isValid()) {
            const QRectF symbol(x, row.center().y() - 7, 14, 14);
            paintShape(p, symbol, tile.shape, old ? grey(tile.colour) : tile.colour,
                       mixed(theme.raised, theme.text, 0.5));
            x += 20;
        }
        const bool roomForSpark = tile.spark.size() > 1 && spark(row, x);
        const double right = roomForSpark ? row.right() - kSparkWidth - 8 : row.right();
        const int size = fitting(right - x);
        const QFont font = fontOf(theme, size, Weight::Bold);
        p.setFont(font);
        p.setPen(old ? theme.muted : theme.text);
        const double baseline = row.top() + 26;
        p.drawText(QPointF(x, baseline), tile.value);
        x += QFontMetricsF(font).horizontalAdvance(tile.value) + 4;
        p.setFont(fontOf(theme, theme.body));
        p.setPen(theme.muted);
        p.drawText(QPointF(x, baseline),
                   QFontMetricsF(p.font()).elidedText(tile.unit, Qt::ElideRight, qMax(0.0, right - x)));
    }

    void missing()
    {
        const QString word = QCoreApplication::translate("widgets::KpiTile", "No data");
        text(line(17, 19), word, theme.title, Weight::Bold, theme.muted, Qt::AlignLeft);
        p.setFont(fontOf(theme, theme.tiny));
        p.setPen(theme.muted);
        const QRectF room(inner.left(), inner.top() + 36, inner.width(), inner.height() - 36 - 13);
        p.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, tile.note);
    }

    void words() { text(line(48, 17), tile.word, theme.body, Weight::Regular, theme.text, Qt::AlignLeft); }

    void usual()
    {
        if (isOld(tile.freshness)) return;
        // Its first line is for where the whole, which is the last, has no room.
        const QString whole = tile.usual.section(QLatin1Char('\n'), -1);
        const QRectF row = line(65, 15);
        const bool fits = QFontMetricsF(fontOf(theme, theme.tiny)).horizontalAdvance(whole) <= row.width();
        text(row, fits ? whole : tile.usual.section(QLatin1Char('\n'), 0, 0), theme.tiny, Weight::Regular, theme.muted, Qt::AlignLeft);
    }

    void age()
    {
        const QRectF row(inner.left(), inner.bottom() - 13, inner.width(), 14);
        paintFreshness(p, QRectF(row.left(), row.center().y() - 5, 10, 10), tile.freshness, theme);
        const bool fresh = tile.freshness == Freshness::Fresh;
        const QString word = city::freshnessText(tile.freshness).toString();
        const bool ageSays = !tile.age.isEmpty() && tile.freshness != Freshness::Missing;
        const QString said = !ageSays ? word : fresh ? tile.age : word + u' ' + tile.age;
        const double width = QFontMetricsF(fontOf(theme, theme.tiny)).horizontalAdvance(said) + 14;
        text(row.adjusted(14, 0, 0, 0), said, theme.tiny, Weight::Regular,
             fresh ? theme.muted : theme.of(tile.freshness), Qt::AlignLeft);
        // A number that is not there has not changed; one that is old does not say how things move now.
        if (tile.value.isEmpty() || isOld(tile.freshness)) return;
        text(row.adjusted(width + 8, 0, 0, 0), tile.change, theme.tiny, Weight::Regular, theme.muted,
             Qt::AlignRight);
    }

private:
    static constexpr double kSparkWidth = 56;

    QRectF line(double top, double height) const
    {
        return {inner.left(), inner.top() + top, inner.width(), height};
    }

    void text(const QRectF& where, const QString& said, int size, Weight weight, const QColor& colour,
              Qt::Alignment side)
    {
        p.setFont(fontOf(theme, size, weight));
        p.setPen(colour);
        p.drawText(where, static_cast<int>(side) | Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetricsF(p.font()).elidedText(said, Qt::ElideRight, where.width()));
    }
    double valueWidth(int size) const
    {
        const QFontMetricsF number(fontOf(theme, size, Weight::Bold)), unit(fontOf(theme, theme.body));
        return number.horizontalAdvance(tile.value) + 4 + unit.horizontalAdvance(tile.unit);
    }
    int fitting(double room) const
    {
        for (const int size : {theme.huge, theme.large})
            if (valueWidth(size) <= room) return size;
        return theme.title;
    }
    // The number goes first: the small curve is left out where both do not fit.
    bool spark(const QRectF& row, double x)
    {
        if (x + valueWidth(theme.huge) + 8 + kSparkWidth > row.right()) return false;
        const QRectF where(row.right() - kSparkWidth, row.top() + 5, kSparkWidth, row.height() - 12);
        QColor band = theme.muted;
        band.setAlpha(theme.isDark() ? 70 : 60);
        paintSparkLine(p, where, {tile.spark, tile.sparkUsual, isOld(tile.freshness) ? theme.noData : theme.data, band});
        return true;
    }

    QPainter& p;
    const TileData& tile;
    const Theme& theme;
    QRectF box, inner;
};

} // namespace

void paintTile(QPainter& painter, const QRectF& box, const TileData& tile, const TileMood& mood,
               const Theme& theme)
{
    TilePainting painting(painter, box, tile, theme);
    painting.ground(mood);
    painting.title();
    if (tile.value.isEmpty()) {
        painting.missing();
    } else {
        painting.number();
        painting.words();
        painting.usual();
    }
    painting.age();
}

} // namespace widgets
