// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/findings.h"

#include "layers/feeds/health/schema_change.h"
#include "layers/feeds/health/suspicion.h"

#include <QSet>
#include <algorithm>

namespace feeds {

namespace {

using Kind = city::Suspicion::Kind;
using namespace std::chrono_literals;

constexpr city::Duration newsFor = 24h;
constexpr city::Duration usualAfter = 7 * 24h;
constexpr city::Duration keptFor = 7 * 24h;
constexpr int quietToEnd = 2;
constexpr std::size_t mostFindings = 60;
constexpr qsizetype mostExamples = 50;

/// Told once, at the payload in which it happens; all others are told by every payload that shows them.
bool isChange(Kind kind)
{
    switch (kind) {
    case Kind::FieldGone:
    case Kind::FieldEmptied:
    case Kind::FieldRetyped:
    case Kind::FieldNew:
    case Kind::PlacesGone:
        return true;
    default:
        return false;
    }
}

bool someStillGone(const city::Suspicion& gone, const city::FeedPicture& now)
{
    QSet<QString> missing(gone.examples.begin(), gone.examples.end());
    for (const city::Place& place : now.places) {
        if (missing.isEmpty()) break;
        missing.remove(nameOf(place.id));
    }
    return !missing.isEmpty();
}

bool holdsStill(const city::Finding& finding, const city::FeedPicture& now, city::Instant at)
{
    const city::Suspicion& what = finding.what;
    if (at - finding.began > (what.kind == Kind::FieldNew ? newsFor : usualAfter)) return false;
    if (what.kind == Kind::PlacesGone) return someStillGone(what, now);
    return stillChanged(what, now.state.memory.schema);
}

/// A field that comes back is not new, and one that was new and goes again is not missed.
void forgetReturns(std::vector<city::Suspicion>& raised, const std::vector<city::Finding>& before)
{
    std::erase_if(raised, [&before](const city::Suspicion& one) {
        if (one.kind != Kind::FieldNew && one.kind != Kind::FieldGone) return false;
        const Kind other = one.kind == Kind::FieldNew ? Kind::FieldGone : Kind::FieldNew;
        return std::any_of(before.begin(), before.end(), [&one, other](const city::Finding& finding) {
            return !finding.ended && finding.what.kind == other && finding.what.subject == one.subject;
        });
    });
}

/// More of the same: more places are gone.
void goOn(city::Finding& finding, const city::Suspicion& seen, city::Instant at)
{
    const city::Suspicion earlier = finding.what;
    finding.what = seen;
    finding.lastSeen = at;
    finding.quiet = 0;
    if (seen.kind != Kind::PlacesGone) return;
    finding.what.is += earlier.is;
    finding.what.usual = earlier.usual;
    finding.what.examples = earlier.examples + seen.examples;
    finding.what.examples.removeDuplicates();
    finding.what.examples = finding.what.examples.mid(0, mostExamples);
}

void tidy(std::vector<city::Finding>& findings, city::Instant at)
{
    std::erase_if(findings,
                  [at](const city::Finding& one) { return one.ended && at - *one.ended > keptFor; });
    std::stable_sort(findings.begin(), findings.end(), [](const city::Finding& a, const city::Finding& b) {
        if (a.ended.has_value() != b.ended.has_value()) return !a.ended;
        return a.ended ? *a.ended > *b.ended : a.began > b.began;
    });
    if (findings.size() > mostFindings) findings.resize(mostFindings);
}

/// What a payload says of a finding that holds.
void weigh(city::Finding& finding, std::vector<city::Suspicion>& raised, const city::FeedPicture& now,
           city::Instant at)
{
    const auto seen = std::find_if(raised.begin(), raised.end(), [&finding](const city::Suspicion& one) {
        return one.speaksOfSame(finding.what);
    });
    if (seen != raised.end()) {
        const bool typeIsBack = seen->kind == Kind::FieldRetyped && seen->now == finding.what.was;
        if (typeIsBack)
            finding.ended = at;
        else
            goOn(finding, *seen, at);
        raised.erase(seen);
        return;
    }
    if (isChange(finding.what.kind)) {
        if (holdsStill(finding, now, at))
            finding.lastSeen = at;
        else
            finding.ended = at;
        return;
    }
    const bool atOnce = finding.what.kind == Kind::UnitJump || finding.what.kind == Kind::Doubled;
    if (++finding.quiet >= quietToEnd || atOnce) finding.ended = at;
}

} // namespace

std::vector<city::Finding> findingsAfter(const std::vector<city::Finding>& before,
                                         const std::vector<city::Suspicion>& raised,
                                         const city::FeedPicture& now, city::Instant at)
{
    std::vector<city::Finding> after = before;
    std::vector<city::Suspicion> left = raised;
    forgetReturns(left, before);
    for (city::Finding& finding : after) {
        if (!finding.ended) weigh(finding, left, now, at);
    }
    for (city::Suspicion& one : left)
        after.push_back({std::move(one), at, at});
    tidy(after, at);
    return after;
}

std::vector<city::Finding> findingsUnchanged(const std::vector<city::Finding>& before,
                                             const city::FeedPicture& now, city::Instant at)
{
    std::vector<city::Suspicion> raised = frozenValues(now.state.memory.steadiness, now, at);
    for (const city::Finding& one : before) {
        if (!one.ended && !isChange(one.what.kind) && one.what.kind != Kind::Frozen)
            raised.push_back(one.what);
    }
    return findingsAfter(before, raised, now, at);
}

std::vector<city::Finding> holding(const std::vector<city::Finding>& findings)
{
    std::vector<city::Finding> found;
    for (const city::Finding& one : findings) {
        if (!one.ended && one.what.kind != Kind::FieldNew) found.push_back(one);
    }
    return found;
}

} // namespace feeds
