// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/whole_picture.h"

#include "layers/history/number_list.h"

#include <QByteArrayList>
#include <algorithm>

namespace history {

namespace {

qint64 newestOf(const std::vector<qint64>& times)
{
    return times.empty() ? 0 : *std::max_element(times.begin(), times.end());
}

std::vector<qint64> shifted(std::vector<qint64> times, qint64 by)
{
    for (qint64& time : times)
        time += by;
    return times;
}

/// The lists within a list, each with its brackets.
QByteArrayList listsIn(const QByteArray& json)
{
    QByteArrayList lists;
    for (qsizetype from = 1, end = 0; (from = json.indexOf('[', from)) >= 0; from = end + 1) {
        end = json.indexOf(']', from);
        if (end < 0) return {};
        lists.append(json.mid(from, end - from + 1));
    }
    return lists;
}

} // namespace

QByteArray WholePicture::toJson() const
{
    // Most times are those of the newest or near it: as what lies between, they are short.
    const qint64 atBase = newestOf(at), learnedBase = newestOf(learned);
    return '[' + numberList(series) + ',' + secondsList(shifted(at, -atBase)) + ',' + secondsList(shifted(learned, -learnedBase)) + ',' +
           numberList(values) + ',' + numberList(std::vector<qint64>{atBase, learnedBase}) + ']';
}

WholePicture WholePicture::fromJson(const QByteArray& json)
{
    const QByteArrayList lists = listsIn(json);
    const bool old = lists.size() == 4;
    if (!old && lists.size() != 5) return {};
    auto series = readWholeNumbers(lists[0]);
    auto at = old ? readWholeNumbers(lists[1]) : readSeconds(lists[1]);
    auto learned = old ? readWholeNumbers(lists[2]) : readSeconds(lists[2]);
    auto values = readNumbers(lists[3]);
    if (!series || !at || !learned || !values) return {};
    const std::size_t size = series->size();
    if (at->size() != size || learned->size() != size || values->size() != size) return {};
    if (!old) {
        const auto bases = readWholeNumbers(lists[4]);
        if (!bases || bases->size() != 2) return {};
        *at = shifted(std::move(*at), bases->at(0));
        *learned = shifted(std::move(*learned), bases->at(1));
    }
    return {std::move(*series), std::move(*at), std::move(*learned), std::move(*values)};
}

} // namespace history
