// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/xml_tree.h"

#include <simdjson.h>

namespace feeds {

/// CAP in JSON, as several services hand it out: members named as CAP's elements, a list where an element
/// repeats. Every object with identifier, sender and sent becomes an `alert` below the root; without any the
/// root has no children.
XmlTree capTreeFromJson(simdjson::dom::element root);

} // namespace feeds
