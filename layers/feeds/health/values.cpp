// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/suspicion.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <cstring>

/// What the values of a feed tell about it: the same for too long, or suddenly another unit.
namespace feeds {

namespace {

using Kind = city::Suspicion::Kind;

using namespace std::chrono_literals;

constexpr int cadencesAtLeast = 5;
constexpr int placesToTell = 3;
constexpr int changesToTell = 3; ///< Before "longer than ever" means something.
constexpr city::Duration neverChanging = 24h;
constexpr std::size_t pairsToTell = 5;

quint64 mixed(quint64 hash, quint64 with)
{
    hash ^= with + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
    hash *= 0xBF58476D1CE4E5B9ULL;
    return hash ^ (hash >> 27);
}

quint64 mixed(quint64 hash, const QString& text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001B3ULL;
    return hash;
}

/// The same on every machine and in every run, since it is written to disk. Of one value of one place.
quint64 fingerprint(const city::Observation& one)
{
    quint64 bits = 0;
    std::memcpy(&bits, &one.value, sizeof bits);
    return mixed(mixed(mixed(0xCBF29CE484222325ULL, one.place.kind), one.place.id), bits);
}

struct Of {
    quint64 fingerprint = 0; ///< A sum, so that the order does not matter.
    int values = 0;
    int zeros = 0;
};

std::map<QString, Of> byQuantity(const city::FeedPicture& picture)
{
    std::map<QString, Of> found;
    for (const city::Observation& one : picture.observations) {
        Of& of = found[one.quantity];
        of.fingerprint += fingerprint(one);
        ++of.values;
        if (one.value == 0) ++of.zeros;
    }
    return found;
}

/// Of each quantity what a place says for each it said, 0 where the two cannot be compared: there is a zero,
/// or another sign. Places that said zero are left out.
std::map<QString, std::vector<double>> ratios(const city::FeedPicture& previous,
                                              const std::vector<city::Observation>& now)
{
    QHash<QPair<city::PlaceId, QString>, double> was;
    was.reserve(static_cast<qsizetype>(previous.observations.size()));
    for (const city::Observation& one : previous.observations)
        was.insert({one.place, one.quantity}, one.value);
    std::map<QString, std::vector<double>> found;
    for (const city::Observation& one : now) {
        const auto old = was.constFind({one.place, one.quantity});
        if (old == was.cend() || *old == 0) continue;
        found[one.quantity].push_back(std::max(0.0, one.value / *old));
    }
    return found;
}

bool nearlyAll(const std::vector<double>& all, const std::function<bool(double)>& is)
{
    const auto count = std::count_if(all.begin(), all.end(), is);
    return all.size() >= pairsToTell && static_cast<std::size_t>(count) * 10 >= all.size() * 8;
}

double middleOf(std::vector<double> numbers)
{
    if (numbers.empty()) return 0;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

/// The power of ten that the middle of the ratios lies at, when nearly all lie about there; else 0. Between
/// two payloads the values themselves move, too.
int powerOf(const std::vector<double>& ratios)
{
    if (ratios.size() < pairsToTell) return 0;
    const double middle = middleOf(ratios);
    if (middle <= 0) return 0;
    const double power = std::round(std::log10(middle));
    if (power == 0 || std::abs(std::log10(middle) - power) > 0.1) return 0;
    const bool all = nearlyAll(
        ratios, [power](double ratio) { return ratio > 0 && std::abs(std::log10(ratio) - power) < 0.3; });
    return all ? static_cast<int>(power) : 0;
}

city::Suspicion suspicion(Kind kind, const QString& quantity, double is)
{
    city::Suspicion made;
    made.kind = kind;
    made.subject = quantity;
    made.is = is;
    return made;
}

double minutes(city::Duration time)
{
    return static_cast<double>(time.count()) / 60'000;
}

} // namespace

std::map<QString, city::Steadiness> steadinessAfter(const std::map<QString, city::Steadiness>& before,
                                                    const city::FeedPicture& now, city::Instant at)
{
    std::map<QString, city::Steadiness> after;
    for (const auto& [quantity, of] : byQuantity(now)) {
        const auto known = before.find(quantity);
        city::Steadiness& steadiness = after[quantity];
        if (known == before.end()) {
            steadiness = {at, city::Duration(0), of.fingerprint};
            continue;
        }
        steadiness = known->second;
        if (steadiness.fingerprint == of.fingerprint) continue;
        steadiness.longest = std::max(steadiness.longest, at - steadiness.since);
        ++steadiness.changes;
        steadiness.since = at;
        steadiness.fingerprint = of.fingerprint;
    }
    return after;
}

std::vector<city::Suspicion> frozenValues(const std::map<QString, city::Steadiness>& steadiness,
                                          const city::FeedPicture& now, city::Instant at)
{
    // A capacity hardly ever changes. Only when all the feed says is like that, and for long, is it odd.
    const bool neverChanged = std::all_of(steadiness.begin(), steadiness.end(),
                                          [](const auto& one) { return one.second.changes == 0; });
    std::vector<city::Suspicion> frozen;
    for (const auto& [quantity, of] : byQuantity(now)) {
        const auto known = steadiness.find(quantity);
        // It does not rain every day.
        if (known == steadiness.end() || of.zeros * 2 > of.values || of.values < placesToTell) continue;
        const city::Duration same = at - known->second.since;
        const bool canTell =
            known->second.changes >= changesToTell || (neverChanged && same >= neverChanging);
        if (!canTell || same <= known->second.longest || same < cadencesAtLeast * now.state.promise.cadence)
            continue;
        frozen.push_back(suspicion(Kind::Frozen, quantity, minutes(same)));
        frozen.back().usual = minutes(known->second.longest);
    }
    return frozen;
}

std::vector<city::Suspicion> valueJumps(const city::FeedPicture& previous,
                                        const std::vector<city::Observation>& now)
{
    std::vector<city::Suspicion> jumps;
    for (const auto& [quantity, all] : ratios(previous, now)) {
        for (const double twice : {2.0, 0.5}) {
            if (nearlyAll(all, [twice](double ratio) { return std::abs(ratio / twice - 1) < 1e-9; }))
                jumps.push_back(suspicion(Kind::Doubled, quantity, twice));
        }
        if (const int power = powerOf(all)) jumps.push_back(suspicion(Kind::UnitJump, quantity, power));
    }
    return jumps;
}

std::vector<city::Suspicion> holdBackJumps(const city::FeedPicture& previous,
                                           std::vector<city::Observation>& now)
{
    std::vector<city::Suspicion> jumps;
    const auto all = ratios(previous, now);
    // What is believed stays as it was while the values themselves go on: nearer to the jump than to none.
    for (const city::Finding& finding : previous.state.health.findings) {
        const bool isJump = finding.what.kind == Kind::UnitJump || finding.what.kind == Kind::Doubled;
        const auto found = all.find(finding.what.subject);
        if (!isJump || finding.ended || found == all.end()) continue;
        const double by = finding.what.kind == Kind::Doubled ? std::log10(finding.what.is) : finding.what.is;
        const double middle = middleOf(found->second);
        if (middle > 0 && std::abs(std::log10(middle) - by) < std::abs(std::log10(middle)))
            jumps.push_back(finding.what);
    }
    for (city::Suspicion& fresh : valueJumps(previous, now)) {
        const bool known = std::any_of(jumps.begin(), jumps.end(),
                                       [&fresh](const auto& one) { return one.subject == fresh.subject; });
        if (!known) jumps.push_back(std::move(fresh));
    }
    QSet<QString> held;
    for (const city::Suspicion& one : jumps) {
        if (one.kind == Kind::UnitJump || one.is > 1) held.insert(one.subject);
    }
    std::erase_if(now, [&held](const city::Observation& one) { return held.contains(one.quantity); });
    return jumps;
}

} // namespace feeds
