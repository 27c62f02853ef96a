// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/feeds/mapping/field.h"

#include <functional>

namespace feeds {

namespace {

using simdjson::dom::element;

/// A field of a request by name, whichever form it came in.
using Fields = std::function<QString(const char* name)>;

/// The longitude of GeoReport is "long"; several publishers write "lon" or "lng".
std::optional<double> number(const Fields& field, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        bool good = false;
        const double value = field(name).toDouble(&good);
        if (good) return value;
    }
    return std::nullopt;
}

void addRequest(const Fields& field, FactSink& sink)
{
    QString id = field("service_request_id");
    if (id.isEmpty()) id = field("token");
    sink.turnTo(QStringLiteral("service_request_id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("service_request_id"),
                           QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Event event;
    event.id = id;
    event.kind = QStringLiteral("service-request");
    const QString service = field("service_name");
    event.title = localText(service.isEmpty() ? field("service_code") : service);
    QStringList lines;
    for (const char* name : {"status", "address", "description", "status_notes"}) {
        const QString text = field(name);
        if (!text.isEmpty()) lines << text;
    }
    event.description = lines.join(QLatin1Char('\n'));
    event.begins =
        sink.observed(QStringLiteral("requested_datetime"), field("requested_datetime").toStdString());
    const auto updated =
        sink.observed(QStringLiteral("updated_datetime"), field("updated_datetime").toStdString());
    const bool closed = field("status").compare(QLatin1String("closed"), Qt::CaseInsensitive) == 0;
    if (closed) event.ends = updated;
    event.reportedAt = updated.value_or(event.begins.value_or(sink.context().receivedAt));
    if (const auto at = sink.position(QStringLiteral("lat, long"), number(field, {"long", "lon", "lng"}),
                                      number(field, {"lat"})))
        event.geometry.points.push_back(*at);
    sink.add(std::move(event));
}

city::Problem serviceError(const QString& said)
{
    return {
        {}, {}, {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {said.left(200)}}};
}

city::Problem notOpen311()
{
    return {
        {},
        {},
        QT_TRANSLATE_NOOP("Message", "is not Open311: a list of service requests or services was expected")};
}

std::optional<city::Problem> readJson(const QByteArray& payload, FactSink& sink)
{
    const city::Result<JsonDocument> document = parseJson(payload, sink.context().feed.mapping.encoding);
    if (!document) return document.problem();
    element list = document->root;
    for (const char* name : {"service_requests", "requests", "services", "errors"}) {
        if (const auto inner = memberOf(list, name)) list = *inner;
    }
    simdjson::dom::array all;
    if (list.get(all)) return notOpen311();
    if (document->problem) sink.decoded().addProblem(*document->problem);
    for (const element one : all) {
        const bool request = memberOf(one, "service_request_id") || memberOf(one, "token");
        const bool service = memberOf(one, "service_code").has_value();
        if (!request && memberOf(one, "code") && memberOf(one, "description"))
            return serviceError(textOf(one, "description"));
        if (!request && !service) return notOpen311();
        // A list of services says what can be reported, and nothing that has been.
        if (request || memberOf(one, "status"))
            addRequest([&](const char* name) { return textOf(one, name); }, sink);
    }
    return std::nullopt;
}

std::optional<city::Problem> readXmlRequests(const QByteArray& payload, FactSink& sink)
{
    const XmlReading reading = readXml(payload, sink.context().feed.mapping.encoding);
    if (reading.refused) return reading.refused;
    const XmlElement root(reading.tree, 0);
    if (root.name() == "errors") return serviceError(root.below("description").qText());
    if (root.name() != "service_requests" && root.name() != "services") return notOpen311();
    if (reading.mended) sink.decoded().addProblem(*reading.mended);
    for (const XmlElement request : root.children("request"))
        addRequest([&](const char* name) { return request.child(name).qText(); }, sink);
    return std::nullopt;
}

} // namespace

city::Result<Decoded> decodeOpen311(const QByteArray& payload, const DecodeContext& context)
{
    Decoded decoded;
    FactSink sink(context, decoded);
    auto refused = isJsonText(payload) ? readJson(payload, sink) : readXmlRequests(payload, sink);
    if (refused) return std::move(*refused);
    sink.finish();
    return decoded;
}

} // namespace feeds
