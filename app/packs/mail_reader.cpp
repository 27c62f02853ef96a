// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/mail_reader.h"

#include "app/packs/pack_files.h"
#include "layers/feeds/secrets.h"

namespace app {

std::optional<notices::MailServer> readMailServer(YamlMap& top, const QString& folder)
{
    if (!top.has("mail")) return std::nullopt;
    YamlMap map(top.node("mail"), top.shownAs(), top.problems());
    if (!map.isValid()) return std::nullopt;
    const std::size_t before = top.problems().size();
    notices::MailServer server;
    server.url = map.requiredText("server");
    server.from = map.requiredText("from");
    server.user = map.text("user").value_or(QString());
    server.password = map.text("password").value_or(QString());
    if (const auto authority = map.text("authority")) {
        const auto file = fileInPack(folder, *authority);
        if (file)
            server.authority = file->path;
        else
            map.report("authority", file.problem().text);
    }
    if (top.problems().size() > before) return std::nullopt;
    if (!notices::isMailAddress(server.from))
        map.report("from", {QT_TRANSLATE_NOOP("Message", "“%1” is no e-mail address"), {server.from}});
    else if (const auto wrong = notices::problemOf(server))
        map.report("server", *wrong);
    feeds::Request asked;
    asked.headers.insert(QStringLiteral("password"), server.password);
    if (!server.password.isEmpty() && feeds::secretNames(asked).isEmpty())
        map.report("password",
                   QT_TRANSLATE_NOOP("Message", "must not stand in a pack: write \"{secret:NAME}\" and put "
                                                "it into the environment or the keyring"));
    return server;
}

QStringList readMailAddresses(YamlMap& map, const char* key)
{
    QStringList addresses;
    for (const QString& text : map.texts(key)) {
        if (notices::isMailAddress(text))
            addresses << text;
        else
            map.report(key, {QT_TRANSLATE_NOOP("Message", "“%1” is no e-mail address"), {text}});
    }
    return addresses;
}

} // namespace app
