// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeline_bar.h"

#include "widgets/theme/dress.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace widgets {

namespace {

using namespace std::chrono_literals;

constexpr int high = 56;
constexpr double speeds[] = {1, 10, 60, 300, 900, 3600};
constexpr city::Duration spans[] = {1h, 6h, 24h, 24h * 7, 24h * 30, 24h * 366};
constexpr int narrowBelow = 1280;

} // namespace

TimelineBar::TimelineBar(QWidget* parent)
    : QWidget(parent), m_live(new QToolButton(this)), m_speed(new QComboBox(this)),
      m_span(new QComboBox(this)), m_axis(new TimeAxis(this))
{
    setFixedHeight(high);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 0);
    row->setSpacing(2);
    m_live->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_live);
    row->addSpacing(6);
    connect(m_live, &QToolButton::clicked, this,
            [this] { m_state.moment ? Q_EMIT liveAsked() : Q_EMIT pauseAsked(); });
    const auto add = [&](const char* name) {
        auto* made = new QToolButton(this);
        made->setIconSize({18, 18});
        m_buttons.emplace_back(made, QString::fromLatin1(name));
        row->addWidget(made);
        return made;
    };
    m_jumpBack = add("jump-back");
    m_back = add("step-back");
    m_play = add("pause");
    m_forward = add("step-forward");
    m_jumpForward = add("jump-forward");
    row->addWidget(m_speed);
    m_loop = add("loop");
    m_known = add("hindsight");
    row->addSpacing(6);
    row->addWidget(m_axis, 1);
    row->addSpacing(6);
    row->addWidget(m_span);
    m_changes = add("changes");
    m_times = add("times");
    m_note = add("note");
    for (QToolButton* one : {m_loop, m_known, m_changes, m_times})
        one->setCheckable(true);
    for (const double speed : speeds)
        m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    for (const city::Duration span : spans)
        m_span->addItem(QString(), static_cast<qlonglong>(span.count()));

    connect(m_jumpBack, &QToolButton::clicked, this, [this] { Q_EMIT jumpAsked(-1); });
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(-1min); });
    connect(m_play, &QToolButton::clicked, this,
            [this] { m_state.moment ? Q_EMIT playAsked() : Q_EMIT pauseAsked(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(1min); });
    connect(m_jumpForward, &QToolButton::clicked, this, [this] { Q_EMIT jumpAsked(1); });
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { Q_EMIT speedAsked(m_speed->itemData(index).toDouble()); });
    connect(m_span, &QComboBox::activated, this, [this](int index) {
        const auto wanted = static_cast<double>(m_span->itemData(index).toLongLong());
        m_axis->zoom(wanted / static_cast<double>(m_axis->range().length().count()),
                     m_state.moment.value_or(m_state.now));
    });
    // What is on is said by setState alone, whatever a click does to a button that can be checked.
    connect(m_loop, &QToolButton::clicked, this, [this] {
        m_loop->setChecked(m_state.loop.has_value());
        Q_EMIT loopAsked(m_state.loop ? std::nullopt : std::optional(m_axis->range()));
    });
    connect(m_known, &QToolButton::clicked, this, [this] {
        m_known->setChecked(m_state.knownNow);
        Q_EMIT knowledgeAsked(!m_state.knownNow);
    });
    connect(m_changes, &QToolButton::clicked, this, [this](bool on) {
        m_changes->setChecked(!on);
        Q_EMIT changesAsked();
    });
    connect(m_times, &QToolButton::clicked, this, [this](bool on) {
        m_times->setChecked(!on);
        Q_EMIT timesAsked();
    });
    connect(m_note, &QToolButton::clicked, this, &TimelineBar::noteAsked);
    connect(m_axis, &TimeAxis::liveAsked, this, &TimelineBar::liveAsked);
    connect(m_axis, &TimeAxis::playAsked, this,
            [this] { m_state.moment ? Q_EMIT playAsked() : Q_EMIT pauseAsked(); });
    connect(m_axis, &TimeAxis::stepAsked, this, &TimelineBar::stepAsked);
    connect(m_axis, &TimeAxis::loopAsked, this, &TimelineBar::loopAsked);
    connect(m_axis, &TimeAxis::rangeChanged, this, [this](const TimeSpan& range) {
        const int same = m_span->findData(static_cast<qlonglong>(range.length().count()));
        m_span->setCurrentIndex(same);
    });
    retranslate();
}

void TimelineBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_axis->setTheme(theme);
    for (QComboBox* box : {m_speed, m_span})
        box->setFont(fontOf(theme, theme.tiny));
    for (const auto& [one, name] : m_buttons)
        one->setIcon(icon(theme, name, theme.text));
    dressLive();
    update();
}

void TimelineBar::setState(const TimelineState& state)
{
    const bool wasLive = !m_state.moment, wasPlaying = m_state.playing;
    m_state = state;
    m_axis->setState(state);
    m_loop->setChecked(state.loop.has_value());
    m_known->setChecked(state.knownNow);
    m_known->setEnabled(state.moment.has_value());
    m_forward->setEnabled(state.moment.has_value());
    m_jumpForward->setEnabled(state.moment.has_value());
    if (const int at = m_speed->findData(state.speed); at != m_speed->currentIndex())
        m_speed->setCurrentIndex(at);
    if (wasLive == !state.moment && wasPlaying == state.playing && !m_live->text().isEmpty()) return;
    dressLive();
    retranslate();
}

void TimelineBar::setPages(bool changes, bool times)
{
    m_changes->setChecked(changes);
    m_times->setChecked(times);
}

/// Live is calm; the way back from the past is not.
void TimelineBar::dressLive()
{
    if (m_theme.id.isEmpty()) return;
    const bool past = m_state.moment.has_value();
    m_live->setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %3; "
                                         "border-radius: 6px; padding: 5px 12px; }"
                                         "QToolButton:focus { border-color: %4; }")
                              .arg((past ? m_theme.past : m_theme.raised).name(),
                                   (past ? m_theme.onPast : m_theme.text).name(),
                                   (past ? m_theme.past : m_theme.line).name(), m_theme.accent.name()));
    m_live->setFont(fontOf(m_theme, m_theme.body, Weight::Bold)); // a style sheet takes back what was set before it
    const bool runs = !past || m_state.playing;
    for (auto& [one, name] : m_buttons) {
        if (one != m_play) continue;
        name = runs ? QStringLiteral("pause") : QStringLiteral("play");
        one->setIcon(icon(m_theme, name, m_theme.text));
    }
}

void TimelineBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.line);
}

void TimelineBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TimelineBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_span->setVisible(width() >= narrowBelow);
}

void TimelineBar::retranslate()
{
    const bool past = m_state.moment.has_value();
    m_live->setText(past ? tr("Back to live") : tr("● Live"));
    const QString play = !past ? tr("Stop here (F6)") : m_state.playing ? tr("Pause (F6)") : tr("Play (F6)");
    const std::pair<QWidget*, QString> words[] = {
        {m_live,
         past ? tr("Back to what is now (Esc or Shift+F6)") : tr("What is shown is live. Click to stop here (Shift+F6)")},
        {m_jumpBack, tr("To the alarm or change before (Ctrl+Shift+Left)")},
        {m_back, tr("A minute back (Ctrl+Left)")},
        {m_play, play},
        {m_forward, tr("A minute on (Ctrl+Right)")},
        {m_jumpForward, tr("To the next alarm or change (Ctrl+Shift+Right)")},
        {m_speed, tr("How many times faster than it was")},
        {m_loop, tr("Repeat a range. Drag with Shift on the strip to choose it")},
        {m_known, tr("What is known now about then, not what was shown then (Ctrl+Shift+Y)")},
        {m_span, tr("How much time the strip shows")},
        {m_changes, tr("What was learned or corrected later (Ctrl+Shift+H)")},
        {m_times, tr("Several times side by side (Ctrl+Shift+M)")},
        {m_note, tr("Write a note at this moment (Ctrl+Shift+J)")}};
    for (const auto& [widget, text] : words) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    }
    const QString names[] = {tr("1 h"), tr("6 h"), tr("1 day"), tr("1 week"), tr("1 month"), tr("1 year")};
    for (int i = 0; i < m_span->count(); ++i)
        m_span->setItemText(i, names[i]);
    setAccessibleName(tr("Bar of time"));
}

} // namespace widgets
