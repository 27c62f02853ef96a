// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/feeds_page.h"

#include "widgets/panels/ranked_table.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int besideFrom = 1700; ///< Pixels of width: the page of a feed stands beside the table.
constexpr int pauseMs = 1000;

} // namespace

FeedsPage::FeedsPage(QWidget* parent)
    : QWidget(parent), m_title(widgets::plainLabel(widgets::Wrap::Never, this)), m_summary(widgets::plainLabel(widgets::Wrap::Words, this)),
      m_filter(new QLineEdit), m_which(new QComboBox), m_again(new QPushButton), m_copy(new QPushButton), m_close(new QPushButton),
      m_splitter(new QSplitter(Qt::Vertical)), m_table(new widgets::RankedTable), m_detail(new FeedDetail)
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &FeedsPage::refresh);
    retranslate();
}

void FeedsPage::build()
{
    setAutoFillBackground(true);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    m_which->addItems({QString(), QString()});
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_filter);
    tools->addWidget(m_which);
    tools->addStretch(1);
    for (QPushButton* button : {m_again, m_copy, m_close}) tools->addWidget(button);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addLayout(tools);
    column->addWidget(m_splitter, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &FeedsPage::refresh);
    connect(m_which, &QComboBox::currentIndexChanged, this, &FeedsPage::refresh);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againAsked({}); });
    connect(m_copy, &QPushButton::clicked, this, &FeedsPage::copyList);
    connect(m_close, &QPushButton::clicked, this, &FeedsPage::closeAsked);
    connect(m_table, &widgets::RankedTable::keyActivated, this, &FeedsPage::showFeed);
    connect(m_detail, &FeedDetail::againAsked, this, &FeedsPage::againAsked);
    connect(m_detail, &FeedDetail::copyAsked, this, &FeedsPage::copyFeed);
    connect(m_detail, &FeedDetail::siteAsked, this, &FeedsPage::openSite);
}

void FeedsPage::setTheme(const widgets::Theme& theme)
{
    m_title->setFont(widgets::fontOf(theme, theme.large, widgets::Weight::Bold));
    m_summary->setFont(widgets::fontOf(theme, theme.body));
    widgets::tint(*m_summary, theme.muted);
    m_table->setTheme(theme);
    m_detail->setTheme(theme);
    refresh();
}

void FeedsPage::setInput(FeedsInput in, const QString& payloads)
{
    const bool first = !m_in.snapshot || m_in.language != in.language || m_in.pack != in.pack;
    m_in = std::move(in);
    m_payloads = payloads;
    if (first)
        refresh();
    else
        update();
}

/// Soon: a city of many feeds publishes many times a second.
void FeedsPage::update()
{
    if (isVisible() && !m_soon.isActive()) m_soon.start();
}

void FeedsPage::refresh()
{
    if (!m_in.snapshot || !isVisible()) return;
    const auto which = m_which->currentIndex() == 1 ? FeedFilter::State::Troubled : FeedFilter::State::All;
    m_table->setTable(feedList(m_in, {which, m_filter->text().trimmed()}));
    m_summary->setText(summary());
    m_detail->show(m_in, m_detail->feed(), m_payloads);
}

QString FeedsPage::summary() const
{
    return m_in.snapshot ? feedSummary(m_in) + QLatin1Char('.') : QString();
}

void FeedsPage::showFeed(const QString& id)
{
    m_detail->show(m_in, id, m_payloads);
    m_table->setHighlighted(id);
}

bool FeedsPage::stepOut()
{
    if (m_detail->feed().isEmpty()) return false;
    showFeed({});
    m_table->view()->setFocus();
    return true;
}

void FeedsPage::copyList()
{
    QGuiApplication::clipboard()->setText(m_table->copied());
}

void FeedsPage::copyFeed(const QString& feed)
{
    const city::FeedPicture* picture = m_in.snapshot ? m_in.snapshot->feed(feed) : nullptr;
    if (picture) QGuiApplication::clipboard()->setText(feedReport(m_in, picture->state));
}

void FeedsPage::openSite(const QString& feed)
{
    const feeds::FeedSpec* spec = m_in.pack ? m_in.pack->feed(feed) : nullptr;
    if (!spec || spec->request.url.host().isEmpty()) return;
    // Only the host: the rest of the address may hold keys, and is no page for people.
    const QUrl site(QStringLiteral("https://") + spec->request.url.host() + QLatin1Char('/'));
    auto* question = new QMessageBox(QMessageBox::Question, tr("Publisher's site"), tr("Open %1 in the browser?").arg(site.toString()),
                                     QMessageBox::Open | QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [site](int answer) {
        if (answer == QMessageBox::Open) QDesktopServices::openUrl(site);
    });
    question->open();
}

void FeedsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FeedsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_table->view()->setFocus();
}

void FeedsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto way = width() >= besideFrom ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == way && m_splitter->property("arranged").toBool()) return;
    m_splitter->setProperty("arranged", true);
    m_splitter->setOrientation(way);
    const int room = way == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({room * 11 / 20, room * 9 / 20});
}

void FeedsPage::retranslate()
{
    m_title->setText(tr("Feeds"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_which->setAccessibleName(tr("Which feeds"));
    m_which->setItemText(0, tr("All feeds"));
    m_which->setItemText(1, tr("Only those with trouble"));
    m_again->setText(tr("Ask every feed now"));
    m_copy->setText(tr("Copy as table"));
    m_close->setText(tr("Back to the map"));
}

} // namespace app
