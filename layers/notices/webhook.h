// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>
#include <deque>

class QNetworkAccessManager;
class QNetworkReply;

namespace notices {

/// Tells a site of the user's own choosing what happened: one POST of JSON after the other, https only (http of this
/// machine), no redirects. What fails is tried again, twice; what still fails is told once and dropped, for an alarm is
/// old by then. At most 100 wait. Secrets are filled in as in feeds and never shown. Lives in the GUI thread.
class Webhook : public QObject {
    Q_OBJECT
public:
    /// `url` may hold {secret:NAME}; `pause`: before it is tried again.
    explicit Webhook(const QString& url, city::Duration pause = city::Duration(5000), QObject* parent = nullptr);
    ~Webhook() override;

    void tell(const QByteArray& json);

Q_SIGNALS:
    void told();
    void failed(const city::Message& why);

private:
    struct Message {
        QByteArray json;
        int tries = 0;
    };
    void findKeys();
    void next();
    void answered(QNetworkReply* reply);

    QUrl m_url;
    const city::Duration m_pause;
    QNetworkAccessManager* m_network;
    std::deque<Message> m_waiting;
    bool m_busy = false, m_ready = false, m_asked = false;
};

} // namespace notices
