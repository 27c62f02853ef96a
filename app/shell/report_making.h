// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/build_report.h"
#include "app/shell/city_run.h"
#include "app/shell/gis_reading.h"

#include <QFuture>
#include <QObject>

namespace app {

struct ReportGround;
struct ReportPast;

/// One or more reports that share pack, spec and time: what is gathered for one serves all.
struct ReportJob {
    std::shared_ptr<const Pack> pack;
    RunOptions run; ///< Where the facts come from; the time is that of the orders.
    ReportSpec spec;
    std::vector<ReportOrder> orders; ///< The same `from` and `to` in all.
    widgets::Theme theme;
    QString stamp; ///< Written on reports of invented data.
    CityRun* running = nullptr; ///< A city that runs already and outlives the job: the end of the time is its present,
    std::shared_ptr<const city::CitySnapshot> shown = {}; ///< or, when a past moment of it is looked at, this.
};

/// Gathers what reports are made from, without a window: the city at the end and at the moments of the time they cover,
/// the pack's GIS layers, and the series of the history. Lives in the GUI thread; what is slow runs in the pool.
class ReportMaking : public QObject {
    Q_OBJECT
public:
    explicit ReportMaking(ReportJob job, QObject* parent = nullptr);
    ~ReportMaking() override;

    /// Ends in one of `gathered` and `failed`, or in neither when this is destroyed before.
    void start();

Q_SIGNALS:
    /// In words, of what is being done.
    void told(const QString& what);
    /// One for each order, in their order; ready for buildReport in any thread.
    void gathered(std::vector<app::ReportInput> inputs);
    void failed(const city::Message& why);

private:
    void takeCity();
    void nextMoment();
    CityRun& source() { return m_job.running ? *m_job.running : *m_run; }
    void readLayers();
    void findSeries();
    void askSeries(std::vector<std::vector<history::SeriesQuery>> queries);
    void askPast();
    void compare(std::shared_ptr<ReportPast> past, std::vector<std::vector<city::Observation>> told);

    ReportJob m_job;
    bool m_remembered;
    std::unique_ptr<CityRun> m_run;        ///< At the end of the time.
    std::vector<city::Instant> m_waiting;  ///< Moments yet to be seen, the last one next.
    QFuture<std::shared_ptr<const ReportGround>> m_ground; ///< Read while the city is asked.
    ReportInput m_shared;                  ///< All but the order and the series.
    std::vector<ReportInput> m_inputs;     ///< All but what is usual.
    QString m_trouble;
};

/// A report made and written: both slow parts, for the pool. Answers the files written.
city::Result<QStringList> makeReport(const ReportInput& input, const QString& file);

} // namespace app
