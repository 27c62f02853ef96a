// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <QString>

namespace geo {

/// The QML that QGIS keeps for a layer in the table layer_styles of its GeoPackage: the one marked as usual,
/// else the newest. Empty where there is none, as in every other kind of file. At most 4 MiB. Untrusted, as
/// all of a file is.
city::Result<QByteArray> storedStyle(const QString& file, const QString& layer);

} // namespace geo
