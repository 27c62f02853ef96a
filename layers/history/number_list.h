// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

/// Columns of numbers as the history file keeps them: JSON lists, so that any program with SQLite reads them too, and
/// short, since measured values have few digits. Pure functions.
namespace history {

/// Each in the shortest form that reads back as the same number. All must be finite.
QByteArray numberList(const std::vector<double>& numbers);
QByteArray numberList(const std::vector<qint64>& numbers);
/// Milliseconds, written as seconds: [0,600,1200.5].
QByteArray secondsList(const std::vector<qint64>& milliseconds);

/// What the functions above wrote; nothing for anything else.
std::optional<std::vector<double>> readNumbers(const QByteArray& list);
std::optional<std::vector<qint64>> readWholeNumbers(const QByteArray& list);
std::optional<std::vector<qint64>> readSeconds(const QByteArray& list);

/// One number of a list, without reading the others; nothing when it is not there.
std::optional<double> numberAt(const QByteArray& list, std::size_t index);
std::optional<qint64> wholeNumberAt(const QByteArray& list, std::size_t index);

} // namespace history
