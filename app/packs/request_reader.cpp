// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/request_reader.h"

#include "app/packs/field_ref_reader.h"
#include "app/packs/layout_reader.h"
#include "app/packs/pack_files.h"
#include "layers/feeds/decoder.h"

#include <QDir>
#include <QRegularExpression>

namespace app {

namespace {

constexpr city::Duration day{24 * 3600'000};

QUrl readUrl(YamlMap& get)
{
    const QString text = get.requiredText("url");
    const QUrl url(text);
    const bool fetchable = url.isValid() && !url.host().isEmpty() &&
                           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    if (!text.isEmpty() && !fetchable)
        get.report("url", QT_TRANSLATE_NOOP("Message",
                                            "an address that begins with https:// or http:// was expected"));
    return url;
}

bool isBroker(const QString& text)
{
    return text.startsWith(QLatin1String("mqtt://")) || text.startsWith(QLatin1String("mqtts://"));
}

void readTopic(YamlMap& get, feeds::Request& request)
{
    request.url = QUrl(get.requiredText("url"));
    request.topic = get.requiredText("topic");
    const bool isAddress = request.url.isValid() && !request.url.host().isEmpty() &&
                           (request.url.path().isEmpty() || request.url.path() == QLatin1String("/")) &&
                           request.url.userInfo().isEmpty() && !request.url.hasFragment();
    if (!isAddress)
        get.report("url", QT_TRANSLATE_NOOP("Message",
                                            "mqtts://HOST or mqtts://HOST:PORT was expected; the topic has a "
                                            "key of its own"));
}

/// The table of a database that a feed is.
void readTable(YamlMap& get, feeds::Request& request)
{
    static const QRegularExpression name(QStringLiteral("^[^.\"]+(\\.[^.\"]+)?$"));
    request.url = QUrl(get.requiredText("url"));
    request.table = get.requiredText("table");
    request.updated = get.text("updated").value_or(QString());
    request.rows = static_cast<int>(get.number("rows", 1, 1'000'000).value_or(request.rows));
    const bool isAddress = request.url.isValid() && !request.url.host().isEmpty() && request.url.path().size() > 1 &&
                           request.url.userInfo().isEmpty() && !request.url.hasQuery() && !request.url.hasFragment();
    if (!isAddress)
        get.report("url", QT_TRANSLATE_NOOP("Message", "postgresql://HOST/DATABASE or postgresql://HOST:PORT/DATABASE was expected; user and "
                                                       "password are headers"));
    if (!request.table.isEmpty() && !name.match(request.table).hasMatch())
        get.report("table", QT_TRANSLATE_NOOP("Message", "the name of a table or view was expected, with its schema before a dot if need be"));
}

bool isLineServer(const QString& text)
{
    return text.startsWith(QLatin1String("tcp://")) || text.startsWith(QLatin1String("tcps://"));
}

void readLineServer(YamlMap& get, feeds::Request& request)
{
    request.url = QUrl(get.requiredText("url"));
    const bool isAddress = request.url.isValid() && !request.url.host().isEmpty() && request.url.port() > 0 &&
                           request.url.path().isEmpty() && request.url.userInfo().isEmpty() &&
                           !request.url.hasQuery() && !request.url.hasFragment();
    if (!isAddress)
        get.report("url", QT_TRANSLATE_NOOP("Message", "tcps://HOST:PORT or tcp://HOST:PORT was expected"));
}

/// The folders whose files may be watched besides those of the pack: CITYOPS_WATCH, as many as it names.
QStringList watchFolders(const QString& pack)
{
    return QStringList{pack} +
           QString::fromLocal8Bit(qgetenv("CITYOPS_WATCH")).split(QLatin1Char(':'), Qt::SkipEmptyParts);
}

void readWatch(YamlMap& get, const QString& pack, feeds::Request& request)
{
    const QString text = get.requiredText("watch");
    const QString path = QDir::cleanPath(QDir(pack).absoluteFilePath(text));
    for (const QString& folder : watchFolders(pack)) {
        if (!path.startsWith(QDir::cleanPath(folder) + QLatin1Char('/'))) continue;
        request.watch = path;
        request.watchFolder = folder;
        return;
    }
    get.report("watch",
               {QT_TRANSLATE_NOOP("Message",
                                  "\"%1\" is neither in the pack nor in a folder that CITYOPS_WATCH names"),
                {text}});
}

/// A web address, a topic of a broker, a table, a server of lines, or files.
void readSource(YamlMap& get, const QString& pack, feeds::Request& request)
{
    if (get.has("watch")) return readWatch(get, pack, request);
    const YAML::Node url = get.node("url");
    if (url.IsDefined() && url.IsScalar() && isBroker(QString::fromStdString(url.Scalar())))
        return readTopic(get, request);
    if (url.IsDefined() && url.IsScalar() && url.Scalar().starts_with("postgresql://")) return readTable(get, request);
    if (url.IsDefined() && url.IsScalar() && isLineServer(QString::fromStdString(url.Scalar())))
        return readLineServer(get, request);
    request.url = readUrl(get);
}

qint64 readSize(YamlMap& map, const char* key, qint64 otherwise)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})\\s*(B|KB|MB|kB|KiB|MiB)?$"));
    const auto text = map.text(key);
    if (!text) return otherwise;
    const QRegularExpressionMatch match = form.match(*text);
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toUpper();
    const qint64 factor = unit.startsWith(QLatin1Char('M'))   ? 1024 * 1024
                          : unit.startsWith(QLatin1Char('K')) ? 1024
                                                              : 1;
    const qint64 bytes = number * factor;
    if (match.hasMatch() && bytes > 0 && bytes <= 1024LL * 1024 * 1024) return bytes;
    map.report(key, QT_TRANSLATE_NOOP(
                        "Message", "a size such as \"500 KB\" or \"64 MB\" was expected, at most 1024 MB"));
    return otherwise;
}

