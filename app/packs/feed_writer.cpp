// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/feed_writer.h"

#include "app/packs/yaml_text.h"
#include "layers/feeds/decoder.h"

namespace app {

namespace {

using feeds::FieldRef;

QString field(const FieldRef& ref)
{
    const bool plain = ref.without.isEmpty() && ref.clean.empty();
    if (plain) return yaml::oneOrMore(ref.names);
    QString form = QStringLiteral("{field: ") + yaml::oneOrMore(ref.names);
    if (!ref.without.isEmpty()) form += QStringLiteral(", without: ") + yaml::text(ref.without);
    for (const feeds::TextRule& rule : ref.clean) {
        if (rule.kind == feeds::TextRule::Kind::Match)
            form += QStringLiteral(", match: ") + yaml::text(rule.pattern.pattern());
        if (rule.kind == feeds::TextRule::Kind::Replace)
            form += QStringLiteral(", replace: {%1: %2}")
                        .arg(yaml::text(rule.pattern.pattern()), yaml::text(rule.text));
    }
    return form + QLatin1Char('}');
}

QString names(const QMap<QString, FieldRef>& fields)
{
    if (fields.size() == 1 && fields.firstKey().isEmpty()) return field(fields.first());
    QStringList parts;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        parts << it.key() + QStringLiteral(": ") + field(it.value());
    return QLatin1Char('{') + parts.join(QStringLiteral(", ")) + QLatin1Char('}');
}

QString time(const feeds::TimeMapping& time)
{
    if (time.ofAnswer) return QStringLiteral("{of: answer}");
    QStringList parts;
    if (time.fields.size() == 1) {
        parts << QStringLiteral("field: ") + field(time.fields.front());
    } else {
        QStringList all;
        for (const FieldRef& one : time.fields)
            all << one.names.value(0);
        parts << QStringLiteral("fields: ") + yaml::list(all);
    }
    if (!time.formats.isEmpty()) parts << QStringLiteral("format: ") + yaml::oneOrMore(time.formats);
    if (time.zone) parts << QStringLiteral("zone: ") + yaml::text(QString::fromUtf8(time.zone->id()));
    if (time.ofEnvelope) parts << QStringLiteral("of: envelope");
    return QLatin1Char('{') + parts.join(QStringLiteral(", ")) + QLatin1Char('}');
}

QString measure(const feeds::ObservationMapping& one)
{
    QString form =
        QStringLiteral("{field: ") + field(one.field) + QStringLiteral(", unit: ") + yaml::text(one.unit);
    if (one.least && one.most)
        form += QStringLiteral(", range: [") + yaml::number(*one.least) + QStringLiteral(", ") +
                yaml::number(*one.most) + QLatin1Char(']');
    if (one.only)
        form += QStringLiteral(", only: {field: %1, is: %2}")
                    .arg(field(one.only->first), yaml::oneOrMore(one.only->second));
    return form + QLatin1Char('}');
}

/// Lines of one file.
class Lines {
public:
    void add(const QString& key, const QString& value, int depth = 0)
    {
        m_text += QString(depth * 2, QLatin1Char(' ')) + key + QLatin1Char(':') +
                  (value.isEmpty() ? QString() : QLatin1Char(' ') + value) + QLatin1Char('\n');
    }
    template<typename Thing> void addPosition(const Thing& thing)
    {
        if (thing.lon.isSet())
            add(QStringLiteral("lon"), field(thing.lon), 1), add(QStringLiteral("lat"), field(thing.lat), 1);
        if (thing.geometry.isSet()) add(QStringLiteral("geometry"), field(thing.geometry), 1);
        if (thing.crs != QLatin1String("EPSG:4326")) add(QStringLiteral("crs"), yaml::text(thing.crs), 1);
    }
    void addMeasures(const std::vector<feeds::ObservationMapping>& measures, int depth)
    {
        for (const feeds::ObservationMapping& one : measures)
            add(yaml::text(one.quantity), measure(one), depth);
    }
    QString m_text;
};

void addRequest(const feeds::FeedSpec& feed, const FeedWriting& writing, Lines& lines)
{
    lines.add(QStringLiteral("get"), {});
    if (writing.watch.isEmpty())
        // A place to be filled in stays readable.
        lines.add(QStringLiteral("url"),
                  yaml::text(feed.request.url.toString(QUrl::FullyEncoded)
                                 .replace(QLatin1String("%7B"), QLatin1String("{"))
                                 .replace(QLatin1String("%7D"), QLatin1String("}"))),
                  1);
    else
        lines.add(QStringLiteral("watch"), yaml::text(writing.watch), 1);
    if (feed.request.lookup)
        lines.add(QStringLiteral("find"),
                  QStringLiteral("{url: ") +
                      yaml::text(feed.request.lookup->url.toString(QUrl::FullyEncoded)) +
                      QStringLiteral(", field: ") + yaml::text(feed.request.lookup->field) + QLatin1Char('}'),
                  1);
    if (!feed.request.headers.isEmpty()) {
        lines.add(QStringLiteral("headers"), {}, 1);
        for (auto it = feed.request.headers.cbegin(); it != feed.request.headers.cend(); ++it)
            lines.add(yaml::text(it.key()), yaml::text(it.value()), 2);
    }
    lines.add(QStringLiteral("every"), writing.every, 1);
    QString promise =
        QStringLiteral("{cadence: ") + (writing.cadence.isEmpty() ? writing.every : writing.cadence);
    if (!writing.latency.isEmpty()) promise += QStringLiteral(", latency: ") + writing.latency;
    lines.add(QStringLiteral("promise"), promise + QLatin1Char('}'));
}

void addLayout(const feeds::FeedSpec& feed, Lines& lines)
{
    const feeds::Mapping& mapping = feed.mapping;
    if (!mapping.records.isEmpty())
        lines.add(QStringLiteral("records"),
                  yaml::oneOrMore(QStringList{mapping.records} + mapping.recordsElse));
    if (!mapping.fields.isEmpty()) lines.add(QStringLiteral("fields"), yaml::text(mapping.fields));
    if (feed.format == QLatin1String("json") && mapping.listHeader)
        lines.add(QStringLiteral("header"), QStringLiteral("true"));
    if (feed.format == QLatin1String("csv") && !mapping.header)
        lines.add(QStringLiteral("header"), QStringLiteral("false"));
    if (feed.format == QLatin1String("csv") && mapping.delimiter != QLatin1String(","))
        lines.add(QStringLiteral("delimiter"), mapping.delimiter == QLatin1String("\t")
                                                   ? QStringLiteral("tab")
                                                   : yaml::text(mapping.delimiter));
    if (!mapping.encoding.isEmpty()) lines.add(QStringLiteral("encoding"), yaml::text(mapping.encoding));
    if (!mapping.member.isEmpty()) lines.add(QStringLiteral("member"), yaml::text(mapping.member));
    if (!mapping.missing.isEmpty()) lines.add(QStringLiteral("missing"), yaml::list(mapping.missing));
}

void addPlace(const feeds::Mapping& mapping, Lines& lines)
{
    const feeds::PlaceMapping& place = *mapping.place;
    lines.add(QStringLiteral("place"), {});
    lines.add(QStringLiteral("kind"), yaml::text(place.kind), 1);
    lines.add(QStringLiteral("id"), field(place.id), 1);
    if (!place.name.isEmpty()) lines.add(QStringLiteral("name"), names(place.name), 1);
    lines.addPosition(place);
    QStringList line;
    for (const FieldRef& one : place.lineLonLat)
        line << one.names.value(0);
    if (!line.isEmpty()) lines.add(QStringLiteral("line"), yaml::list(line), 1);
    if (!place.details.isEmpty()) lines.add(QStringLiteral("details"), {}, 1);
    for (auto it = place.details.cbegin(); it != place.details.cend(); ++it)
        lines.add(yaml::text(it.key()), field(it.value()), 2);
    if (mapping.time) lines.add(QStringLiteral("time"), time(*mapping.time));
    if (!mapping.observe.empty()) lines.add(QStringLiteral("observe"), {});
    lines.addMeasures(mapping.observe, 1);
}

void addEvent(const feeds::EventMapping& event, Lines& lines)
{
    lines.add(QStringLiteral("event"), {});
    lines.add(QStringLiteral("kind"), yaml::text(event.kind), 1);
    lines.add(QStringLiteral("id"), field(event.id), 1);
    if (!event.title.isEmpty()) lines.add(QStringLiteral("title"), names(event.title), 1);
    lines.addPosition(event);
    if (!event.begins.fields.empty()) lines.add(QStringLiteral("begins"), time(event.begins), 1);
    if (!event.ends.fields.empty()) lines.add(QStringLiteral("ends"), time(event.ends), 1);
    if (!event.measures.empty()) lines.add(QStringLiteral("measures"), {}, 1);
    lines.addMeasures(event.measures, 2);
}

} // namespace

QString feedYaml(const feeds::FeedSpec& feed, const FeedWriting& writing)
{
    Lines lines;
    lines.add(QStringLiteral("feed"), yaml::text(feed.id));
    lines.add(QStringLiteral("title"), yaml::local(feed.title));
    lines.add(QStringLiteral("publisher"), yaml::local(feed.publisher));
    lines.add(QStringLiteral("licence"), yaml::text(feed.licence));
    if (!feed.note.isEmpty()) lines.add(QStringLiteral("note"), yaml::text(feed.note));
    addRequest(feed, writing, lines);
    lines.add(QStringLiteral("format"), feed.format);
    if (feeds::standardFormats().contains(feed.format)) {
        QStringList kinds;
        if (!writing.placeKinds.isEmpty())
            kinds << QStringLiteral("places: ") + yaml::list(writing.placeKinds);
        if (!writing.eventKinds.isEmpty())
            kinds << QStringLiteral("events: ") + yaml::list(writing.eventKinds);
        if (!kinds.isEmpty())
            lines.add(QStringLiteral("kinds"),
                      QLatin1Char('{') + kinds.join(QStringLiteral(", ")) + QLatin1Char('}'));
        return lines.m_text;
    }
    addLayout(feed, lines);
    if (feed.mapping.place) addPlace(feed.mapping, lines);
    if (feed.mapping.event) addEvent(*feed.mapping.event, lines);
    return lines.m_text;
}

} // namespace app
