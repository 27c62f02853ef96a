// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall.h"
#include "app/wall/wall_window.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

/// How a wall is steered by hand, and what it keeps of what it shows.
namespace app {

void Wall::key(Desk& desk, int key)
{
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_PageDown: steer(desk, QStringLiteral("next"), {}); break;
    case Qt::Key_Left:
    case Qt::Key_PageUp: steer(desk, QStringLiteral("previous"), {}); break;
    case Qt::Key_Space: steer(desk, desk.show.paused ? QStringLiteral("resume") : QStringLiteral("pause"), {}); break;
    case Qt::Key_A: steer(desk, QStringLiteral("acknowledge"), {}); break;
    case Qt::Key_Escape:
    case Qt::Key_Q: Q_EMIT quitAsked(); break;
    default: break;
    }
}

void Wall::steer(Desk& desk, const QString& verb, const QString& rest)
{
    const city::Instant now = m_session->run().clock().now();
    if (verb == QLatin1String("next")) desk.show = turned(desk.spec, desk.show, 1, now);
    if (verb == QLatin1String("previous")) desk.show = turned(desk.spec, desk.show, -1, now);
    if (verb == QLatin1String("pause")) desk.show = paused(desk.show, true, now, now - desk.show.since);
    if (verb == QLatin1String("resume")) desk.show = paused(desk.show, false, now, city::Duration(0));
    const auto place = desk.spec.scenes.indexOf(rest);
    if (verb == QLatin1String("show") && place >= 0) desk.show = turned(desk.spec, desk.show, static_cast<int>(place) - desk.show.scene, now);
    if (verb == QLatin1String("acknowledge") && !desk.show.alarm.isEmpty())
        m_session->alarms().act({alarms::Action::Kind::Acknowledge, {desk.show.alarm}, QStringLiteral("wall ") + desk.spec.screen, {}, city::Duration(0)});
    advance(desk, now, waiting());
}

QString Wall::steer(const QString& words)
{
    static const QStringList verbs{QStringLiteral("next"), QStringLiteral("previous"), QStringLiteral("pause"), QStringLiteral("resume"),
                                   QStringLiteral("show"), QStringLiteral("acknowledge"), QStringLiteral("state")};
    QStringList parts = words.simplified().split(QLatin1Char(' '));
    bool one = false;
    const int number = parts.value(0).toInt(&one);
    if (one) parts.removeFirst();
    const QString verb = parts.value(0);
    if (!verbs.contains(verb)) return QStringLiteral("error: one of ") + verbs.join(QStringLiteral(", "));
    if (one && (number < 1 || number > static_cast<int>(m_desks.size()))) return QStringLiteral("error: there is no screen %1").arg(number);
    QStringList states;
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        Desk& desk = m_desks[i];
        if (one && static_cast<int>(i) + 1 != number) continue;
        if (verb != QLatin1String("state")) steer(desk, verb, parts.value(1));
        const WallScene* scene = sceneOf(*m_spec, desk.spec, desk.show);
        states << QStringLiteral("%1 %2%3%4%5").arg(i + 1).arg(scene ? scene->id : QStringLiteral("-"), desk.show.paused ? QStringLiteral(" paused") : QString(),
                                                             desk.show.alarm.isEmpty() ? QString() : QStringLiteral(" alarm ") + desk.show.alarm,
                                                             desk.window ? QString() : QStringLiteral(" unplugged"));
    }
    return states.join(QStringLiteral("; "));
}

/// Which scene each screen shows, so that a restart goes on there.
void Wall::remember() const
{
    if (m_memory.isEmpty()) return;
    QJsonObject screens;
    for (const Desk& desk : m_desks) {
        const WallScene* scene = sceneOf(*m_spec, desk.spec, desk.show);
        if (scene) screens.insert(desk.spec.screen, QJsonObject{{QStringLiteral("scene"), scene->id}, {QStringLiteral("paused"), desk.show.paused}});
    }
    QSaveFile file(m_memory);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(screens).toJson(QJsonDocument::Compact)) > 0 && file.flush()) file.commit();
}

void Wall::recall()
{
    QFile file(m_memory);
    if (m_memory.isEmpty() || !file.open(QIODevice::ReadOnly)) return;
    const QJsonObject screens = QJsonDocument::fromJson(file.read(65'536)).object();
    for (Desk& desk : m_desks) {
        const QJsonObject kept = screens.value(desk.spec.screen).toObject();
        const auto place = desk.spec.scenes.indexOf(kept.value(QStringLiteral("scene")).toString());
        if (place >= 0) desk.show.scene = static_cast<int>(place);
        desk.show.paused = kept.value(QStringLiteral("paused")).toBool();
    }
}

} // namespace app
