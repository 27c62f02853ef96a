// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secrets.h"

#include "layers/feeds/reasons.h"
#include <QCoreApplication>
#include <QPromise>
#include <QRegularExpression>
#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

namespace feeds {

namespace {

/// One look-up of several names. Lives until all are found or one is missing, then destroys itself.
class Lookup : public QObject {
public:
    explicit Lookup(QStringList names) : QObject(QCoreApplication::instance()), m_names(std::move(names))
    {
        m_promise.start();
    }
    QFuture<city::Result<SecretValues>> future() const { return m_promise.future(); }

    void next()
    {
        while (!m_names.isEmpty()) {
            const QString value =
                qEnvironmentVariable(secretVariable(m_names.first()).toLatin1().constData());
            if (value.isEmpty()) return askKeyring();
            m_values.insert(m_names.takeFirst(), value.trimmed());
        }
        end(m_values);
    }

private:
    void askKeyring()
    {
        auto* job = new QKeychain::ReadPasswordJob(QStringLiteral("cityops"), this);
        job->setKey(m_names.first());
        connect(job, &QKeychain::Job::finished, this, [this, job] { heard(job->textData()); });
        // A keyring that waits for somebody to unlock it must not hold a feed for ever.
        QTimer::singleShot(10'000, job, [this] { heard({}); });
        job->start();
    }

    void heard(const QString& value)
    {
        if (m_ended) return;
        if (value.isEmpty()) return end(missing(m_names.first()));
        m_values.insert(m_names.takeFirst(), value.trimmed());
        next();
    }

    static city::Problem missing(const QString& name)
    {
        return {{}, {}, {reasons::noSecret, {name, secretVariable(name)}}};
    }

    void end(city::Result<SecretValues> answer)
    {
        m_ended = true;
        m_promise.addResult(std::move(answer));
        m_promise.finish();
        deleteLater();
    }

    QStringList m_names;
    SecretValues m_values;
    QPromise<city::Result<SecretValues>> m_promise;
    bool m_ended = false;
};

const QRegularExpression& mark()
{
    // In a URL the braces may already be percent-encoded.
    static const QRegularExpression expression(
        QStringLiteral("(?:\\{|%7B)secret(?::|%3A)([A-Za-z0-9_.-]+)(?:\\}|%7D)"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

template<typename Shape> QString filled(const QString& text, const SecretValues& values, Shape shape)
{
    QString result;
    qsizetype from = 0;
    for (auto found = mark().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        result += text.mid(from, match.capturedStart() - from) + shape(values.value(match.captured(1)));
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

} // namespace

QStringList secretNames(const Request& request)
{
    QStringList names;
    QStringList texts = request.headers.values();
    texts << request.url.toString(QUrl::FullyEncoded);
    if (request.credentials) texts << request.credentials->id << request.credentials->secret;
    for (const QString& text : std::as_const(texts)) {
        for (auto found = mark().globalMatch(text); found.hasNext();) {
            const QString name = found.next().captured(1);
            if (!names.contains(name)) names << name;
        }
    }
    return names;
}

QString secretVariable(const QString& name)
{
    return QStringLiteral("CITYOPS_SECRET_") + name.toUpper()
                                                   .replace(QLatin1Char('-'), QLatin1Char('_'))
                                                   .replace(QLatin1Char('.'), QLatin1Char('_'));
}

QUrl filledUrl(const QUrl& url, const SecretValues& values)
{
    const QString text = filled(url.toString(QUrl::FullyEncoded), values, [](const QString& value) {
        return QString::fromLatin1(QUrl::toPercentEncoding(value));
    });
    return QUrl(text, QUrl::StrictMode);
}

QString filledText(QString text, const SecretValues& values)
{
    // No line breaks: a value must not add a header of its own.
    return filled(text, values,
                  [](QString value) { return value.remove(QLatin1Char('\r')).remove(QLatin1Char('\n')); });
}

QFuture<city::Result<SecretValues>> findSecrets(const QStringList& names)
{
    auto* lookup = new Lookup(names);
    auto future = lookup->future();
    lookup->next();
    return future;
}

} // namespace feeds
