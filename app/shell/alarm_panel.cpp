// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_panel.h"

#include "widgets/panels/ranked_table.h"
#include "widgets/panels/table_model.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration times[] = {15min, 1h, 4h, 8h, 24h};
constexpr int noteLength = 300, leastDetail = 240, mostDetail = 420;
constexpr std::size_t mostOneByOne = 300; ///< Alarms; of more, those of one cause share a line.

QScrollArea* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false); // The page's own shows.
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

AlarmPanel::AlarmPanel(QWidget* parent)
    : QWidget(parent), m_side(nullptr), m_summary(widgets::plainLabel(widgets::Wrap::Words, this)), m_list(new QComboBox), m_note(new QLineEdit), m_time(new QComboBox),
      m_acknowledge(new QPushButton), m_shelve(new QPushButton), m_service(new QPushButton), m_figures(new QPushButton), m_spoken(new QPushButton),
      m_pages(new QStackedWidget), m_table(new widgets::RankedTable), m_figureText(widgets::plainLabel(widgets::Wrap::Words)),
      m_title(widgets::plainLabel(widgets::Wrap::Words)), m_detail(widgets::plainLabel(widgets::Wrap::Words))
{
    build();
    connectAll();
    retranslate();
}

void AlarmPanel::build()
{
    m_list->addItems({QString(), QString()});
    for (std::size_t i = 0; i < std::size(times); ++i) m_time->addItem(QString());
    m_time->setCurrentIndex(1);
    m_note->setMaxLength(noteLength);
    m_note->setMinimumWidth(160);
    m_figures->setCheckable(true);
    m_spoken->setCheckable(true);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_list);
    tools->addWidget(m_note, 1);
    tools->addWidget(m_acknowledge);
    tools->addWidget(m_shelve);
    tools->addWidget(m_time);
    tools->addWidget(m_service);
    tools->addWidget(m_figures);
    tools->addWidget(m_spoken);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addStretch(1);
    m_side = scrolled(side);
    m_figureText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_pages->addWidget(m_table);
    m_pages->addWidget(scrolled(m_figureText));
    auto* row = new QHBoxLayout;
    row->addWidget(m_pages, 1);
    row->addWidget(m_side);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 8, 12, 8);
    all->setSpacing(8);
    all->addWidget(m_summary);
    all->addLayout(tools);
    all->addLayout(row, 1);
}

void AlarmPanel::connectAll()
{
    using Kind = alarms::Action::Kind;
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { ask(Kind::Acknowledge); });
    connect(m_shelve, &QPushButton::clicked, this, [this] { ask(list() == AlarmList::Hidden ? Kind::Unshelve : Kind::Shelve); });
    connect(m_service, &QPushButton::clicked, this, [this] { ask(list() == AlarmList::Hidden ? Kind::PutIntoService : Kind::TakeOutOfService); });
    connect(m_list, &QComboBox::currentIndexChanged, this, [this] {
        m_chosen.clear();
        retranslate();
        refresh();
    });
    connect(m_figures, &QPushButton::toggled, this, [this](bool on) {
        m_pages->setCurrentIndex(on ? 1 : 0);
        if (on) Q_EMIT figuresAsked();
    });
    connect(m_spoken, &QPushButton::clicked, this, &AlarmPanel::spokenAsked);
    connect(m_table, &widgets::RankedTable::keyActivated, this, &AlarmPanel::choose);
    connect(m_table, &widgets::RankedTable::rowActivated, this, &AlarmPanel::focusAsked);
}

void AlarmPanel::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    m_summary->setFont(widgets::fontOf(theme, theme.body));
    widgets::tint(*m_summary, theme.muted);
    m_title->setFont(widgets::fontOf(theme, theme.title, widgets::Weight::Bold));
    m_detail->setFont(widgets::fontOf(theme, theme.body));
    m_figureText->setFont(widgets::fontOf(theme, theme.body));
    m_table->setTheme(theme);
    refresh();
}

void AlarmPanel::setTime(Time time)
{
    if (m_whose == time) return;
    m_whose = time;
    if (time != Time::Now) m_figures->setChecked(false);
    refresh();
}

QString AlarmPanel::unknownText()
{
    return tr("Nobody recorded which alarms there were at that moment.");
}

AlarmList AlarmPanel::list() const
{
    if (m_list->currentIndex() == 1) return AlarmList::Hidden;
    // Nobody reads hundreds of lines, also when they no longer grow.
    return m_alarms && (m_alarms->isFlood || m_alarms->alarms.size() > mostOneByOne) ? AlarmList::Flood : AlarmList::Now;
}

void AlarmPanel::setAlarms(std::shared_ptr<const Pack> pack, std::shared_ptr<const alarms::Alarms> alarms, const QString& language, city::Instant now)
{
    m_pack = std::move(pack);
    m_alarms = std::move(alarms);
    m_language = language;
    m_now = now;
    refresh();
}

