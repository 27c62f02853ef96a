// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_notices.h"

#include "app/dashboards/format.h"
#include "layers/alarms/alarm_json.h"

#include <QJsonDocument>
#include <algorithm>

namespace app {

namespace {

constexpr int gatherMs = 2000, betweenMailsMs = 60'000;
constexpr std::size_t mostInFull = 20; ///< Of one e-mail; the others are counted.

} // namespace

AlarmNotices::AlarmNotices(AlarmRun& alarms, QObject* parent) : QObject(parent), m_alarms(alarms)
{
    const alarms::Plan& plan = alarms.plan();
    const Pack& pack = *alarms.run().pack();
    if (!plan.webhook.isEmpty()) {
        m_webhook = std::make_unique<notices::Webhook>(plan.webhook);
        connect(m_webhook.get(), &notices::Webhook::failed, this, &AlarmNotices::trouble);
    }
    if (!plan.mailTo.isEmpty() && pack.mail) {
        m_mail = std::make_unique<notices::MailQueue>(*pack.mail);
        connect(m_mail.get(), &notices::MailQueue::failed, this, &AlarmNotices::trouble);
    }
    m_mailSoon.setSingleShot(true);
    connect(&m_mailSoon, &QTimer::timeout, this, &AlarmNotices::sendMail);
    connect(&alarms, &AlarmRun::judgedHere, this, &AlarmNotices::tell);
}

void AlarmNotices::tell(const std::vector<alarms::Change>& changes)
{
    const alarms::Plan& plan = m_alarms.plan();
    for (const alarms::Change& change : changes) {
        const alarms::Rule* rule = plan.rule(change.alarm.rule);
        if (!rule || !rule->alarms || change.alarm.state() != alarms::State::Unacknowledged ||
            change.what == QLatin1String("escalated"))
            continue;
        if (m_webhook && change.alarm.priority <= plan.webhookFrom) tellWebhook(change);
        if (m_mail && change.alarm.priority <= plan.mailFrom) m_news.push_back(change.alarm);
    }
    if (!m_news.empty() && !m_mailSoon.isActive()) m_mailSoon.start(gatherMs);
}

void AlarmNotices::tellWebhook(const alarms::Change& change)
{
    const AlarmTongue tongue{*m_alarms.run().pack(), m_language, change.at};
    QJsonObject json = alarms::toJson(change.alarm);
    json.insert(QStringLiteral("at"), city::toIso(change.at));
    json.insert(QStringLiteral("what"), change.what);
    json.insert(QStringLiteral("city"), m_alarms.run().pack()->id);
    json.insert(QStringLiteral("title"), alarmTitle(tongue, change.alarm));
    json.insert(QStringLiteral("where"), alarmWhere(tongue, change.alarm));
    json.insert(QStringLiteral("demo"), m_alarms.run().isDemo());
    m_webhook->tell(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void AlarmNotices::sendMail()
{
    if (m_news.empty()) return;
    notices::Mail mail = alarmMail({*m_alarms.run().pack(), m_language, m_alarms.run().clock().now()},
                                   std::exchange(m_news, {}), m_alarms.run().isDemo());
    mail.to = m_alarms.plan().mailTo;
    m_mail->send(mail);
    m_mailSoon.start(betweenMailsMs); // What comes meanwhile goes together.
}

notices::Mail alarmMail(const AlarmTongue& tongue, const std::vector<alarms::Alarm>& alarms, bool invented)
{
    std::vector<const alarms::Alarm*> order;
    for (const alarms::Alarm& one : alarms)
        order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->priority < b->priority; });
    notices::Mail mail;
    mail.at = tongue.now;
    const alarms::Alarm& worst = *order.front();
    const QString where = alarmWhere(tongue, worst);
    const QString more = order.size() > 1 ? say(QT_TRANSLATE_NOOP("Message", " and %1 more"),
                                                {number(static_cast<double>(order.size() - 1), 0)})
                                          : QString();
    mail.subject = QStringLiteral("[%1] %2%3%4")
                       .arg(alarmPriorityWord(worst.priority), alarmTitle(tongue, worst),
                            where.isEmpty() ? where : QStringLiteral(" – ") + where, more);
    if (invented) mail.subject.prepend(say(QT_TRANSLATE_NOOP("Message", "DEMO DATA")) + QLatin1Char(' '));
    QStringList text;
    for (std::size_t i = 0; i < std::min(order.size(), mostInFull); ++i) {
        const AlarmAdvice advice = alarmAdvice(tongue, *order[i]);
        text << QStringLiteral("%1. [%2] %3")
                    .arg(i + 1)
                    .arg(alarmPriorityWord(order[i]->priority), advice.title)
             << advice.where;
        for (const auto& [name, line] : advice.lines)
            text << name + QStringLiteral(": ") + line;
        text << QString();
    }
    if (order.size() > mostInFull)
        text << say(QT_TRANSLATE_NOOP("Message", "%1 more are in the list of alarms."),
                    {number(static_cast<double>(order.size() - mostInFull), 0)})
             << QString();
    text << tongue.pack.title.in(tongue.language) + QStringLiteral(" · CityOps");
    mail.text = text.join(QLatin1Char('\n'));
    return mail;
}

} // namespace app
