// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/history/history_store.h"

#include <QCommandLineParser>
#include <optional>

namespace app {

/// A command-line option whose words are translated in the context "Command"; no value: a switch.
QCommandLineOption commandOption(const char* name, const char* about, const char* value = "");
/// Reads the words of a command; nothing when there is nothing more to do: `exitStatus` then says how it
/// ends.
bool parseWords(QCommandLineParser& parser, const QString& verb, const QStringList& words, int& exitStatus);
/// Prints a reason to standard error; returns `status`.
int complain(const QString& reason, int status);

/// The history that is in `file`, or the shared store of that URL; it must be there. A Problem says why it cannot be used.
city::Result<std::unique_ptr<history::HistoryStore>> openHistory(const QString& file, const QTimeZone& zone);

} // namespace app
