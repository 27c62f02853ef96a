// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/vocabulary.h"

#include <algorithm>
#include <numeric>

namespace app {

namespace {

int changedLetters(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i].toLower() == b[static_cast<qsizetype>(j) - 1].toLower();
            const int changed = diagonal + (same ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
        }
    }
    return row.back();
}

const char* sentence(Name sort)
{
    switch (sort) {
    case Name::Quantity:
        return QT_TRANSLATE_NOOP("Message", "there is no quantity \"%1\"; the nearest is \"%2\"");
    case Name::Scale:
        return QT_TRANSLATE_NOOP("Message", "there is no scale \"%1\"; the nearest is \"%2\"");
    case Name::PlaceKind:
        return QT_TRANSLATE_NOOP("Message", "no feed has places of the kind \"%1\"; the nearest is \"%2\"");
    case Name::EventKind:
        return QT_TRANSLATE_NOOP("Message", "no feed has events of the kind \"%1\"; the nearest is \"%2\"");
    case Name::VehicleKind:
        return QT_TRANSLATE_NOOP("Message", "no feed has vehicles of the kind \"%1\"; the nearest is \"%2\"");
    case Name::Kind:
        return QT_TRANSLATE_NOOP("Message", "no feed has the kind \"%1\"; the nearest is \"%2\"");
    case Name::Level:
        return QT_TRANSLATE_NOOP("Message", "there is no administrative level \"%1\"; the nearest is \"%2\"");
    case Name::Layer:
        return QT_TRANSLATE_NOOP("Message", "there is no GIS layer \"%1\"; the nearest is \"%2\"");
    case Name::Zone:
        return QT_TRANSLATE_NOOP("Message", "there is no time zone \"%1\"; the nearest is \"%2\"");
    }
    return "";
}

} // namespace

QString nearestWord(const QString& word, const QStringList& candidates)
{
    if (word.size() > 100) return candidates.value(0);
    const auto fewest =
        std::min_element(candidates.cbegin(), candidates.cend(), [&](const QString& a, const QString& b) {
            return changedLetters(word, a) < changedLetters(word, b);
        });
    return fewest == candidates.cend() ? QString() : *fewest;
}

QString likelyWord(const QString& word, const QStringList& candidates)
{
    const QString nearest = nearestWord(word, candidates);
    return changedLetters(word.left(100), nearest) * 2 < word.size() ? nearest : QString();
}

city::Message unknownName(Name sort, const QString& name, const QStringList& candidates)
{
    const QString nearest = nearestWord(name, candidates);
    return {sentence(sort), {name, nearest.isEmpty() ? QStringLiteral("-") : nearest}};
}

QStringList Vocabulary::all(Name sort) const
{
    QStringList names;
    switch (sort) {
    case Name::Quantity:
        names = quantities.keys();
        break;
    case Name::Scale:
        names = scales.keys();
        break;
    case Name::PlaceKind:
        names = placeKinds;
        break;
    case Name::EventKind:
        names = eventKinds;
        break;
    case Name::VehicleKind:
        names = vehicleKinds;
        break;
    case Name::Kind:
        names = placeKinds + eventKinds;
        break;
    case Name::Level:
        names = levels;
        break;
    case Name::Layer:
        names = layers;
        break;
    case Name::Zone:
        break;
    }
    names.sort(); // the same answer on every run: hashes have no order of their own
    return names;
}

city::Message Vocabulary::unknown(Name sort, const QString& name) const
{
    return unknownName(sort, name, all(sort));
}

} // namespace app
