// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/step.h"
#include "layers/history/alarm_journal.h"

namespace app {

/// The alarms as one program has them.
struct AlarmsHeld {
    std::shared_ptr<const alarms::Alarms> judged; ///< Last; some of it may not be kept yet.
    std::shared_ptr<const alarms::Alarms> kept;   ///< As they stand in the journal.
    QByteArray summary, memory; ///< As they stand there, once something was read or written.
};

/// What one turn made of them.
struct Judgement {
    std::shared_ptr<const alarms::Alarms> alarms; ///< Now.
    std::shared_ptr<const alarms::Alarms> heard;  ///< As they stood in the journal before this judgement.
    bool isOurs = false;                          ///< Judged here; otherwise by another.
    std::vector<alarms::Change> past;             ///< From before this program began.
    std::vector<alarms::Change> changes;          ///< New ones, in the order they happened.
    std::size_t ownFrom = 0;                      ///< Those before it others kept.
    history::JournalPage page;                    ///< To be kept, when it is ours.
    bool isWorthKeeping = false;
};

/// How the journal names who judges.
struct Judge {
    QString name;
    bool isShared = false; ///< The journal is.
    bool isInvented = false;
};

/// Goes on from what others did since, applies what operators asked for, and judges the moment, when it is
/// this program's turn or it is alone. Pure; slow enough for a pool.
Judgement judgementOf(const alarms::Plan& plan, const AlarmsHeld& held, const history::JournalTurn& turn,
                      const alarms::Moment& moment, const Judge& judge);

} // namespace app
