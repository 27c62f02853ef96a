// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alert_areas.h"
#include "layers/city/alert_standing.h"
#include "layers/feeds/decoder.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <cmath>

namespace {

const city::Instant zero = city::fromIso(u"2026-07-15T06:00:00Z").value();

city::Instant minute(const QString& text)
{
    bool number = false;
    const double value = text.toDouble(&number);
    if (number) return zero + city::Duration(static_cast<qint64>(value * 60'000));
    const auto at = city::fromIso(text);
    if (!at) qFatal("no time: %s", qPrintable(text));
    return *at;
}

city::Ring square(city::LonLat middle, double half)
{
    return {{middle.lon - half, middle.lat - half}, {middle.lon + half, middle.lat - half}, {middle.lon + half, middle.lat + half},
            {middle.lon - half, middle.lat + half}, {middle.lon - half, middle.lat - half}};
}

/// A city of three districts side by side, each a tenth of a degree wide.
city::AreaTree threeDistricts()
{
    std::vector<city::Area> areas(4);
    areas[0].level = QStringLiteral("city");
    areas[0].code = QStringLiteral("63");
    areas[0].name = city::LocalText(QStringLiteral("臺北市"));
    areas[0].otherCodes.insert(QStringLiteral("Taiwan_Geocode_103"), QStringLiteral("63"));
    const QStringList names{QStringLiteral("甲區"), QStringLiteral("乙區"), QStringLiteral("丙區")};
    for (int i = 1; i <= 3; ++i) {
        city::Area& area = areas[static_cast<std::size_t>(i)];
        area.level = QStringLiteral("district");
        area.code = QStringLiteral("0%1").arg(i);
        area.name = city::LocalText(names[i - 1]);
        area.parent = 0;
        area.people = 1000;
        area.otherCodes.insert(QStringLiteral("Taiwan_Geocode_103"), QStringLiteral("630%1").arg(i));
        area.geometry.polygons.push_back({{square({121.45 + 0.1 * (i - 1), 25.05}, 0.05)}});
        area.bounds = area.geometry.bounds();
    }
    return {{QStringLiteral("city"), QStringLiteral("district")}, std::move(areas)};
}

QMap<QString, QString> keysOf(const QStringList& words)
{
    QMap<QString, QString> keys;
    for (const QString& word : words)
        keys.insert(word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1));
    return keys;
}

struct Arrival {
    city::Instant at;
    city::Alert alert;
    std::optional<city::Instant> gone;
};

/// One script being played.
struct Script {
    std::vector<Arrival> arrivals;
    QMap<QString, city::Instant> sent; ///< Of each id, the first of it.
    bool infoReplaced = false;

    QString reference(const QString& word, const city::Alert& own, const QString& zone) const
    {
        const QStringList parts = word.split(QLatin1Char(':'));
        if (parts[0] == QLatin1String("raw")) return parts[1];
        if (word == QLatin1String("self")) return own.sender + QLatin1Char(',') + own.identifier + QLatin1Char(',') + city::toIso(own.sent);
        const bool whole = parts.size() == 3;
        const city::Instant at = whole ? minute(parts[2]) : sent.value(word, zero);
        const QString stamp = zone.isEmpty() ? city::toIso(at)
                                             : city::inZone(at, QTimeZone("Asia/Taipei"), QStringLiteral("yyyy-MM-ddTHH:mm:ss+08:00"));
        return (whole ? parts[0] : QStringLiteral("cwa")) + QLatin1Char(',') + (whole ? parts[1] : word) + QLatin1Char(',') + stamp;
    }

    /// A message may name one that comes later in the script.
    void announce(const QStringList& words)
    {
        if (sent.contains(words[2])) return;
        sent.insert(words[2], minute(keysOf(words.mid(4)).value(QStringLiteral("sent"), words[1])));
    }

    void message(const QStringList& words)
    {
        const QMap<QString, QString> keys = keysOf(words.mid(4));
        city::Alert alert;
        alert.identifier = words[2];
        alert.msgType = words[3];
        alert.sender = keys.value(QStringLiteral("sender"), QStringLiteral("cwa"));
        alert.status = keys.value(QStringLiteral("status"), QStringLiteral("Actual"));
        alert.scope = keys.value(QStringLiteral("scope"), QStringLiteral("Public"));
        alert.sent = minute(keys.value(QStringLiteral("sent"), words[1]));
        for (const QString& word : keys.value(QStringLiteral("refs")).split(QLatin1Char(','), Qt::SkipEmptyParts))
            alert.references << reference(word, alert, arrivals.size() % 2 ? QStringLiteral("+08:00") : QString());
        if (keys.value(QStringLiteral("infos")) != QLatin1String("none")) alert.infos.push_back(info(keys));
        arrivals.push_back({minute(words[1]), std::move(alert), std::nullopt});
        infoReplaced = false;
    }

    static city::AlertInfo info(const QMap<QString, QString>& keys)
    {
        city::AlertInfo info;
        info.language = keys.value(QStringLiteral("lang"), QStringLiteral("zh-TW"));
        info.event = keys.value(QStringLiteral("event"));
        if (keys.contains(QStringLiteral("effective"))) info.effective = minute(keys[QStringLiteral("effective")]);
        const QString expires = keys.value(QStringLiteral("expires"), QStringLiteral("120"));
        if (expires != QLatin1String("none")) info.expires = minute(expires);
        city::AlertArea area;
        area.areaDesc = keys.value(QStringLiteral("desc"));
        if (keys.contains(QStringLiteral("geocode"))) area.geocodes.emplace_back(QStringLiteral("Taiwan_Geocode_103"), keys[QStringLiteral("geocode")]);
        const QStringList polygon = keys.value(QStringLiteral("polygon")).split(QLatin1Char(','));
        if (polygon.size() == 3) area.geometry.polygons.push_back({{square({polygon[0].toDouble(), polygon[1].toDouble()}, polygon[2].toDouble())}});
        const QStringList circle = keys.value(QStringLiteral("circle")).split(QLatin1Char(','));
        if (circle.size() == 3) {
            const city::LonLat middle{circle[0].toDouble(), circle[1].toDouble()};
            if (circle[2] == QLatin1String("0"))
                area.geometry.points.push_back(middle);
            else
                area.geometry.polygons.push_back({{square(middle, circle[2].toDouble() / 111.0)}});
        }
        if (!area.areaDesc.isEmpty() || !area.geocodes.empty() || !area.geometry.isEmpty()) info.areas.push_back(area);
        return info;
    }

    void addInfo(const QStringList& words)
    {
        city::Alert& alert = arrivals.back().alert;
        if (!infoReplaced) alert.infos.clear();
        infoReplaced = true;
        alert.infos.push_back(info(keysOf(words.mid(1))));
    }

    void file(const QStringList& words)
    {
        QFile file(recordedFeeds() + QLatin1Char('/') + words[2]);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(words[2]));
        feeds::FeedSpec spec;
        spec.format = QStringLiteral("cap");
        const city::QuantityCatalogue quantities;
        const auto decoded = feeds::decode(file.readAll(), {spec, quantities, zero});
        QVERIFY(decoded.ok());
        QVERIFY(!decoded->alerts.empty());
        for (const city::Alert& alert : decoded->alerts)
            arrivals.push_back({city::Instant(), alert, std::nullopt});
    }

    void leave(const QStringList& words)
    {
        for (Arrival& one : arrivals)
            if (one.alert.identifier == words[2]) one.gone = minute(words[1]);
    }

    QString token(const city::AlertStanding& one, city::Instant now, const city::AreaTree& areas, const QString& wanted) const
    {
        QString text = one.alert->identifier;
        if (one.root.identifier != text) text += QLatin1Char('<') + one.root.identifier;
        if (one.originalMissing) text += QLatin1Char('!');
        if (one.isExercise) text += QLatin1Char('~');
        if (!one.isPublic) text += QLatin1Char('#');
        if (one.alert->signature != city::Alert::Signature::None) text += QLatin1Char('$');
        QStringList events;
        QSet<QString> codes;
        for (const city::AlertInfo* info : city::segments(*one.alert, now, QStringLiteral("zh_TW"))) {
            events << info->event;
            for (const int area : city::areasOf(areas, *info)) codes.insert(areas.at(area).code);
        }
        if (wanted.contains(QLatin1Char('{'))) text += QLatin1Char('{') + events.join(QLatin1Char('|')) + QLatin1Char('}');
        QStringList sorted(codes.begin(), codes.end());
        sorted.sort();
        if (wanted.contains(QLatin1Char('@'))) text += QLatin1Char('@') + (sorted.isEmpty() ? QStringLiteral("?") : sorted.join(QLatin1Char('+')));
        return text;
    }

    QString standing(city::Instant now, const city::AreaTree& areas, const QString& wanted) const
    {
        std::vector<const city::Alert*> ever, listed;
        for (const Arrival& one : arrivals) {
            if (one.at > now) continue;
            ever.push_back(&one.alert);
            if (!one.gone || *one.gone > now) listed.push_back(&one.alert);
        }
        QStringList tokens;
        for (const city::AlertStanding& one : city::standings(listed, now, city::withdrawn(ever)))
            tokens << token(one, now, areas, wanted);
        return tokens.join(QLatin1Char(' '));
    }
};

} // namespace

