// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/shell/pack_choice.h"
#include "app/shell/window_picture.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cstdio>

namespace app {

namespace {

QCommandLineOption option(const char* name, const char* about, const char* value)
{
    return {QLatin1String(name), QCoreApplication::translate("Command", about), QLatin1String(value)};
}

void addOptions(RunWords& reader)
{
    reader.add(option("dashboard", QT_TRANSLATE_NOOP("Command", "Which dashboard, by its id."), "ID"));
    reader.add(option(
        "place",
        QT_TRANSLATE_NOOP("Command", "What to look at: KIND/ID of a place, or the code or name of an area."),
        "ID"));
    reader.add(
        option("size", QT_TRANSLATE_NOOP("Command", "Size of the picture in pixels (1920x1080)."), "WxH"));
    reader.add(option("out", QT_TRANSLATE_NOOP("Command", "The PNG file to write."), "FILE.png"));
}

/// "1920x1080"; nothing when it is no size, or one nobody can look at.
std::optional<QSize> sizeOf(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool sensible = match.hasMatch() && size.width() >= 1024 && size.height() >= 640 &&
                          size.width() <= 16384 && size.height() <= 16384;
    return sensible ? std::optional(size) : std::nullopt;
}

} // namespace

int runSnapshot(const QStringList& words)
{
    RunWords reader(QStringLiteral("snapshot"),
                    QCoreApplication::translate("Command", "Draws a dashboard into a PNG file."));
    addOptions(reader);
    const auto run = reader.read(words);
    if (!run) return reader.exitStatus();
    for (const char* needed : {"pack", "dashboard", "out"}) {
        const bool told = reader.isSet("focus") && QLatin1String(needed) == QLatin1String("dashboard");
        if (!told && !reader.isSet(needed))
            return reader.refuse(
                QCoreApplication::translate("Command", "--%1 is missing.").arg(QLatin1String(needed)));
    }
    const auto size = reader.isSet("size") ? sizeOf(reader.value("size")) : QSize(1920, 1080);
    if (!size)
        return reader.refuse(
            QCoreApplication::translate("Command", "--size needs WxH from 1024x640 to 16384x16384, not “%1”.")
                .arg(reader.value("size")));

    const QString resources = resourceFolder();
    PictureOrder order;
    order.run = *run;
    order.run.pack = packFolder(run->pack, {}, resources);
    order.dashboard = reader.value("dashboard");
    order.place = reader.value("place");
    order.size = *size;
    const bool remembered = reader.isSet("store") && !reader.isSet("demo") && !reader.isSet("replay");
    order.pace = remembered ? CityRun::Pace::Remembered : CityRun::Pace::Once;
    WindowPicture picture(resources, order);
    const QString wrong = picture.write(reader.value("out"));
    if (wrong.isEmpty()) return Done;
    std::fprintf(stderr, "cityops: %s\n", qPrintable(wrong));
    return Failed;
}

} // namespace app
