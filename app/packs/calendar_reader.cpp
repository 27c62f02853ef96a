// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/calendar_reader.h"

#include <QFileInfo>

namespace app {

namespace {

constexpr int sunday = 7;

QDate dayIn(YamlMap& map, const YAML::Node& node, const char* key)
{
    const QDate day =
        node.IsScalar() ? QDate::fromString(QString::fromStdString(node.Scalar()), Qt::ISODate) : QDate();
    if (!day.isValid())
        map.report(node, QString::fromLatin1(key),
                   QT_TRANSLATE_NOOP("Message", "a day such as \"2025-01-01\" was expected"));
    return day;
}

} // namespace

void readCalendar(const QString& file, const QString& shownAs, indicators::DayCalendar& calendar,
                  Problems& problems)
{
    if (!QFileInfo::exists(file)) return;
    const YAML::Node root = loadYaml(file, shownAs, problems);
    if (!root.IsDefined()) return;
    YamlMap top(root, shownAs, problems);
    top.requiredText("source");
    for (const YAML::Node& node : top.node("holidays")) {
        const QDate day = dayIn(top, node, "holidays");
        if (day.isValid()) calendar.classOf.insert(day, sunday);
    }
    const YAML::Node others = top.node("like");
    if (!others.IsDefined()) return;
    YamlMap map(others, shownAs, problems);
    map.allowAnyKey();
    for (const QString& key : map.keys()) {
        const QDate day = QDate::fromString(key, Qt::ISODate);
        const auto weekday = map.number(key.toUtf8().constData(), 1, sunday);
        if (!day.isValid())
            map.report(key.toUtf8().constData(),
                       QT_TRANSLATE_NOOP("Message", "a day such as \"2025-01-01\" was expected"));
        if (day.isValid() && weekday) calendar.classOf.insert(day, static_cast<int>(*weekday));
    }
}

} // namespace app
