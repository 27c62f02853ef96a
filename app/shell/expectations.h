// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/forecasts.h"
#include "app/dashboards/usual.h"
#include "app/shell/city_run.h"

#include <QObject>

namespace app {

/// Finds out what is usual and what is to be expected of what a dashboard shows, after the picture is shown
/// and without holding it back: asks the history, works in the pool, tells with `changed` that the next
/// picture can say more. Of a moment it looks at the newest thing only. What was found is kept: weeks for the
/// day, numbers for half an hour and one focus, forecasts for the hour. Lives in the GUI thread.
class Expectations : public QObject {
    Q_OBJECT
public:
    /// `run` must outlive it.
    explicit Expectations(CityRun& run, QObject* parent = nullptr);

    /// What is shown now, the series in it, and those whose forecast is wanted, the most wanted first.
    void look(const DashboardInput& shown, std::vector<history::SeriesQuery> queries,
              std::vector<Usual::SeriesKey> toForecast);

    const std::shared_ptr<const Usual>& usual() const { return m_usual; }
    const std::shared_ptr<const Forecasts>& forecasts() const { return m_forecasts; }
    /// All is known that was asked for; what grows older is renewed behind that.
    bool isIdle() const { return (!m_busy && !m_waiting) || m_renewing; }

Q_SIGNALS:
    void changed();

private:
    /// The next thing to find out, if any.
    void next();
    void findWeeks(std::vector<history::SeriesQuery> missing);
    /// Once nobody has looked elsewhere for a moment: what keeps the history busy for long must not come before a click.
    void whenStill(void (Expectations::*find)());
    void findBefore();
    void findMoments();
    void findNumbers();
    void findForecasts(std::vector<Usual::SeriesKey> missing);
    void forgetWhatIsOld();
    bool numbersAreKnown() const;
    template<typename Change> void tell(Change change);

    CityRun& m_run;
    DashboardInput m_shown;
    std::vector<history::SeriesQuery> m_queries;
    std::vector<Usual::SeriesKey> m_toForecast;
    std::shared_ptr<const Usual> m_usual = std::make_shared<const Usual>();
    std::shared_ptr<const Forecasts> m_forecasts = std::make_shared<const Forecasts>();
    QHash<Usual::SeriesKey, city::Series>
        m_hours; ///< What the weeks are made of; forecasts are made of it, too.
    std::shared_ptr<const std::vector<DashboardInput>> m_past; ///< The city at `m_moments`.
    std::vector<city::Instant> m_moments;
    qint64 m_hour = 0;        ///< Number of the hour all of it was found out in.
    std::size_t m_places = 0; ///< The city had when `m_past` was made.
    bool m_busy = false;
    bool m_waiting = false; ///< For somebody to stand still.
    bool m_renewing = false; ///< What was half an hour ago, known once already.
    int m_looks = 0;
};

} // namespace app
