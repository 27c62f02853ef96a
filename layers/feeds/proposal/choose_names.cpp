// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/choose_names.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr int mostDetails = 4;

double meanLength(const SampleField& field)
{
    qsizetype all = 0;
    for (const QString& text : field.texts)
        all += text.size();
    return field.filled > 0 ? double(all) / double(field.filled) : 0;
}

bool hasFractions(const SampleField& field)
{
    const auto hasPoint = [](const QString& text) { return text.contains(QLatin1Char('.')); };
    return field.numberShare() > 0.9 &&
           std::count_if(field.texts.begin(), field.texts.end(), hasPoint) * 10 > field.filled;
}

double distinctShare(const SampleField& field)
{
    return field.filled > 0 ? double(field.distinct) / double(field.filled) : 0;
}

/// The words stand in the order in which they are preferred.
double order(const QString& path, const QStringList& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (fitOfName(path, {words[i]}) >= 0.99) return 1 - double(i) / double(words.size());
    }
    return 0;
}

double shareOfHan(const SampleField& field)
{
    static const QRegularExpression han(QStringLiteral("[\\x{4E00}-\\x{9FFF}]"));
    const auto has = [](const QString& text) { return text.contains(han); };
    return field.filled > 0
               ? double(std::count_if(field.texts.begin(), field.texts.end(), has)) / double(field.filled)
               : 0;
}

bool isEnglishTwin(const QString& path)
{
    static const QRegularExpression form(
        QStringLiteral("(?:[a-z0-9]En|[._]en|(?<=[a-z])en|English|_eng|英文)\\]?$"));
    return form.match(path).hasMatch();
}

/// "YouBike2.0_" before (nearly) every name.
QString commonStart(const QStringList& values)
{
    if (values.size() < 5) return {};
    QString start = values.first();
    for (const QString& value : values) {
        qsizetype same = 0;
        while (same < start.size() && same < value.size() && start[same] == value[same])
            ++same;
        start.truncate(same);
    }
    const qsizetype sign = start.lastIndexOf(QLatin1Char('_'));
    return sign >= 2 ? start.left(sign + 1) : QString();
}

bool isText(const SampleField& field)
{
    const bool isLink = field.values().value(0).startsWith(QLatin1String("http"));
    return field.filled > 0 && field.numberShare() < 0.5 && !isLink && meanLength(field) < 80;
}

} // namespace

bool isTaken(const MappingChoices& choices, const QString& path)
{
    const QStringList roles =
        QStringList{choices.id, choices.lon, choices.lat, choices.position, choices.shape, choices.ends} +
        choices.line;
    const bool ofTime = choices.time.contains(path) && !choices.timeOfEnvelope;
    return roles.contains(path) || ofTime || choices.name.values().contains(path);
}

void chooseId(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    const QStringList known = words.roles.value(QStringLiteral("id"));
    double best = 0;
    int position = 0;
    for (const SampleField& field : sample.fields) {
        ++position;
        if (isTaken(choices, field.path) || field.isShape || field.filledShare() < 0.5 || hasFractions(field))
            continue;
        const double fit = fitOfName(field.path, known);
        const double unique = distinctShare(field);
        const double length = meanLength(field);
        if (fit < 0.4 && (unique < 0.98 || sample.records < 2)) continue;
        double score = 2 * fit + 0.3 * order(field.path, known) + 1.5 * unique + field.filledShare() -
                       (length > 40 ? 0.6 : 0);
        score -= 0.01 * position +
                 0.02 * double(field.path.count(QLatin1Char('.')) + 3 * field.path.count(QLatin1Char('[')));
        if (unique < 0.05 && sample.records > 20) score -= 1.5;
        if (score <= best) continue;
        best = score;
        choices.id = field.path;
        choices.confidence.insert(QStringLiteral("id"), std::min(99, static_cast<int>(20 * score)));
    }
}

void chooseName(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    const QStringList known = words.roles.value(QStringLiteral("name"));
    const SampleField* main = nullptr;
    const SampleField* english = nullptr;
    double best = 0, bestEnglish = 0;
    for (const SampleField& field : sample.fields) {
        if (isTaken(choices, field.path) || !isText(field)) continue;
        const double fit = fitOfName(field.path, known);
        const bool isEnglish = isEnglishTwin(field.path) && shareOfHan(field) < 0.1;
        if (fit < 0.4 && !isEnglish) continue;
        const double score =
            2 * fit + 0.4 * order(field.path, known) + distinctShare(field) + 0.5 * field.filledShare();
        if (isEnglish) {
            // "snaen" is the twin of "sna": it begins as the name does.
            const double twin = score + (main && field.path.startsWith(main->path.left(3)) ? 1 : 0);
            if (twin > bestEnglish && distinctShare(field) > 0.2) bestEnglish = twin, english = &field;
        } else if (score > best) {
            best = score, main = &field;
        }
    }
    if (!main && !english) return;
    if (!main) std::swap(main, english);
    const bool isHan = shareOfHan(*main) > 0.3;
    choices.name.insert(isHan ? QStringLiteral("zh_TW") : QString(), main->path);
    if (english && isHan) choices.name.insert(QStringLiteral("en"), english->path);
    choices.nameWithout = commonStart(main->values());
    choices.confidence.insert(QStringLiteral("name"), std::min(99, static_cast<int>(25 * best)));
}

void chooseDetails(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    for (const SampleField& field : sample.fields) {
        if (choices.details.size() >= mostDetails) return;
        if (isTaken(choices, field.path) || !isText(field)) continue;
        if (fitOfName(field.path, words.roles.value(QStringLiteral("details"))) >= 0.7)
            choices.details << field.path;
    }
}

} // namespace feeds
