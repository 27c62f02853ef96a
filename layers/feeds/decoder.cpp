// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoder.h"

#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/gzip.h"

namespace feeds {

namespace {

constexpr std::size_t namedProblems = 1000;

template<typename Fact> void appendFacts(std::vector<Fact>& to, const std::vector<Fact>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

void Decoded::addProblem(city::Problem problem)
{
    ++problemCount;
    if (problems.size() < namedProblems) problems.push_back(std::move(problem));
}

int Decoded::factCount() const
{
    return static_cast<int>(places.size() + observations.size() + alerts.size() + events.size() +
                            vehicles.size());
}

void append(Decoded& to, const Decoded& from)
{
    appendFacts(to.places, from.places);
    appendFacts(to.observations, from.observations);
    appendFacts(to.alerts, from.alerts);
    appendFacts(to.events, from.events);
    appendFacts(to.vehicles, from.vehicles);
    appendFacts(to.docked, from.docked);
    appendFacts(to.follow, from.follow);
    to.vehicleTypes.insert(from.vehicleTypes);
    to.regions.insert(from.regions);
    to.records += from.records;
    if (to.schema.isEmpty()) to.schema = from.schema;
    if (to.encoding.name.isEmpty()) to.encoding = from.encoding;
    const int counted = to.problemCount + from.problemCount;
    for (const city::Problem& problem : from.problems)
        to.addProblem(problem);
    to.problemCount = counted; // a document may know of more problems than it holds
}

city::Result<Decoded> decode(const QByteArray& payload, const DecodeContext& context)
{
    if (isGzip(payload)) {
        const city::Result<QByteArray> content = inflateGzip(payload, context.feed.request.maxBytes);
        if (!content) return content.problem();
        if (isGzip(*content))
            return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is gzip within gzip")};
        return decode(*content, context);
    }
    // Some servers call it gzip and send the stream without its header. Text may begin so, too ("x^", "x\x9c").
    if (isZlib(payload) && !isGzip(payload)) {
        const city::Result<QByteArray> content = inflateZlib(payload, context.feed.request.maxBytes);
        if (content && !isZlib(*content)) return decode(*content, context);
    }
    if (payload.trimmed().isEmpty())
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "the payload is empty")};
    for (const Format& format : formats()) {
        if (context.feed.format == QLatin1String(format.name)) return format.decode(payload, context);
    }
    return city::Problem{{},
                         {},
                         {QT_TRANSLATE_NOOP("Message", "the format \"%1\" is not known; expected one of: %2"),
                          {context.feed.format, knownFormats().join(QStringLiteral(", "))}}};
}

QStringList knownFormats()
{
    QStringList names;
    for (const Format& format : formats())
        names << QString::fromLatin1(format.name);
    return names;
}

QStringList standardFormats()
{
    QStringList names;
    for (const Format& format : formats()) {
        if (format.facts == Format::Facts::ByStandard) names << QString::fromLatin1(format.name);
    }
    return names;
}

} // namespace feeds
