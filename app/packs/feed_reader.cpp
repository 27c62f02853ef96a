// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/mapping_reader.h"
#include "app/packs/pack.h"
#include "app/packs/pack_files.h"
#include "app/packs/request_reader.h"
#include "app/packs/yaml_reader.h"

#include "layers/feeds/decoder.h"
#include "layers/feeds/secrets.h"

#include <QDir>
#include <QFileInfo>
#include <cmath>

namespace app {

namespace {

/// "95 %", "95%" or 95.
std::optional<double> readPercent(YamlMap& map, const char* key)
{
    auto text = map.text(key);
    if (!text) return std::nullopt;
    if (text->endsWith(QLatin1Char('%'))) text->chop(1);
    bool ok = false;
    const double percent = text->trimmed().toDouble(&ok);
    if (ok && percent >= 0 && percent <= 100) return percent;
    map.report(key, QT_TRANSLATE_NOOP("Message", "a share such as \"95 %\" was expected"));
    return std::nullopt;
}

void readPromise(YamlMap& top, feeds::FeedSpec& feed)
{
    feed.promise.cadence = feed.request.every;
    feed.promise.grace = feed.request.every;
    YamlMap promise(top.node("promise"), top.shownAs(), top.problems());
    if (const auto cadence = promise.duration("cadence")) {
        feed.promise.cadence = *cadence;
        feed.promise.grace = *cadence;
    }
    if (const auto latency = promise.duration("latency")) feed.promise.grace = *latency;
    if (const auto dead = promise.duration("dead-after")) feed.promise.deadAfter = *dead;
    feed.completePercent = readPercent(promise, "complete");
}

QTimeZone readZone(YamlMap& top, const QTimeZone& otherwise)
{
    const auto name = top.text("zone");
    if (!name) return otherwise;
    const QTimeZone zone(name->toUtf8());
    if (zone.isValid()) return zone;
    top.report("zone",
               {QT_TRANSLATE_NOOP("Message", "there is no time zone \"%1\"; expected one like Asia/Taipei"),
                {*name}});
    return otherwise;
}

std::optional<city::LonLatBox> readExtent(YamlMap& top)
{
    const YAML::Node node = top.node("extent");
    if (!node.IsDefined()) return std::nullopt;
    double side[4]{};
    bool good = node.IsSequence() && node.size() == 4;
    for (std::size_t i = 0; i < 4 && good; ++i)
        good = YAML::convert<double>::decode(node[i], side[i]);
    if (good && side[0] < side[2] && side[1] < side[3] && std::abs(side[0]) <= 180 &&
        std::abs(side[2]) <= 180 && std::abs(side[1]) <= 90 && std::abs(side[3]) <= 90)
        return city::LonLatBox{side[0], side[1], side[2], side[3]};
    top.report(
        "extent",
        QT_TRANSLATE_NOOP(
            "Message", "west, south, east and north in degrees were expected: [121.2, 24.6, 122.1, 25.4]"));
    return std::nullopt;
}

void readNames(YamlMap& top, FeedUse use, feeds::FeedSpec& feed)
{
    if (use == FeedUse::InPack) {
        for (const char* key : {"feed", "title", "publisher", "licence"})
            top.required(key);
    }
    feed.id = top.text("feed").value_or(QString());
    feed.title = top.localText("title").value_or(city::LocalText());
    feed.publisher = top.localText("publisher").value_or(city::LocalText());
    feed.licence = top.text("licence").value_or(QString());
    feed.note = top.text("note").value_or(QString());
}

/// What there is to say of a feed whose format says what is what: its character set, and which kinds of its
/// places and events the pack speaks of (see feedKinds).
void readStandard(YamlMap& top, feeds::FeedSpec& feed)
{
    feed.mapping.encoding = top.text("encoding").value_or(QString());
    const YAML::Node node = top.node("kinds");
    YamlMap kinds(node, top.shownAs(), top.problems());
    kinds.texts("places");
    kinds.texts("events");
    kinds.texts("vehicles");
}

/// The pack's folder for a file in its feeds folder; for any other, the folder it is in.
QString folderAround(const QString& file)
{
    const QDir own = QFileInfo(file).absoluteDir();
    return QFileInfo::exists(own.filePath(QStringLiteral("../pack.yaml")))
               ? QDir::cleanPath(own.filePath(QStringLiteral("..")))
               : own.path();
}

/// signed-by: FILE.pem, or several: the certificates whose signatures on CAP are trusted.
QByteArray readSigners(YamlMap& top, const QString& folder)
{
    QByteArray all;
    for (const QString& name : top.texts("signed-by")) {
        const auto path = fileInPack(folder, name);
        if (!path) {
            top.report("signed-by", path.problem().text);
            continue;
        }
        QFile file(path->path);
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(1'000'000) : QByteArray();
        if (!pem.contains("-----BEGIN CERTIFICATE-----"))
            top.report("signed-by", {QT_TRANSLATE_NOOP("Message", "%1 holds no certificate (PEM)"), {name}});
        all += pem + '\n';
    }
    return all;
}

feeds::FeedSpec readFeed(YamlMap& top, const QTimeZone& zone, const city::QuantityCatalogue& quantities,
                         FeedUse use, const QString& folder)
{
    feeds::FeedSpec feed;
    readNames(top, use, feed);
    feed.zone = readZone(top, zone);
    feed.extent = readExtent(top);
    const auto outside = top.word("outside", {QStringLiteral("refused"), QStringLiteral("left-out")});
    feed.leaveOutside = outside && *outside == QLatin1String("left-out");
    YamlMap get(use == FeedUse::InPack ? top.required("get") : top.node("get"), top.shownAs(),
                top.problems());
    if (get.isValid()) feed.request = readRequest(get, folder);
    readPromise(top, feed);
    top.required("format");
    feed.format = top.word("format", feeds::knownFormats()).value_or(QString());
    const bool standard = feeds::standardFormats().contains(feed.format);
    if (standard)
        readStandard(top, feed);
    else
        feed.mapping = readMapping(top, feed.format, quantities);
    if (top.has("signed-by")) feed.signers = readSigners(top, folder);
    if (!standard || feed.format == QLatin1String("gtfs-rt") || feed.format == QLatin1String("datex2"))
        feed.joins = readJoins(top, feed.format, folder, feed.mapping.follow);
    feed.secrets = feeds::secretNames(feed.request);
    for (const feeds::Join& join : feed.joins)
        feed.secrets += feeds::secretNames(join.request);
    feed.secrets.removeDuplicates();
    const bool untimed = !feed.mapping.observe.empty() && !feed.mapping.time;
    if (untimed && use == FeedUse::InPack)
        top.report("time", QT_TRANSLATE_NOOP(
                               "Message",
                               "is missing here; values without the time they speak of cannot be trusted"));
    return feed;
}

} // namespace

FeedReading readFeedSpec(const QString& file, const QTimeZone& zone,
                         const city::QuantityCatalogue& quantities, FeedUse use, const QString& shownAs)
{
    FeedReading reading;
    const QString shown = shownAs.isEmpty() ? file : shownAs;
    const YAML::Node root = loadYaml(file, shown, reading.problems);
    feeds::FeedSpec feed;
    {
        YamlMap top(root, shown, reading.problems); // reports unknown keys when it goes
        if (top.isValid()) feed = readFeed(top, zone, quantities, use, folderAround(file));
    }
    feed.file = shown;
    if (feed.id.isEmpty()) feed.id = QFileInfo(file).completeBaseName();
    if (reading.problems.empty() && root.IsDefined()) reading.feed = std::move(feed);
    return reading;
}

} // namespace app
