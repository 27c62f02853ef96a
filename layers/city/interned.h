// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace city {

/// The same text, kept once for the rest of the program, so that its copies count no users: thousands of facts share the
/// names of their kind, quantity and unit, and two threads that make facts do not wait for one counter. For names of packs
/// and formats only, never for what publishers write: nothing is ever given back. Beyond some thousands of texts it hands
/// back what it was given. Any thread.
QString interned(const QString& text);

} // namespace city
