// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/jma.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

/// The next signed number with its sign, taken off the front.
std::string_view takeSigned(std::string_view& text)
{
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return {};
    const std::size_t end = std::min(text.find_first_of("+-/", 1), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end);
    return part;
}

/// Degrees, or degrees and minutes when there are more whole digits than degrees have.
std::optional<double> degrees(std::string_view part, std::size_t digitsOfDegrees)
{
    const auto value = toNumber(part);
    if (!value) return std::nullopt;
    const std::size_t whole = std::min(part.find('.'), part.size()) - 1;
    if (whole <= digitsOfDegrees) return value;
    const double sign = *value < 0 ? -1 : 1;
    const double both = std::abs(*value);
    const double full = std::floor(both / 100);
    return sign * (full + (both - full * 100) / 60);
}

QString severityOf(const QString& kind)
{
    if (kind.contains(QStringLiteral("特別警報")) || kind.contains(QStringLiteral("大津波")))
        return QStringLiteral("Extreme");
    if (kind.contains(QStringLiteral("警報"))) return QStringLiteral("Severe");
    if (kind.contains(QStringLiteral("注意報"))) return QStringLiteral("Moderate");
    return QStringLiteral("Unknown");
}

QStringList categoriesOf(const QString& title)
{
    const bool geo = title.contains(QStringLiteral("津波")) || title.contains(QStringLiteral("噴火")) ||
                     title.contains(QStringLiteral("火山")) || title.contains(QStringLiteral("地震"));
    return {geo ? QStringLiteral("Geo") : QStringLiteral("Met")};
}

city::AlertInfo infoOf(XmlElement report, const QString& kind)
{
    const XmlElement head = report.child("Head");
    city::AlertInfo info;
    info.language = QStringLiteral("ja");
    info.event = kind.isEmpty() ? head.child("Title").qText() : kind;
    info.category = categoriesOf(report.child("Control", "Title").qText());
    info.severity = severityOf(kind);
    info.urgency = info.certainty = QStringLiteral("Unknown");
    info.senderName = report.child("Control", "PublishingOffice").qText();
    info.headline = head.child("Title").qText();
    info.description = head.child("Headline", "Text").qText();
    return info;
}

/// The areas of one item of the headline; their codes under the name of JMA's code list.
void addAreas(XmlElement item, city::AlertInfo& info)
{
    for (const XmlElement list : item.children("Areas")) {
        const QString codes = list.qAttribute("codeType");
        for (const XmlElement one : list.children("Area")) {
            city::AlertArea area;
            area.areaDesc = one.child("Name").qText();
            area.geocodes.emplace_back(codes, one.child("Code").qText());
            info.areas.push_back(std::move(area));
        }
    }
}

} // namespace

QString jmaPlain(const QString& text)
{
    QString plain = text;
    for (QChar& c : plain) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        if (c.unicode() == 0x3000) c = QLatin1Char(' ');
    }
    return plain;
}

JmaHypocentre jmaHypocentre(std::string_view text)
{
    text = trimmed(text);
    const std::string_view latPart = takeSigned(text);
    const std::string_view lonPart = takeSigned(text);
    const std::string_view depthPart = takeSigned(text);
    JmaHypocentre found;
    const auto lat = degrees(latPart, 2);
    const auto lon = degrees(lonPart, 3);
    if (lat && lon && std::abs(*lat) <= 90 && std::abs(*lon) <= 180) found.at = city::LonLat{*lon, *lat};
    const auto metres = toNumber(depthPart);
    if (metres) found.depthKm = -*metres / 1000 + 0.0; // no negative zero
    return found;
}

std::optional<double> jmaIntensity(std::string_view word)
{
    QString said = jmaPlain(toQString(trimmed(word)));
    said.remove(QStringLiteral("震度"));
    if (said.isEmpty() || said.at(0) < QLatin1Char('0') || said.at(0) > QLatin1Char('7')) return std::nullopt;
    const double level = said.at(0).digitValue();
    const QString rest = said.mid(1);
    if (rest == QLatin1String("+") || rest == QStringLiteral("強")) return level + 0.5;
    if (rest.isEmpty() || rest == QLatin1String("-") || rest == QStringLiteral("弱")) return level;
    return std::nullopt;
}

city::Alert jmaAlert(XmlElement report, city::Instant sent)
{
    const XmlElement head = report.child("Head");
    const QString status = report.child("Control", "Status").qText();
    const QString type = head.child("InfoType").qText();
    city::Alert alert;
    alert.sender = report.child("Control", "EditorialOffice").qText();
    alert.identifier = head.child("EventID").qText();
    if (alert.identifier.isEmpty())
        alert.identifier = alert.sender + QLatin1Char(' ') + report.child("Control", "Title").qText();
    alert.sent = sent;
    alert.status = status == QStringLiteral("通常")   ? QStringLiteral("Actual")
                   : status == QStringLiteral("訓練") ? QStringLiteral("Exercise")
                                                      : QStringLiteral("Test");
    alert.msgType = type == QStringLiteral("取消")   ? QStringLiteral("Cancel")
                    : type == QStringLiteral("訂正") ? QStringLiteral("Update")
                                                     : QStringLiteral("Alert");
    alert.scope = QStringLiteral("Public");
    // One information of the headline: the first lists the largest areas, the others the same again in
    // detail.
    const XmlElement information = head.child("Headline", "Information");
    for (const XmlElement item : information.children("Item")) {
        QStringList kinds;
        for (const XmlElement kind : item.children("Kind"))
            if (!kind.child("Name").text().empty()) kinds << kind.child("Name").qText();
        city::AlertInfo info = infoOf(report, kinds.join(QChar(0x3001)));
        addAreas(item, info);
        if (!kinds.join(QString()).contains(QStringLiteral("解除"))) alert.infos.push_back(std::move(info));
    }
    if (!information) alert.infos.push_back(infoOf(report, {}));
    return alert;
}

} // namespace feeds