std::optional<feeds::AddressLookup> readLookup(YamlMap& get, const feeds::Request& request)
{
    const YAML::Node node = get.node("find");
    YamlMap form(node, get.shownAs(), get.problems());
    const QByteArray url = request.url.toEncoded();
    const bool asked = url.contains("%7Bfound%7D") || url.contains("{found}");
    if (asked != form.isValid())
        get.report("find", QT_TRANSLATE_NOOP("Message", "find and the place of {found} in url go together"));
    if (!form.isValid()) return std::nullopt;
    feeds::AddressLookup lookup;
    lookup.url = readUrl(form);
    lookup.field = form.requiredText("field");
    return lookup;
}

feeds::Paging readPages(YamlMap& get)
{
    using Way = feeds::Paging::Way;
    feeds::Paging pages;
    const YAML::Node node = get.node("pages");
    YamlMap form(node, get.shownAs(), get.problems());
    if (!form.isValid()) return pages;
    pages.next = form.text("next").value_or(QString());
    const bool offset = form.has("offset");
    pages.parameter = form.text(offset ? "offset" : "number").value_or(QString());
    if (pages.next.isEmpty() == pages.parameter.isEmpty())
        form.report(YAML::Node(YAML::NodeType::Undefined), QStringLiteral("pages"),
                    QT_TRANSLATE_NOOP("Message", "exactly one of next, offset and number was expected"));
    pages.way = !pages.next.isEmpty() ? Way::Link : offset ? Way::Offset : Way::Number;
    pages.size = static_cast<int>(form.number("size", 1, 100'000).value_or(pages.size));
    pages.first = static_cast<int>(form.number("first", 0, 1'000'000).value_or(pages.first));
    pages.most = static_cast<int>(form.number("most", 1, 1000).value_or(pages.most));
    return pages;
}

std::optional<feeds::Credentials> readToken(YamlMap& get)
{
    const YAML::Node node = get.node("token");
    YamlMap form(node, get.shownAs(), get.problems());
    if (!form.isValid()) return std::nullopt;
    feeds::Credentials credentials;
    credentials.tokenUrl = readUrl(form);
    credentials.id = form.requiredText("id");
    credentials.secret = form.requiredText("secret");
    credentials.scope = form.text("scope").value_or(QString());
    for (const char* key : {"id", "secret"}) {
        const QString& text = qstrcmp(key, "id") == 0 ? credentials.id : credentials.secret;
        if (!text.isEmpty() && !text.contains(QLatin1String("{secret:")))
            form.report(key, QT_TRANSLATE_NOOP("Message", "stands here in plain; expected {secret:NAME}"));
    }
    return credentials;
}

QString readFile(YamlMap& map, const char* key, const QString& folder)
{
    const auto text = map.text(key);
    if (!text) return {};
    const auto file = fileInPack(folder, *text);
    if (file) return file->path;
    map.report(key, file.problem().text);
    return {};
}

/// A table of locations: what it says of each is its position, and nothing else of the feed names that.
void readLocations(YamlMap& map, feeds::Join& join, feeds::FieldRef& wanted)
{
    join.format = map.word("format", {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("xml")}).value_or(QStringLiteral("csv"));
    join.layout = readLayout(map, join.format);
    join.key = readRequiredField(map, "key");
    join.by = join.key;
    for (const char* key : {"lon", "lat"})
        wanted.join << join.name + QLatin1Char('.') + map.requiredText(key);
}

feeds::Join readJoin(const YAML::Node& node, YamlMap& top, const QString& format, const QString& folder, feeds::FieldRef& wanted)
{
    feeds::Join join;
    YamlMap map(node, top.shownAs(), top.problems());
    if (!map.isValid()) return join;
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
    join.name = map.requiredText("as");
    if (!join.name.isEmpty() && !plain.match(join.name).hasMatch())
        map.report("as", QT_TRANSLATE_NOOP("Message", "a name of letters, digits, - and _ was expected"));
    join.file = readFile(map, "file", folder);
    const YAML::Node getNode = map.node("get");
    YamlMap get(getNode, top.shownAs(), top.problems());
    if (get.isValid()) join.request = readRequest(get, folder, day);
    if (map.has("get") == map.has("file"))
        map.report(
            YAML::Node(YAML::NodeType::Undefined), QStringLiteral("get"),
            QT_TRANSLATE_NOOP("Message", "either get or file was expected: where the joined document is"));
    if (format == QLatin1String("gtfs-rt")) { // the schedule; its ids are the key
        join.format = map.word("format", {QStringLiteral("gtfs")}).value_or(QStringLiteral("gtfs"));
        return join;
    }
    if (format == QLatin1String("datex2")) {
        readLocations(map, join, wanted);
        return join;
    }
    join.format = map.word("format", {QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("xml"),
                                      QStringLiteral("geojson")})
                      .value_or(format);
    join.layout = readLayout(map, join.format);
    join.key = readRequiredField(map, "key");
    const auto others = map.word("others", {QStringLiteral("kept"), QStringLiteral("left-out")});
    join.leaveAlone = others && *others == QLatin1String("left-out");
    join.by = map.has("by") ? readField(map, "by") : join.key;
    return join;
}

} // namespace

feeds::Request readRequest(YamlMap& get, const QString& folder, city::Duration every)
{
    feeds::Request request;
    readSource(get, folder, request);
    request.lookup = readLookup(get, request);
    request.every = get.duration("every").value_or(every);
    if (request.every < city::Duration{1000})
        get.report("every", QT_TRANSLATE_NOOP("Message", "at least 1 s was expected"));
    if (const auto wait = get.duration("wait")) request.wait = *wait;
    if (const auto timeout = get.duration("timeout")) request.timeout = *timeout;
    request.maxBytes = readSize(get, "max-size", request.maxBytes);
    request.credentials = readToken(get);
    request.pages = readPages(get);
    request.caFile = readFile(get, "ca", folder);
    const YAML::Node headerNode = get.node("headers");
    YamlMap headers(headerNode, get.shownAs(), get.problems());
    headers.allowAnyKey();
    for (const QString& name : headers.keys())
        request.headers.insert(name, headers.text(name.toUtf8().constData()).value_or(QString()));
    return request;
}

std::vector<feeds::Join> readJoins(YamlMap& top, const QString& format, const QString& folder, feeds::FieldRef& wanted)
{
    std::vector<feeds::Join> joins;
    const YAML::Node list = top.node("join");
    if (!list.IsDefined()) return joins;
    if (list.IsMap()) joins.push_back(readJoin(list, top, format, folder, wanted));
    if (!list.IsSequence() && !list.IsMap())
        top.report("join",
                   QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
    if (!list.IsSequence()) return joins;
    for (const YAML::Node& node : list)
        joins.push_back(readJoin(node, top, format, folder, wanted));
    return joins;
}

} // namespace app
