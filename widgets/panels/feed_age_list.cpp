// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/feed_age_list.h"

#include "widgets/panels/feed_age_row.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

int badness(city::Freshness state)
{
    switch (state) {
    case city::Freshness::Fresh:
        return 0;
    case city::Freshness::Late:
        return 1;
    case city::Freshness::Stale:
        return 2;
    case city::Freshness::Future:
        return 3;
    case city::Freshness::Dead:
        return 4;
    case city::Freshness::Missing:
        return 5;
    }
    return 5;
}

FeedAgeList::FeedAgeList(QWidget* parent) : QFrame(parent), m_title(plainLabel(Wrap::Never, this))
{
    setObjectName(QStringLiteral("feedAges"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 12, 1, 8);
    outer->setSpacing(8);
    m_title->setContentsMargins(12, 0, 12, 0);
    outer->addWidget(m_title);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    m_title->setText(tr("How old the data are"));
}

void FeedAgeList::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(QStringLiteral("#feedAges { background: %1; border: 1px solid %2; }")
                      .arg(theme.raised.name(), theme.line.name()));
    m_title->setFont(fontOf(theme, theme.title, Weight::Bold));
    for (FeedAgeRow* row : m_rows)
        row->setTheme(theme);
}

void FeedAgeList::setFeeds(const std::vector<FeedAge>& feeds)
{
    std::vector<FeedAge> sorted = feeds;
    std::stable_sort(sorted.begin(), sorted.end(), [](const FeedAge& a, const FeedAge& b) {
        return badness(a.freshness) > badness(b.freshness);
    });
    while (m_rows.size() > sorted.size()) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < sorted.size()) {
        auto* row = new FeedAgeRow(this);
        row->setTheme(m_theme);
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        connect(row, &FeedAgeRow::clicked, this, [this, row] { Q_EMIT feedPicked(row->feed().id); });
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < sorted.size(); ++i)
        m_rows[i]->setFeed(sorted[i]);
}

QSize FeedAgeList::sizeHint() const
{
    int height = 56; // title and margins
    for (const FeedAgeRow* row : m_rows)
        height += row->sizeHint().height();
    return {360, qMin(height, 560)};
}

void FeedAgeList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_title->setText(tr("How old the data are"));
    QFrame::changeEvent(event);
}

} // namespace widgets
