// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/focus.h"
#include "layers/city/result.h"

namespace app {

/// A focus as a text to be sent to somebody: "cityops:focus?dashboard=traffic&area=63000030". Holds no facts;
/// whoever opens it sees what his own city knows.
/// A selection that is too large for a link is left out of it.
QString focusLink(const city::Focus& focus);

/// The focus of such a text. A Problem names the part that makes no sense; parts that are left out are as at
/// the start, parts nobody knows are refused. At most 16 kB.
city::Result<city::Focus> focusFromLink(const QString& link);

} // namespace app
