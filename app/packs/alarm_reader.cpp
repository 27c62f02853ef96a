// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/alarm_reader.h"

#include "app/packs/alarm_condition_reader.h"
#include "app/packs/mail_reader.h"
#include "layers/alarms/contradiction.h"

#include <QUrl>

namespace app {

namespace {

/// Where a rule stands, for what is found wrong with all of them at hand.
struct RulePlace {
    QString file;
    YAML::Node node;
};

alarms::Tellable tellable(const AlarmWords& words)
{
    alarms::Tellable told{words.names.quantities, {}, {}, {}, {}, {}, false};
    QSet<QString> mapped;
    for (const feeds::FeedSpec& feed : words.feeds) {
        told.feeds.insert(feed.id, feed.promise);
        told.hasSigners = told.hasSigners || !feed.signers.isEmpty();
        const feeds::Mapping& mapping = feed.mapping;
        for (const feeds::ObservationMapping& one : mapping.observe) {
            if (!mapping.place) continue;
            const auto key = qMakePair(mapping.place->kind, one.quantity);
            told.measured.insert(key);
            mapped.insert(key.first);
            const auto known = told.cadences.constFind(key);
            told.cadences[key] = known == told.cadences.cend() ? feed.promise.cadence : std::min(*known, feed.promise.cadence);
        }
        if (!mapping.event) continue;
        mapped.insert(mapping.event->kind);
        for (const feeds::ObservationMapping& one : mapping.event->measures) told.ofEvents.insert({mapping.event->kind, one.quantity});
    }
    for (const QString& kind : words.names.placeKinds + words.names.eventKinds)
        if (!mapped.contains(kind)) told.open.insert(kind);
    return told;
}

/// Reads rules, one file after the other.
class AlarmReader {
public:
    AlarmReader(const AlarmWords& words, Problems& problems) : m_words(words), m_problems(problems) {}

