// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json.h"

#include "layers/feeds/decoders/alert_list.h"
#include "layers/feeds/decoders/cap_alert.h"
#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/cap_json_tree.h"
#include "layers/feeds/decoders/cap_words.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/time/time_reader.h"

#include <algorithm>

namespace feeds {

namespace {

using simdjson::dom::element;

void followEntry(element entry, int number, const QUrl& base, Decoded& decoded)
{
    element link;
    QString address;
    if (entry.is_object() && !entry["link"].get(link)) {
        std::string_view plain;
        element first;
        if (link.is_array() && !link.at(0).get(first)) link = first;
        address = link.get(plain) ? textOf(link, "@href") : toQString(plain);
        if (address.isEmpty() && link.is_object()) address = textOf(link, "href");
    }
    if (address.isEmpty())
        decoded.addProblem({QStringLiteral("#%1").arg(number), QStringLiteral("link"),
                            QT_TRANSLATE_NOOP("Message", "the entry has no link to its alert")});
    addFollow(base.resolved(QUrl(address)).toString(), decoded);
}

/// The Atom feed as an object, alone or under its name, or the list of its entries; an index without any is one too.
std::optional<element> indexIn(element root)
{
    element feed = root, entry, first;
    if (root.is_array())
        return !root.at(0).get(first) && memberOf(first, "link") && !memberOf(first, "identifier") ? std::optional(root)
                                                                                                  : std::nullopt;
    if (root.is_object() && !root["feed"].get(feed) && !feed.is_object()) return std::nullopt;
    const bool listed = feed.is_object() && !feed["entry"].get(entry);
    const bool atom = memberOf(feed, "id") && memberOf(feed, "title") && memberOf(feed, "updated");
    return listed || atom ? std::optional(feed) : std::nullopt;
}

/// A feature of the Weather Service as an alert.
class FeatureAlert {
public:
    FeatureAlert(element feature, int number, const DecodeContext& context, AlertList& alerts)
        : m_feature(feature), m_alerts(alerts), m_times({QStringLiteral("iso8601")}, context.feed.zone)
    {
        if (feature["properties"].get(m_properties)) m_properties = feature;
        m_record = QStringLiteral("#%1 id=%2").arg(number).arg(textOf(m_properties, "id"));
    }

    void read()
    {
        city::Alert alert;
        alert.identifier = textOf(m_properties, "id");
        alert.sender = textOf(m_properties, "sender");
        const auto sent = time("sent");
        if (alert.identifier.isEmpty() || alert.sender.isEmpty() || !sent) {
            report("sent",
                   QT_TRANSLATE_NOOP("Message", "without identifier, sender and sent this is no alert"));
            return;
        }
        alert.sent = *sent;
        alert.status = word("status", CapList::Status);
        alert.msgType = word("messageType", CapList::MsgType);
        const QString scope = textOf(m_properties, "scope");
        alert.scope =
            scope.isEmpty() ? QStringLiteral("Public") : scope; // the service speaks to the public only
        simdjson::dom::array references;
        if (!m_properties["references"].get(references)) {
            for (const element one : references)
                alert.references << QStringList{textOf(one, "sender"), textOf(one, "identifier"),
                                                textOf(one, "sent")}
                                        .join(QLatin1Char(','));
        }
        alert.infos.push_back(info());
        m_alerts.add(std::move(alert), m_record);
    }

private:
    void report(const char* field, city::Message text)
    {
        m_alerts.decoded().addProblem({m_record, QString::fromLatin1(field), std::move(text)});
    }

    std::optional<city::Instant> time(const char* name)
    {
        const QString said = textOf(m_properties, name);
        if (said.isEmpty()) return std::nullopt;
        const auto at = m_times.read(said.toStdString());
        if (!at) report(name, {QT_TRANSLATE_NOOP("Message", "\"%1\" is no date and time"), {said.left(60)}});
        return at;
    }

    QString word(const char* name, CapList list)
    {
        const CapWord known = capWord(list, textOf(m_properties, name));
        if (!known.known)
            report(name, {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a word of the standard"),
                          {textOf(m_properties, name)}});
        return known.word;
    }

