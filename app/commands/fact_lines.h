// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

#include <QByteArray>
#include <functional>

namespace app {

/// Facts as JSON objects, one a line: places, observations, alerts, events, vehicles, links to
/// further documents, problems, the character set where it is not UTF-8, and last a summary, in this order, keys in a stable order, times in UTC. `write` gets each line without its end.
void writeFactLines(const feeds::Decoded& decoded, const std::function<void(const QByteArray&)>& write);

} // namespace app
