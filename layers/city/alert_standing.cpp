// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alert_standing.h"

#include <QHash>
#include <algorithm>

namespace city {

namespace {

bool isWord(const QString& said, const char* word)
{
    return said == QLatin1String(word);
}

bool isExercise(const Alert& alert)
{
    return isWord(alert.status, "Exercise");
}

/// What it names, without itself: some publishers list the message among its own references.
std::vector<AlertKey> named(const Alert& alert)
{
    std::vector<AlertKey> keys;
    for (const QString& reference : alert.references) {
        const auto key = parseReference(reference);
        if (key && *key != keyOf(alert)) keys.push_back(*key);
    }
    return keys;
}

QString languageOf(const AlertInfo& info)
{
    return info.language.isEmpty() ? QStringLiteral("en-us") : info.language.toLower();
}

bool counts(const Alert& alert, const AlertInfo& info, Instant now)
{
    return info.effective.value_or(alert.sent) <= now && now < expiry(alert, info);
}

/// Follows updates back to where the chain begins.
class Chains {
public:
    explicit Chains(const std::vector<const Alert*>& messages)
    {
        for (const Alert* alert : messages)
            if (!m_known.contains(keyOf(*alert))) m_known.insert(keyOf(*alert), alert);
    }

    bool knows(const AlertKey& key) const { return m_known.contains(key); }

    AlertKey root(const Alert& alert) const
    {
        AlertKey at = keyOf(alert);
        QSet<AlertKey> seen; // Two messages may name each other.
        while (!seen.contains(at)) {
            seen.insert(at);
            const Alert* message = m_known.value(at);
            if (!message || !isWord(message->msgType, "Update")) break;
            const std::vector<AlertKey> earlier = named(*message);
            if (earlier.empty()) break;
            at = *std::min_element(earlier.begin(), earlier.end(), [](const AlertKey& a, const AlertKey& b) {
                return a.sent != b.sent ? a.sent < b.sent : a.identifier < b.identifier;
            });
        }
        return at;
    }

private:
    QHash<AlertKey, const Alert*> m_known;
};

} // namespace

Withdrawn withdrawn(const std::vector<const Alert*>& messages)
{
    QSet<AlertKey> drills;
    for (const Alert* alert : messages)
        if (isExercise(*alert)) drills.insert(keyOf(*alert));
    Withdrawn keys;
    for (const Alert* alert : messages) {
        const bool actual = isWord(alert->status, "Actual");
        const bool withdraws = isWord(alert->msgType, "Update") || isWord(alert->msgType, "Cancel");
        if (!withdraws || (!actual && !isExercise(*alert))) continue;
        for (const AlertKey& key : named(*alert))
            if (actual || drills.contains(key)) keys.insert(key);
    }
    return keys;
}

std::vector<AlertStanding> standings(const std::vector<const Alert*>& messages, Instant now, const Withdrawn& before)
{
    const Withdrawn gone = withdrawn(messages);
    const Chains chains(messages);
    QSet<AlertKey> seen;
    std::vector<AlertStanding> standing;
    for (const Alert* alert : messages) {
        const AlertKey key = keyOf(*alert);
        const bool drill = isExercise(*alert);
        if (seen.contains(key) || gone.contains(key) || before.contains(key)) continue;
        if (!isInForce(*alert, now, drill ? CountedStatus::Exercise : CountedStatus::Actual)) continue;
        seen.insert(key);
        const std::vector<AlertKey> earlier = named(*alert);
        const bool known = std::any_of(earlier.begin(), earlier.end(), [&](const AlertKey& one) { return chains.knows(one); });
        standing.push_back({alert, chains.root(*alert), isWord(alert->msgType, "Update") && !known, drill,
                            alert->scope.isEmpty() || isWord(alert->scope, "Public")});
    }
    return standing;
}

std::vector<const AlertInfo*> segments(const Alert& alert, Instant now, const QString& language)
{
    const QString wanted = QString(language).replace(QLatin1Char('_'), QLatin1Char('-')).toLower();
    const auto part = [](const QString& tag) { return tag.section(QLatin1Char('-'), 0, 0); };
    QString chosen;
    int fit = -1; // 2: the very language, 1: its first part, 0: another.
    for (const AlertInfo& info : alert.infos) {
        if (!counts(alert, info, now)) continue;
        const QString said = languageOf(info);
        const int its = said == wanted ? 2 : part(said) == part(wanted) ? 1 : 0;
        if (its > fit) chosen = said;
        fit = std::max(fit, its);
    }
    std::vector<const AlertInfo*> found;
    for (const AlertInfo& info : alert.infos)
        if (fit >= 0 && counts(alert, info, now) && languageOf(info) == chosen) found.push_back(&info);
    return found;
}

} // namespace city
