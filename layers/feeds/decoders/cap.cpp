// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_alert.h"
#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/text/encoding.h"

namespace feeds {

namespace {

/// Alerts within alerts (there are none in the standard) are not looked for.
std::vector<int> alertsOf(const XmlTree& tree)
{
    std::vector<int> alerts;
    for (const int candidate : tree.everyNamed("alert")) {
        const bool real =
            candidate == 0 || tree.child(candidate, "identifier") >= 0 || tree.child(candidate, "info") >= 0;
        if (real) alerts.push_back(candidate);
    }
    return alerts;
}

/// Documents that hold alerts and may hold none.
bool isWrapper(const XmlTree& tree)
{
    const std::string& root = tree.at(0).name;
    return root == "EDXLDistribution" || root == "edxlDistribution" || root == "alerts" || root == "Envelope";
}

void readAll(const QByteArray& document, const XmlTree& tree, const DecodeContext& context, AlertList& alerts)
{
    CapReader reader(context, document, tree, alerts);
    int number = 0;
    for (const int alert : alertsOf(tree))
        reader.read(alert, ++number);
}

} // namespace

city::Result<Decoded> decodeCap(const QByteArray& payload, const DecodeContext& context)
{
    if (isJsonText(payload)) return decodeCapJson(payload, context);
    const XmlReading reading = readXml(payload, context.feed.mapping.encoding);
    if (reading.refused) return *reading.refused;
    const XmlTree& tree = reading.tree;
    const bool index = isAlertIndex(tree);
    if (!index && !isWrapper(tree) && alertsOf(tree).empty()) {
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "is XML but holds no CAP alert; its root is <%1>"),
                              {QString::fromStdString(tree.at(0).name)}}};
    }
    Decoded decoded;
    if (reading.mended) decoded.addProblem(*reading.mended);
    AlertList alerts(decoded);
    readAll(payload, tree, context, alerts);
    if (tree.at(0).name == "alert" && decoded.alerts.empty()) return decoded.problems.back();
    const std::vector<std::string> embedded = embeddedDocuments(tree);
    for (const std::string& document : embedded) {
        const QByteArray bytes = QByteArray::fromStdString(document);
        const XmlReading inner = readXml(bytes, QStringLiteral("UTF-8"));
        if (inner.refused)
            decoded.addProblem(*inner.refused);
        else
            readAll(bytes, inner.tree, context, alerts);
    }
    if (index) followIndex(tree, context.feed.request.url, decoded);
    return decoded;
}

} // namespace feeds
