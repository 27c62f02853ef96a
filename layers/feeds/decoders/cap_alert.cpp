// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_alert.h"

#include "layers/feeds/decoders/cap_area.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/signature/xml_signature.h"
#include "layers/feeds/text/number.h"

#include <QRegularExpression>
#include <algorithm>

namespace feeds {

namespace {

QStringList splitBlanks(const QString& text)
{
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    return text.split(blank, Qt::SkipEmptyParts);
}

} // namespace

CapReader::CapReader(const DecodeContext& context, const QByteArray& document, const XmlTree& tree, AlertList& alerts)
    : m_context(context), m_document(document), m_tree(tree), m_alerts(alerts), m_times({QStringLiteral("iso8601")}, context.feed.zone)
{
}

QString CapReader::text(int element, std::string_view name) const
{
    return toQString(m_tree.textOf(element, name));
}

QStringList CapReader::texts(int element, std::string_view name) const
{
    QStringList all;
    for (const int child : m_tree.childrenNamed(element, name)) {
        const QString text = toQString(trimmed(m_tree.at(child).text));
        if (!text.isEmpty()) all << text;
    }
    return all;
}

void CapReader::report(const char* field, city::Message text)
{
    m_alerts.decoded().addProblem({m_record, QString::fromLatin1(field), std::move(text)});
}

QString CapReader::word(int element, const char* name, CapList list, const QString& fallback)
{
    const QString sent = text(element, name);
    if (sent.isEmpty()) {
        report(name, QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
        return fallback;
    }
    const CapWord known = capWord(list, sent);
    if (!known.known) {
        report(name,
               {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a word of the standard; expected one of: %2"),
                {sent, capWords(list).join(QStringLiteral(", "))}});
    }
    return known.word;
}

QStringList CapReader::wordList(int element, const char* name, CapList list)
{
    QStringList words;
    for (const QString& sent : texts(element, name)) {
        const CapWord known = capWord(list, sent);
        if (!known.known)
            report(name, {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a word of the standard"), {sent}});
        if (!words.contains(known.word)) words << known.word;
    }
    return words;
}

std::optional<city::Instant> CapReader::time(int element, const char* name)
{
    const std::string_view said = m_tree.textOf(element, name);
    if (said.empty()) return std::nullopt;
    const auto at = m_times.read(said);
    if (!at)
        report(name,
               {QT_TRANSLATE_NOOP("Message", "\"%1\" is no date and time"), {toQString(said.substr(0, 60))}});
    if (at && !readIso(said)->offsetMinutes)
        report(name, QT_TRANSLATE_NOOP("Message", "states no offset from UTC; it was read as local time"));
    return at;
}

std::vector<QPair<QString, QString>> CapReader::pairs(int element, std::string_view name) const
{
    std::vector<QPair<QString, QString>> all;
    for (const int child : m_tree.childrenNamed(element, name)) {
        if (m_tree.child(child, "valueName") >= 0 || m_tree.child(child, "value") >= 0) {
            all.emplace_back(text(child, "valueName"), text(child, "value"));
            continue;
        }
        const QString old = toQString(trimmed(m_tree.at(child).text)); // CAP 1.0: "FIPS6=009007"
        const qsizetype equals = old.indexOf(QLatin1Char('='));
        if (equals > 0)
            all.emplace_back(old.left(equals).trimmed(), old.mid(equals + 1).trimmed());
        else if (!old.isEmpty())
            all.emplace_back(QString(), old);
    }
    return all;
}

city::AlertArea CapReader::area(int element)
{
    city::AlertArea area;
    area.areaDesc = text(element, "areaDesc");
    if (area.areaDesc.isEmpty())
        report("areaDesc", QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
    area.geocodes = pairs(element, "geocode");
    const auto add = [&](const char* name, city::Result<city::Geometry> (*parse)(std::string_view)) {
        for (const int child : m_tree.childrenNamed(element, name)) {
            if (trimmed(m_tree.at(child).text).empty()) continue;
            const city::Result<city::Geometry> shape = parse(m_tree.at(child).text);
            if (!shape) {
                report(name, shape.problem().text);
                continue;
            }
            area.geometry.points.insert(area.geometry.points.end(), shape->points.begin(),
                                        shape->points.end());
            area.geometry.polygons.insert(area.geometry.polygons.end(), shape->polygons.begin(),
                                          shape->polygons.end());
        }
    };
    add("polygon", capPolygon);
    add("circle", capCircle);
    return area;
}

city::AlertInfo CapReader::info(int element)
{
    const QString unknown = QStringLiteral("Unknown");
    city::AlertInfo info;
    info.language = text(element, "language");
    info.event = text(element, "event");
    if (info.event.isEmpty())
        report("event", QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
    info.category = wordList(element, "category", CapList::Category);
    if (info.category.isEmpty())
        report("category", QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
    info.responseType = wordList(element, "responseType", CapList::ResponseType);
    info.urgency = word(element, "urgency", CapList::Urgency, unknown);
    info.severity = word(element, "severity", CapList::Severity, unknown);
    info.certainty = word(element, "certainty", CapList::Certainty, unknown);
    info.effective = time(element, "effective");
    info.onset = time(element, "onset");
    info.expires = time(element, "expires");
    info.senderName = text(element, "senderName");
    info.headline = text(element, "headline");
    info.description = text(element, "description");
    info.instruction = text(element, "instruction");
    info.web = text(element, "web");
    info.contact = text(element, "contact");
    info.eventCodes = pairs(element, "eventCode");
    info.parameters = pairs(element, "parameter");
    for (const int child : m_tree.childrenNamed(element, "area"))
        info.areas.push_back(area(child));
    return info;
}

void CapReader::checkSignature(int element, city::Alert& alert) const
{
    const std::vector<int> all = m_tree.everyNamed("alert");
    const auto index = std::find(all.begin(), all.end(), element) - all.begin();
    const SignatureCheck check = feeds::checkSignature(m_document, "alert", static_cast<int>(index), m_context.feed.signers, m_context.receivedAt);
    alert.signature = check.state;
    alert.signedBy = check.by;
}

void CapReader::read(int element, int number)
{
    city::Alert alert;
    alert.identifier = text(element, "identifier");
    m_record = QStringLiteral("#%1").arg(number);
    if (!alert.identifier.isEmpty()) m_record += QStringLiteral(" identifier=") + alert.identifier;
    alert.sender = text(element, "sender");
    const std::optional<city::Instant> sent = time(element, "sent");
    if (alert.identifier.isEmpty() || alert.sender.isEmpty() || !sent) {
        const bool saidWhen = !m_tree.textOf(element, "sent").empty(); // why it is no time has been told
        if (!alert.identifier.isEmpty() && !alert.sender.isEmpty() && saidWhen) return;
        const char* lacking = alert.identifier.isEmpty() ? "identifier"
                              : alert.sender.isEmpty()   ? "sender"
                                                         : "sent";
        report(lacking, QT_TRANSLATE_NOOP("Message", "is missing, without it this is no alert"));
        return;
    }
    alert.sent = *sent;
    alert.status = word(element, "status", CapList::Status, {});
    alert.msgType = word(element, "msgType", CapList::MsgType, {});
    alert.scope = word(element, "scope", CapList::Scope, {});
    alert.source = text(element, "source");
    alert.note = text(element, "note");
    alert.restriction = text(element, "restriction");
    alert.addresses = text(element, "addresses");
    alert.incidents = text(element, "incidents");
    alert.codes = texts(element, "code");
    for (const QString& references : texts(element, "references"))
        alert.references += splitBlanks(references);
    for (const int child : m_tree.childrenNamed(element, "info"))
        alert.infos.push_back(info(child));
    if (m_tree.child(element, "Signature") >= 0) checkSignature(element, alert);
    m_alerts.add(std::move(alert), m_record);
}

} // namespace feeds
