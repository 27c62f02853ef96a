// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/alerts_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/provenance.h"
#include "layers/city/alert_areas.h"

namespace app {

namespace {

QString clock(const Scope& scope, const std::optional<city::Instant>& at)
{
    return at ? clockText(*at, scope.now, scope.pack.zone) : QString();
}

/// What somebody who relies on the message has to know of it.
QStringList standingLines(const Scope& scope, const AlertNow& alert)
{
    QStringList lines;
    const QString signature = signatureText(alert.alert->signature, alert.alert->signedBy);
    if (!signature.isEmpty()) lines << signature;
    if (alert.originalMissing) lines << say(QT_TRANSLATE_NOOP("Message", "An update; the original was not received"));
    if (!alert.info->expires) lines << say(QT_TRANSLATE_NOOP("Message", "No expiry stated; shown for a day"));
    const QStringList unknown = city::unknownGeocodes(scope.areas, *alert.info);
    if (!unknown.isEmpty() && alert.areas.empty())
        lines << say(QT_TRANSLATE_NOOP("Message", "Area codes nobody here knows: %1"), {unknown.mid(0, 5).join(QStringLiteral(", "))});
    return lines;
}

} // namespace

QString signatureText(city::Alert::Signature signature, const QString& by)
{
    using Signature = city::Alert::Signature;
    switch (signature) {
    case Signature::None: break;
    case Signature::Valid: return say(QT_TRANSLATE_NOOP("Message", "Signature valid: %1"), {by});
    case Signature::Invalid: return say(QT_TRANSLATE_NOOP("Message", "Signature BROKEN: changed since it was signed, or not signed properly"));
    case Signature::UnknownKey:
        return by.isEmpty() ? say(QT_TRANSLATE_NOOP("Message", "Signed with a key nobody here knows"))
                            : say(QT_TRANSLATE_NOOP("Message", "Signed with a key nobody here knows; it calls itself %1"), {by});
    }
    return {};
}

QString severityWord(const QString& severity)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("Extreme"), QT_TRANSLATE_NOOP("Message", "Extreme")},
        {QStringLiteral("Severe"), QT_TRANSLATE_NOOP("Message", "Severe")},
        {QStringLiteral("Moderate"), QT_TRANSLATE_NOOP("Message", "Moderate")},
        {QStringLiteral("Minor"), QT_TRANSLATE_NOOP("Message", "Minor")}};
    return say(words.value(severity, QT_TRANSLATE_NOOP("Message", "Unknown")));
}

QString certaintyWord(const QString& certainty)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("Observed"), QT_TRANSLATE_NOOP("Message", "Observed")},
        {QStringLiteral("Likely"), QT_TRANSLATE_NOOP("Message", "Likely")},
        {QStringLiteral("Very Likely"), QT_TRANSLATE_NOOP("Message", "Likely")},
        {QStringLiteral("Possible"), QT_TRANSLATE_NOOP("Message", "Possible")},
        {QStringLiteral("Unlikely"), QT_TRANSLATE_NOOP("Message", "Unlikely")}};
    return say(words.value(certainty, QT_TRANSLATE_NOOP("Message", "Unknown")));
}

QString urgencyWord(const QString& urgency)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("Immediate"), QT_TRANSLATE_NOOP("Message", "Immediate")},
        {QStringLiteral("Expected"), QT_TRANSLATE_NOOP("Message", "Expected")},
        {QStringLiteral("Future"), QT_TRANSLATE_NOOP("Message", "Future")},
        {QStringLiteral("Past"), QT_TRANSLATE_NOOP("Message", "Past")}};
    return say(words.value(urgency, QT_TRANSLATE_NOOP("Message", "Unknown")));
}

QString alertTitle(const Scope& scope, const AlertNow& alert)
{
    const QString text = scope.text(city::titleText(*alert.info, scope.pack.terms));
    return alert.exercise ? say(QT_TRANSLATE_NOOP("Message", "EXERCISE: %1"), {text}) : text;
}

QString alertAreas(const Scope& scope, const AlertNow& alert, qsizetype most)
{
    QStringList names;
    for (const int area : alert.areas)
        names << scope.areaName(area);
    if (names.isEmpty())
        for (const city::AlertArea& area : alert.info->areas)
            names << area.areaDesc;
    const qsizetype more = names.size() - most;
    const QString listed = names.mid(0, most).join(say(QT_TRANSLATE_NOOP("Message", ", ")));
    return more > 0 ? say(QT_TRANSLATE_NOOP("Message", "%1 and %2 more"), {listed, number(more)}) : listed;
}

city::Focus alertTarget(const Scope& scope, const AlertNow& alert)
{
    city::Focus next = scope.focusOnArea(alert.areas.size() == 1 ? alert.areas.front() : -1);
    if (scope.pack.dashboard(QStringLiteral("disaster-alerts"))) next.dashboard = QStringLiteral("disaster-alerts");
    next.level.clear();
    return next;
}

std::vector<widgets::AlertNotice> alertNotices(const Scope& scope)
{
    std::vector<widgets::AlertNotice> notices;
    for (const AlertNow& alert : alertsInFocus(scope)) {
        const city::AlertInfo& info = *alert.info;
        widgets::AlertNotice notice;
        notice.id = alertId(*alert.alert);
        notice.headline = alertTitle(scope, alert);
        notice.event = scope.text(city::eventText(info, scope.pack.terms));
        if (notice.event == notice.headline) notice.event = info.headline; // As published, beside its term.
        notice.description = info.description;
        notice.instruction = info.instruction;
        notice.severityWord = severityWord(info.severity);
        notice.alarm = alert.alarm;
        notice.certaintyWord = certaintyWord(info.certainty);
        notice.urgencyWord = urgencyWord(info.urgency);
        notice.area = alertAreas(scope, alert);
        if (const auto people = alertPeople(scope, alert))
            notice.area = say(QT_TRANSLATE_NOOP("Message", "%1 (about %2 residents)"), {notice.area, aboutPeople(*people)});
        notice.effective = clock(scope, info.onset ? info.onset : info.effective);
        notice.expires = clock(scope, info.expires);
        notice.sender = info.senderName.isEmpty() ? alert.alert->sender : info.senderName;
        notice.source = provenance(scope, {alert.feed});
        notice.source.lines << say(QT_TRANSLATE_NOOP("Message", "Sent: %1 (%2)"),
                                   {clock(scope, alert.alert->sent), alert.alert->identifier});
        notice.source.lines += standingLines(scope, alert);
        notice.target = alertTarget(scope, alert);
        notices.push_back(std::move(notice));
    }
    return notices;
}

} // namespace app
