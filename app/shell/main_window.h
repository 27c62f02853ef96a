// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/city_frame.h"
#include "app/shell/dropped_files.h"
#include "app/shell/language.h"
#include "app/shell/problems_page.h"
#include "app/shell/session.h"
#include "app/shell/tools/map_tools.h"
#include "app/shell/window_actions.h"
#include "app/shell/window_memory.h"
#include "app/sources/source_work.h"
#include "layers/feeds/tile_store.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace app {

class AlarmDesk;
class FeedsPage;
class StyleEditing;
class TimeTravel;

/// The window: shows what its Session delivers and turns what the user does into a new Focus. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Remembered: size, look and layers come from the last run and are kept for the next; basemaps may be fetched.
    /// Plain: as the program comes, nothing is kept or fetched but the feeds; for pictures.
    enum class Memory { Remembered, Plain };

    /// `resources` is the folder of the program's resources; `language` must outlive the window.
    MainWindow(const QString& resources, const RunOptions& options, Language& language, Memory memory = Memory::Remembered,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Reads the pack in the pool, then starts its city; `opened` or `refused` follows.
    void open(const RunOptions& options, CityRun::Pace pace = CityRun::Pace::Scheduled);
    /// The same with the reading of `options.pack` already on its way.
    void open(const RunOptions& options, CityRun::Pace pace, QFuture<PackReading> reading);
    void useLanguage(const QString& language);
    void useTheme(const QString& id);
    void addFiles(const QStringList& files);
    /// Looks somewhere else; `ready` follows again when all of it is there.
    void look(const city::Focus& focus);
    /// The page of the feeds in the place of the map.
    void showFeeds(bool shown);
    FeedsPage& feeds() { return *m_feeds; }
    /// Asked for what a dropped file does not state; a dialog unless set.
    void setAsk(DroppedFiles::Ask ask) { m_ask = std::move(ask); }

    Session* session() { return m_session.get(); }
    CityFrame& frame() { return *m_frame; }
    WindowActions& actions() { return *m_actions; }
    StyleEditing& styles() { return *m_styles; }
    MapTools& tools() { return *m_tools; }
    TimeTravel& time() { return *m_time; }
    const std::shared_ptr<const DashboardPicture>& picture() const { return m_picture; }
    /// Everything that was asked for has come and is shown sharp.
    bool isReady() const;

Q_SIGNALS:
    void opened();
    void refused(const std::vector<city::Problem>& problems);
    void ready();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void restore();
    void openFirst();
    void remember();
    void begin(std::shared_ptr<const Pack> pack);
    void connectSession();
    void connectPanels();
    void connectDecisions();
    void connectMap();
    void connectFeeds();
    /// Brings the page of the feeds up to date; nothing while nobody looks at it.
    void tellFeeds();
    bool stepOutOfFeeds();
    void defineActions();
    void defineDialogs();
    void defineSources();
    void defineReports();
    void retranslate();
    void tellStamp();
    void showPicture(std::shared_ptr<const DashboardPicture> picture);
    /// Tells what lies within a closed ring.
    /// What is looked at stands beside what is looked at next; a second time takes it off.
    void keepForComparison();
    void lookInside(const city::Ring& outline);
    /// Opens "why this number" beside what was asked about.
    void explain(const widgets::WhyAsk& ask, const QWidget* beside);
    void pick(const std::vector<map::Hit>& hits, city::LonLat at);
    void pointAt(city::LonLat at);
    void highlight(const QString& rowKey);
    void goTo(const QString& typed);
    void goTo(city::LonLat position);
    void tick();
    void applyLook();
    void applyBasemap();
    void exportPicture();
    void showAbout();
    void showError(const QString& what, const QString& where, const QString& next);
    void checkReady();

    QString m_resources;
    RunOptions m_options;
    Language& m_language;
    Memory m_mode;
    WindowMemory m_memory;
    widgets::Theme m_theme;
    CityRun::Pace m_pace = CityRun::Pace::Scheduled;
    QStackedWidget* m_stack;
    CityFrame* m_frame;
    ProblemsPage* m_problems;
    FeedsPage* m_feeds;
    WindowActions* m_actions;
    std::unique_ptr<MapTools> m_tools;
    std::unique_ptr<AlarmDesk> m_alarms;
    TimeTravel* m_time;
    SourceWork* m_sources = nullptr;
    DroppedFiles::Ask m_ask;
    std::unique_ptr<DroppedFiles> m_files;
    StyleEditing* m_styles;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<feeds::TileStore> m_tiles;
    std::shared_ptr<const DashboardPicture> m_picture;
    std::vector<widgets::SearchEntry> m_searchable;
    city::LonLat m_pointer;
    std::optional<city::LonLatBox> m_fitted; ///< What the map was last moved to show.
    bool m_keepsView = false; ///< The present focus came with a view of its own.
    QTimer m_second;
    int m_seconds = 0;
    bool m_ready = false;
};

} // namespace app
