// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/dress.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace widgets {

namespace {

// Draws one SVG in one colour at whatever size and pixel ratio is asked for; disabled icons are paler.
class StrokeIcon : public QIconEngine {
public:
    explicit StrokeIcon(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(m_svg);
        const qreal opacity = painter->opacity();
        if (mode == QIcon::Disabled) painter->setOpacity(opacity * 0.4);
        renderer.render(painter, rect);
        painter->setOpacity(opacity);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new StrokeIcon(m_svg); }

private:
    QByteArray m_svg;
};

} // namespace

QIcon icon(const Theme& theme, const QString& name, const QColor& colour)
{
    // Names of dashboards' icons come from packs: a name, never a path.
    if (name.isEmpty() || name.contains(u'/') || name.contains(u'\\') || name.contains(u"..")) return {};
    QFile file(theme.icons + u'/' + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    return QIcon(new StrokeIcon(std::move(svg)));
}

QIcon icon(const Theme& theme, const QString& name)
{
    return icon(theme, name, theme.text);
}

} // namespace widgets
