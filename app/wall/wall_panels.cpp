// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall_panels.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <QRegularExpression>
#include <algorithm>

namespace app {

namespace {

using widgets::fontOf;
using widgets::Weight;

double heightOf(const QFont& font)
{
    return QFontMetricsF(font).height();
}

/// One line, cut off where it does not fit; how wide it became.
double line(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& colour, Qt::Alignment side = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return QFontMetricsF(font).horizontalAdvance(shown);
}

bool fits(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).horizontalAdvance(text) <= width;
}

/// As many whole clauses of a sentence as fit beside each other, with a sign when some are left out.
QString clauses(const QString& sentence, const QFont& font, double width)
{
    static const QRegularExpression between(QStringLiteral("(; |\uFF1B)"));
    QString kept = sentence;
    while (!fits(kept == sentence ? kept : kept + QStringLiteral(" \u2026"), font, width)) {
        const auto last = kept.lastIndexOf(between);
        if (last <= 0) return sentence; // Not even the first: it is cut where it ends.
        kept.truncate(last);
    }
    return kept == sentence ? kept : kept + QStringLiteral(" \u2026");
}

/// The first of the fonts, from large to small, in which all of the text can be read in the box; else the last.
QFont readable(const QString& text, const QSizeF& box, const QList<QFont>& fonts)
{
    for (const QFont& font : fonts) {
        const QFontMetricsF metrics(font);
        const QRectF taken = metrics.boundingRect(QRectF(0, 0, box.width(), 1e6), Qt::TextWordWrap, text);
        if (taken.height() <= box.height() && taken.width() <= box.width()) return font;
    }
    return fonts.back();
}

/// Words wrapped into `box`, from its top; the height they took, at most that of the box.
double words(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetricsF metrics(font);
    const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const auto high = [&](const QString& words) { return metrics.boundingRect(QRectF(0, 0, box.width(), 1e6), flags, words).height(); };
    QString kept = text, shown = text;
    // What does not fit is cut off, and says so.
    while (!kept.isEmpty() && high(shown) > box.height() + 1) {
        kept = kept.chopped(std::max<qsizetype>(1, kept.size() / 12)).trimmed();
        shown = kept.isEmpty() ? QString() : kept + QChar(0x2026);
    }
    painter.drawText(box, flags, shown);
    return shown.isEmpty() ? 0 : std::min(box.height(), high(shown));
}

} // namespace

void WallHead::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    setFixedHeight(sizeHint().height());
    update();
}

void WallHead::setTitle(const QString& title, const QString& place)
{
    m_title = title;
    m_place = place;
    update();
}

void WallHead::setClock(const QString& clock, const QString& date, const QString& stamp)
{
    if (clock == m_clock && date == m_date && stamp == m_stamp) return;
    m_clock = clock;
    m_date = date;
    m_stamp = stamp;
    update();
}

void WallHead::setFeeds(const std::vector<widgets::FeedAge>& feeds, const QString& text)
{
    m_feeds = feeds;
    m_words = text;
    update();
}

QSize WallHead::sizeHint() const
{
    return {800, static_cast<int>(heightOf(fontOf(m_theme, m_theme.title, Weight::Bold)) * 1.25)};
}

void WallHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);
    const double pad = m_theme.padding;
    QRectF room = QRectF(rect()).adjusted(pad, 0, -pad, 0);
    const auto right = [&](const QString& text, const QFont& font, const QColor& colour) {
        if (text.isEmpty()) return;
        room.setRight(room.right() - line(painter, room, text, font, colour, Qt::AlignRight) - pad);
    };
    const QFont body = fontOf(m_theme, m_theme.body), bold = fontOf(m_theme, m_theme.title, Weight::Bold);
    right(m_clock, bold, m_theme.text);
    right(m_date, body, m_theme.muted);
    right(m_stamp, fontOf(m_theme, m_theme.body, Weight::Bold), m_theme.text);
    right(m_words, body, m_theme.muted);
    const double mark = m_theme.body * 0.6;
    // The worst first: where there is no room for all, those that are well are left out.
    for (auto feed = m_feeds.begin(); feed != m_feeds.end() && room.width() > width() * 0.4; ++feed) {
        widgets::paintFreshness(painter, QRectF(room.right() - mark, room.center().y() - mark / 2, mark, mark), feed->freshness, m_theme);
        room.setRight(room.right() - mark * 1.35);
    }
    room.setRight(room.right() - pad);
    const double used = line(painter, room, m_title, bold, m_theme.text);
    room.setLeft(room.left() + used + pad);
    // Half a name says nothing: the last step of the way alone, or none.
    const QString last = m_place.section(QStringLiteral(" > "), -1);
    const QString place = fits(m_place, body, room.width()) ? m_place : fits(last, body, room.width()) ? last : QString();
    line(painter, room, place, body, m_theme.muted);
}

