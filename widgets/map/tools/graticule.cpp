// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/graticule.h"

#include "widgets/theme/dress.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace widgets {

namespace {

constexpr double leastPixels = 120; // between two lines
constexpr int pieces = 24;          // a line is drawn in so many, since it may be bent
constexpr int mostLines = 60;       // in one direction

double roundDegrees(double least)
{
    constexpr double steps[] = {1.0 / 3600, 2.0 / 3600, 5.0 / 3600, 10.0 / 3600, 15.0 / 3600, 30.0 / 3600, 1.0 / 60, 2.0 / 60, 5.0 / 60, 10.0 / 60, 15.0 / 60, 30.0 / 60, 1, 2, 5, 10, 15, 30};
    for (const double step : steps)
        if (step >= least) return step;
    return 45;
}

double roundMetres(double least)
{
    const double ten = std::pow(10, std::floor(std::log10(std::max(1.0, least))));
    return ten >= least ? ten : 2 * ten >= least ? 2 * ten : 5 * ten >= least ? 5 * ten : 10 * ten;
}

QString degreesText(double value, double step, const QString& positive, const QString& negative)
{
    const qint64 seconds = std::llround(std::abs(value) * 3600);
    QString text = QString::number(seconds / 3600) + QStringLiteral("°");
    if (step < 1) text += QStringLiteral("%1′").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
    if (step < 1.0 / 60) text += QStringLiteral("%1″").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds == 0 ? text : text + (value < 0 ? negative : positive);
}

} // namespace

void Graticule::setKind(Kind kind, const QString& crs)
{
    m_kind = kind;
    m_projection.reset();
    if (kind != Kind::Grid) return;
    auto made = geo::Projection::fromCrs(crs);
    if (made && !made->isGeographic()) m_projection.emplace(std::move(made.value()));
}

QPointF Graticule::toScreen(QPointF coordinate, const map::View& view) const
{
    if (m_kind == Kind::Degrees) return view.toScreen(city::LonLat{coordinate.x(), std::clamp(coordinate.y(), -85.0, 85.0)});
    const auto at = m_projection->toLonLat(coordinate);
    return at ? view.toScreen(*at) : QPointF(std::nan(""), std::nan(""));
}

QPointF Graticule::fromScreen(QPointF screen, const map::View& view) const
{
    const city::LonLat at = view.toGround(screen);
    if (m_kind == Kind::Degrees) return {at.lon, at.lat};
    return m_projection->fromLonLat(at).value_or(QPointF(std::nan(""), std::nan("")));
}

QString Graticule::labelOf(double value, bool upright, double step) const
{
    if (m_kind == Kind::Grid) return QLocale(QLocale::English).toString(value, 'f', 0) + QStringLiteral(" m");
    return upright ? degreesText(value, step, QStringLiteral("E"), QStringLiteral("W")) : degreesText(value, step, QStringLiteral("N"), QStringLiteral("S"));
}

std::vector<Graticule::Line> Graticule::lines(const map::View& view) const
{
    std::vector<Line> made;
    // What the view covers, by its corners and the middles of its sides.
    double west = 1e300, east = -1e300, south = 1e300, north = -1e300;
    for (int i = 0; i <= 2; ++i)
        for (int j = 0; j <= 2; ++j) {
            const QPointF at = fromScreen(QPointF(view.size.width() * i / 2.0, view.size.height() * j / 2.0), view);
            if (!std::isfinite(at.x()) || !std::isfinite(at.y())) return made;
            west = std::min(west, at.x());
            east = std::max(east, at.x());
            south = std::min(south, at.y());
            north = std::max(north, at.y());
        }
    const double least = (east - west) / std::max(1, view.size.width()) * leastPixels;
    const double step = m_kind == Kind::Degrees ? roundDegrees(least) : roundMetres(least);
    const auto add = [&](bool upright, double from, double to, double first, double last) {
        int count = 0;
        for (double i = std::ceil(from / step); i * step <= to && count < mostLines; ++i, ++count) {
            Line line{{}, labelOf(i * step, upright, step), upright};
            for (int k = 0; k <= pieces; ++k) {
                const double along = first + (last - first) * k / pieces;
                const QPointF at = toScreen(upright ? QPointF(i * step, along) : QPointF(along, i * step), view);
                if (std::isfinite(at.x()) && std::isfinite(at.y())) line.points.push_back(at);
            }
            if (line.points.size() > 1) made.push_back(std::move(line));
        }
    };
    add(true, west, east, south, north);
    add(false, south, north, west, east);
    return made;
}

void Graticule::paint(QPainter& painter, const map::View& view, const Theme& theme)
{
    QColor ink = theme.mapLabel;
    ink.setAlpha(90);
    painter.setFont(fontOf(theme, theme.tiny));
    const QFontMetricsF metrics(painter.font());
    for (const Line& line : lines(view)) {
        QPainterPath path;
        path.addPolygon(QPolygonF(QList<QPointF>(line.points.begin(), line.points.end())));
        painter.strokePath(path, QPen(ink, 1));
        const double half = metrics.horizontalAdvance(line.label) / 2;
        // Where it crosses the upper edge, or the left one.
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const QPointF a = line.points[i - 1], b = line.points[i];
            const double from = line.upright ? a.y() : a.x(), to = line.upright ? b.y() : b.x();
            constexpr double edge = 2;
            if ((from - edge) * (to - edge) > 0 || from == to) continue;
            const QPointF at = a + (b - a) * ((edge - from) / (to - from));
            paintHaloed(painter, line.upright ? QPointF(at.x(), metrics.ascent() + edge) : QPointF(half + 4, at.y() - 3), line.label, theme);
            break;
        }
    }
}

void NorthArrow::paint(QPainter& painter, const map::View& view, const Theme& theme)
{
    const double x = view.size.width() - 66, y = 56;
    QPainterPath half, whole;
    whole.addPolygon(QPolygonF{{x, y}, {x + 9, y + 26}, {x, y + 20}, {x - 9, y + 26}, {x, y}});
    half.addPolygon(QPolygonF{{x, y}, {x + 9, y + 26}, {x, y + 20}, {x, y}});
    painter.strokePath(whole, QPen(theme.mapLabelHalo, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(whole, theme.mapLabelHalo);
    painter.fillPath(half, theme.mapLabel);
    painter.strokePath(whole, QPen(theme.mapLabel, 1.25));
    painter.setFont(fontOf(theme, theme.body, Weight::Bold));
    paintHaloed(painter, {x, y + 42}, QStringLiteral("N"), theme);
}

} // namespace widgets
