// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_run.h"
#include "app/shell/city_run.h"
#include "app/shell/dashboard_feed.h"
#include "app/shell/focus_history.h"
#include "app/shell/layer_reading.h"
#include "app/shell/past_alarms.h"
#include "app/shell/time_machine.h"

#include <QObject>

namespace app {

/// One city being looked at: the run, where the user is in it, the layers shown, and the picture that follows from these.
/// No widgets; the window shows what it delivers and tells it what the user did. Lives in the GUI thread.
class Session : public QObject {
    Q_OBJECT
public:
    Session(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent = nullptr);

    void start(CityRun::Pace pace);
    CityRun& run() { return m_run; }
    AlarmRun& alarms() { return m_alarms; }
    PastAlarms& pastAlarms() { return m_pastAlarms; }
    const Pack& pack() const { return *m_run.pack(); }

    /// Where in time is looked at; live at first.
    TimeMachine& time() { return m_time; }
    /// The city that is looked at, and the moment it is judged at: now, or in the past.
    const ShownCity& city() const { return m_feed.city(); }
    city::Instant now() const { return m_feed.now(); }

    const FocusHistory& focus() const { return m_focus; }
    /// An empty dashboard in `focus` means the one that is open.
    void go(city::Focus focus);
    void back();
    void forward();
    void stepOut();
    void goHome();
    void showDashboard(const QString& id);

    void setLook(const QString& language, const widgets::Theme& theme);
    /// Written across the map; empty: nothing.
    void setStamp(const QString& stamp);
    void setLayers(const QSet<QString>& hidden, const QSet<QString>& shown);
    void showLayer(const QString& id);
    void hideLayer(const QString& id);
    const Look& look() const { return m_look; }
    void addLayer(GisSource layer);
    void removeLayer(const QString& id);
    /// A GIS layer as it was read; null when there is none of that id. Gone with the next change of layers.
    const GisSource* layer(const QString& id) const;
    /// Draws a GIS layer in another style; nothing for that of its few words.
    void setLayerStyle(const QString& id, const std::optional<ReadStyle>& style, const city::LocalText& labelField);
    /// What the person has drawn, on every dashboard above the other GIS layers; null: nothing.
    void setDrawings(std::shared_ptr<const map::LayerScene> scene, const QString& title);
    /// All of the pack and those a person dropped, as far as they have been read.
    std::vector<GisSource> sources() const;

    void askWhy(const widgets::WhyAsk& ask, DashboardFeed::WhyTaker take) { m_feed.askWhy(ask, std::move(take)); }
    /// See DashboardFeed.
    void setThorough(bool thorough) { m_feed.setThorough(thorough); }
    /// Computes no picture of its own: for who shows the city by feeds of its own, dressed in `look`. Before `start`.
    void setUnseen() { m_feed.rest(); }
    /// Ages count: call it now and then.
    void tick()
    {
        if (m_time.isLive()) m_feed.refresh();
    }
    /// All feeds have answered, layers are read, and the last picture shows all of it.
    bool isComplete() const;

Q_SIGNALS:
    void pictureReady(std::shared_ptr<const app::DashboardPicture> picture);
    /// Other layers, or other people who could be hit.
    void lookChanged();
    void focusChanged();
    /// Another city is looked at: a newer one, or one of another moment.
    void cityShown(const app::ShownCity& city);
    void completed();
    void searchable(const std::vector<widgets::SearchEntry>& entries);
    void layersFailed(const std::vector<city::Problem>& problems);

private:
    void show(ShownCity city);
    void dressLayers();
    void tellProgress();
    void showLook();
    void showLayers();
    void findSearchable();
    void moved();
    void followBrush();
    void check();

    CityRun m_run;
    TimeMachine m_time;
    AlarmRun m_alarms;
    PastAlarms m_pastAlarms;
    DashboardFeed m_feed;
    FocusHistory m_focus;
    Look m_look;
    LayerReading m_layers;
    std::vector<GisSource> m_dropped;
    bool m_dressing = false;   ///< A job is under way that will change `look().gis`.
    bool m_dressAgain = false; ///< And what it was given is old already.
    QTimer m_dressSoon;        ///< Several layers that come in quick succession are dressed together.
    std::shared_ptr<const GisLayers> m_dressed; ///< The sources; null: not yet.
    std::shared_ptr<const map::LayerScene> m_drawings;
    QString m_drawingsTitle;
    bool m_complete = false;
    std::optional<city::Instant> m_brushed;     ///< End of the time that is brushed.
    std::optional<city::Instant> m_beforeBrush; ///< Where in time one was then; nothing: live.
};

} // namespace app
