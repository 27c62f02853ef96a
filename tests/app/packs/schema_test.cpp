// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <map>

/// The JSON Schema of feeds, which editors use, knows the keys the reader knows, no more and no fewer: the reader is asked by
/// keys it cannot know, and answers with those it expects.
class SchemaTest : public QObject {
    Q_OBJECT

    using Keys = std::map<QString, QSet<QString>>; ///< By the name of the definition.

    static QJsonObject definitions()
    {
        QFile file(qEnvironmentVariable("CITYOPS_RESOURCES") + QStringLiteral("/schemas/feed.schema.json"));
        if (!file.open(QIODevice::ReadOnly)) qFatal("no schema");
        return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("$defs")).toObject();
    }
    static QSet<QString> keysOf(const QJsonObject& definition)
    {
        QSet<QString> keys;
        for (const QString& key : definition.value(QStringLiteral("properties")).toObject().keys())
            keys.insert(key);
        for (const QJsonValue& way : definition.value(QStringLiteral("anyOf")).toArray())
            keys += keysOf(way.toObject());
        return keys;
    }
    /// What the reader expects at each "zzz-NAME" of a feed.
    static void ask(const char* yaml, Keys& found)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.yaml")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
        file.write(yaml);
        file.close();
        const app::FeedReading reading = app::readFeedSpec(file.fileName(), QTimeZone::utc(), {});
        for (const city::Problem& problem : reading.problems) {
            if (!problem.field.startsWith(QStringLiteral("zzz-"))) continue;
            for (const QString& key : problem.text.arguments.last().split(QStringLiteral(", ")))
                found[problem.field.mid(4)].insert(key);
        }
    }

    static constexpr const char* mapped =
        "zzz-feed: 1\nfeed: x\ntitle: {en: a, zh_TW: a}\npublisher: {en: a, zh_TW: a}\nlicence: x\n"
        "get: {zzz-get: 1, url: 'https://a.tw/{found}', find: {zzz-find: 1, url: 'https://a.tw/', field: a}, "
        "pages: {zzz-pages: 1, offset: a}, token: {zzz-token: 1, url: 'https://a.tw/', id: '{secret:a}', secret: '{secret:a}'}}\n"
        "promise: {zzz-promise: 1, cadence: 1 d}\nrecords: '$[*]'\ncolumns: {zzz-columns: 1, like: a}\n"
        "where: {zzz-filter: 1, field: {zzz-field: 1, field: a}, is: [a]}\n"
        "join: {zzz-join: 1, as: a, get: {url: 'https://a.tw/'}, records: '$[*]', key: a}\n"
        "place: {zzz-place: 1, kind: a, id: a}\ntime: {zzz-time: 1, field: a}\n"
        "observe: {q: {zzz-measure: 1, field: a, only: {zzz-only: 1, field: a, is: a}, unless: {zzz-unless: 1, field: a, is: a}}}\n"
        "event: {zzz-event: 1, kind: a, id: a}\nvehicle: {zzz-vehicle: 1, kind: a, id: a, lon: a, lat: a}\n";

private Q_SLOTS:
    void theSchemaKnowsWhatTheReaderKnows()
    {
        Keys expected;
        for (const char* format : {"json", "csv", "xml", "geojson"})
            ask((QByteArray(mapped) + "format: " + format + '\n').constData(), expected);
        // pages come by number too; other sources and standards have keys of their own
        ask("zzz-feed: 1\nget: {url: 'https://a.tw/', pages: {zzz-pages: 1, number: a}}\nformat: gbfs\nkinds: {zzz-kinds: 1}\n", expected);
        ask("get: {zzz-get: 1, url: 'mqtts://a.tw', topic: a}\nformat: gbfs\n", expected);
        ask("get: {zzz-get: 1, url: 'postgresql://a.tw/b', table: a}\nformat: gbfs\n", expected);
        ask("get: {zzz-get: 1, watch: a.csv}\nformat: datex2\njoin: {zzz-join: 1, as: a, get: {url: 'https://a.tw/'}, key: a, lon: a, lat: a}\n", expected);
        const QJsonObject schema = definitions();
        QVERIFY(expected.size() >= 18);
        for (const auto& [name, keys] : expected) {
            const QSet<QString> known = keysOf(schema.value(name).toObject());
            const QSet<QString> more = known - keys, missing = keys - known;
            QVERIFY2(more.isEmpty(), qPrintable(name + QStringLiteral(": only in the schema: ") + more.values().join(u' ')));
            QVERIFY2(missing.isEmpty(), qPrintable(name + QStringLiteral(": not in the schema: ") + missing.values().join(u' ')));
        }
    }

    void whatIsRequiredIsKnown()
    {
        const QJsonObject schema = definitions();
        for (const QString& name : schema.keys()) {
            const QSet<QString> known = keysOf(schema.value(name).toObject());
            for (const QJsonValue& key : schema.value(name).toObject().value(QStringLiteral("required")).toArray())
                QVERIFY2(known.contains(key.toString()), qPrintable(name + u' ' + key.toString()));
        }
    }
};

CITYOPS_TEST(QCoreApplication, SchemaTest)
#include "schema_test.moc"
