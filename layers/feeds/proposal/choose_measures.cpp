// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/choose_measures.h"

#include "layers/city/quantity.h"
#include "layers/feeds/decoders/sensor_words.h"
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

/// Whether a word of the kind of places that have this quantity is in the payload's names or its address.
bool speaksOf(const PayloadSample& sample, const FieldWords& words, const QString& quantity,
              const QString& hint)
{
    const QString around = plainWord(hint + QLatin1Char(' ') + sample.layout.records);
    for (const FieldWords::Kind& kind : words.kinds) {
        const bool has = std::any_of(kind.measures.begin(), kind.measures.end(),
                                     [&](const QString& start) { return quantity.startsWith(start); });
        if (!has) continue;
        for (const QString& word : kind.words) {
            const QString plain = plainWord(word);
            if (plain.size() > 2 && around.contains(plain)) return true;
            for (const SampleField& field : sample.fields) {
                if (plain.size() > 3 && plainWord(field.path).contains(plain)) return true;
            }
        }
    }
    return false;
}

/// How well a field fits a quantity by its name.
double fitOfMeasure(const PayloadSample& sample, const FieldWords& words, const FieldWords::Measure& measure,
                    const QString& path, const QString& hint)
{
    constexpr double loosely = 0.95; // a word that means nothing else wins
    const double plain = fitOfName(path, measure.words);
    if (plain >= surelyCalled || measure.loosely.isEmpty()) return plain;
    const bool loose =
        fitOfName(path, measure.loosely) >= 0.99 && speaksOf(sample, words, measure.quantity, hint);
    return loose ? loosely : plain;
}

const SampleField* numberCalled(const PayloadSample& sample, const MappingChoices& choices,
                                const QStringList& words)
{
    for (const SampleField& field : sample.fields) {
        if (isNumeric(field) && !isTaken(choices, field.path) && fitOfName(field.path, words) >= 0.99)
            return &field;
    }
    return nullptr;
}

const FieldWords::Measure* measureCalled(const FieldWords& words, const QString& text)
{
    for (const FieldWords::Measure& measure : words.measures) {
        if (fitOfName(text, measure.words) >= 0.99) return &measure;
    }
    return nullptr;
}

/// The column of a long table that says what each number is: few texts, half of them known quantities.
const SampleField* selectorOf(const PayloadSample& sample, const FieldWords& words)
{
    constexpr int most = 40;
    for (const SampleField& field : sample.fields) {
        if (field.filled == 0 || field.numberShare() > 0.2 || field.distinct > most) continue;
        QStringList texts = field.values();
        texts.removeDuplicates();
        const auto known = std::count_if(texts.begin(), texts.end(), [&](const QString& text) {
            return measureCalled(words, text) != nullptr;
        });
        if (known * 2 >= texts.size()) return &field;
    }
    return nullptr;
}

/// Of a long table: a measure for each known text of its selector. Without a unit that is known none is taken
/// for granted: gases come by mass and by volume. Returns the column of the numbers; null: no such table.
const SampleField* chooseLong(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    const SampleField* value = numberCalled(sample, choices, words.roles.value(QStringLiteral("value")));
    const SampleField* selector = value ? selectorOf(sample, words) : nullptr;
    if (!selector) return nullptr;
    const auto unit = std::find_if(sample.fields.begin(), sample.fields.end(), [&](const SampleField& one) {
        return fitOfName(one.path, words.roles.value(QStringLiteral("unit"))) >= 0.99;
    });
    QStringList texts = selector->values();
    texts.removeDuplicates();
    for (const QString& text : texts) {
        const FieldWords::Measure* known = measureCalled(words, text);
        if (!known) continue;
        const QString stated =
            unit == sample.fields.end() ? QString() : unit->texts.value(selector->texts.indexOf(text));
        const QString ucum = ucumOf(stated);
        const bool sure = !stated.isEmpty() && city::isKnownUnit(ucum);
        const QString exact = quantityOf(text, ucum);
        const QString quantity = sure && exact.startsWith(known->quantity) ? exact : known->quantity;
        const bool twice = std::any_of(choices.measures.begin(), choices.measures.end(),
                                       [&](const auto& one) { return one.quantity == quantity; });
        if (twice) continue;
        choices.measures.push_back(
            {value->path, quantity, sure ? ucum : known->unit, sure, sure ? 90 : 40, selector->path, text});
    }
    return value;
}

/// A count without its interval is no flow: five minutes are usual, and a guess.
void doubtIntervals(MappingChoices& choices)
{
    for (MappingChoices::Measure& measure : choices.measures) {
        const bool told = plainWord(namesOfField(measure.field).last()) == QLatin1String("totalvol");
        if (!measure.wanted || told || !measure.unit.startsWith(QLatin1String("/("))) continue;
        measure.confidence = std::min(measure.confidence, 40);
        choices.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message",
                               "nothing tells over how many minutes \"%1\" counts; five are assumed"),
             {measure.field}});
    }
}

} // namespace

void chooseMeasures(const PayloadSample& sample, const FieldWords& words, const QString& hint,
                    MappingChoices& choices)
{
    const SampleField* told = chooseLong(sample, words, choices);
    for (const SampleField& field : sample.fields) {
        if (&field == told || isTaken(choices, field.path) || !isNumeric(field)) continue;
        MappingChoices::Measure best{field.path, {}, QStringLiteral("1"), false, 0, {}, {}};
        double bestFit = perhapsCalled - 1e-9;
        for (const FieldWords::Measure& measure : words.measures) {
            const double fit = fitOfMeasure(sample, words, measure, field.path, hint);
            if (fit <= bestFit) continue;
            bestFit = fit;
            const bool isHan =
                field.path.contains(QRegularExpression(QStringLiteral("[\\x{4E00}-\\x{9FFF}]")));
            const bool sure = fit >= (isHan ? perhapsCalled : surelyCalled);
            best = {field.path, measure.quantity, measure.unit, sure, static_cast<int>(fit * 95), {}, {}};
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
    doubtIntervals(choices);
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
