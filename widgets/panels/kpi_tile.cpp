// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/kpi_tile.h"

#include "widgets/panels/kpi_tile_paint.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int tileHeight = 108; // Three rows of them leave the charts of a dashboard their room at 1920 x 1080.

}

KpiTile::KpiTile(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    new DragOut(*this, [this] { return takeAway(); });
}

void KpiTile::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void KpiTile::setTile(const TileData& tile)
{
    if (tile.id != m_tile.id) m_opened = false;
    m_tile = tile;
    describe();
    update();
}

void KpiTile::close()
{
    m_opened = false;
    update();
}

QSize KpiTile::sizeHint() const
{
    return {192, tileHeight};
}

QSize KpiTile::minimumSizeHint() const
{
    return {132, tileHeight};
}

void KpiTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTile(painter, rect(), m_tile, {underMouse(), m_opened, hasFocus()}, m_theme);
}

void KpiTile::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) choose();
}

void KpiTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose();
    else if (event->key() == Qt::Key_Question)
        Q_EMIT whyAsked(m_tile);
    else if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(copied());
    else
        QWidget::keyPressEvent(event);
}

QString KpiTile::copied() const
{
    QStringList lines{QStringList{m_tile.title, m_tile.value, m_tile.unit, m_tile.word, m_tile.age}.join(u'\t')};
    return (lines + m_tile.source.lines).join(u'\n') + u'\n';
}

TakeAway KpiTile::takeAway()
{
    return {m_tile.title, copied(), false, grab().toImage()};
}

void KpiTile::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTakeAway(*menu, *this, [this] { return takeAway(); });
    menu->popup(event->globalPos());
}

void KpiTile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) describe();
    QWidget::changeEvent(event);
}

void KpiTile::choose()
{
    if (m_tile.target && !m_opened) {
        m_opened = true;
        update();
        Q_EMIT activated(*m_tile.target);
        return;
    }
    Q_EMIT whyAsked(m_tile);
}

void KpiTile::describe()
{
    const QString none = tr("No data");
    QStringList said{m_tile.value.isEmpty() ? none : QString(m_tile.value + u' ' + m_tile.unit).trimmed(),
                     m_tile.word, m_tile.usual.section(QLatin1Char('\n'), -1), m_tile.change, m_tile.age, m_tile.note};
    said.removeAll(QString());
    setAccessibleName(m_tile.title);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    QStringList tip{m_tile.title + QStringLiteral(": ") + said.join(QStringLiteral(", "))};
    tip += m_tile.source.lines;
    setToolTip(plainTip(tip.join(u'\n')));
    update();
}

} // namespace widgets
