// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/line_transport.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QSslSocket>
#include <QTimer>

namespace feeds {

/// The connection of one feed, what came over it and was not asked for yet, and who waits for the first line.
class LineTransport::Line : public QObject {
public:
    Line(const FetchRequest& request, const city::Clock& clock) : m_request(request), m_clock(clock)
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { answer(); });
        connect(&m_socket, &QIODevice::readyRead, this, [this] { take(); });
        connect(&m_socket, &QAbstractSocket::errorOccurred, this, [this] { lost(); });
    }

    QFuture<FetchResponse> ask()
    {
        if (m_waiting) give(failure({QT_TRANSLATE_NOOP("Message", "given up"), {}}));
        m_elapsed.start();
        m_waiting = std::make_shared<QPromise<FetchResponse>>();
        m_waiting->start();
        const auto future = m_waiting->future();
        m_patience.start(static_cast<int>(m_request.request.timeout.count()));
        const bool connected = m_socket.state() != QAbstractSocket::UnconnectedState;
        if (!connected)
            open();
        else if (hasLine() || m_hadLine)
            answer();
        return future;
    }

private:
    static FetchResponse failure(city::Message why)
    {
        FetchResponse response;
        response.failure = city::Problem{{}, {}, std::move(why)};
        return response;
    }

    bool hasLine() const { return m_news.contains('\n'); }

    void open()
    {
        const QUrl& url = m_request.request.url;
        const auto port = static_cast<quint16>(url.port(10110)); // the port IANA has for NMEA 0183
        m_hadLine = false;
        if (url.scheme() == QLatin1String("tcps"))
            m_socket.connectToHostEncrypted(url.host(), port);
        else
            m_socket.connectToHost(url.host(), port);
    }

    void take()
    {
        const qint64 most = m_request.request.maxBytes;
        while (m_socket.bytesAvailable() > 0) {
            m_news += m_socket.read(most);
            if (m_news.size() <= most) continue;
            // The oldest go, whole lines of them; a line without an end goes too.
            const qsizetype end = m_news.indexOf('\n', m_news.size() - most);
            m_news.remove(0, end < 0 ? m_news.size() : end + 1);
        }
        if (hasLine()) answer();
    }

    void lost()
    {
        const QString why = m_socket.errorString();
        m_socket.abort();
        if (hasLine() || !m_waiting) return answer();
        give(failure({QT_TRANSLATE_NOOP("Message", "%1: %2"), {m_request.request.url.host(), why}}));
    }

    /// What came, or what keeps it from coming.
    void answer()
    {
        if (!m_waiting) return;
        FetchResponse response;
        if (hasLine()) {
            const qsizetype whole = m_news.lastIndexOf('\n') + 1;
            response.body = m_news.left(whole);
            response.partial = true;
            m_news.remove(0, whole);
            m_hadLine = true;
            return give(std::move(response));
        }
        if (m_hadLine) {
            response.notModified = true;
            return give(std::move(response));
        }
        give(failure(
            {QT_TRANSLATE_NOOP("Message", "no message from %1 within %2 s"),
             {m_request.request.url.host(), QString::number(m_request.request.timeout.count() / 1000)}}));
    }

    void give(FetchResponse response)
    {
        m_patience.stop();
        response.receivedAt = m_clock.now();
        response.latency = city::Duration(m_elapsed.elapsed());
        const auto waiting = std::exchange(m_waiting, nullptr);
        waiting->addResult(std::move(response));
        waiting->finish();
    }

    FetchRequest m_request;
    const city::Clock& m_clock;
    QSslSocket m_socket;
    QByteArray m_news;
    std::shared_ptr<QPromise<FetchResponse>> m_waiting;
    QTimer m_patience;
    QElapsedTimer m_elapsed;
    bool m_hadLine = false;
};

LineTransport::LineTransport(const city::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

LineTransport::~LineTransport() = default;

QFuture<FetchResponse> LineTransport::get(const FetchRequest& request)
{
    auto& line = m_lines[request.feed];
    if (!line) line = std::make_unique<Line>(request, m_clock);
    return line->ask();
}

} // namespace feeds
