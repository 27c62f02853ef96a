// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/feed_checks.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace app {

namespace {

YAML::Node child(const YAML::Node& node, const char* key)
{
    return node.IsDefined() && node.IsMap() ? node[key] : YAML::Node(YAML::NodeType::Undefined);
}

QString scalar(const YAML::Node& node)
{
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// The kind of the mapping under `key`, and those of `listed`: a list of texts, or one.
QStringList kindsIn(const YAML::Node& root, const char* key, const YAML::Node& listed)
{
    QStringList kinds{scalar(child(child(root, key), "kind")), scalar(listed)};
    if (listed.IsDefined() && listed.IsSequence()) {
        for (const YAML::Node& one : listed)
            kinds << scalar(one);
    }
    kinds.removeAll(QString());
    return kinds;
}

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) ||
           host == QLatin1String("::1");
}

/// This machine, or an address of a private network (RFC 1918, RFC 4193).
bool isNear(const QString& host)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:10\\.|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.)[\\d.]+$|^f[cd][0-9a-f]{2}:[0-9a-f:]*$"));
    return isThisMachine(host) || form.match(host.toLower()).hasMatch();
}

bool soundsSecret(const QString& name)
{
    static const QStringList names{
        QStringLiteral("apikey"),      QStringLiteral("key"),           QStringLiteral("token"),
        QStringLiteral("accesstoken"), QStringLiteral("authorization"), QStringLiteral("loginid"),
        QStringLiteral("datakey"),     QStringLiteral("password"),      QStringLiteral("secret"),
        QStringLiteral("xapikey"),     QStringLiteral("clientsecret"),  QStringLiteral("cookie")};
    QString plain = name.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char('-')).remove(QLatin1Char('$'));
    return names.contains(plain);
}

bool isLiteral(const QString& value)
{
    return !value.isEmpty() && !value.contains(QLatin1String("{secret:"));
}

/// A problem at a node of `file`.
void report(Problems& problems, const QString& file, const YAML::Node& at, const QString& field,
            city::Message text)
{
    problems.push_back({place(file, at), field, std::move(text)});
}

void checkAddress(const YAML::Node& address, const QString& file, Problems& problems)
{
    const QString key = QStringLiteral("url");
    const QUrl url(scalar(address));
    if (url.scheme() == QLatin1String("http") && !isThisMachine(url.host()))
        report(
            problems, file, address, key,
            QT_TRANSLATE_NOOP("Message", "https was expected; http is for addresses of this machine only"));
    if (url.scheme() == QLatin1String("mqtt") && !isThisMachine(url.host()))
        report(
            problems, file, address, key,
            QT_TRANSLATE_NOOP("Message", "mqtts was expected; mqtt is for addresses of this machine only"));
    if (url.scheme() == QLatin1String("tcp") && !isNear(url.host()))
        report(problems, file, address, key,
               QT_TRANSLATE_NOOP("Message",
                                 "tcps was expected; tcp is for this machine and private networks only"));
    if (!url.userInfo().isEmpty())
        report(problems, file, address, key,
               QT_TRANSLATE_NOOP("Message",
                                 "holds a user name or password; expected a {secret:NAME} in a header"));
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        if (!soundsSecret(name) || !isLiteral(value)) continue;
        report(
            problems, file, address, key,
            {QT_TRANSLATE_NOOP("Message", "the key \"%1\" stands here in plain; expected %1={secret:NAME}"),
             {name}});
    }
}

void checkHeaders(const YAML::Node& headers, const QString& file, Problems& problems)
{
    if (!headers.IsDefined() || !headers.IsMap()) return;
    for (const auto& header : headers) {
        const QString name = scalar(header.first);
        if (!soundsSecret(name) || !isLiteral(scalar(header.second))) continue;
        report(problems, file, header.second, name,
               {QT_TRANSLATE_NOOP("Message", "the key \"%1\" stands here in plain; expected {secret:NAME}"),
                {name}});
    }
}

} // namespace

FeedKinds feedKinds(const YAML::Node& root)
{
    const YAML::Node kinds = child(root, "kinds");
    return {kindsIn(root, "place", child(kinds, "places")), kindsIn(root, "event", child(kinds, "events")),
            kindsIn(root, "vehicle", child(kinds, "vehicles"))};
}

void checkFeed(const YAML::Node& root, const QString& file, Problems& problems)
{
    const YAML::Node get = child(root, "get");
    checkAddress(child(get, "url"), file, problems);
    checkAddress(child(child(get, "find"), "url"), file, problems);
    checkHeaders(child(get, "headers"), file, problems);
    checkAddress(child(child(get, "token"), "url"), file, problems);
    const YAML::Node joins = child(root, "join");
    if (joins.IsDefined() && joins.IsSequence()) {
        for (const YAML::Node& join : joins) {
            const YAML::Node joined = child(join, "get");
            checkAddress(child(joined, "url"), file, problems);
            checkHeaders(child(joined, "headers"), file, problems);
        }
    }
    const YAML::Node id = child(root, "feed");
    if (scalar(id).isEmpty() || scalar(id) == QFileInfo(file).completeBaseName()) return;
    report(problems, file, id, QStringLiteral("feed"),
           {QT_TRANSLATE_NOOP("Message", "the file of \"%1\" must be called %2"),
            {scalar(id), scalar(id) + QStringLiteral(".yaml")}});
}

} // namespace app
