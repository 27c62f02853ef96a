// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_words.h"

namespace feeds {

namespace {

QStringList words(const char* spaced)
{
    return QString::fromLatin1(spaced).split(QLatin1Char(' '));
}

} // namespace

const QStringList& capWords(CapList list)
{
    static const QStringList status = words("Actual Exercise System Test Draft");
    static const QStringList msgType = words("Alert Update Cancel Ack Error");
    static const QStringList scope = words("Public Restricted Private");
    static const QStringList category =
        words("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other");
    static const QStringList response =
        words("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None");
    static const QStringList urgency = words("Immediate Expected Future Past Unknown");
    static const QStringList severity = words("Extreme Severe Moderate Minor Unknown");
    static const QStringList certainty = words("Observed Likely Possible Unlikely Unknown");
    switch (list) {
    case CapList::Status:
        return status;
    case CapList::MsgType:
        return msgType;
    case CapList::Scope:
        return scope;
    case CapList::Category:
        return category;
    case CapList::ResponseType:
        return response;
    case CapList::Urgency:
        return urgency;
    case CapList::Severity:
        return severity;
    case CapList::Certainty:
        break;
    }
    return certainty;
}

CapWord capWord(CapList list, const QString& sent)
{
    const QStringList& known = capWords(list);
    for (const QString& word : known) {
        if (word.compare(sent, Qt::CaseInsensitive) == 0) return {word, true};
    }
    if (list == CapList::Certainty && sent.compare(QLatin1String("Very Likely"), Qt::CaseInsensitive) == 0)
        return {QStringLiteral("Likely"), true};
    if (known.contains(QStringLiteral("Unknown"))) return {QStringLiteral("Unknown"), false};
    return {list == CapList::Category ? QStringLiteral("Other") : sent, false};
}

} // namespace feeds