void WallFoot::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    setFixedHeight(sizeHint().height());
    update();
}

void WallFoot::setSentence(const QString& text, int alarm)
{
    m_sentence = text;
    m_alarm = alarm;
    update();
}

void WallFoot::setLeft(double share, const QString& word)
{
    if (std::abs(share - m_left) < 0.002 && word == m_word) return;
    m_left = share;
    m_word = word;
    update();
}

QSize WallFoot::sizeHint() const
{
    return {800, static_cast<int>(heightOf(fontOf(m_theme, m_theme.body)) * 1.5)};
}

void WallFoot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);
    const double bar = std::max(3.0, m_theme.body * 0.12), pad = m_theme.padding;
    painter.fillRect(QRectF(0, 0, width(), bar), m_theme.raised);
    if (m_left >= 0) painter.fillRect(QRectF(0, 0, width() * std::clamp(m_left, 0.0, 1.0), bar), m_theme.muted);
    QRectF room(pad, bar, width() - 2 * pad, height() - bar);
    const QFont body = fontOf(m_theme, m_theme.body);
    if (!m_word.isEmpty()) room.setRight(room.right() - line(painter, room, m_word, body, m_theme.muted, Qt::AlignRight) - pad);
    if (m_alarm >= 1 && m_alarm <= 3) {
        const widgets::AlarmLook& look = m_theme.alarms[static_cast<std::size_t>(m_alarm - 1)];
        const double mark = m_theme.body * 0.8;
        widgets::paintShape(painter, QRectF(room.left(), room.center().y() - mark / 2, mark, mark), look.shape, look.colour, m_theme.text);
        room.setLeft(room.left() + mark + pad * 0.7);
    }
    line(painter, room, clauses(m_sentence, body, room.width()), body, m_theme.text);
}

void WallFigures::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    update();
}

void WallFigures::setTiles(const std::vector<widgets::TileData>& tiles)
{
    m_tiles = tiles;
    update();
}

void WallFigures::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.ground);
    if (m_tiles.empty()) return;
    const double gap = m_theme.step * 2.0;
    const double least = heightOf(fontOf(m_theme, m_theme.body)) * 2.1 + heightOf(fontOf(m_theme, m_theme.huge));
    const int columns = width() > m_theme.body * 22 ? 2 : 1;
    const int rows = std::max(1, static_cast<int>((height() + gap) / (least + gap)));
    const int shown = std::min(static_cast<int>(m_tiles.size()), rows * columns);
    const int used = (shown + columns - 1) / columns;
    const double high = (height() - gap * (used - 1)) / used, wide = (width() - gap * (columns - 1)) / columns;
    for (int i = 0; i < shown; ++i)
        paintTile(painter, QRectF((i % columns) * (wide + gap), (i / columns) * (high + gap), wide, high), m_tiles[static_cast<std::size_t>(i)]);
}

