// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/city/facts.h"

/// Where an alert speaks of. Pure functions; any thread.
namespace city {

/// The innermost level whose areas say how many people live there; empty when none does.
QString levelOfResidents(const AreaTree& areas);

/// Which areas of the tree an alert's area speaks of: the union of its geocodes, its polygons and its circles; without any
/// of these by the names in its description. None: it is about some other place, or says nothing the tree knows.
std::vector<int> areasOf(const AreaTree& areas, const AlertArea& area);
/// The same of all areas of an information, each once.
std::vector<int> areasOf(const AreaTree& areas, const AlertInfo& info);
/// Areas of `level` that a geometry overlaps.
std::vector<int> overlapped(const AreaTree& areas, const QString& level, const Geometry& geometry);
/// The geocodes of an information that the tree does not know: shown as text, never dropped. "valueName=value".
QStringList unknownGeocodes(const AreaTree& areas, const AlertInfo& info);

} // namespace city
