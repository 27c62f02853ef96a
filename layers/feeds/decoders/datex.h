// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/xml_values.h"

namespace feeds {

/// The parts of a DATEX II document, version 2 and 3 alike: names are the same, namespaces and a few wrappers
/// are not. Each reads one publication (or a fragment of one) into facts.

/// Measured values: observations at places of kind "road-site". A site whose values of one quantity are
/// several (lanes, classes of vehicles) has a place for each, "SITE#index". Values flagged as errors, without
/// input, or with a negative speed or flow (nobody passed) are none.
void readMeasuredData(XmlElement publication, FactSink& sink);
/// Elaborated data: travel times and the like at predefined locations.
void readElaboratedData(XmlElement publication, FactSink& sink);
/// Measurement sites as places of kind "road-site", with one more for each index as above.
void readMeasurementSites(XmlElement publication, FactSink& sink);
/// Predefined locations as places of kind "road-site".
void readPredefinedLocations(XmlElement publication, FactSink& sink);
/// Situation records as events.
void readSituations(XmlElement publication, FactSink& sink);
/// Car parks as places of kind "car-park", their spaces and free ones: of the parking publications (version 2's extension and
/// version 3) and of the older facilities within a generic publication.
void readParking(XmlElement publication, FactSink& sink);
/// Signs as places of kind "vms", and what they show as events of kind "vms-message".
void readSigns(XmlElement publication, FactSink& sink);

/// The geometry of a location reference: coordinates, lines, areas, the points of OpenLR; what is only coded
/// (a linear system) has none. Alert-C has one with the table of its locations, a document joined to the feed; predefined
/// locations come with a publication of their own.
city::Geometry datexGeometry(XmlElement location, FactSink& sink);
/// Roads and named places of a location reference.
QStringList datexPlaceWords(XmlElement location);
/// "Alert-C 6/17: 7302 - 7305": country, table and codes of locations; empty when there are none.
QString datexAlertC(XmlElement location);
/// Texts by language of an element with values/value.
city::LocalText datexTexts(XmlElement owner);
QString datexText(XmlElement owner);
/// Whether a flag of the standard (xs:boolean) is set.
bool datexTrue(XmlElement flag);
/// "accident" for "Accident", "abnormal-traffic" for "AbnormalTraffic".
QString datexWord(std::string_view type);

} // namespace feeds
