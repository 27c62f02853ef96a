// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"

#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gml.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <cctype>

namespace feeds {

namespace {

struct Publication {
    std::string_view type;
    void (*read)(XmlElement publication, FactSink& sink);
};

constexpr Publication publications[]{
    {"MeasuredDataPublication", readMeasuredData},
    {"ElaboratedDataPublication", readElaboratedData},
    {"MeasurementSiteTablePublication", readMeasurementSites},
    {"PredefinedLocationsPublication", readPredefinedLocations},
    {"SituationPublication", readSituations},
    {"VmsPublication", readSigns},
    {"VmsTablePublication", readSigns},
    {"ParkingTablePublication", readParking},
    {"ParkingStatusPublication", readParking},
};

/// By xsi:type, or by what is in it: some publishers leave the type out.
const Publication* publicationOf(XmlElement payload)
{
    for (const Publication& one : publications) {
        if (payload.type() == one.type || payload.name() == one.type) return &one;
    }
    static constexpr Publication parking{"GenericPublication", readParking};
    const bool generic = payload.type() == parking.type || payload.name() == "genericPublication";
    if (generic && (payload.below("parkingFacility") || payload.below("parkingFacilityStatus") ||
                    payload.below("parkingRecord") || payload.below("parkingRecordStatus")))
        return &parking;
    if (payload.child("situation")) return &publications[4];
    if (payload.child("siteMeasurements")) return &publications[0];
    if (payload.child("elaboratedData") || payload.child("physicalQuantity")) return &publications[1];
    const bool sites = payload.child("measurementSiteTable") || payload.child("measurementSite");
    return sites ? &publications[2] : nullptr;
}

/// Elements that a publisher hands out alone.
bool readFragment(XmlElement root, FactSink& sink)
{
    if (root.name() == "measurementSiteRecord" || root.name() == "measurementSiteTable" ||
        root.name() == "measurementSite")
        readMeasurementSites(root, sink);
    else if (root.name() == "situation")
        readSituations(root, sink);
    else if (root.name() == "siteMeasurements")
        readMeasuredData(root, sink);
    else
        return false;
    return true;
}

bool isPayload(XmlElement element)
{
    const std::string_view name = element.name();
    return name == "payloadPublication" || name == "payload" ||
           (!element.type().empty() && element.type().ends_with("Publication"));
}

/// The publications of a document, however deep a container or an envelope of SOAP holds them.
void findPayloads(XmlElement element, int depth, std::vector<XmlElement>& found)
{
    if (isPayload(element) || publicationOf(element)) {
        found.push_back(element);
        return;
    }
    for (const XmlElement child : element.children()) {
        if (depth < 8) findPayloads(child, depth + 1, found);
    }
}

city::Problem notDatex(XmlElement root)
{
    const XmlElement fault = root.below("Fault");
    const XmlElement why = fault.child("faultstring") ? fault.child("faultstring") : fault.below("Text");
    if (fault)
        return {
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {why.qText().left(200)}}};
    return {{},
            {},
            {QT_TRANSLATE_NOOP("Message", "is XML but no DATEX II publication; its root is <%1>"),
             {toQString(root.name())}}};
}

} // namespace

city::LocalText datexTexts(XmlElement owner)
{
    city::LocalText texts;
    const XmlElement values = owner.child("values");
    for (const XmlElement value : values.children("value")) {
        const QString text = value.qText();
        if (!text.isEmpty()) texts.set(languageName(value.qAttribute("lang")), text);
    }
    if (!values && !owner.text().empty()) texts.set({}, owner.qText());
    return texts;
}

QString datexText(XmlElement owner)
{
    return datexTexts(owner).in({});
}

bool datexTrue(XmlElement flag)
{
    return flag.text() == "true" || flag.text() == "1";
}

QString datexWord(std::string_view type)
{
    QString word;
    for (const char c : type) {
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        if (upper && !word.isEmpty()) word += QLatin1Char('-');
        word += QLatin1Char(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    return word;
}

city::Result<Decoded> decodeDatex(const QByteArray& payload, const DecodeContext& context)
{
    const XmlReading reading = readXml(payload, context.feed.mapping.encoding);
    if (reading.refused) return *reading.refused;
    const XmlElement root(reading.tree, 0);
    Decoded decoded;
    if (reading.mended) decoded.addProblem(*reading.mended);
    FactSink sink(context, decoded);
    if (readFragment(root, sink)) {
        sink.finish();
        return decoded;
    }
    std::vector<XmlElement> payloads;
    findPayloads(root, 0, payloads);
    const bool silent = root.name() == "d2LogicalModel" || root.name() == "messageContainer" ||
                        root.below("d2LogicalModel"); // keeps alive, has nothing to tell
    if (payloads.empty() && !silent) return notDatex(root);
    for (const XmlElement one : payloads) {
        if (const Publication* publication = publicationOf(one)) {
            publication->read(one, sink);
            continue;
        }
        decoded.addProblem({{},
                            toQString(one.name()),
                            {QT_TRANSLATE_NOOP("Message", "a publication of the type \"%1\" is not read"),
                             {toQString(one.type())}}});
    }
    sink.finish();
    return decoded;
}

} // namespace feeds
