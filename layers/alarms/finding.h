// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"
#include "layers/alarms/outlook.h"
#include "layers/city/snapshot.h"
#include "layers/indicators/typical.h"

namespace alarms {

/// What is usual of places, by place and quantity.
using Usuals = QHash<QPair<city::PlaceId, QString>, std::shared_ptr<const indicators::TypicalWeek>>;

/// What the alarms of one moment are judged by.
struct Moment {
    std::shared_ptr<const city::CitySnapshot> snapshot;
    city::Instant now;
    std::shared_ptr<const Usuals> usuals{};   ///< Null: nothing is known to be usual.
    std::shared_ptr<const Outlook> outlook{}; ///< Null: nothing is forecast.
};

/// What a rule says of one subject at one moment.
struct Finding {
    city::PlaceId subject;
    city::LocalText name;
    QString area;       ///< Code; empty: the whole city.
    bool holds = false;
    bool known = true;  ///< False: what it is judged by is stale or missing; the alarm stays as it was.
    std::optional<double> value;
    QString quantity, unit;
    std::optional<city::Instant> expectedAt; ///< When the value is forecast for.
    int places = 0;
    Priority priority = Priority::Low;
    city::LocalText text, instruction; ///< Untrusted.
    std::optional<city::AlertKey> cap;
    city::Alert::Signature signature = city::Alert::Signature::None; ///< Of that message.
    QString signedBy;
    QString feed; ///< That told it.
};

/// What the observations, feeds, events, vehicles and CAP messages of one moment say; combinations are not asked here.
/// `memory` keeps what the next moment needs: places beyond their limit, traces, withdrawn messages. One thread.
class Findings {
public:
    Findings(const Plan& plan, const Moment& moment, Alarms& memory);
    std::vector<Finding> of(const Rule& rule);
    /// Messages that were withdrawn at this moment, for the first time.
    const std::vector<city::AlertKey>& withdrawn() const { return m_withdrawn; }

private:
    /// The newest value of a place.
    struct Value {
        const city::Observation* observation = nullptr;
        const city::FeedPicture* feed = nullptr;
        int area = -1;
        bool current = false;
    };
    using Values = std::vector<Value>;

    const Values& valuesOf(const QString& kind, const QString& quantity);
    void noteTraces();
    std::vector<Finding> of(const Rule& rule, const Threshold& condition);
    std::vector<Finding> of(const Rule& rule, const RateOfChange& condition);
    std::vector<Finding> of(const Rule& rule, const Unusual& condition);
    std::vector<Finding> of(const Rule& rule, const Expected& condition);
    std::vector<Finding> of(const Rule& rule, const Silence& condition);
    std::vector<Finding> of(const Rule& rule, const Entering& condition);
    std::vector<Finding> of(const Rule& rule, const Warning& condition);
    std::vector<Finding> of(const Rule& rule, const Combination& condition);
    std::vector<Finding> ofEvents(const Rule& rule, const Entering& condition) const;
    std::vector<Finding> ofVehicles(const Rule& rule, const Entering& condition) const;
    std::vector<const city::Alert*> trustedMessages();
    const city::AlertInfo* worstSegment(const city::Alert& alert, const QString& language) const;
    bool isWanted(const Rule& rule, int area) const;
    bool isThere(const Entering& condition, city::LonLat at) const;
    QString codeOf(int area) const;
    Finding ofPlace(const Rule& rule, const Value& value) const;
    const indicators::ExpectedCrossing* crossingOf(const Expected& condition, const Value& value) const;

    /// One place as a rule judges it.
    struct Judged {
        Value value;
        bool holds = false, known = true;
        double severity = 0; ///< The larger, the worse; the worst speaks for an area.
    };
    std::vector<Finding> grouped(const Rule& rule, const std::vector<Judged>& judged) const;
    template<typename Judge> std::vector<Finding> judge(const Rule& rule, const QString& kind, const QString& quantity, Judge isBeyond);

    const Plan& m_plan;
    const Moment& m_moment;
    Alarms& m_memory;
    const city::AreaTree& m_areas;
    std::map<QPair<QString, QString>, Values> m_values;
    city::LonLatBox m_bounds;
    QHash<const city::Alert*, QString> m_feedOf;
    std::vector<city::AlertKey> m_withdrawn;
};

} // namespace alarms
