// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/line_transport.h"

#include "layers/feeds/awaited_answer.h"

#include <QSslSocket>

namespace feeds {

/// The connection of one feed, what came over it and was not asked for yet, and who waits for the first line.
class LineTransport::Line : public QObject {
public:
    Line(const FetchRequest& request, const city::Clock& clock)
        : m_request(request), m_asked(m_request.request, clock, [this] { answer(); })
    {
        connect(&m_socket, &QIODevice::readyRead, this, [this] { take(); });
        connect(&m_socket, &QAbstractSocket::errorOccurred, this, [this] { lost(); });
    }

    QFuture<FetchResponse> ask()
    {
        const auto future = m_asked.begin();
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            open();
        else if (hasLine() || m_hadLine)
            answer();
        return future;
    }

private:
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
        if (hasLine() || !m_asked.isWanted()) return answer();
        m_asked.fail({QT_TRANSLATE_NOOP("Message", "%1: %2"), {m_request.request.url.host(), why}});
    }

    /// What came, or what keeps it from coming.
    void answer()
    {
        if (!m_asked.isWanted()) return;
        if (!hasLine()) return m_hadLine ? m_asked.giveUnchanged() : m_asked.failSilent();
        const qsizetype whole = m_news.lastIndexOf('\n') + 1;
        FetchResponse response;
        response.body = m_news.left(whole);
        response.partial = true;
        m_news.remove(0, whole);
        m_hadLine = true;
        m_asked.give(std::move(response));
    }

    const FetchRequest m_request;
    AwaitedAnswer m_asked;
    QSslSocket m_socket;
    QByteArray m_news;
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
