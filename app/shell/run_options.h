// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/focus.h"
#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QCommandLineParser>
#include <QString>
#include <memory>
#include <optional>

namespace app {

/// Which city runs, where its payloads come from and how it is looked at: what the command line said. A value.
struct RunOptions {
    enum class Source { Live, Demo, Replay };

    Source source = Source::Live;
    QString pack;     ///< Folder of the pack; empty: the one last used, else the program's own.
    QString replay;   ///< Folder of recorded payloads, for Source::Replay.
    QString record;   ///< Folder in which every answer is kept; empty: none.
    QString store;    ///< History file, or URL of a shared store; empty: the pack's own in the user's data folder.
    QString storePassword; ///< Of a shared store, as found by storePassword(); mostly empty.
    bool copies = true;    ///< A desk on a shared store copies what it shows into a file of its own.
    QString language; ///< "en", "zh_TW"; empty: the one last used, else the system's.
    QString theme;    ///< "dark", "light"; empty: the one last used.
    double speed = 1; ///< Of the clock of the demo city or of a recording.
    /// The moment the city starts at; nothing: the demo city's opening, otherwise now.
    std::optional<city::Instant> at;
    std::optional<city::Focus> focus; ///< What is looked at first; nothing: the first dashboard.
    /// Instead of the clock that these words describe: whoever runs a city by hand sets its time. Null: none.
    std::shared_ptr<const city::Clock> clock;
    /// Likewise, instead of the transport: for soaks and tests that break things. Null: none.
    std::shared_ptr<feeds::Transport> transport;
};

/// The words of one verb, checked. `stop` is set when the verb has nothing more to do: help was printed (Done) or the
/// words were wrong and the reason was printed (WrongUsage).
class RunWords {
public:
    /// `verb` is empty for the window. `summary` is the first line of its help.
    RunWords(const QString& verb, const QString& summary);

    void add(const QCommandLineOption& option) { m_parser.addOption(option); }
    /// Reads `words`; nothing when there is nothing more to do: see `exitStatus`.
    std::optional<RunOptions> read(const QStringList& words);
    int exitStatus() const { return m_exitStatus; }

    bool isSet(const char* option) const { return m_parser.isSet(QLatin1String(option)); }
    QString value(const char* option) const { return m_parser.value(QLatin1String(option)); }
    /// Prints `reason` and where to find help to standard error; returns WrongUsage.
    int refuse(const QString& reason) const;

private:
    std::optional<RunOptions> checked();
    QString helpText() const;

    QString m_verb;
    QCommandLineParser m_parser;
    int m_exitStatus = 0;
};

/// The languages and themes the program knows, in the order shown to people.
QStringList knownLanguages();
QStringList knownThemes();

} // namespace app
