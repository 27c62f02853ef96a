// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_run.h"
#include "app/shell/alarm_texts.h"
#include "layers/notices/mail_queue.h"
#include "layers/notices/webhook.h"

#include <QTimer>

namespace app {

/// Tells those who are not in front of the window of new alarms, as the pack's plan says: each by the
/// webhook; by e-mail all that are new since the last, once a minute at most. Of those who share a store one tells: who
/// judges. GUI thread.
class AlarmNotices : public QObject {
    Q_OBJECT
public:
    /// `alarms` must outlive it.
    explicit AlarmNotices(AlarmRun& alarms, QObject* parent = nullptr);

    void setLanguage(const QString& language) { m_language = language; }

Q_SIGNALS:
    void trouble(const city::Message& text);

private:
    /// What is no new alarm is passed over.
    void tell(const std::vector<alarms::Change>& changes);
    void tellWebhook(const alarms::Change& change);
    void sendMail();

    AlarmRun& m_alarms;
    QString m_language;
    std::unique_ptr<notices::Webhook> m_webhook;
    std::unique_ptr<notices::MailQueue> m_mail;
    std::vector<alarms::Alarm> m_news; ///< That no e-mail has told of yet.
    QTimer m_mailSoon;
};

/// The e-mail that tells of some new alarms: subject and text. Pure.
notices::Mail alarmMail(const AlarmTongue& tongue, const std::vector<alarms::Alarm>& alarms, bool invented);

} // namespace app