void AlarmPanel::refresh()
{
    if (!m_alarms || !m_pack || m_theme.id.isEmpty() || !isVisible()) return;
    const AlarmTongue tongue{*m_pack, m_language, m_now};
    const QString summary = m_whose == Time::Unknown ? unknownText() : alarmSummary(tongue, *m_alarms);
    m_summary->setText(m_notice.isEmpty() ? summary : m_notice + QLatin1Char(' ') + summary);
    m_table->setTable(alarmTable(tongue, *m_alarms, list(), m_theme));
    const bool any = m_table->view()->model()->rowCount() > 0;
    for (QPushButton* button : {m_acknowledge, m_shelve, m_service}) button->setEnabled(any && m_whose == Time::Now);
    for (QWidget* tool : std::initializer_list<QWidget*>{m_note, m_time, m_figures}) tool->setEnabled(m_whose == Time::Now);
    if (!m_alarms->alarms.count(m_chosen)) m_chosen.clear();
    if (m_chosen.isEmpty() && any) {
        const auto* model = qobject_cast<const widgets::TableModel*>(m_table->view()->model());
        if (model) m_chosen = model->row(0).key;
    }
    m_table->setHighlighted(m_chosen);
    describe();
}

void AlarmPanel::describe()
{
    const auto found = m_alarms->alarms.find(m_chosen);
    m_title->setVisible(found != m_alarms->alarms.end());
    m_detail->setVisible(found != m_alarms->alarms.end());
    if (found == m_alarms->alarms.end()) return;
    const AlarmAdvice advice = alarmAdvice({*m_pack, m_language, m_now}, found->second);
    m_title->setText(advice.where.isEmpty() ? advice.title : advice.title + QStringLiteral(" – ") + advice.where);
    QStringList lines;
    for (const auto& [name, text] : advice.lines) lines << name + QStringLiteral(": ") + text;
    m_detail->setText(lines.join(QLatin1Char('\n')));
}

void AlarmPanel::setFigures(const QStringList& lines)
{
    m_figureText->setText(lines.join(QLatin1Char('\n')));
}

void AlarmPanel::setSpoken(bool spoken)
{
    m_spoken->setChecked(spoken);
}

void AlarmPanel::choose(const QString& alarm)
{
    m_chosen = alarm;
    m_table->setHighlighted(alarm);
    if (m_alarms) describe();
}

/// The rows marked in the list; else the chosen one.
QStringList AlarmPanel::marked() const
{
    QStringList ids;
    const auto* model = qobject_cast<const widgets::TableModel*>(m_table->view()->model());
    const QModelIndexList rows = m_table->view()->selectionModel() ? m_table->view()->selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex& index : rows)
        if (model) ids << model->row(index.row()).key;
    if (ids.isEmpty() && !m_chosen.isEmpty()) ids << m_chosen;
    return ids;
}

void AlarmPanel::ask(alarms::Action::Kind kind)
{
    if (m_whose != Time::Now) return;
    const bool hides = kind == alarms::Action::Kind::Shelve || kind == alarms::Action::Kind::TakeOutOfService;
    const QString note = m_note->text().simplified();
    if (hides && note.isEmpty()) {
        m_note->setPlaceholderText(tr("Why? A reason is needed to hide an alarm."));
        m_note->setFocus();
        return;
    }
    QStringList ids;
    for (const QString& id : marked()) ids << alarmsOfRow(*m_pack, *m_alarms, list(), id);
    if (ids.isEmpty()) return;
    Q_EMIT asked({kind, ids, {}, note, times[static_cast<std::size_t>(std::max(0, m_time->currentIndex()))]});
    m_note->clear();
    retranslate();
}

void AlarmPanel::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !m_note->hasFocus() && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && event->key() == Qt::Key_A)
        ask(alarms::Action::Kind::Acknowledge);
    else if (plain && event->key() == Qt::Key_S)
        m_shelve->click();
    else
        QWidget::keyPressEvent(event);
}

void AlarmPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(std::clamp(width() * 2 / 5, leastDetail, mostDetail));
}

void AlarmPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void AlarmPanel::retranslate()
{
    const bool hidden = m_list->currentIndex() == 1;
    m_list->setItemText(0, tr("Alarms"));
    m_list->setItemText(1, tr("Shelved and others"));
    m_list->setAccessibleName(tr("Which alarms"));
    m_note->setPlaceholderText(tr("Note or reason"));
    m_note->setAccessibleName(tr("Note or reason"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setToolTip(tr("A: I have seen it and am on it"));
    m_shelve->setText(hidden ? tr("Unshelve") : tr("Shelve for"));
    m_shelve->setToolTip(hidden ? tr("S: show it again") : tr("S: do not show it for a while"));
    m_service->setText(hidden ? tr("Put into service") : tr("Out of service"));
    m_figures->setText(tr("Figures"));
    m_figures->setToolTip(tr("How the alarms did in the last 24 hours"));
    m_spoken->setText(tr("Spoken"));
    m_spoken->setToolTip(tr("Each new group of alarms of top priority is also said aloud, once"));
    const QStringList words{tr("15 min"), tr("1 h"), tr("4 h"), tr("8 h"), tr("24 h")};
    for (int i = 0; i < words.size(); ++i) m_time->setItemText(i, words[i]);
    m_time->setAccessibleName(tr("How long"));
    refresh();
}

} // namespace app
