// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/feed_detail.h"

#include "widgets/panels/ranked_table.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr qsizetype shownBytes = 64 * 1024;

QHBoxLayout* row()
{
    auto* layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

FeedDetail::FeedDetail(QWidget* parent)
    : QWidget(parent), m_title(widgets::plainLabel(widgets::Wrap::Words, this)), m_state(widgets::plainLabel(widgets::Wrap::Words, this)),
      m_body(new QWidget(this)), m_strip(new widgets::FeedStrip), m_again(new QPushButton), m_copy(new QPushButton), m_site(new QPushButton),
      m_stack(new QStackedWidget), m_findings(new widgets::RankedTable), m_about(new QScrollArea), m_fields(new widgets::RankedTable),
      m_refusals(new widgets::RankedTable), m_payloads(new QListWidget), m_bytes(new QPlainTextEdit)
{
    build();
    retranslate();
}

void FeedDetail::build()
{
    auto* buttons = row();
    for (QPushButton* button : {m_again, m_copy, m_site}) buttons->addWidget(button);
    buttons->addStretch(1);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againAsked(m_feed); });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyAsked(m_feed); });
    connect(m_site, &QPushButton::clicked, this, [this] { Q_EMIT siteAsked(m_feed); });

    auto* payloads = new QSplitter(Qt::Vertical);
    payloads->addWidget(m_payloads);
    payloads->addWidget(m_bytes);
    payloads->setStretchFactor(1, 1);
    payloads->setSizes({90, 400});
    m_payloads->setFrameShape(QFrame::NoFrame);
    m_bytes->setReadOnly(true);
    m_bytes->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_bytes->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_payloads, &QListWidget::currentRowChanged, this, &FeedDetail::showPayload);
    m_about->setWidgetResizable(true);
    m_about->setFrameShape(QFrame::NoFrame);

    auto* parts = row();
    parts->setSpacing(4);
    for (QWidget* part : {static_cast<QWidget*>(m_findings), static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_fields),
                          static_cast<QWidget*>(m_refusals), static_cast<QWidget*>(payloads)}) {
        const int index = m_stack->addWidget(part);
        auto* button = new QPushButton;
        button->setCheckable(true);
        button->setAutoExclusive(true);
        connect(button, &QPushButton::clicked, this, [this, index] { choose(index); });
        parts->addWidget(button);
        m_parts.push_back(button);
    }
    parts->addStretch(1);

    auto* inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addLayout(buttons);
    inner->addWidget(m_strip);
    inner->addLayout(parts);
    inner->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_body, 100);
    column->addStretch(1); // Keeps the two lines at the top while there is no body.
    m_body->hide();
    choose(0);
}

void FeedDetail::choose(int part)
{
    m_stack->setCurrentIndex(part);
    m_parts[static_cast<std::size_t>(part)]->setChecked(true);
}

void FeedDetail::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    m_title->setFont(widgets::fontOf(theme, theme.large, widgets::Weight::Bold));
    m_state->setFont(widgets::fontOf(theme, theme.body));
    widgets::tint(*m_state, theme.muted);
    m_strip->setTheme(theme);
    for (widgets::RankedTable* table : {m_findings, m_fields, m_refusals}) table->setTheme(theme);
}

void FeedDetail::show(const FeedsInput& in, const QString& feed, const QString& payloads)
{
    const bool other = feed != m_feed;
    m_feed = feed;
    const city::FeedPicture* picture = in.snapshot ? in.snapshot->feed(feed) : nullptr;
    m_body->setVisible(picture);
    if (!picture) {
        m_title->setText(tr("No feed is chosen"));
        m_state->setText(tr("Choose one in the table to see its day, its fields, the records refused and its last payloads."));
        return;
    }
    const city::FeedState& state = picture->state;
    const FeedFacts facts = feedFacts(state, *in.pack, in.language, in.now);
    m_title->setText(facts.title);
    m_state->setText(facts.age.isEmpty() ? facts.word : tr("%1, %2 old").arg(facts.word, facts.age));
    const auto cells = feedDay(in, state);
    m_strip->setCells(cells, tr("24 h ago"), tr("now"));
    m_findings->setTable(findingTable(in, state));
    m_fields->setTable(fieldTable(state));
    m_refusals->setTable(refusalTable(state));
    showLines(in, state);
    listPayloads(in, payloads);
    if (other) choose(0);
}

void FeedDetail::showLines(const FeedsInput& in, const city::FeedState& state)
{
    auto lines = feedLines(in, state);
    if (lines == m_lines) return; // It may be being read and scrolled.
    m_lines = std::move(lines);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 4, 0, 4);
    form->setHorizontalSpacing(16);
    for (const auto& [name, value] : m_lines) {
        QLabel* key = widgets::plainLabel(widgets::Wrap::Never, page);
        QLabel* text = widgets::plainLabel(widgets::Wrap::Words, page);
        key->setText(name);
        text->setText(value);
        widgets::tint(*key, m_theme.muted);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        form->addRow(key, text);
    }
    m_about->setWidget(page);
}

void FeedDetail::listPayloads(const FeedsInput& in, const QString& folder)
{
    auto kept = feeds::keptPayloads(folder, m_feed);
    const auto same = [](const feeds::KeptPayload& a, const feeds::KeptPayload& b) { return a.file == b.file; };
    if (m_payloads->count() > 0 && std::equal(kept.begin(), kept.end(), m_kept.begin(), m_kept.end(), same)) return;
    m_kept = std::move(kept);
    m_payloads->clear();
    for (const feeds::KeptPayload& one : m_kept) m_payloads->addItem(payloadTitle(one, in));
    if (m_kept.empty())
        m_bytes->setPlainText(tr("No payload has been kept yet."));
    else
        m_payloads->setCurrentRow(0);
}

void FeedDetail::showPayload(int row)
{
    if (row < 0 || row >= static_cast<int>(m_kept.size())) return;
    const feeds::KeptPayload& payload = m_kept[static_cast<std::size_t>(row)];
    const QByteArray body = feeds::bodyOf(payload);
    QString text = feeds::payloadText(body, payload.contentType, shownBytes);
    if (payload.bytes > shownBytes) text += QLatin1Char('\n') + tr("… cut off here: the payload has %1 bytes.").arg(payload.bytes);
    m_bytes->setPlainText(text);
}

void FeedDetail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FeedDetail::retranslate()
{
    m_again->setText(tr("Ask again now"));
    m_copy->setText(tr("Copy as text"));
    m_site->setText(tr("Publisher's site…"));
    const QStringList names{tr("What is wrong"), tr("About"), tr("Fields"), tr("Refused"), tr("Payloads")};
    for (std::size_t i = 0; i < m_parts.size(); ++i) m_parts[i]->setText(names.value(static_cast<qsizetype>(i)));
}

} // namespace app