    city::AlertInfo info()
    {
        city::AlertInfo info;
        const QString language = textOf(m_properties, "language");
        info.language = language.isEmpty() ? QStringLiteral("en-US") : language;
        info.event = textOf(m_properties, "event");
        info.category << word("category", CapList::Category);
        info.urgency = word("urgency", CapList::Urgency);
        info.severity = word("severity", CapList::Severity);
        info.certainty = word("certainty", CapList::Certainty);
        if (!textOf(m_properties, "response").isEmpty())
            info.responseType << word("response", CapList::ResponseType);
        info.effective = time("effective");
        info.onset = time("onset");
        info.expires = time("expires");
        info.senderName = textOf(m_properties, "senderName");
        info.headline = textOf(m_properties, "headline");
        info.description = textOf(m_properties, "description");
        info.instruction = textOf(m_properties, "instruction");
        info.web = textOf(m_properties, "web");
        info.eventCodes = pairs("eventCode");
        info.parameters = pairs("parameters");
        const QString ends = textOf(m_properties, "ends"); // of the event; "expires" is that of the message
        if (!ends.isEmpty()) info.parameters.emplace_back(QStringLiteral("ends"), ends);
        info.areas.push_back(area());
        return info;
    }

    /// An object whose members are lists of texts.
    std::vector<QPair<QString, QString>> pairs(const char* name)
    {
        std::vector<QPair<QString, QString>> all;
        const auto owner = memberOf(m_properties, name);
        if (!owner) return all;
        forEachMember(*owner, [&](std::string_view key, element) {
            for (const QString& value : textsOf(*owner, key))
                all.emplace_back(toQString(key), value);
        });
        return all;
    }

    city::AlertArea area()
    {
        city::AlertArea area;
        area.areaDesc = textOf(m_properties, "areaDesc");
        for (const char* name : {"SAME", "UGC"}) {
            simdjson::dom::array codes;
            if (m_properties["geocode"][name].get(codes)) continue;
            for (const element code : codes) {
                std::string_view text;
                if (!code.get(text)) area.geocodes.emplace_back(QString::fromLatin1(name), toQString(text));
            }
        }
        element geometry;
        if (m_feature["geometry"].get(geometry) || geometry.is_null()) return area;
        city::Result<city::Geometry> shape = geometryFromJson(geometry);
        if (shape)
            area.geometry = std::move(shape).value();
        else
            report("geometry", shape.problem().text);
        return area;
    }

    element m_feature, m_properties;
    AlertList& m_alerts;
    TimeReader m_times;
    QString m_record;
};

} // namespace

bool isJsonText(const QByteArray& payload)
{
    QByteArray start = payload.left(64);
    if (start.startsWith("\xEF\xBB\xBF")) start.remove(0, 3);
    start = start.trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

city::Result<Decoded> decodeCapJson(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const QUrl& base = context.feed.request.url;
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    int number = 0;
    if (const auto index = indexIn(root)) {
        const auto add = [&](element entry) { followEntry(entry, ++number, base, decoded); };
        if (index->is_array())
            std::ranges::for_each(elementsOf(*index), add);
        else
            forEachIn(*index, "entry", add);
        return decoded;
    }
    AlertList alerts(decoded);
    const bool one = viewOf(root, "type") == "Feature" && memberOf(root, "properties");
    if (one) FeatureAlert(root, 1, context, alerts).read();
    for (const char* list : {"features", "@graph"}) {
        forEachIn(root, list, [&](element feature) {
            if (feature.is_object()) FeatureAlert(feature, ++number, context, alerts).read();
        });
    }
    if (one || memberOf(root, "features") || memberOf(root, "@graph")) return decoded;
    const XmlTree tree = capTreeFromJson(root);
    const QByteArray none; // No signature of XML can hold for JSON.
    CapReader reader(context, none, tree, alerts);
    for (const int alert : tree.childrenNamed(0, "alert"))
        reader.read(alert, ++number);
    // A list that may hold alerts may hold none.
    const auto listed = memberOf(root, memberOf(root, "alerts") ? "alerts" : "warnings");
    const element list = listed.value_or(root);
    if (number > 0 || (list.is_array() && elementsOf(list).size() == 0)) return decoded;
    const QString said = textOf(root, memberOf(root, "detail") ? "detail" : "title");
    if (!said.isEmpty())
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {said.left(200)}}};
    return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is JSON but no index of alerts")};
}

} // namespace feeds
