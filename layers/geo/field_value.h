// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

class OGRFeature;

namespace geo {

/// QString, double, qlonglong or an invalid QVariant for null; dates and times as ISO 8601 text.
QVariant valueOf(const OGRFeature& feature, int field);

} // namespace geo
