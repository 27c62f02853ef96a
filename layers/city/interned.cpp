// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/interned.h"

#include <QHashFunctions>
#include <array>
#include <atomic>

namespace city {

namespace {

constexpr int mostTexts = 8'000, longestText = 100;

struct Kept {
    const QString text; ///< Owns the letters.
    const QString view; ///< Of the same letters, without an owner.
    Kept* next = nullptr;

    explicit Kept(const QString& given)
        : text(given.constData(), given.size()), view(QString::fromRawData(text.constData(), text.size()))
    {
    }
};

/// Lists that only grow, at their heads: who reads never waits.
std::array<std::atomic<Kept*>, 512> buckets;
std::atomic<int> count;

const Kept* findIn(const Kept* list, const QString& text)
{
    for (; list; list = list->next)
        if (list->text == text) return list;
    return nullptr;
}

} // namespace

QString interned(const QString& text)
{
    if (text.isEmpty() || text.size() > longestText) return text;
    std::atomic<Kept*>& head = buckets[qHash(text, 0) % buckets.size()];
    Kept* list = head.load(std::memory_order_acquire);
    if (const Kept* known = findIn(list, text)) return known->view;
    if (count.fetch_add(1, std::memory_order_relaxed) >= mostTexts) return text;
    auto* kept = new Kept(text);
    kept->next = list;
    // Of two threads with the same new text both may keep it: no harm.
    while (!head.compare_exchange_weak(kept->next, kept, std::memory_order_acq_rel)) {}
    return kept->view;
}

} // namespace city
