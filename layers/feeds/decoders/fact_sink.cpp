// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/record_label.h"
#include "layers/feeds/reasons.h"
#include "layers/feeds/text/number.h"

#include <QHashSeed>
#include <algorithm>
#include <cmath>

namespace feeds {

namespace {

using namespace std::chrono_literals;

constexpr city::Instant ancient{std::chrono::sys_days{std::chrono::year{1990} / 1 / 1}};

QString shown(double number)
{
    return QString::fromStdString(fromNumber(number));
}

QString bound(const std::optional<double>& number)
{
    return number ? shown(*number) : QStringLiteral("...");
}

bool isOnEarth(city::LonLat p)
{
    return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90;
}

bool areOnEarth(const std::vector<city::LonLat>& positions)
{
    return std::all_of(positions.begin(), positions.end(), isOnEarth);
}

bool isOnEarth(const city::Geometry& geometry)
{
    const auto polygonIs = [](const city::Polygon& polygon) {
        return std::all_of(polygon.rings.begin(), polygon.rings.end(), areOnEarth);
    };
    return areOnEarth(geometry.points) &&
           std::all_of(geometry.lines.begin(), geometry.lines.end(), areOnEarth) &&
           std::all_of(geometry.polygons.begin(), geometry.polygons.end(), polygonIs);
}

} // namespace

QString languageName(const QString& tag)
{
    const QString lower = tag.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
    if (lower == QLatin1String("zh-tw") || lower.startsWith(QLatin1String("zh-hant")))
        return QStringLiteral("zh_TW");
    return lower.section(QLatin1Char('-'), 0, 0);
}

city::LocalText localText(const QString& text, const QString& language)
{
    city::LocalText made;
    if (!text.isEmpty()) made.set(languageName(language), text);
    return made;
}

FactSink::FactSink(const DecodeContext& context, Decoded& decoded, Area area)
    : m_context(context), m_decoded(decoded), m_iso({QStringLiteral("iso8601")}, context.feed.zone),
      m_rfc({QStringLiteral("rfc1123"), QStringLiteral("iso8601")}, context.feed.zone), m_area(area),
      m_seed(QHashSeed::globalSeed()), m_alerts(decoded)
{
}

void FactSink::turnTo(const QString& idField, const QString& id)
{
    ++m_number;
    m_idField = idField;
    m_id = id;
    m_idUtf8 = {};
}

void FactSink::turnTo(const QString& idField, std::string_view id)
{
    ++m_number;
    m_idField = idField;
    m_id.clear();
    m_idUtf8 = id;
}

void FactSink::reserve(std::size_t facts)
{
    m_vehicles.reserve(facts);
    m_decoded.vehicles.reserve(m_decoded.vehicles.size() + facts);
}

void FactSink::report(const QString& field, city::Message text)
{
    const QString id = m_idUtf8.empty() ? m_id : toQString(m_idUtf8);
    m_decoded.addProblem(
        {m_number == 0 ? QString() : RecordLabel{m_number, m_idField, id.left(200)}.toString(), field,
         std::move(text)});
}

std::optional<city::Instant> FactSink::planned(const QString& field, std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    const auto at = m_iso.read(text);
    if (!at)
        report(field,
               {QT_TRANSLATE_NOOP("Message", "\"%1\" is no date and time"), {toQString(text.substr(0, 60))}});
    return at;
}

std::optional<city::Instant> FactSink::rfc1123(const QString& field, std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    const auto at = m_rfc.read(text);
    if (!at)
        report(field,
               {QT_TRANSLATE_NOOP("Message", "\"%1\" is no date and time"), {toQString(text.substr(0, 60))}});
    return at;
}

std::optional<city::Instant> FactSink::observed(const QString& field, std::string_view text)
{
    return plausible(field, planned(field, text));
}

std::optional<city::Instant> FactSink::plausible(const QString& field, std::optional<city::Instant> at)
{
    if (!at || (*at >= ancient && *at <= m_context.receivedAt + 24h)) return at;
    report(field, {QT_TRANSLATE_NOOP("Message", "the time %1 cannot be true"), {city::toIso(*at)}});
    return std::nullopt;
}

std::optional<city::LonLat> FactSink::position(const QString& field, std::optional<double> lon,
                                               std::optional<double> lat)
{
    if (!lon || !lat || (*lon == 0 && *lat == 0)) return std::nullopt;
    const city::LonLat at{*lon, *lat};
    if (isOnEarth(at)) return at;
    const bool swapped = isOnEarth(city::LonLat{at.lat, at.lon});
    report(field, {swapped ? reasons::swapped : reasons::notOnEarth, {shown(at.lon), shown(at.lat)}});
    return std::nullopt;
}

city::Geometry FactSink::checked(const QString& field, city::Geometry geometry)
{
    if (isOnEarth(geometry)) return geometry;
    report(field, QT_TRANSLATE_NOOP("Message", "has a position that is not on Earth, and is not used"));
    return {};
}

bool FactSink::isElsewhere(const std::optional<city::LonLat>& at, const city::Geometry& shape)
{
    const auto& extent = m_context.feed.extent;
    if (m_area == Area::World || !extent || (!at && shape.isEmpty())) return false;
    const bool here = shape.isEmpty() ? extent->contains(*at) : extent->intersects(shape.bounds());
    if (!here) ++m_elsewhere;
    return !here;
}

template<typename Fact>
void FactSink::keep(std::vector<Fact>& facts, IdIndex& known, std::size_t hash, Fact fact)
{
    const int found =
        known.findOrAdd(hash, [&](int at) { return facts[static_cast<std::size_t>(at)].id == fact.id; });
    if (found < 0) return facts.push_back(std::move(fact));
    report(QStringLiteral("id"),
           QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts"));
    facts[static_cast<std::size_t>(found)] = std::move(fact);
}

void FactSink::add(city::Place place)
{
    if (isElsewhere(place.at, place.shape)) return;
    const std::size_t hash = qHash(place.id, m_seed);
    keep(m_decoded.places, m_places, hash, std::move(place));
}

void FactSink::add(city::Event event)
{
    if (isElsewhere({}, event.geometry)) return;
    if (event.begins && event.ends && *event.ends < *event.begins) {
        report(QStringLiteral("end"),
               QT_TRANSLATE_NOOP("Message", "the end lies before the beginning and is not used"));
        event.ends.reset();
    }
    const std::size_t hash = qHash(event.id, m_seed);
    keep(m_decoded.events, m_events, hash, std::move(event));
}

void FactSink::add(city::Vehicle vehicle)
{
    if (isElsewhere(vehicle.at, {})) return;
    const std::size_t hash = qHash(vehicle.id, m_seed);
    keep(m_decoded.vehicles, m_vehicles, hash, std::move(vehicle));
}

template<typename Fact>
void FactSink::takeAll(std::vector<Fact>& from, std::vector<Fact>& facts, IdIndex& theirs, IdIndex& known)
{
    if (facts.empty()) {
        facts = std::move(from);
        known = std::move(theirs);
        return;
    }
    facts.reserve(facts.size() + from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        m_number = 0; // a report names no record: which one it was, only the part knew
        keep(facts, known, theirs.hashAt(i), std::move(from[i]));
    }
    from.clear();
}

void FactSink::take(FactSink& part)
{
    Decoded& said = part.m_decoded;
    const int before = m_decoded.problemCount + said.problemCount;
    for (city::Problem& problem : said.problems)
        m_decoded.addProblem(std::move(problem));
    m_decoded.problemCount = before;
    takeAll(said.vehicles, m_decoded.vehicles, part.m_vehicles, m_vehicles);
    takeAll(said.events, m_decoded.events, part.m_events, m_events);
    for (city::Alert& alert : said.alerts) {
        const QString record = QStringLiteral("id=") + alert.identifier;
        m_alerts.add(std::move(alert), record);
    }
    m_elsewhere += part.m_elsewhere;
}

std::optional<FactSink::Value> FactSink::converted(const QString& quantity, const QString& field,
                                                   double value, const QString& unit)
{
    auto known = m_quantities.find(quantity);
    if (known == m_quantities.end()) {
        Known entry;
        const auto found = m_context.quantities.constFind(quantity);
        if (found != m_context.quantities.cend())
            entry = {found->unit, found->least, found->most, false, true};
        known = m_quantities.insert(quantity, entry);
    }
    if (!std::isfinite(value)) return std::nullopt;
    if (!known->catalogued) return Value{value, unit};
    const auto number = city::convertUnit(value, unit, known->unit);
    if (!number) {
        if (!known->unitReported)
            report(field, {QT_TRANSLATE_NOOP("Message", "%1 is measured in %2, which %3 cannot become"),
                           {quantity, known->unit, unit}});
        known->unitReported = true;
        return std::nullopt;
    }
    if ((known->least && *number < *known->least) || (known->most && *number > *known->most)) {
        report(field,
               {QT_TRANSLATE_NOOP("Message", "%1 %2 is outside of what is physically possible, %3 to %4"),
                {shown(*number), known->unit, bound(known->least), bound(known->most)}});
        return std::nullopt;
    }
    return Value{*number, known->unit};
}

void FactSink::observe(const city::PlaceId& place, const QString& quantity, const QString& field,
                       double value, const QString& unit, city::Instant at)
{
    auto usable = converted(quantity, field, value, unit);
    if (!usable) return;
    city::Observation made{place, quantity, usable->value, std::move(usable->unit), at, m_context.receivedAt};
    const size_t key =
        qHashMulti(0, place.kind, place.id, quantity, static_cast<qint64>(at.time_since_epoch().count()));
    const auto found = m_observations.constFind(key);
    if (found != m_observations.cend()) {
        city::Observation& known = m_decoded.observations[static_cast<std::size_t>(*found)];
        if (known.place == place && known.quantity == quantity && known.observedAt == at) {
            if (known.value != made.value)
                report(field, QT_TRANSLATE_NOOP(
                                  "Message", "another value of the same time came before; the later counts"));
            known = std::move(made);
            return;
        }
    }
    m_observations.insert(key, static_cast<int>(m_decoded.observations.size()));
    m_decoded.observations.push_back(std::move(made));
}

void FactSink::measure(city::Event& event, const QString& quantity, const QString& field, double value,
                       const QString& unit)
{
    auto usable = converted(quantity, field, value, unit);
    if (!usable) return;
    const city::Instant at = event.begins.value_or(event.reportedAt);
    event.measures.push_back(
        {{}, quantity, usable->value, std::move(usable->unit), at, m_context.receivedAt});
}

void FactSink::finish()
{
    if (m_elsewhere == 0) return;
    m_decoded.addProblem(
        {{},
         {},
         {QT_TRANSLATE_NOOP("Message", "%1 records lie outside of the area of this feed and were left "
                                       "out"),
          {QString::number(m_elsewhere)}}});
    m_elsewhere = 0;
}

} // namespace feeds
