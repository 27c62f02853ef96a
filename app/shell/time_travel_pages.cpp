// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/hindsight.h"
#include "app/shell/time_travel.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/named_list.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/timeline/past_banner.h"
#include "widgets/timeline/timeline_bar.h"

#include <QInputDialog>
#include <QSysInfo>
#include <QTreeWidget>
#include <QtConcurrent>

/// The pages of the way through time: what was learned later, and what people wrote.
namespace app {

using widgets::NamedList;

namespace {

const QString changesPage = QStringLiteral("changes"), notesPage = QStringLiteral("notes"),
              timesPage = QStringLiteral("times");

}

void TimeTravel::definePages()
{
    m_changes = new widgets::RankedTable;
    m_notes = new NamedList({NamedList::Ask::Add, NamedList::Ask::Go, NamedList::Ask::Remove});
    widgets::MapDrawer& drawer = m_frame.drawer();
    m_changes->setContentsMargins(12, 4, 12, 0);
    drawer.addPage(changesPage, m_changes);
    drawer.addPage(notesPage, m_notes);
    m_times = new TimesPage;
    drawer.addPage(timesPage, m_times);
    connect(m_times, &TimesPage::momentPicked, this, [this](city::Instant at) {
        if (m_session) m_session->time().goTo(at);
    });
    connect(&drawer, &widgets::MapDrawer::pageChanged, this, [this](const QString& page) {
        m_frame.bar().setPages(page == changesPage, page == timesPage);
        if (page == changesPage) compare();
        if (page != timesPage) m_times->stop();
    });
    connect(m_changes, &widgets::RankedTable::rowActivated, this, [this](const city::Focus& target) {
        if (!m_session) return;
        city::Focus focus = m_session->focus().current();
        focus.place = target.place;
        m_session->go(focus);
    });
    connect(m_notes, &NamedList::asked, this, [this](NamedList::Ask ask, const QStringList& ids) {
        if (!m_session) return;
        if (ask == NamedList::Ask::Add) return askNote();
        for (const QString& id : ids) {
            for (const history::Note& note : m_timeline.notes) {
                if (QString::number(note.id) != id) continue;
                if (ask == NamedList::Ask::Go) return m_session->time().goTo(note.at);
                whenDone(m_session->run().history().removeNote(note.id), this,
                         [this](const city::Result<bool>&) { askMarks(); });
            }
        }
    });
}

void TimeTravel::setTheme(const widgets::Theme& theme)
{
    m_changes->setTheme(theme);
    m_notes->setTheme(theme);
    m_times->setTheme(theme);
}

void TimeTravel::showTimes(bool shown)
{
    if (!m_session) return;
    if (!shown) return m_frame.drawer().close();
    m_frame.drawer().open(timesPage);
    const auto& loop = m_session->time().loop();
    const widgets::TimeSpan range = m_frame.bar().axis().range();
    city::Instant from = loop ? loop->from : range.from,
                  to = std::min(loop ? loop->to : range.to, m_session->run().clock().now());
    if (m_marks.first) from = std::max(from, *m_marks.first);
    m_times->show(from, to, m_frame.map().canvas().view());
}

void TimeTravel::showChanges(bool shown)
{
    if (!m_session) return;
    if (!shown) return m_frame.drawer().close();
    if (m_session->time().isLive()) m_session->time().pause();
    m_frame.drawer().open(changesPage);
}

void TimeTravel::showCity(const ShownCity& city)
{
    tellBanner();
    if (city.at && m_frame.drawer().page() == changesPage) compare();
    if (!city.at && m_frame.drawer().page() == changesPage) m_frame.drawer().close();
}

/// Both cities of the moment, whichever of them is shown.
void TimeTravel::compare()
{
    if (!m_session || m_session->time().isLive()) return;
    const city::Instant at = m_session->time().moment();
    using City = city::Result<std::shared_ptr<const city::CitySnapshot>>;
    CityRun& run = m_session->run();
    const auto then = [this, asked = ++m_compared, at](const City& shown, const City& known) {
        if (asked != m_compared || !m_session || !shown.ok() || !known.ok()) return;
        auto table = QtConcurrent::run(&city::workThreads(), [pack = m_session->run().pack(), shown = *shown,
                                                              known = *known, at, language = m_language] {
            return hindsightTable(*pack, *shown, *known, at, language);
        });
        whenDone(table, this, [this, asked](const widgets::TableData& made) {
            if (asked != m_compared) return;
            m_changes->setTable(made);
        });
    };
    run.askCity(at, history::Knowledge::Then, whileThere(this, [this, at, then](City shown) {
        if (!m_session) return;
        m_session->run().askCity(at, history::Knowledge::Now,
                                 whileThere(this, [shown = std::move(shown), then](const City& known) { then(shown, known); }));
    }));
}

void TimeTravel::askNote()
{
    if (!m_session) return;
    TimeMachine& time = m_session->time();
    if (time.isPlaying()) time.pause();
    auto* dialog = new QInputDialog(m_frame.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("A note on time"));
    dialog->setLabelText(
        tr("What happened at %1?")
            .arg(city::inZone(time.moment(), m_session->pack().zone, QStringLiteral("yyyy-MM-dd HH:mm"))));
    connect(dialog, &QInputDialog::textValueSelected, this, &TimeTravel::addNote);
    dialog->open();
}

void TimeTravel::addNote(const QString& text)
{
    if (!m_session || text.trimmed().isEmpty()) return;
    if (m_session->run().isOnCopy()) {
        Q_EMIT failed({{},
                       {},
                       QT_TRANSLATE_NOOP("Message", "The shared store is gone for now: a note would reach nobody. "
                                                    "Write it again when the store is back.")});
        return;
    }
    const TimeMachine& time = m_session->time();
    history::Note note;
    note.at = time.loop() ? time.loop()->from : time.moment();
    if (time.loop()) note.until = time.loop()->to;
    note.writtenAt = m_session->run().clock().now();
    note.author = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (note.author.isEmpty()) note.author = QSysInfo::machineHostName();
    note.text = text.trimmed().left(2000);
    whenDone(m_session->run().history().addNote(note), this, [this](const city::Result<qint64>& written) {
        if (written.ok()) return askMarks();
        Q_EMIT failed(written.problem());
    });
}

void TimeTravel::listNotes()
{
    m_notes->setWords({tr("Note"), tr("Of"), tr("By"), tr("Written")}, tr("Notes on time"),
                      tr("There are no notes yet. Double-click the bar of time, or press Ctrl+Shift+J."));
    m_notes->setTip(NamedList::Ask::Add, tr("Write a note at this moment (Ctrl+Shift+J)"));
    m_notes->setTip(NamedList::Ask::Go, tr("Go there (Return)"));
    m_notes->setTip(NamedList::Ask::Remove, tr("Delete (Del)"));
    std::vector<widgets::NamedRow> rows;
    const auto clock = [&](city::Instant at) {
        return city::inZone(at, m_session->pack().zone, QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    for (const history::Note& note : m_timeline.notes)
        rows.push_back(
            {QString::number(note.id), {note.text, clock(note.at), note.author, clock(note.writtenAt)}, {}});
    m_notes->setRows(rows);
}

} // namespace app