void WallFigures::paintTile(QPainter& painter, const QRectF& box, const widgets::TileData& tile) const
{
    const bool old = tile.freshness == city::Freshness::Stale || tile.freshness == city::Freshness::Dead || tile.freshness == city::Freshness::Future;
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.corner, m_theme.corner);
    if (old || tile.value.isEmpty()) widgets::paintHatch(painter, box.adjusted(2, 2, -2, -2), widgets::mixed(m_theme.surface, m_theme.line, 0.7));
    const double pad = m_theme.padding * 0.8;
    QRectF room = box.adjusted(pad, pad * 0.5, -pad, -pad * 0.5);
    const QFont body = fontOf(m_theme, m_theme.body), figure = fontOf(m_theme, m_theme.huge, Weight::Bold);
    const double small = heightOf(body);
    line(painter, QRectF(room.left(), room.top(), room.width(), small), tile.title, body, m_theme.muted);
    QStringList aging{tile.age};
    if (tile.freshness != city::Freshness::Fresh) aging << city::freshnessText(tile.freshness).toString();
    aging.removeAll(QString());
    const QString age = aging.join(QStringLiteral(" · "));
    // The word has a line of its own where it does not fit beside the age and there is room.
    const double beside = room.width() - QFontMetricsF(body).horizontalAdvance(age) - pad;
    const bool apart = !fits(tile.word, body, beside) && room.height() >= 3 * small + heightOf(figure);
    QRectF row(room.left(), room.top() + small, room.width(), room.height() - (apart ? 3 : 2) * small);
    if (tile.colour.isValid()) {
        const double mark = m_theme.huge * 0.6;
        widgets::paintShape(painter, QRectF(row.left(), row.center().y() - mark / 2, mark, mark), tile.shape, old ? m_theme.muted : tile.colour, m_theme.text);
        row.setLeft(row.left() + mark * 1.3);
    }
    if (tile.value.isEmpty()) {
        words(painter, row, tile.note, body, m_theme.muted);
    } else {
        const double taken = line(painter, row, tile.value, figure, old ? m_theme.muted : m_theme.text);
        row.setLeft(row.left() + taken + pad * 0.5);
        if (row.width() > m_theme.body) line(painter, row, tile.unit, body, m_theme.muted);
    }
    QRectF foot(room.left(), room.bottom() - small, room.width(), small);
    line(painter, foot, age, body, m_theme.muted, Qt::AlignRight);
    foot.setRight(foot.left() + (apart ? room.width() : beside));
    if (apart) foot.translate(0, -small);
    if (foot.width() > m_theme.body * 2) line(painter, foot, tile.word, body, m_theme.text);
}

void WallAlarm::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    update();
}

void WallAlarm::setAdvice(const AlarmAdvice& advice, int alarm)
{
    m_advice = advice;
    m_alarm = std::clamp(alarm, 1, 3);
    update();
}

void WallAlarm::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);
    const widgets::AlarmLook& look = m_theme.alarms[static_cast<std::size_t>(m_alarm - 1)];
    const double edge = std::max(6.0, m_theme.body * 0.25), pad = m_theme.padding;
    painter.fillRect(QRectF(0, 0, edge, height()), look.colour);
    QRectF room(edge + pad, pad, width() - edge - 2 * pad, height() - 2 * pad);
    const double mark = m_theme.huge * 0.95;
    widgets::paintShape(painter, QRectF(room.left(), room.top(), mark, mark), look.shape, look.colour, m_theme.text);
    QRectF head = room.adjusted(mark + pad, 0, 0, 0);
    head.setHeight(room.height() * 0.4);
    const auto boldOf = [this](int size) { return fontOf(m_theme, size, Weight::Bold); };
    const QFont headFont = readable(m_advice.title, head.size(), {boldOf(m_theme.huge), boldOf(m_theme.large), boldOf(m_theme.body)});
    const double title = words(painter, head, m_advice.title, headFont, m_theme.text);
    room.setTop(room.top() + std::max(mark, title) + pad * 0.5);
    room.setTop(room.top() + words(painter, room, m_advice.where, fontOf(m_theme, m_theme.large), m_theme.text) + pad * 0.7);
    const QFont body = fontOf(m_theme, m_theme.body), bold = fontOf(m_theme, m_theme.body, Weight::Bold);
    for (const auto& [name, text] : m_advice.lines) {
        if (room.height() < heightOf(body) * 1.05) break;
        // Short ones stand on one line with their name, the others under it.
        const double named = QFontMetricsF(body).horizontalAdvance(name + QStringLiteral("  "));
        if (named + QFontMetricsF(bold).horizontalAdvance(text) <= room.width()) {
            line(painter, QRectF(room.left(), room.top(), named, heightOf(body)), name, body, m_theme.muted);
            line(painter, QRectF(room.left() + named, room.top(), room.width() - named, heightOf(body)), text, bold, m_theme.text);
            room.setTop(room.top() + heightOf(body) + pad * 0.3);
            continue;
        }
        line(painter, QRectF(room.left(), room.top(), room.width(), heightOf(body)), name, body, m_theme.muted);
        room.setTop(room.top() + heightOf(body));
        room.setTop(room.top() + words(painter, room, text, bold, m_theme.text) + pad * 0.5);
    }
}

} // namespace app
