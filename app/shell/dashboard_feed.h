// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/why.h"
#include "app/shell/city_run.h"
#include "app/shell/expectations.h"

#include <QObject>
#include <QTimer>

namespace app {

/// How pictures are to look and what the user added to them: all of a DashboardInput that is neither facts nor focus.
struct Look {
    QString language = QStringLiteral("en");
    widgets::Theme theme;
    QSet<QString> hiddenLayers, shownLayers;
    std::shared_ptr<const GisLayers> gis;
    std::shared_ptr<const Exposure> exposure;
    QString stamp;
};

/// The city that is looked at: the newest one, or one of the past with the moment it stands at.
struct ShownCity {
    std::shared_ptr<const city::CitySnapshot> snapshot;
    std::optional<city::Instant> at = {}; ///< Nothing: now. Ages are judged at this moment.
    std::optional<city::Instant> asOf =
        {}; ///< Series know only what was known then; nothing: all that is known.
};

/// Keeps one DashboardPicture true to the newest (snapshot, focus, look). Lives in the GUI thread. Every change marks the
/// picture as old; one job at a time in the pool makes a new one, in three steps: which series are needed, what history
/// answers, compute. Changes that come meanwhile are taken together by the next job, so the newest always wins
/// and nothing queues up.
class DashboardFeed : public QObject {
    Q_OBJECT
public:
    /// `run` must outlive it.
    explicit DashboardFeed(CityRun& run, QObject* parent = nullptr);
    ~DashboardFeed() override;

    void setCity(ShownCity city);
    void setFocus(const city::Focus& focus);
    void setLook(const Look& look);
    using WhyTaker = std::function<void(const widgets::WhyAnswer&)>;
    /// Where a number of the picture comes from, handed to `take` later; to nobody once this is gone.
    void askWhy(const widgets::WhyAsk& ask, WhyTaker take);
    /// Ages count even when nothing changes.
    void refresh();

    const Look& look() const { return m_look; }
    const ShownCity& city() const { return m_city; }
    /// The moment pictures speak of.
    city::Instant now() const { return m_city.at.value_or(m_run.clock().now()); }
    /// What was set last has not been begun.
    bool isOld() const { return m_old; }
    /// Nothing under way and nothing changed since the last delivery.
    bool isSettled() const
    {
        return m_stage == Stage::Idle && !m_old && !m_awaiting && (!m_thorough || m_expectations.isIdle());
    }
    /// Settled only once the picture says what is usual and what is expected, too: for pictures, not for people who wait.
    void setThorough(bool thorough) { m_thorough = thorough; }
    /// Makes no picture from now on: nobody looks.
    void rest() { m_resting = true; }

Q_SIGNALS:
    /// All that the next picture needs of the history is there.
    void computing();
    void delivered(std::shared_ptr<const app::DashboardPicture> picture);
    /// After a delivery with nothing left to do.
    void settled();

private:
    enum class Stage { Idle, Needing, Asking, Computing };

    void markOld();
    void begin();
    void askHistory(std::vector<history::SeriesQuery> queries);
    void takeSeries(city::Result<std::vector<city::Series>> answer, int asked);
    void computeNow();
    void deliver(std::shared_ptr<const DashboardPicture> picture);
    DashboardInput input() const;

    CityRun& m_run;
    std::shared_ptr<const map::ProjectedAreas> m_projectedAreas;
    /// The places of a snapshot at a moment, laid out once for all that one click asks.
    struct Indexed {
        std::shared_ptr<const city::CitySnapshot> of;
        city::Instant now;
        std::shared_ptr<const NowIndex> index;
    };
    Indexed m_indexed;
    ShownCity m_city;
    city::Focus m_focus;
    Look m_look;
    std::vector<city::Series> m_series;
    std::vector<history::SeriesQuery> m_queries; ///< That `m_series` answers.
    Expectations m_expectations;
    bool m_thorough = false;
    bool m_resting = false;
    Stage m_stage = Stage::Idle;
    bool m_old = false;
    bool m_awaiting = false; ///< The last question to history has no answer yet.
    int m_asked = 0;   ///< Number of the last question to history; answers to earlier ones are dropped.
    QTimer m_patience; ///< A busy history must not hold back the picture: it is then drawn with the series at hand.
};

} // namespace app
