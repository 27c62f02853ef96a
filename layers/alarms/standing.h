// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/finding.h"

namespace alarms {

/// Which alarms stood at any past moment, as an audit trail tells it. Made once of a trail, then asked for as many moments as
/// wanted, quick enough for somebody who drags along. A value; any thread.
class StandingAlarms {
public:
    StandingAlarms() = default;
    /// Of the entries of a trail, in their order. What happened in an hour that came twice (a clock set back) is taken in the
    /// order of time.
    explicit StandingAlarms(const std::vector<QByteArray>& entries);
    explicit StandingAlarms(std::vector<Change> changes);

    /// Nothing before the first entry: nobody knows then.
    std::optional<Alarms> at(city::Instant moment) const;
    bool isEmpty() const { return m_changes.empty(); }

private:
    std::vector<Change> m_changes;   ///< By time.
    std::vector<Alarms> m_standing;  ///< Before every so manieth of them.
};

/// What one entry of the trail makes of the alarms before it.
void take(const Change& change, Alarms& alarms);

/// What one moment makes of the alarms when nothing before it is known: nothing can be delayed, and nobody has seen any.
Alarms judgedAlone(Plan plan, const Moment& moment);

/// How many of the messages in force at that moment are drills.
int drillsAt(const Plan& plan, const Moment& moment);

} // namespace alarms
