// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/shell/alarm_desk.h"
#include "app/shell/feeds_page.h"
#include "app/shell/pack_choice.h"
#include "app/shell/style_editing.h"
#include "app/shell/time_travel.h"
#include "app/shell/when_done.h"
#include "widgets/panels/layer_panel.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/top_bar.h"
#include "widgets/theme/dress.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace app {

MainWindow::MainWindow(const QString& resources, const RunOptions& options, Language& language, Memory memory, QWidget* parent)
    : QMainWindow(parent), m_resources(resources), m_options(options), m_language(language), m_mode(memory),
      m_stack(new QStackedWidget(this)), m_frame(new CityFrame(m_stack)), m_problems(new ProblemsPage(m_stack)),
      m_feeds(new FeedsPage), m_actions(new WindowActions(this)), m_styles(new StyleEditing(this))
{
    setObjectName(QStringLiteral("window"));
    setMinimumSize(480, 360);
    setAcceptDrops(true);
    m_frame->setPage(m_feeds);
    m_stack->addWidget(m_problems);
    m_stack->addWidget(m_frame);
    // Where there is less room, as with large text on a small screen, all of it can be scrolled to.
    m_stack->setMinimumSize(1024, 640);
    auto* room = new QScrollArea(this);
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    room->setWidgetResizable(true);
    room->setWidget(m_stack);
    setCentralWidget(room);
    m_frame->menuButton().setMenu(m_actions->menu());
    m_tools = std::make_unique<MapTools>(m_frame->map(), m_frame->drawer(), *m_actions, [this](const map::View& view) {
        m_keepsView = true;
        m_frame->map().canvas().setView(view);
    });
    m_alarms = std::make_unique<AlarmDesk>(*m_frame, *m_actions, memory == Memory::Remembered ? AlarmDesk::Voice::Loud : AlarmDesk::Voice::Silent);
    m_time = new TimeTravel(*m_frame, *m_actions);
    m_tools->setRemembers(memory == Memory::Remembered);
    restore();
    defineActions();
    defineDialogs();
    defineSources();
    connectPanels();
    connectMap();
    connectFeeds();
    useTheme(options.theme.isEmpty() ? m_memory.theme : options.theme);
    useLanguage(Language::choose(options.language, m_memory.language));
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tick);
    m_second.start(1000);
}

MainWindow::~MainWindow()
{
    m_tools->setSession(nullptr); // What they show of it goes first.
    m_alarms->setSession(nullptr);
    m_time->setSession(nullptr);
    m_frame->map().canvas().setTileStore(nullptr);
}

void MainWindow::restore()
{
    if (m_mode == Memory::Plain) {
        resize(1920, 1080);
        return;
    }
    m_memory = WindowMemory::load();
    if (!restoreGeometry(m_memory.geometry)) openFirst();
    m_frame->setSideWidth(m_memory.sideWidth);
    m_frame->setLayersFolded(m_memory.layersFolded);
    m_frame->setDrawerHeight(m_memory.drawerHeight);
    m_tools->restore(m_memory.tools);
}

/// How tall its title bar will be only the desktop knows, and only later: a screen that could be too small is filled.
void MainWindow::openFirst()
{
    constexpr QSize wanted(1600, 960), mostFrame(16, 48);
    const QSize room = screen()->availableSize() - mostFrame;
    resize(wanted.boundedTo(room));
    if (size() != wanted) setWindowState(Qt::WindowMaximized);
}

void MainWindow::remember()
{
    if (m_mode == Memory::Plain) return;
    m_memory.geometry = saveGeometry();
    m_memory.sideWidth = m_frame->sideWidth();
    m_memory.layersFolded = m_frame->layersFolded();
    m_memory.drawerHeight = m_frame->drawerHeight();
    m_memory.tools = m_tools->remembered();
    if (m_session) {
        m_memory.hiddenLayers = m_session->look().hiddenLayers;
        m_memory.shownLayers = m_session->look().shownLayers;
        m_memory.dashboard = m_session->focus().current().dashboard;
    }
    m_memory.save();
}

void MainWindow::open(const RunOptions& options, CityRun::Pace pace)
{
    open(options, pace, readPackInPool(options.pack, m_resources));
}

