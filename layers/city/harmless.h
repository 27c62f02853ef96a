// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace city {

/// Text that a spreadsheet would take for a formula, made harmless by an apostrophe before it.
QString harmless(const QString& text);

} // namespace city