/// The table of cases in data/cap_cases.txt, each a script of messages and what counts when.
class CapCasesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lives_data()
    {
        QTest::addColumn<QStringList>("lines");
        QFile file(QStringLiteral(CITYOPS_TEST_DATA "/cap_cases.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString name;
        QStringList lines;
        int cases = 0;
        const auto end = [&] {
            if (!name.isEmpty()) QTest::newRow(qPrintable(name)) << lines;
            cases += name.isEmpty() ? 0 : 1;
            lines.clear();
        };
        for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("case "))) {
                end();
                name = line.mid(5);
            } else if (!line.isEmpty() && !line.startsWith(QLatin1Char('#'))) {
                lines << line.simplified();
            }
        }
        end();
        QVERIFY2(cases >= 40, "the table of cases was not read");
    }

    void lives()
    {
        QFETCH(QStringList, lines);
        const city::AreaTree areas = threeDistricts();
        Script script;
        int expectations = 0;
        for (const QString& line : lines)
            if (line.startsWith(QLatin1String("message "))) script.announce(line.split(QLatin1Char(' ')));
        for (const QString& line : lines) {
            const QStringList words = line.split(QLatin1Char(' '));
            if (words[0] == QLatin1String("file")) {
                NEED_RECORDED_FEEDS();
                script.file(words);
            } else if (words[0] == QLatin1String("message")) {
                script.message(words);
            } else if (words[0] == QLatin1String("info")) {
                script.addInfo(words);
            } else if (words[0] == QLatin1String("gone")) {
                script.leave(words);
            }
        }
        for (const QString& line : lines) {
            if (!line.startsWith(QLatin1String("expect "))) continue;
            ++expectations;
            const QString wanted = line.section(QLatin1Char(' '), 2);
            const QString found = script.standing(minute(line.section(QLatin1Char(' '), 1, 1)), areas, wanted);
            QVERIFY2(found == wanted, qPrintable(line + QStringLiteral("\n     found: ") + found));
        }
        QVERIFY(expectations > 0);
    }
};

CITYOPS_TEST(QCoreApplication, CapCasesTest)
#include "cap_cases_test.moc"