void MainWindow::open(const RunOptions& options, CityRun::Pace pace, QFuture<PackReading> reading)
{
    m_options = options;
    m_pace = pace;
    m_ready = false;
    if (!m_session) m_stack->setCurrentWidget(m_problems);
    m_problems->setReading(options.pack);
    whenDone(std::move(reading), this, [this](const PackReading& read) {
        if (read.pack) {
            begin(read.pack);
            return;
        }
        if (m_sources->refused(read.problems)) return;
        m_tools->setSession(nullptr);
        m_alarms->setSession(nullptr);
        m_time->setSession(nullptr);
        m_session.reset();
        m_problems->setProblems(m_options.pack, read.problems);
        m_stack->setCurrentWidget(m_problems);
        Q_EMIT refused(read.problems);
    });
}

void MainWindow::begin(std::shared_ptr<const Pack> pack)
{
    m_frame->map().canvas().setTileStore(nullptr);
    m_tiles.reset(); // It uses the clock of the session that goes now.
    m_picture.reset();
    m_fitted.reset();
    m_tools->setSession(nullptr);
    m_alarms->setSession(nullptr);
    m_time->setSession(nullptr);
    m_session = std::make_unique<Session>(std::move(pack), m_options);
    m_session->setThorough(m_mode == Memory::Plain);
    m_tools->setSession(m_session.get());
    m_alarms->setSession(m_session.get());
    m_time->setSession(m_session.get());
    m_memory.pack = m_options.pack;
    const Pack& city = m_session->pack();
    m_frame->side().setZone(city.zone);
    m_frame->map().canvas().setHome(city.extent);
    m_frame->map().canvas().fit(city.extent);
    m_styles->close();
    m_files = std::make_unique<DroppedFiles>(m_ask ? m_ask : askWithDialog(this, city.crs));
    connectSession();
    m_session->setLayers(m_memory.hiddenLayers, m_memory.shownLayers);
    applyLook();
    retranslate();
    m_session->showDashboard(m_memory.dashboard);
    m_session->start(m_pace);
    m_stack->setCurrentWidget(m_frame);
    applyBasemap();
    tick();
    m_sources->opened();
    Q_EMIT opened();
}

void MainWindow::useLanguage(const QString& language)
{
    m_language.use(language); // Tells every widget of the program, through the event loop.
    m_memory.language = m_language.current();
    retranslate();
    applyLook();
}

void MainWindow::useTheme(const QString& id)
{
    auto theme = widgets::readTheme(m_resources, id);
    if (!theme.ok()) {
        showError(tr("The theme %1 cannot be used.").arg(id), theme.problem().toString(), tr("The colours stay as they are."));
        return;
    }
    m_theme = theme.value();
    m_memory.theme = id;
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) widgets::dress(*application, m_theme);
    m_frame->setTheme(m_theme);
    m_problems->setTheme(m_theme);
    m_feeds->setTheme(m_theme);
    m_tools->setTheme(m_theme);
    m_alarms->setTheme(m_theme);
    m_time->setTheme(m_theme);
    applyLook();
    applyBasemap();
}

void MainWindow::applyLook()
{
    if (m_session) m_session->setLook(m_language.current(), m_theme);
    tellFeeds();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Here and not as a shortcut: a search box, a popup or a table in the middle of something has it first.
    if (event->key() == Qt::Key_Escape) {
        if (stepOutOfFeeds()) return;
        if (!m_tools->escape() && !m_time->escape()) m_actions->ask(QStringLiteral("up"));
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_session && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) files.append(url.toLocalFile());
    }
    addFiles(files);
}

void MainWindow::addFiles(const QStringList& files)
{
    if (m_files) m_files->read(files);
}

void MainWindow::look(const city::Focus& focus)
{
    m_ready = false;
    if (m_session) m_session->go(focus);
}

bool MainWindow::isReady() const
{
    return m_session && m_session->isComplete() && m_picture && (m_frame->isPageShown() || m_frame->map().canvas().isSharp());
}

void MainWindow::checkReady()
{
    if (m_ready || !isReady()) return;
    m_ready = true;
    m_feeds->refresh(); // A picture of the page shows what is there now.
    Q_EMIT ready();
}

} // namespace app
