// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// How the entries of a trail are chained: the hash (SHA-256, in hexadecimals) of each is made of the hash
/// before it, a line feed and the entry. Pure functions.
namespace history {

/// What stands before the first.
const QByteArray& chainBeginning();
QByteArray linkOf(const QByteArray& before, const QByteArray& entry);

} // namespace history
