// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/alert_script.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::demo {

namespace {

constexpr double lingers = 2; // Hours the index still lists what has run out.

QByteArray urlOf(const AlertMessage& message)
{
    return QByteArray("https://alerts.ncdr.nat.gov.tw/Capstorage/") + message.agency + "/2026/" +
           message.folder + '/' + message.id + ".cap";
}

bool isListed(const AlertMessage& message, city::Instant at)
{
    const double h = hoursOf(at);
    return message.sent <= h && h < message.expires + lingers;
}

QByteArray element(const char* name, const QByteArray& text)
{
    return text.isEmpty() ? QByteArray() : QByteArray("<") + name + '>' + text + "</" + name + ">\n";
}

/// Latitude first, as CAP wants it, going round the storm.
QByteArray stormPolygon(double hour)
{
    const double way = (hour - 15.5) / 3;
    const city::LonLat middle{121.540 + 0.052 * way, 24.962 + 0.113 * way};
    QByteArray out;
    constexpr int corners = 16;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners;
        if (i > 0) out += ' ';
        out += number(middle.lat + 0.045 * std::cos(angle), 4) + ',' +
               number(middle.lon + 0.050 * std::sin(angle), 4);
    }
    return out;
}

QByteArray areasOf(const World& world, const AlertMessage& message)
{
    QByteArray out;
    if (message.stormHour > 0)
        out += "<area>\n<areaDesc>大雷雨影響範圍</areaDesc>\n<polygon>" + stormPolygon(message.stormHour) +
               "</polygon>\n</area>\n";
    const QStringList names = QString::fromUtf8(message.areas).split(u' ');
    for (const QString& name : names) {
        QString code = name == u"臺北市"   ? QStringLiteral("63")
                       : name == u"新北市" ? QStringLiteral("65")
                                           : QString();
        QString city;
        if (const District* district = world.district(name)) {
            code = district->cap103;
            city = district->city;
        }
        if (code.isEmpty()) continue;
        out += "<area>\n<areaDesc>" + escaped(city + name) +
               "</areaDesc>\n<geocode>\n<valueName>Taiwan_Geocode_103</valueName>\n<value>" +
               code.toLatin1() + "</value>\n</geocode>\n</area>\n";
    }
    return out;
}

QByteArray cap(const World& world, const AlertMessage& message)
{
    QByteArray references;
    if (message.references >= 0) {
        const AlertMessage& earlier = alertScript()[static_cast<std::size_t>(message.references)];
        references = QByteArray(earlier.sender) + ',' + earlier.id + ',' + isoLocal(atHours(earlier.sent));
    }
    const QByteArray sent = isoLocal(atHours(message.sent));
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<alert "
           "xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n" +
           element("identifier", message.id) + element("sender", message.sender) + element("sent", sent) +
           element("status", message.status) + element("msgType", message.msgType) + "<source />\n" +
           element("scope", "Public") + element("note", "示範資料 DEMO DATA") +
           element("references", references) + "<info>\n" + element("language", "zh-TW") +
           element("category", message.category) + element("event", message.event) +
           element("responseType", "Prepare") + element("urgency", message.urgency) +
           element("severity", message.severity) + element("certainty", message.certainty) +
           "<eventCode>\n<valueName>profile:CAP-TWP:Event:1.0</valueName>\n<value>" + message.eventCode +
           "</value>\n</eventCode>\n" + element("effective", sent) + element("onset", sent) +
           element("expires", isoLocal(atHours(message.expires))) + element("senderName", message.author) +
           element("headline", message.headline) + element("description", message.description) +
           element("instruction", message.instruction) + element("web", "https://alerts.ncdr.nat.gov.tw/") +
           "<parameter>\n<valueName>alert_title</valueName>\n<value>" + message.headline +
           "</value>\n</parameter>\n" + areasOf(world, message) + "</info>\n</alert>\n";
}

} // namespace

QByteArray alertIndex(const World&, city::Instant at)
{
    std::vector<const AlertMessage*> listed;
    for (const AlertMessage& message : alertScript()) {
        if (isListed(message, at)) listed.push_back(&message);
    }
    std::sort(listed.begin(), listed.end(), [](const auto* a, const auto* b) { return a->sent > b->sent; });
    const QByteArray updated =
        isoLocal(listed.empty() ? onThe(std::chrono::hours(24), at) : atHours(listed.front()->sent));
    QByteArray out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><feed "
        "xmlns=\"http://www.w3.org/2005/Atom\" "
        "xmlns:cap=\"urn:oasis:names:tc:emergency:cap:1.1\" xmlns:georss=\"http://www.georss.org/georss\">"
        "<id>https://alerts.ncdr.nat.gov.tw/RSS.aspx</id><title>NCDR_CAP-即時防災資訊</title><updated>" +
        updated + "</updated><author><name>NCDR</name></author><rights>Public Domain</rights>";
    for (const AlertMessage* message : listed) {
        out += "<entry><id>" + QByteArray(message->id) + "</id><title>" + message->event +
               "</title><updated>" + isoLocal(atHours(message->sent)) + "</updated><author><name>" +
               message->author + "</name></author><link rel=\"alternate\" href=\"" + urlOf(*message) +
               "\" /><summary type=\"html\">" + message->description + "</summary><category term=\"" +
               message->event + "\" /><cap:status>" + message->status + "</cap:status><cap:msgType>" +
               message->msgType + "</cap:msgType><cap:effective>" + zh12h(atHours(message->sent)) +
               "</cap:effective><cap:expires>" + zh12h(atHours(message->expires)) + "</cap:expires></entry>";
    }
    return out + "</feed>";
}

QByteArray alertMessage(const World& world, const QString& url, city::Instant at)
{
    for (const AlertMessage& message : alertScript()) {
        if (message.sent <= hoursOf(at) && url == QString::fromLatin1(urlOf(message)))
            return cap(world, message);
    }
    return {};
}

} // namespace app::demo