    void readFile(const QString& file)
    {
        const YAML::Node root = loadYaml(file, file, m_problems);
        if (!root.IsDefined()) return;
        YamlMap top(root, file, m_problems);
        if (!top.isValid()) return;
        m_plan.trusted += top.texts("trust");
        m_plan.trustedSigned += top.texts("trust-signed");
        if (top.has("webhook")) readWebhook(top);
        if (top.has("mail")) readMail(top);
        const YAML::Node list = top.node("alarms");
        if (!list.IsDefined()) return;
        if (!list.IsSequence())
            return top.report("alarms", QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
        for (const YAML::Node& node : list) {
            YamlMap map(node, file, m_problems);
            if (map.isValid()) readRule(map, node);
        }
    }

    std::shared_ptr<const alarms::Plan> end(const QTimeZone& zone)
    {
        m_plan.zone = zone;
        m_plan.terms = m_words.terms;
        for (const alarms::Rule& rule : m_plan.rules) checkNames(rule);
        if (m_problems.size() == m_before) checkSense();
        return std::make_shared<const alarms::Plan>(std::move(m_plan));
    }

private:
    void readWebhook(YamlMap& top)
    {
        YamlMap map(top.node("webhook"), top.shownAs(), m_problems);
        m_plan.webhook = map.requiredText("url");
        const QUrl url(m_plan.webhook);
        const bool here = url.host() == QLatin1String("localhost") || url.host() == QLatin1String("127.0.0.1");
        if (url.scheme() != QLatin1String("https") && !(here && url.scheme() == QLatin1String("http")))
            map.report("url", QT_TRANSLATE_NOOP("Message", "must be https (http only of this machine)"));
        m_plan.webhookFrom = priority(map, "from", alarms::Priority::Top);
    }

    void readMail(YamlMap& top)
    {
        YamlMap map(top.node("mail"), top.shownAs(), m_problems);
        if (!map.isValid()) return;
        map.required("to");
        m_plan.mailTo += readMailAddresses(map, "to");
        m_plan.mailFrom = priority(map, "from", alarms::Priority::Top);
        if (!m_words.hasMail) map.report("to", QT_TRANSLATE_NOOP("Message", "the pack names no server that takes e-mail (pack.yaml: mail)"));
    }

    static alarms::Priority priority(YamlMap& map, const char* key, alarms::Priority otherwise)
    {
        const QStringList words{QStringLiteral("top"), QStringLiteral("medium"), QStringLiteral("low")};
        const auto word = map.word(key, words);
        return word ? static_cast<alarms::Priority>(words.indexOf(*word) + 1) : otherwise;
    }

    void readRule(YamlMap& map, const YAML::Node& node)
    {
        alarms::Rule rule;
        rule.id = map.requiredText("alarm");
        rule.alarms = !map.flag("only-for-combination").value_or(false);
        rule.condition = readAlarmCondition(map, m_words);
        const bool warning = std::holds_alternative<alarms::Warning>(rule.condition);
        if (!warning && rule.alarms) map.required("priority");
        rule.priority = priority(map, "priority", alarms::Priority::Low);
        rule.per = map.word("per", QStringList{QStringLiteral("place")} + m_words.areas.levels()).value_or(QString());
        rule.places = static_cast<int>(map.number("places", 1, 10'000).value_or(1));
        rule.in = areas(map, "in");
        rule.onDelay = map.duration("on-delay").value_or(city::Duration(0));
        rule.offDelay = map.duration("off-delay").value_or(city::Duration(0));
        rule.group = map.text("group").value_or(QString());
        rule.suppressedBy = map.texts("suppressed-by");
        if (map.has("quiet")) rule.quiet = readQuiet(map);
        readAdvice(map, rule);
        if (m_plan.rule(rule.id))
            map.report("alarm", {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {rule.id}});
        else if (!rule.id.isEmpty()) {
            m_places[rule.id] = {map.shownAs(), node};
            m_plan.rules.push_back(std::move(rule));
        }
    }

    /// Without these it would be an event and not an alarm.
    static void readAdvice(YamlMap& map, alarms::Rule& rule)
    {
        const auto text = [&](const char* key) {
            if (rule.alarms) map.required(key);
            return map.localText(key).value_or(city::LocalText());
        };
        rule.title = text("title");
        rule.cause = text("cause");
        rule.consequence = text("consequence");
        rule.action = text("action");
        rule.who = text("who");
        if (rule.alarms) map.required("respond-within");
        rule.respondWithin = map.duration("respond-within").value_or(city::Duration(0));
    }

    std::optional<alarms::QuietHours> readQuiet(YamlMap& top)
    {
        YamlMap map(top.node("quiet"), top.shownAs(), m_problems);
        const auto time = [&](const char* key) {
            const QTime read = QTime::fromString(map.requiredText(key), QStringLiteral("HH:mm"));
            if (map.isValid() && !read.isValid()) map.report(key, QT_TRANSLATE_NOOP("Message", "a time of day such as \"22:30\" was expected"));
            return read;
        };
        const alarms::QuietHours hours{time("from"), time("to")};
        return hours.from.isValid() && hours.to.isValid() ? std::optional(hours) : std::nullopt;
    }

    QStringList areas(YamlMap& map, const char* key) const
    {
        const QStringList codes = map.texts(key);
        for (const QString& code : codes)
            if (m_words.areas.find(code) < 0)
                map.report(key, {QT_TRANSLATE_NOOP("Message", "there is no area of the code \"%1\""), {code}});
        return codes;
    }

    void checkNames(const alarms::Rule& rule)
    {
        QStringList known;
        for (const alarms::Rule& one : m_plan.rules) known << one.id;
        QStringList named = rule.suppressedBy;
        if (const auto* parts = std::get_if<alarms::Combination>(&rule.condition)) named += parts->all + parts->any + parts->none;
        for (const QString& id : std::as_const(named))
            if (!known.contains(id))
                report(rule.id, rule.suppressedBy.contains(id) ? "suppressed-by" : "when",
                       {QT_TRANSLATE_NOOP("Message", "there is no alarm \"%1\"; the nearest is \"%2\""), {id, nearestWord(id, known)}});
    }

    void checkSense()
    {
        for (const alarms::Contradiction& one : alarms::contradictions(m_plan, tellable(m_words))) report(one.rule, one.field, one.text);
    }

    /// Of the key of a rule, or of its condition; the nearest there is.
    static YAML::Node nodeOf(const YAML::Node& rule, const char* field)
    {
        const YAML::Node own = rule[field];
        if (own.IsDefined()) return own;
        const YAML::Node when = rule["when"];
        if (!when.IsDefined()) return rule;
        if (!when.IsMap()) return when;
        const YAML::Node inner = when[field];
        return inner.IsDefined() ? inner : when;
    }

    void report(const QString& rule, const char* field, const city::Message& text)
    {
        const RulePlace& at = m_places.at(rule);
        m_problems.push_back({place(at.file, nodeOf(at.node, field)), QStringLiteral("%1: %2").arg(rule, QLatin1String(field)), text});
    }

    const AlarmWords& m_words;
    Problems& m_problems;
    const std::size_t m_before = m_problems.size();
    alarms::Plan m_plan;
    std::map<QString, RulePlace> m_places;
};

} // namespace

std::shared_ptr<const alarms::Plan> readAlarms(const QStringList& files, const AlarmWords& words, const QTimeZone& zone,
                                               Problems& problems)
{
    AlarmReader reader(words, problems);
    for (const QString& file : files) reader.readFile(file);
    return reader.end(zone);
}

} // namespace app
