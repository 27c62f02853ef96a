// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_panel.h"

#include "widgets/charts/bars_view.h"
#include "widgets/charts/chart_table.h"
#include "widgets/charts/series_view.h"
#include "widgets/panels/freshness_badge.h"
#include "widgets/panels/take_away.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace widgets {

class ChartPanel::Private {
public:
    Theme theme;
    QTimeZone zone = QTimeZone::utc();
    ChartData chart;
    ElidedLabel* title = nullptr;
    FreshnessBadge* badge = nullptr;
    QVBoxLayout* column = nullptr;
    QLabel* note = nullptr;
    BarsView* bars = nullptr;
    SeriesView* series = nullptr; ///< Made when first needed: QtCharts is not cheap to start.

    bool isEmpty() const
    {
        if (chart.kind == ChartData::Kind::Bars) return chart.bars.empty();
        return std::all_of(chart.series.begin(), chart.series.end(),
                           [](const ChartSeries& s) { return s.samples.empty(); });
    }
};

ChartPanel::ChartPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->title = new ElidedLabel(this);
    new DragOut(*d->title, [this] { return TakeAway{d->chart.title, table(), true, picture()}; });
    d->badge = new FreshnessBadge(this);
    d->note = plainLabel(Wrap::Words, this);
    d->note->setAlignment(Qt::AlignCenter);
    d->note->setMinimumHeight(56);
    d->bars = new BarsView(this);
    d->column = new QVBoxLayout(this);
    d->column->setContentsMargins(0, 0, 0, 0);
    d->column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(d->title, 1);
    head->addWidget(d->badge);
    d->column->addLayout(head);
    d->column->addWidget(d->bars, 1);
    d->column->addWidget(d->note, 1);
    connect(d->bars, &BarsView::activated, this, &ChartPanel::activated);
    connect(d->bars, &BarsView::barHovered, this, &ChartPanel::barHovered);
    connect(d->bars, &BarsView::whyAsked, this,
            [this](int bar) { Q_EMIT whyAsked({WhyAsk::Of::ChartPoint, d->chart.id, bar, {}, {}}, d->bars); });
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::setTheme(const Theme& theme)
{
    d->theme = theme;
    d->title->setFont(fontOf(theme, theme.title, Weight::Bold));
    d->title->setColour(theme.text);
    d->note->setFont(fontOf(theme, theme.body));
    tint(*d->note, theme.muted);
    d->badge->setTheme(theme);
    d->bars->setTheme(theme);
    if (d->series) d->series->setTheme(theme);
}

void ChartPanel::setZone(const QTimeZone& zone)
{
    d->zone = zone;
    if (d->series) d->series->setZone(zone);
}

void ChartPanel::setChart(const ChartData& chart)
{
    d->chart = chart;
    d->title->setText(chart.title);
    d->badge->setFreshness(chart.freshness, chart.age);
    const bool empty = d->isEmpty();
    const bool asSeries = !empty && chart.kind == ChartData::Kind::Series;
    if (asSeries && !d->series) {
        d->series = new SeriesView(this);
        d->series->setMinimumHeight(88);
        d->series->setTheme(d->theme);
        d->series->setZone(d->zone);
        connect(d->series, &SeriesView::brushed, this, &ChartPanel::spanAsked);
        connect(d->series, &SeriesView::whyAsked, this, [this](int series, city::Instant at) {
            Q_EMIT whyAsked({WhyAsk::Of::ChartPoint, d->chart.id, series, {}, at}, d->series);
        });
        d->column->insertWidget(1, d->series, 1);
    }
    if (asSeries) d->series->setSeries(chart);
    if (d->series) d->series->setVisible(asSeries);
    d->bars->setVisible(!empty && !asSeries);
    if (!asSeries) d->bars->setChart(chart);
    d->note->setVisible(empty);
    d->note->setText(chart.note.isEmpty() ? tr("There is nothing to draw yet.") : chart.note);
    setAccessibleName(chart.title);
    setAccessibleDescription(chart.note);
    QStringList tip{chart.title};
    tip += chart.source.lines;
    d->badge->setToolTip(plainTip((chart.source.lines + chart.forecastLines).join(u'\n')));
    d->title->setAccessibleDescription(tip.join(u'\n'));
}

const ChartData& ChartPanel::chart() const
{
    return d->chart;
}

QString ChartPanel::table() const
{
    return tableOf(d->chart, d->zone);
}

QImage ChartPanel::picture() const
{
    QImage image(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(d->theme.surface);
    const_cast<ChartPanel*>(this)->render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

void ChartPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && d->chart.note.isEmpty())
        d->note->setText(tr("There is nothing to draw yet."));
    QWidget::changeEvent(event);
}

void ChartPanel::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int bar = d->bars->isVisible() ? d->bars->barUnder(d->bars->mapFrom(this, event->pos())) : -1;
    if (bar >= 0)
        connect(menu->addAction(tr("Why this number? (?)")), &QAction::triggered, this,
                [this, bar] { Q_EMIT whyAsked({WhyAsk::Of::ChartPoint, d->chart.id, bar, {}, {}}, d->bars); });
    addTakeAway(*menu, *this, [this] { return TakeAway{d->chart.title, table(), true, picture()}; });
    if (d->series && d->series->isVisible()) {
        menu->addSeparator();
        connect(menu->addAction(tr("Show all of the time")), &QAction::triggered, this,
                [this] {
                    d->series->zoomOut();
                    Q_EMIT spanAsked(std::nullopt);
                });
    }
    menu->popup(event->globalPos());
}

} // namespace widgets
