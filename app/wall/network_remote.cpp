// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/network_remote.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

namespace app {

namespace {

constexpr int patienceMs = 5000, answerMs = 10'000, mostCallers = 10, mostWrong = 5;
constexpr qint64 longestLine = 500, shutMs = 60'000;

QByteArray contentOf(const QString& file)
{
    if (file.isEmpty()) return {};
    QFile pem(file);
    return pem.open(QIODevice::ReadOnly) ? pem.read(1'000'000) : QByteArray();
}

QSslConfiguration secure()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

/// Takes as long for a wrong one as for the right one.
bool isSame(const QByteArray& said, const QByteArray& token)
{
    int difference = said.size() == token.size() ? 0 : 1;
    for (qsizetype i = 0; i < token.size(); ++i)
        difference |= token[i] ^ (i < said.size() ? said[i] : ' ');
    return difference == 0;
}

} // namespace

std::optional<Address> addressOf(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool good = false;
    const quint16 port = text.mid(colon + 1).toUShort(&good);
    QString host = text.left(std::max<qsizetype>(0, colon));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (colon <= 0 || !good || host.isEmpty()) return std::nullopt;
    return Address{host, port};
}

NetworkRemote::NetworkRemote(const NetworkDesk& desk, Remote::Answer answer, QObject* parent)
    : QObject(parent), m_server(new QSslServer(this)), m_answer(std::move(answer)),
      m_token(desk.token.toUtf8())
{
    m_clock.start();
    const auto address = addressOf(desk.address);
    const auto certificates = QSslCertificate::fromData(contentOf(desk.certificate), QSsl::Pem);
    const QByteArray pem = contentOf(desk.key);
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull()) key = QSslKey(pem, QSsl::Ec);
    if (m_token.size() < 16)
        m_problem = city::Message{
            QT_TRANSLATE_NOOP("Message", "the token of a wall needs 16 characters or more"), {}};
    else if (!address || QHostAddress(address->host).isNull())
        m_problem = city::Message{
            QT_TRANSLATE_NOOP("Message",
                              "“%1” is no address to listen at; expected one such as 0.0.0.0:7443"),
            {desk.address}};
    else if (certificates.isEmpty() || key.isNull())
        m_problem = city::Message{QT_TRANSLATE_NOOP("Message", "no certificate in %1, or no key in %2 (PEM)"),
                                  {desk.certificate, desk.key}};
    if (m_problem) return;
    QSslConfiguration configuration = secure();
    configuration.setLocalCertificateChain(certificates);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // A desk shows that it may by the token.
    m_server->setSslConfiguration(configuration);
    m_server->setHandshakeTimeout(patienceMs);
    m_server->setMaxPendingConnections(mostCallers);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &NetworkRemote::welcome);
    if (!m_server->listen(QHostAddress(address->host), address->port))
        m_problem = city::Message{QT_TRANSLATE_NOOP("Message", "cannot listen at %1: %2"),
                                  {desk.address, m_server->errorString()}};
}

NetworkRemote::~NetworkRemote() = default;

int NetworkRemote::port() const
{
    return m_server->serverPort();
}

bool NetworkRemote::isShut()
{
    if (m_clock.elapsed() - m_wrongSince > shutMs) m_wrong = 0;
    return m_wrong >= mostWrong;
}

void NetworkRemote::welcome()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        if (isShut() || m_open >= mostCallers) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_open;
        socket->setReadBufferSize(2 * longestLine);
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patienceMs, socket, [socket] {
            socket->abort(); // Nobody holds the line.
            socket->deleteLater();
        });
        connect(socket, &QIODevice::readyRead, this, [this, socket] { hear(*socket); });
        if (socket->bytesAvailable() > 0) hear(*socket);
    }
}

/// Once both lines are there.
void NetworkRemote::hear(QTcpSocket& socket)
{
    const QByteArray said = socket.peek(2 * longestLine);
    const qsizetype first = said.indexOf('\n'), second = first < 0 ? -1 : said.indexOf('\n', first + 1);
    if (second < 0) {
        if (said.size() >= 2 * longestLine) socket.abort();
        return;
    }
    socket.readAll();
    if (!isSame(said.left(first).trimmed(), "token " + m_token)) {
        if (m_wrong == 0) m_wrongSince = m_clock.elapsed();
        ++m_wrong;
        socket.abort();
        return;
    }
    socket.write(m_answer(QString::fromUtf8(said.mid(first + 1, second - first - 1)).trimmed()).toUtf8() +
                 '\n');
    socket.disconnectFromHost();
}

city::Result<QString> NetworkRemote::say(const QString& address, const QString& authority,
                                         const QString& token, const QString& words)
{
    const auto at = addressOf(address);
    const auto no = [&](const QString& why) {
        return city::Problem{
            {}, {}, {QT_TRANSLATE_NOOP("Message", "no wall answers at %1: %2"), {address, why}}};
    };
    if (!at) return no(QStringLiteral("HOST:PORT"));
    QSslSocket socket;
    QSslConfiguration configuration = secure();
    if (!authority.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromData(contentOf(authority), QSsl::Pem));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(at->host, at->port);
    if (!socket.waitForEncrypted(answerMs)) return no(socket.errorString());
    socket.write("token " + token.toUtf8() + '\n' + words.toUtf8() + '\n');
    QByteArray answer;
    while (!answer.contains('\n') && socket.waitForReadyRead(answerMs))
        answer += socket.readAll();
    if (!answer.contains('\n')) return no(QStringLiteral("token?"));
    return QString::fromUtf8(answer).trimmed();
}

} // namespace app
