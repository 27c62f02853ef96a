// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_texts.h"
#include "app/shell/session.h"
#include "layers/notices/mail_queue.h"
#include "layers/notices/webhook.h"

#include <QTimer>

namespace app {

/// Tells those who are not in front of the window of new alarms, as the pack's plan says: each by the
/// webhook; by e-mail all that are new since the last, once a minute at most. GUI thread.
class AlarmNotices : public QObject {
    Q_OBJECT
public:
    /// `session` must outlive it.
    explicit AlarmNotices(Session& session, QObject* parent = nullptr);

    void setLanguage(const QString& language) { m_language = language; }
    /// Something happened to alarms; what is no new alarm is passed over.
    void tell(const std::vector<alarms::Change>& changes);

Q_SIGNALS:
    void trouble(const city::Message& text);

private:
    void tellWebhook(const alarms::Change& change);
    void sendMail();

    Session& m_session;
    QString m_language;
    std::unique_ptr<notices::Webhook> m_webhook;
    std::unique_ptr<notices::MailQueue> m_mail;
    std::vector<alarms::Alarm> m_news; ///< That no e-mail has told of yet.
    QTimer m_mailSoon;
};

/// The e-mail that tells of some new alarms: subject and text. Pure.
notices::Mail alarmMail(const AlarmTongue& tongue, const std::vector<alarms::Alarm>& alarms, bool invented);

} // namespace app
