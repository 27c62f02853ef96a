// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/choose_measures.h"

#include "layers/feeds/proposal/choose_names.h"
#include "layers/feeds/text/number.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr double perhapsCalled = 0.7; ///< Listed under that quantity,
constexpr double surelyCalled = 0.9;  ///< and taken unless a person says no.

bool isNumeric(const SampleField& field)
{
    return field.filled > 0 && field.numberShare() >= 0.6 && !field.isShape;
}

std::optional<double> numberOf(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    return toNumber(trimmed({utf8.constData(), static_cast<std::size_t>(utf8.size())}));
}

/// A name for a quantity that the program does not know: "car-park.occupied".
QString newQuantity(const QString& path)
{
    QString slug;
    const QString name = namesOfField(path).last();
    for (const QChar c : name) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit() ||
                           (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
        if (plain)
            slug += c.toLower();
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    if (slug.isEmpty() || slug.front().isDigit()) slug = QStringLiteral("value") + slug;
    return slug;
}

} // namespace

void chooseMeasures(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    for (const SampleField& field : sample.fields) {
        if (isTaken(choices, field.path) || !isNumeric(field)) continue;
        MappingChoices::Measure best{field.path, {}, QStringLiteral("1"), false, 0};
        double bestFit = perhapsCalled - 1e-9;
        for (const FieldWords::Measure& measure : words.measures) {
            const double fit = fitOfName(field.path, measure.words);
            if (fit <= bestFit) continue;
            bestFit = fit;
            const bool isHan =
                field.path.contains(QRegularExpression(QStringLiteral("[\\x{4E00}-\\x{9FFF}]")));
            const bool sure = fit >= (isHan ? perhapsCalled : surelyCalled);
            best = {field.path, measure.quantity, measure.unit, sure, static_cast<int>(fit * 95)};
        }
        // Of two fields for one quantity the one that is called so more clearly counts, then the first.
        const auto twin =
            std::find_if(choices.measures.begin(), choices.measures.end(),
                         [&](const auto& one) { return one.wanted && one.quantity == best.quantity; });
        if (best.wanted && twin != choices.measures.end()) {
            if (twin->confidence >= best.confidence) {
                best.wanted = false;
                best.quantity.clear();
            } else {
                twin->wanted = false;
                twin->quantity = newQuantity(twin->field);
            }
        }
        if (best.quantity.isEmpty()) best.quantity = newQuantity(field.path);
        choices.measures.push_back(best);
    }
}

void chooseMissing(const PayloadSample& sample, MappingChoices& choices)
{
    static const QSet<double> sentinels{-1,   -9,   -11,  -12,  -13,  -97,  -98,  -99,
                                        -990, -991, -996, -997, -998, -999, -9999};
    choices.missing = {QString(), QStringLiteral("-")};
    for (const MappingChoices::Measure& measure : choices.measures) {
        const SampleField* field = sample.field(measure.field);
        if (!measure.wanted || !field) continue;
        bool othersNegative = false;
        QStringList found;
        for (const QString& text : field->texts) {
            const auto number = numberOf(text);
            if (!number || *number >= 0) continue;
            if (sentinels.contains(*number))
                found << text;
            else
                othersNegative = true;
        }
        if (!othersNegative) choices.missing += found;
    }
    choices.missing.removeDuplicates();
    choices.missing = choices.missing.mid(0, 12);
}

QString kindOf(const PayloadSample& sample, const MappingChoices& choices, const FieldWords& words,
               const QString& hint)
{
    QString best;
    double most = 0.49;
    for (const FieldWords::Kind& kind : words.kinds) {
        double score = 0;
        for (const MappingChoices::Measure& measure : choices.measures) {
            const bool fits = measure.wanted && std::any_of(kind.measures.begin(), kind.measures.end(),
                                                            [&](const QString& start) {
                                                                return measure.quantity.startsWith(start);
                                                            });
            if (fits) score += 2 * measure.confidence / 100.0;
        }
        for (const QString& word : kind.words) {
            if (plainWord(hint).contains(plainWord(word)) && word.size() > 2) score += 1;
            for (const SampleField& field : sample.fields) {
                if (fitOfName(field.path, {word}) >= 0.75 ||
                    (word.size() > 3 && plainWord(field.path).startsWith(plainWord(word)))) {
                    score += 0.5;
                    break;
                }
            }
        }
        if (score > most) {
            most = score;
            best = kind.kind;
        }
    }
    if (!best.isEmpty()) return best;
    return choices.record == MappingChoices::Record::Event ? QStringLiteral("event")
                                                           : QStringLiteral("place");
}

} // namespace feeds
