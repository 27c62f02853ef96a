// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/source_dashboard.h"

#include "app/packs/yaml_text.h"

namespace app {

namespace {

constexpr qsizetype mostColumns = 4;

/// "{title: …, kind: …}" of its parts.
QString flow(const QStringList& parts)
{
    return QLatin1Char('{') + parts.join(QStringLiteral(", ")) + QLatin1Char('}');
}

QString pair(const char* key, const QString& value)
{
    return QLatin1String(key) + QStringLiteral(": ") + value;
}

city::LocalText both(const QString& en, const QString& zh)
{
    city::LocalText text;
    text.set(QStringLiteral("en"), en);
    text.set(QStringLiteral("zh_TW"), zh);
    return text;
}

} // namespace

city::LocalText SourceDashboard::nameOf(const QString& kind) const
{
    return m_addition.kindNames.value(kind, m_addition.feed.title);
}

city::LocalText SourceDashboard::nameOfQuantity(const QString& quantity) const
{
    if (const auto known = m_known.constFind(quantity); known != m_known.cend()) return known->name;
    for (const SourceAddition::Quantity& one : m_addition.quantities) {
        if (one.id == quantity) return one.name;
    }
    return city::LocalText(quantity);
}

QString SourceDashboard::aggregateOf(const QString& quantity) const
{
    using city::Aggregate;
    const auto known = m_known.constFind(quantity);
    if (known == m_known.cend()) return QStringLiteral("mean");
    return known->over == Aggregate::Sum   ? QStringLiteral("sum")
           : known->over == Aggregate::Max ? QStringLiteral("max")
                                           : QStringLiteral("mean");
}

QString SourceDashboard::colouring(const QString& quantity) const
{
    const auto known = m_known.constFind(quantity);
    const bool hasScale = known != m_known.cend() && !known->scale.isEmpty();
    return pair("value", yaml::text(quantity)) +
           (hasScale ? QString() : QStringLiteral(", palette: viridis"));
}

QStringList SourceDashboard::layers() const
{
    QStringList items;
    const FactSummary& facts = m_addition.facts;
    const auto id = [&](const QString& kind) {
        return yaml::text(m_addition.feed.id + (items.isEmpty() ? QString() : QLatin1Char('-') + kind));
    };
    for (auto it = facts.places.cbegin(); it != facts.places.cend(); ++it) {
        QStringList parts{
            pair("layer", id(it.key())),
            pair("title", yaml::local(facts.places.size() == 1 ? m_addition.feed.title : nameOf(it.key()))),
            pair("kind", facts.isLines ? QStringLiteral("lines") : QStringLiteral("points")),
            pair("of", yaml::text(it.key()))};
        const QString quantity = facts.quantities.value(it.key()).value(0);
        if (!quantity.isEmpty()) parts << colouring(quantity);
        items << flow(parts);
    }
    for (auto it = facts.events.cbegin(); it != facts.events.cend(); ++it) {
        QStringList parts{pair("layer", id(it.key())), pair("title", yaml::local(nameOf(it.key()))),
                          pair("kind", QStringLiteral("events")), pair("of", yaml::text(it.key()))};
        const QString quantity = facts.measures.value(it.key()).value(0);
        if (!quantity.isEmpty()) parts << colouring(quantity);
        items << flow(parts);
    }
    if (facts.alerts > 0)
        items << flow({pair("layer", id(QStringLiteral("alerts"))),
                       pair("title", yaml::local(m_addition.feed.title)),
                       pair("kind", QStringLiteral("alerts"))});
    return items;
}

QStringList SourceDashboard::tiles() const
{
    QStringList items;
    const FactSummary& facts = m_addition.facts;
    for (auto it = facts.places.cbegin(); it != facts.places.cend(); ++it) {
        const QStringList quantities = facts.quantities.value(it.key()).mid(0, mostColumns);
        for (const QString& quantity : quantities)
            items << flow({pair("title", yaml::local(nameOfQuantity(quantity))),
                           pair("value", yaml::text(aggregateOf(quantity) + QLatin1Char(' ') + quantity +
                                                    QStringLiteral(" of ") + it.key())),
                           pair("spark", yaml::text(quantity))});
        items << flow({pair("title", yaml::local(nameOf(it.key()))),
                       pair("value", yaml::text(QStringLiteral("count ") + it.key()))});
    }
    for (auto it = facts.events.cbegin(); it != facts.events.cend(); ++it)
        items << flow({pair("title", yaml::local(nameOf(it.key()))),
                       pair("value", yaml::text(QStringLiteral("count ") + it.key()))});
    if (facts.alerts > 0)
        items << flow(
            {pair("title", yaml::local(both(QStringLiteral("Alerts in force"), QStringLiteral("生效警報")))),
             pair("value", QStringLiteral("count alerts"))});
    return items;
}

QStringList SourceDashboard::charts() const
{
    QStringList items;
    const FactSummary& facts = m_addition.facts;
    for (auto it = facts.quantities.cbegin(); it != facts.quantities.cend(); ++it) {
        for (const QString& quantity : it.value().mid(0, 2)) {
            const QString title = pair("title", yaml::local(nameOfQuantity(quantity)));
            items << flow({pair("kind", QStringLiteral("series")), title, pair("value", yaml::text(quantity)),
                           pair("of", yaml::text(it.key())), pair("range", QStringLiteral("24 h"))});
            items << flow({pair("kind", QStringLiteral("bars")), title, pair("value", yaml::text(quantity)),
                           pair("of", yaml::text(it.key())), pair("by", QStringLiteral("places"))});
        }
    }
    for (auto it = facts.events.cbegin(); it != facts.events.cend(); ++it)
        items << flow({pair("kind", QStringLiteral("events")), pair("title", yaml::local(nameOf(it.key()))),
                       pair("of", yaml::text(it.key()))});
    return items;
}

QString SourceDashboard::table() const
{
    const FactSummary& facts = m_addition.facts;
    if (!facts.places.isEmpty()) {
        QString kind = facts.places.firstKey();
        for (auto it = facts.quantities.cbegin(); it != facts.quantities.cend(); ++it) {
            if (it.value().size() > facts.quantities.value(kind).size()) kind = it.key();
        }
        const QStringList columns = QStringList{QStringLiteral("name")} +
                                    facts.quantities.value(kind).mid(0, mostColumns) +
                                    QStringList{QStringLiteral("age")};
        return flow({pair("rows", QStringLiteral("places")), pair("of", yaml::text(kind)),
                     pair("columns", yaml::list(columns))});
    }
    if (!facts.events.isEmpty()) {
        const QString kind = facts.events.firstKey();
        const QStringList columns = QStringList{QStringLiteral("name")} +
                                    facts.measures.value(kind).mid(0, mostColumns) +
                                    QStringList{QStringLiteral("begins"), QStringLiteral("age")};
        return flow({pair("rows", QStringLiteral("events")), pair("of", yaml::text(kind)),
                     pair("columns", yaml::list(columns))});
    }
    if (facts.alerts > 0)
        return QStringLiteral("{rows: alerts, columns: [name, severity, urgency, expires, sender]}");
    return QStringLiteral("{rows: feeds, columns: [name, age, state, publisher]}");
}

QString SourceDashboard::dashboard(int order) const
{
    QString text = QStringLiteral("dashboard: ") + yaml::text(m_addition.feed.id) +
                   QStringLiteral("\norder: ") + QString::number(order) +
                   QStringLiteral("\nicon: overview\ntitle: ") + yaml::local(m_addition.feed.title) +
                   QStringLiteral("\nquestion: ") +
                   yaml::local(both(QStringLiteral("How are things now, and where is it different?"),
                                    QStringLiteral("現在情況如何？哪裡不一樣？"))) +
                   QLatin1Char('\n');
    const auto block = [&text](const char* key, const QStringList& items) {
        if (items.isEmpty()) return;
        text += QLatin1String(key) + QStringLiteral(":\n");
        for (const QString& item : items)
            text += QStringLiteral("  - ") + item + QLatin1Char('\n');
    };
    block("map", layers());
    block("tiles", tiles());
    block("charts", charts());
    return text + QStringLiteral("table: ") + table() + QLatin1Char('\n');
}

} // namespace app
