// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/health_json.h"

#include <QJsonArray>

namespace feeds::json {

namespace {

template<typename List, typename Make> QJsonArray array(const List& list, Make make)
{
    QJsonArray made;
    for (const auto& one : list)
        made.append(make(one));
    return made;
}

QJsonValue time(city::Instant at)
{
    return static_cast<double>(at.time_since_epoch().count());
}

QJsonValue span(city::Duration duration)
{
    return static_cast<double>(duration.count());
}

QJsonValue time(const std::optional<city::Instant>& at)
{
    return at ? time(*at) : QJsonValue();
}

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// One record of numbers, read one after the other.
class Numbers {
public:
    explicit Numbers(const QJsonArray& array) : m_array(array) {}
    double number() { return m_array.at(m_next++).toDouble(); }
    int whole(int least = 0, int most = 1'000'000'000)
    {
        return std::clamp(static_cast<int>(std::clamp(number(), -1e9, 1e9)), least, most);
    }
    city::Duration span() { return city::Duration(static_cast<qint64>(std::clamp(number(), -1e16, 1e16))); }
    city::Instant time() { return city::Instant(span()); }
    std::optional<city::Instant> maybeTime()
    {
        if (m_array.at(m_next).isDouble()) return time();
        ++m_next;
        return std::nullopt;
    }
    QString text() { return m_array.at(m_next++).toString(); }

private:
    QJsonArray m_array;
    qsizetype m_next = 0;
};

QJsonObject schema(const city::FeedSchema& schema)
{
    QJsonObject fields;
    for (const auto& [name, shape] : schema.fields)
        fields.insert(name,
                      QJsonArray{static_cast<int>(shape.type), shape.seen, shape.filled, shape.example});
    return {{key("records"), schema.records}, {key("fields"), fields}};
}

city::FieldShape::Type typeFrom(int number)
{
    return static_cast<city::FieldShape::Type>(number);
}
constexpr int lastType = static_cast<int>(city::FieldShape::Type::Group);

city::FeedSchema schemaFrom(const QJsonObject& object)
{
    city::FeedSchema made;
    made.records = object.value(key("records")).toInt();
    const QJsonObject fields = object.value(key("fields")).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        Numbers numbers(it->toArray());
        const auto type = typeFrom(numbers.whole(0, lastType));
        const int seen = numbers.whole(), filled = numbers.whole();
        made.fields.emplace(it.key(), city::FieldShape{type, seen, filled, numbers.text()});
    }
    return made;
}

QJsonArray finding(const city::Finding& one)
{
    const city::Suspicion& what = one.what;
    return {static_cast<int>(what.kind),
            what.subject,
            what.is,
            what.usual,
            static_cast<int>(what.was),
            static_cast<int>(what.now),
            time(one.began),
            time(one.lastSeen),
            time(one.ended),
            one.quiet,
            QJsonArray::fromStringList(what.examples)};
}

city::Finding findingFrom(const QJsonArray& array)
{
    city::Finding one;
    Numbers numbers(array);
    one.what.kind = static_cast<city::Suspicion::Kind>(
        numbers.whole(0, static_cast<int>(city::Suspicion::Kind::ContentType)));
    one.what.subject = numbers.text();
    one.what.is = numbers.number();
    one.what.usual = numbers.number();
    one.what.was = typeFrom(numbers.whole(0, lastType));
    one.what.now = typeFrom(numbers.whole(0, lastType));
    one.began = numbers.time();
    one.lastSeen = numbers.time();
    one.ended = numbers.maybeTime();
    one.quiet = numbers.whole();
    for (const QJsonValue& example : array.at(10).toArray())
        one.what.examples << example.toString();
    return one;
}

QJsonArray quarter(const city::FeedQuarter& one)
{
    return {time(one.begins),  one.asked, one.failed, span(one.latency), static_cast<int>(one.worst),
            time(one.speaksOf)};
}

city::FeedQuarter quarterFrom(const QJsonArray& array)
{
    Numbers numbers(array);
    city::FeedQuarter one;
    one.begins = numbers.time();
    one.asked = numbers.whole();
    one.failed = numbers.whole();
    one.latency = numbers.span();
    one.worst = static_cast<city::Freshness>(numbers.whole(0, static_cast<int>(city::Freshness::Missing)));
    one.speaksOf = numbers.maybeTime();
    return one;
}

QJsonArray month(const city::FeedMonth& one)
{
    return {one.year,     one.month,        span(one.watched), one.asked,
            one.answered, one.observations, one.onTime,        one.complete};
}

city::FeedMonth monthFrom(const QJsonArray& array)
{
    Numbers numbers(array);
    city::FeedMonth one;
    one.year = numbers.whole();
    one.month = numbers.whole(1, 12);
    one.watched = numbers.span();
    one.asked = numbers.whole();
    one.answered = numbers.whole();
    one.observations = numbers.whole();
    one.onTime = numbers.whole();
    one.complete = numbers.number();
    return one;
}

template<typename One, typename From>
void fill(std::vector<One>& list, const QJsonValue& value, qsizetype most, From from)
{
    for (const QJsonValue& one : value.toArray()) {
        if (static_cast<qsizetype>(list.size()) >= most) return;
        list.push_back(from(one));
    }
}

city::Instant timeFrom(const QJsonValue& value)
{
    return city::Instant(city::Duration(static_cast<qint64>(value.toDouble())));
}

} // namespace

QJsonObject feed(const city::FeedMemory& memory, const city::FeedHealth& health)
{
    QJsonObject steadiness;
    for (const auto& [quantity, one] : memory.steadiness)
        steadiness.insert(quantity, QJsonArray{time(one.since), span(one.longest),
                                               QString::number(one.fingerprint, 16), one.changes});
    const city::FeedLog& log = health.log;
    const auto asTime = [](city::Instant at) { return time(at); };
    return {{key("schema"), schema(memory.schema)},
            {key("steadiness"), steadiness},
            {key("facts"), QJsonArray{memory.facts.mean, memory.facts.distance, memory.facts.times}},
            {key("encoding"), QJsonArray{memory.encoding, memory.encodingConfidence}},
            {key("lag"), QJsonArray{span(memory.lag), memory.lagTimes, time(memory.told)}},
            {key("findings"), array(health.findings, finding)},
            {key("quarters"), array(log.quarters, quarter)},
            {key("observations"), array(log.observations, asTime)},
            {key("answers"), array(log.answers, asTime)},
            {key("months"), array(log.months, month)}};
}

city::FeedMemory memory(const QJsonObject& feed)
{
    city::FeedMemory made;
    made.schema = schemaFrom(feed.value(key("schema")).toObject());
    const QJsonObject steadiness = feed.value(key("steadiness")).toObject();
    for (auto it = steadiness.begin(); it != steadiness.end(); ++it) {
        Numbers numbers(it->toArray());
        const city::Instant since = numbers.time();
        const city::Duration longest = numbers.span();
        const quint64 fingerprint = numbers.text().toULongLong(nullptr, 16);
        made.steadiness[it.key()] = {since, longest, fingerprint, numbers.whole()};
    }
    Numbers facts(feed.value(key("facts")).toArray());
    made.facts.mean = facts.number();
    made.facts.distance = facts.number();
    made.facts.times = facts.whole();
    Numbers encoding(feed.value(key("encoding")).toArray());
    made.encoding = encoding.text();
    made.encodingConfidence = encoding.whole(0, 100);
    Numbers lag(feed.value(key("lag")).toArray());
    made.lag = lag.span();
    made.lagTimes = lag.whole();
    made.told = lag.maybeTime();
    return made;
}

city::FeedHealth health(const QJsonObject& feed)
{
    city::FeedHealth made;
    const auto toArray = [](auto from) {
        return [from](const QJsonValue& value) { return from(value.toArray()); };
    };
    fill(made.findings, feed.value(key("findings")), 60, toArray(findingFrom));
    fill(made.log.quarters, feed.value(key("quarters")), 97, toArray(quarterFrom));
    fill(made.log.observations, feed.value(key("observations")), 50, timeFrom);
    fill(made.log.answers, feed.value(key("answers")), 50, timeFrom);
    fill(made.log.months, feed.value(key("months")), 13, toArray(monthFrom));
    return made;
}

} // namespace feeds::json
