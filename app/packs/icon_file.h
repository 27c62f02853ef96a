// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The pictogram of a name (letters, digits and "-"): NAME.svg of the pack's folder icons, or of
/// resources/icons/map. Refused: other names, so that no path leads elsewhere; files that hold scripts,
/// pictures, styles or references to anything outside, and files of more than 64 KiB. `folder` may be empty.
city::Result<QByteArray> readIcon(const QString& name, const QString& resources, const QString& folder);

/// Why an SVG is not to be drawn; nothing when it may.
std::optional<city::Problem> whyNoIcon(const QByteArray& svg);

} // namespace app
