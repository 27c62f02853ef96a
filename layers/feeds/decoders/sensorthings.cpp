// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/sensorthings_reader.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// An error as FROST and other servers state it.
QString errorOf(element root)
{
    for (const char* name : {"message", "error"}) {
        const auto said = memberOf(root, name);
        if (!said) continue;
        const QString inner = said->is_object() ? textOf(*said, "message") : textOf(root, name);
        if (!inner.isEmpty()) return inner;
    }
    return {};
}

} // namespace

city::Result<Decoded> decodeSensorThings(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    FactSink sink(context, decoded);
    SensorThingsReader reader(sink);
    simdjson::dom::array list;
    const auto value = memberOf(root, "value");
    const bool isPage = value && !value->get(list);
    const bool isList = !isPage && !root.get(list);
    bool known = (isPage || isList) && list.size() == 0;
    if (isPage || isList) {
        for (const element entity : list) {
            if (memberOf(entity, "dataArray")) {
                reader.readDataArray(entity);
                known = true;
            } else {
                const bool is = reader.read(entity);
                known = known || is || memberOf(entity, "@iot.id") || memberOf(entity, "@iot.selfLink");
            }
        }
    } else {
        known = reader.read(root);
    }
    if (!known) {
        const QString said = errorOf(root);
        if (!said.isEmpty())
            return city::Problem{
                {},
                {},
                {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {said.left(200)}}};
        return city::Problem{
            {},
            {},
            QT_TRANSLATE_NOOP("Message",
                              "is not SensorThings: \"value\" with entities, or one entity, was expected")};
    }
    // As it stands: servers read "$skip" and "%24skip" differently.
    addFollow(textOf(root, "@iot.nextLink"), decoded);
    sink.finish();
    return decoded;
}

} // namespace feeds
