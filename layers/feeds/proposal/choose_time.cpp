// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/choose_time.h"

#include "layers/feeds/proposal/time_guess.h"

namespace feeds {

namespace {

constexpr double leastScore = 0.55; ///< A time that nothing speaks for is none.

struct Candidate {
    const SampleField* field = nullptr;
    TimeGuess guess;
    double score = 0;
};

/// Times of the publisher's own work, and of what happened to a thing long ago, are not when it was observed.
double drawback(const QString& path)
{
    static const QStringList others{QStringLiteral("import"),    QStringLiteral("created"),
                                    QStringLiteral("birth"),     QStringLiteral("installation"),
                                    QStringLiteral("installed"), QStringLiteral("founded"),
                                    QStringLiteral("expires"),   QStringLiteral("end")};
    const QString plain = plainWord(path);
    for (const QString& one : others) {
        if (plain.contains(one)) return 1;
    }
    return 0;
}

/// Digits alone are a time only where the name says so.
bool isDigits(const TimeGuess& guess)
{
    const QString first = guess.formats.value(0);
    return first.startsWith(QLatin1String("unix")) || first == QLatin1String("yyyyMMdd") ||
           first == QLatin1String("roc");
}

Candidate candidateOf(const SampleField& field, const FieldWords& words, const QTimeZone& zone,
                      city::Instant now)
{
    Candidate candidate{&field, guessTime(field.values(), zone, now), 0};
    if (candidate.guess.formats.isEmpty()) return candidate;
    const QStringList times = words.roles.value(QStringLiteral("time"));
    double fit = std::max(fitOfName(field.path, times),
                          0.9 * fitOfName(field.path, words.roles.value(QStringLiteral("date"))));
    fit = std::max(fit, 0.8 * fitOfName(field.path, words.roles.value(QStringLiteral("begins"))));
    if (isDigits(candidate.guess) && fit < 0.4) return candidate;
    // The words stand in the order in which they speak of an observation rather than of an update.
    double order = 0;
    for (qsizetype i = 0; i < times.size(); ++i) {
        if (fitOfName(field.path, {times[i]}) >= 0.99) order = 1 - double(i) / double(times.size());
    }
    candidate.score = 0.1 + fit + 0.6 * order + 0.4 * field.filledShare() +
                      (candidate.guess.hasClock ? 0.5 : 0) - drawback(field.path);
    return candidate;
}

Candidate best(const std::vector<SampleField>& fields, const FieldWords& words, const QTimeZone& zone,
               city::Instant now)
{
    Candidate best;
    best.score = leastScore;
    for (const SampleField& field : fields) {
        if (field.filledShare() < 0.3) continue;
        const Candidate candidate = candidateOf(field, words, zone, now);
        if (candidate.score > best.score + 1e-9) best = candidate;
    }
    return best;
}

void take(const Candidate& candidate, bool ofEnvelope, MappingChoices& choices)
{
    choices.time = {candidate.field->path};
    choices.timeFormats = candidate.guess.formats;
    choices.timeOfEnvelope = ofEnvelope;
    choices.confidence.insert(QStringLiteral("time"), candidate.guess.confidence);
    if (candidate.guess.isDayOrMonthFirst)
        choices.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message", "nothing in \"%1\" tells days from months: choose the format"),
             {candidate.field->path}});
    if (candidate.guess.formats.contains(QLatin1String("roc")))
        choices.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message", "\"%1\" counts years from 1912 on"), {candidate.field->path}});
}

/// A time of day that stands in a field of its own beside the date.
void addClock(const PayloadSample& sample, const FieldWords& words, const TimeGuess& date,
              MappingChoices& choices)
{
    for (const SampleField& field : sample.fields) {
        if (choices.time.contains(field.path) || field.filledShare() < 0.5) continue;
        if (fitOfName(field.path, words.roles.value(QStringLiteral("clock"))) < 0.5) continue;
        const QString format = guessClock(field.values());
        if (format.isEmpty() || isDigits(date)) continue;
        choices.time << field.path;
        choices.timeFormats = {date.formats.first() + QLatin1Char(' ') + format};
        return;
    }
}

void chooseEnd(const PayloadSample& sample, const FieldWords& words, const QTimeZone& zone, city::Instant now,
               MappingChoices& choices)
{
    constexpr city::Duration years{10LL * 365 * 24 * 3600 * 1000};
    for (const SampleField& field : sample.fields) {
        if (choices.time.contains(field.path) || field.filled == 0) continue;
        if (fitOfName(field.path, words.roles.value(QStringLiteral("ends"))) < 0.9) continue;
        const TimeGuess guess = guessTime(field.values(), zone, now + years);
        if (guess.formats.isEmpty() || guess.formats != choices.timeFormats) continue;
        choices.ends = field.path;
        return;
    }
}

} // namespace

void chooseTime(const PayloadSample& sample, const FieldWords& words, const QTimeZone& zone,
                city::Instant now, MappingChoices& choices)
{
    const Candidate own = best(sample.fields, words, zone, now);
    const Candidate around = best(sample.envelope, words, zone, now);
    if (own.field && (!around.field || own.guess.hasClock || !around.guess.hasClock)) {
        take(own, false, choices);
        if (!own.guess.hasClock) addClock(sample, words, own.guess, choices);
        chooseEnd(sample, words, zone, now, choices);
    } else if (around.field) {
        take(around, true, choices);
    }
}

} // namespace feeds
