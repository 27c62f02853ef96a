// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "app/packs/yaml_reader.h"

#include "layers/feeds/decoder.h"

#include <QRegularExpression>

namespace app {

namespace {

/// Names between "{secret:" and "}" in the texts of a request.
QStringList secretNames(const feeds::Request& request)
{
    static const QRegularExpression form(QStringLiteral("\\{secret:([A-Za-z0-9_.-]+)\\}"));
    QStringList texts = request.headers.values();
    texts << request.url.toString(QUrl::FullyDecoded);
    QStringList names;
    for (const QString& text : std::as_const(texts)) {
        for (auto found = form.globalMatch(text); found.hasNext();) {
            const QString name = found.next().captured(1);
            if (!names.contains(name)) names << name;
        }
    }
    return names;
}

QUrl readUrl(YamlMap& get)
{
    const QString text = get.requiredText("url");
    const QUrl url(text);
    const bool fetchable = url.isValid() && !url.host().isEmpty() &&
                           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    if (!text.isEmpty() && !fetchable)
        get.report("url", QT_TRANSLATE_NOOP("Message", "an address that begins with https:// or http:// was expected"));
    return url;
}

qint64 readSize(YamlMap& map, const char* key, qint64 otherwise)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})\\s*(B|KB|MB|kB|KiB|MiB)?$"));
    const auto text = map.text(key);
    if (!text) return otherwise;
    const QRegularExpressionMatch match = form.match(*text);
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toUpper();
    const qint64 factor = unit.startsWith(QLatin1Char('M')) ? 1024 * 1024 : unit.startsWith(QLatin1Char('K')) ? 1024 : 1;
    const qint64 bytes = number * factor;
    if (match.hasMatch() && bytes > 0 && bytes <= 1024LL * 1024 * 1024) return bytes;
    map.report(key, QT_TRANSLATE_NOOP("Message", "a size such as \"500 KB\" or \"64 MB\" was expected, at most 1024 MB"));
    return otherwise;
}

feeds::Request readRequest(YamlMap& top, FeedUse use)
{
    feeds::Request request;
    YamlMap get(use == FeedUse::InPack ? top.required("get") : top.node("get"), top.shownAs(), top.problems());
    if (!get.isValid()) return request;
    request.url = readUrl(get);
    if (const auto every = get.duration("every")) request.every = *every;
    if (request.every < city::Duration{1000})
        get.report("every", QT_TRANSLATE_NOOP("Message", "at least 1 s was expected"));
    if (const auto timeout = get.duration("timeout")) request.timeout = *timeout;
    request.maxBytes = readSize(get, "max-size", request.maxBytes);
    YamlMap headers(get.node("headers"), top.shownAs(), top.problems());
    headers.allowAnyKey();
    for (const QString& name : headers.keys())
        request.headers.insert(name, headers.text(name.toUtf8().constData()).value_or(QString()));
    return request;
}

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

} // namespace

FeedReading readFeedSpec(const QString& file, const QTimeZone& zone, const city::QuantityCatalogue& quantities,
                         FeedUse use, const QString& shownAs)
{
    Q_UNUSED(quantities)
    FeedReading reading;
    feeds::FeedSpec feed;
    const QString shown = shownAs.isEmpty() ? file : shownAs;
    const YAML::Node root = loadYaml(file, shown, reading.problems);
    {
        YamlMap top(root, shown, reading.problems);
        feed.id = top.requiredText("feed");
        feed.file = shown;
        feed.zone = zone;
        feed.request = readRequest(top, use);
        feed.secrets = secretNames(feed.request);
        readPromise(top, feed);
    }
    if (reading.problems.empty()) reading.feed = std::move(feed);
    return reading;
}

} // namespace app
