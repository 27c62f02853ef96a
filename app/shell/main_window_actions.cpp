// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_desk.h"
#include "app/shell/help_window.h"
#include "app/shell/main_window.h"
#include "app/shell/time_travel.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/top_bar.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QSysInfo>
#include <QToolButton>

/// What the menu, the keys and the search box can ask of the window.
namespace app {

namespace {

QString other(const QStringList& two, const QString& current)
{
    return two.value(two.indexOf(current) == 0 ? 1 : 0);
}

} // namespace

void MainWindow::defineActions()
{
    // Nothing of a city can be asked before there is one.
    const auto onSession = [this](const char* id, void (Session::*act)()) {
        m_actions->on(QLatin1String(id), [this, act] {
            if (m_session) (m_session.get()->*act)();
        });
    };
    onSession("back", &Session::back);
    onSession("forward", &Session::forward);
    onSession("up", &Session::stepOut);
    onSession("home", &Session::goHome);
    m_actions->on(QStringLiteral("refresh"), [this] {
        if (m_session) m_session->run().refresh();
    });
    for (std::size_t i = 0; i < 9; ++i) {
        m_actions->on(QStringLiteral("dashboard-%1").arg(i + 1), [this, i] {
            if (m_session && i < m_session->pack().dashboards.size()) m_session->showDashboard(m_session->pack().dashboards[i].id);
        });
    }
    m_actions->on(QStringLiteral("quit"), [this] { close(); });
    m_actions->on(QStringLiteral("theme"), [this] { useTheme(other(knownThemes(), m_theme.id)); });
    m_actions->on(QStringLiteral("language"), [this] { useLanguage(other(knownLanguages(), m_language.current())); });
    m_actions->on(QStringLiteral("layers-panel"), [this] { m_frame->toggleLayers(); });
    m_actions->on(QStringLiteral("side-panel"), [this] { m_frame->toggleSide(); });
    m_actions->on(QStringLiteral("full-screen"), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_actions->on(QStringLiteral("coordinates"), [this] {
        m_memory.metricCoordinates = !m_memory.metricCoordinates;
        pointAt(m_pointer);
    });
}

void MainWindow::defineDialogs()
{
    m_actions->on(QStringLiteral("open-pack"), [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a city pack"), m_options.pack);
        if (folder.isEmpty()) return;
        RunOptions options = m_options;
        options.pack = folder;
        open(options, m_pace);
    });
    m_actions->on(QStringLiteral("add-layer"), [this] { addFiles(QFileDialog::getOpenFileNames(this, tr("Add GIS layers"))); });
    m_actions->on(QStringLiteral("export"), [this] { exportPicture(); });
    defineReports();
    m_actions->on(QStringLiteral("help"), [this] {
        auto* help = new HelpWindow(m_resources + QStringLiteral("/help"), m_language.current(), this);
        help->setAttribute(Qt::WA_DeleteOnClose);
        help->showPage(QStringLiteral("window"));
        help->open();
    });
    m_actions->on(QStringLiteral("keyboard"), [this] { (new TextWindow(tr("Keyboard"), m_actions->keys(), this))->open(); });
    m_actions->on(QStringLiteral("about"), [this] { showAbout(); });
    connect(m_problems, &ProblemsPage::openAsked, this, [this] { m_actions->ask(QStringLiteral("open-pack")); });
    connect(m_problems, &ProblemsPage::againAsked, this, [this] { open(m_options, m_pace); });
    widgets::TopBar& top = m_frame->top();
    connect(&top, &widgets::TopBar::languageAsked, this, [this] { m_actions->ask(QStringLiteral("language")); });
    connect(&top, &widgets::TopBar::themeAsked, this, [this] { m_actions->ask(QStringLiteral("theme")); });
    connect(&top, &widgets::TopBar::exportAsked, this, [this] { m_actions->ask(QStringLiteral("export")); });
    connect(&top, &widgets::TopBar::refreshAsked, this, [this] { m_actions->ask(QStringLiteral("refresh")); });
    connect(&top, &widgets::TopBar::helpAsked, this, [this] { m_actions->ask(QStringLiteral("help")); });
}

void MainWindow::defineSources()
{
    m_sources = new SourceWork(
        m_resources,
        [this] {
            return SourceWork::Situation{m_session ? m_session->run().pack() : nullptr, m_theme, m_language.current(), m_mode == Memory::Remembered};
        },
        this);
    m_actions->on(QStringLiteral("new-city"), [this] { m_sources->newCity(); });
    m_actions->on(QStringLiteral("add-source"), [this] { m_sources->addSource(); });
    m_actions->on(QStringLiteral("browse"), [this] { m_sources->browse(); });
    m_actions->on(QStringLiteral("undo-source"), [this] { m_sources->undo(); });
    connect(m_problems, &ProblemsPage::newAsked, this, [this] { m_actions->ask(QStringLiteral("new-city")); });
    connect(m_sources, &SourceWork::failed, this, &MainWindow::showError);
    connect(m_sources, &SourceWork::told, &m_frame->map(), &MapPane::setBusy);
    connect(m_sources, &SourceWork::openAsked, this, [this](const QString& folder) {
        RunOptions options = m_options;
        // The demo city and a recording know nothing of another city, nor of a new source.
        if (folder != m_options.pack) options.source = RunOptions::Source::Live;
        options.pack = folder;
        open(options, m_pace);
    });
}

/// Also once it is known that the past that is shown was invented.
void MainWindow::tellStamp()
{
    QString stamp = m_session->run().isDemo() ? tr("DEMO DATA") : QString();
    if (m_session->run().isOnCopy()) stamp = tr("OWN COPY");
    m_frame->top().setStamp(stamp);
    if (m_session->look().stamp != stamp) m_session->setStamp(stamp);
}

void MainWindow::retranslate()
{
    const QString language = m_language.current();
    const Pack* pack = m_session ? &m_session->pack() : nullptr;
    m_actions->retranslate(pack, language);
    m_tools->retranslate(language);
    m_alarms->retranslate(language);
    m_time->retranslate(language);
    m_frame->menuButton().setToolTip(tr("Menu"));
    m_frame->menuButton().setAccessibleName(tr("Menu"));
    m_frame->top().setOtherLanguage(Language::nameOf(other(knownLanguages(), language)));
    setWindowTitle(pack ? tr("%1 – CityOps").arg(pack->title.in(language)) : QStringLiteral("CityOps"));
    if (!pack) return;
    m_frame->top().setCity(pack->title.in(language));
    tellStamp();
    std::vector<widgets::RailEntry> entries;
    for (const DashboardSpec& dashboard : pack->dashboards)
        entries.push_back({dashboard.id, dashboard.title.in(language), dashboard.icon, dashboard.question.in(language)});
    m_frame->rail().setEntries(entries);
    m_frame->rail().setCurrent(m_session->focus().current().dashboard);
    applyBasemap();
}

void MainWindow::exportPicture()
{
    const QString name = m_session ? m_session->focus().current().dashboard : QStringLiteral("cityops");
    const QString file = QFileDialog::getSaveFileName(this, tr("Export this picture"), name + QStringLiteral(".png"), tr("PNG pictures (*.png)"));
    if (file.isEmpty()) return;
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && grab().save(&out, "PNG") && out.flush() && out.commit();
    if (!written) showError(tr("The picture could not be written."), file + QStringLiteral(": ") + out.errorString(), tr("Choose another folder."));
}

void MainWindow::showAbout()
{
    QStringList lines{QStringLiteral("CityOps ") + QStringLiteral(CITYOPS_VERSION),
                      tr("One picture of a city from its GIS layers and live open data."),
                      tr("Licence: GNU General Public License, version 3 or later."),
                      tr("Built with Qt %1, GDAL, PROJ, SQLite, yaml-cpp and simdjson.").arg(QString::fromLatin1(qVersion()))};
    if (m_session) {
        const QString language = m_language.current();
        lines << QString() << tr("Sources of this city's data:");
        for (const feeds::FeedSpec& feed : m_session->pack().feeds)
            lines << QStringLiteral("  %1 – %2, %3").arg(feed.title.in(language), feed.publisher.in(language), feed.licence);
        for (const LayerSpec& layer : m_session->pack().layers) {
            if (!layer.attribution.isEmpty()) lines << QStringLiteral("  %1 – %2").arg(layer.title.in(language), layer.attribution.in(language));
        }
        for (const BasemapSpec& basemap : m_session->pack().basemaps)
            lines << QStringLiteral("  %1 – %2").arg(basemap.title.in(language), basemap.attribution);
    }
    (new TextWindow(tr("About, licences and sources"), lines.join(QLatin1Char('\n')), this))->open();
}

void MainWindow::showError(const QString& what, const QString& where, const QString& next)
{
    m_frame->map().showError({what, where, next});
}

} // namespace app
