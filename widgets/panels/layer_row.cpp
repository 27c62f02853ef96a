// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/layer_row.h"

#include "widgets/panels/freshness_badge.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace widgets {

LegendRow::LegendRow(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void LegendRow::setEntry(const map::LegendEntry& entry)
{
    m_entry = entry;
    const bool clickable = !entry.level.isEmpty();
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(entry.text);
    update();
}

QSize LegendRow::sizeHint() const
{
    return {120, 22};
}

void LegendRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool clickable = !m_entry.level.isEmpty();
    if (isChecked() || (clickable && underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? mixed(m_theme.surface, m_theme.accent, 0.22)
                                     : mixed(m_theme.surface, m_theme.text, 0.07));
        painter.drawRoundedRect(frame, 4, 4);
    }
    if (hasFocus() || isChecked()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 4, 4);
    }
    const double middle = rect().center().y() + 0.5;
    paintLegendSymbol(painter, QRectF(6, middle - 6, 12, 12), m_entry, m_theme);
    painter.setFont(fontOf(m_theme, m_theme.body));
    const QFontMetrics metrics(painter.font());
    QRect room = rect().adjusted(26, 0, -6, 0);
    if (m_entry.count >= 0) {
        const QString count = QLocale().toString(m_entry.count);
        painter.setPen(m_theme.muted);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
        room.setRight(room.right() - metrics.horizontalAdvance(count) - 8);
    }
    painter.setPen(m_entry.count == 0 ? m_theme.muted : m_theme.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(m_entry.text, Qt::ElideRight, room.width()));
}

void ElidedCheckBox::setCaption(const QString& caption)
{
    m_caption = caption;
    setAccessibleName(caption);
    fit();
}

QSize ElidedCheckBox::minimumSizeHint() const
{
    return {64, QCheckBox::minimumSizeHint().height()};
}

void ElidedCheckBox::resizeEvent(QResizeEvent* event)
{
    QCheckBox::resizeEvent(event);
    fit();
}

void ElidedCheckBox::fit()
{
    const QString cut = fontMetrics().elidedText(m_caption, Qt::ElideRight, qMax(24, width() - 26));
    setText(plainCaption(cut));
    setToolTip(cut == m_caption ? QString() : plainTip(m_caption));
}

LayerRow::LayerRow(QWidget* parent)
    : QWidget(parent), m_check(new ElidedCheckBox(this)), m_badge(new FreshnessBadge(this)),
      m_style(new QToolButton(this)), m_remove(new QToolButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    m_check->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_check->setMinimumHeight(26);
    head->addWidget(m_check, 1);
    head->addWidget(m_badge);
    head->addWidget(m_style);
    head->addWidget(m_remove);
    column->addLayout(head);
    m_entries = new QVBoxLayout;
    m_entries->setContentsMargins(18, 0, 0, 0);
    m_entries->setSpacing(0);
    column->addLayout(m_entries);
    for (QToolButton* button : {m_style, m_remove})
        button->setIconSize({14, 14});
    connect(m_style, &QToolButton::clicked, this, [this] { Q_EMIT styleAsked(m_layer.id); });
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            Q_EMIT shown(m_layer.id);
        else
            Q_EMIT hidden(m_layer.id);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeAsked(m_layer.id); });
}

void LayerRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_check->setFont(fontOf(theme, theme.body));
    m_badge->setTheme(theme);
    m_style->setIcon(icon(theme, QStringLiteral("style"), theme.muted));
    m_remove->setIcon(icon(theme, QStringLiteral("close"), theme.muted));
    for (LegendRow* row : m_legend)
        row->setTheme(theme);
}

void LayerRow::setLayer(const LayerEntry& layer)
{
    m_layer = layer;
    m_check->setCaption(layer.title);
    m_check->setChecked(layer.shown);
    m_badge->setFreshness(layer.freshness, layer.age);
    // A layer that is not live has no age; one whose feed is in trouble says so even without one.
    m_badge->setVisible(!layer.age.isEmpty() || layer.freshness != city::Freshness::Fresh);
    m_badge->setToolTip(plainTip(layer.trouble));
    m_badge->setAccessibleDescription(layer.trouble);
    m_remove->setVisible(layer.removable);
    m_style->setVisible(layer.styleable);
    const QString style = tr("Style of %1").arg(layer.title);
    m_style->setToolTip(plainTip(style));
    m_style->setAccessibleName(style);
    const QString remove = tr("Remove %1").arg(layer.title);
    m_remove->setToolTip(plainTip(remove));
    m_remove->setAccessibleName(remove);
    matchLegend();
}

void LayerRow::setLevel(const QString& level)
{
    m_level = level;
    for (LegendRow* row : m_legend) {
        row->setCheckable(!level.isEmpty() && row->entry().level == level);
        row->setChecked(row->isCheckable());
    }
}

void LayerRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) setLayer(LayerEntry(m_layer));
    QWidget::changeEvent(event);
}

void LayerRow::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_layer.styleable) return;
    QMenu menu(this);
    connect(menu.addAction(tr("Style …")), &QAction::triggered, this, [this] { Q_EMIT styleAsked(m_layer.id); });
    menu.exec(event->globalPos());
}

void LayerRow::matchLegend()
{
    while (m_legend.size() > m_layer.legend.size()) {
        m_legend.back()->hide();
        m_legend.back()->deleteLater(); // It may be in the middle of its own click.
        m_legend.pop_back();
    }
    while (m_legend.size() < m_layer.legend.size()) {
        auto* row = new LegendRow(this);
        row->setTheme(m_theme);
        m_entries->addWidget(row);
        connect(row, &LegendRow::clicked, this, [this, row] {
            const QString level = row->entry().level;
            setLevel(m_level);
            if (!level.isEmpty()) Q_EMIT levelPicked(m_layer.id, level == m_level ? QString() : level);
        });
        m_legend.push_back(row);
    }
    for (std::size_t i = 0; i < m_legend.size(); ++i) {
        m_legend[i]->setEntry(m_layer.legend[i]);
        m_legend[i]->setVisible(m_layer.shown);
    }
    setLevel(m_level);
}

} // namespace widgets
