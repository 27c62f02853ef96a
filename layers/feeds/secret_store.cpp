// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secret_store.h"

#include "layers/feeds/secrets.h"

#include <QCoreApplication>
#include <QPromise>
#include <QRegularExpression>
#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

namespace feeds {

namespace {

using QKeychain::Job;

const QString service = QStringLiteral("cityops");
const QString listKey = QStringLiteral("names of secrets"); // blanks: no secret is called so

using Heard = std::function<void(QKeychain::Error error, const QString& text)>;

/// Runs a job of the keyring; one that waits for somebody to unlock it is given up.
template<typename KeyringJob> void run(KeyringJob* job, Heard heard)
{
    auto told = std::make_shared<bool>(false);
    const auto tell = [told, heard = std::move(heard)](QKeychain::Error error, const QString& text) {
        if (std::exchange(*told, true)) return;
        heard(error, text);
    };
    QObject::connect(job, &Job::finished, job, [job, tell] {
        QString text = job->errorString();
        if constexpr (std::is_same_v<KeyringJob, QKeychain::ReadPasswordJob>) {
            if (job->error() == QKeychain::NoError) text = job->textData();
        }
        tell(job->error(), text);
    });
    QTimer::singleShot(10'000, job, [tell] { tell(QKeychain::OtherError, QStringLiteral("no answer")); });
    job->start();
}

void read(const QString& key, Heard heard)
{
    auto* job = new QKeychain::ReadPasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    run(job, std::move(heard));
}

void write(const QString& key, const QString& value, Heard heard)
{
    auto* job = new QKeychain::WritePasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    job->setTextData(value);
    run(job, std::move(heard));
}

city::Problem refused(const QString& name, const QString& why)
{
    return {
        {},
        {},
        {QT_TRANSLATE_NOOP("Message", "the keyring cannot be used (%1); put the secret into the environment "
                                      "as %2 instead"),
         {why, secretVariable(name)}}};
}

template<typename Value> using Answer = std::shared_ptr<QPromise<city::Result<Value>>>;

template<typename Value> Answer<Value> begun()
{
    auto promise = std::make_shared<QPromise<city::Result<Value>>>();
    promise->start();
    return promise;
}

template<typename Value> void end(const Answer<Value>& promise, city::Result<Value> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

QStringList namesIn(const QString& text)
{
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// Changes the list of names, then says whether it was changed by what happened: a keyring does not always say that what is
/// to be removed was not there.
void renewList(const QString& name, bool isThere, const Answer<bool>& promise)
{
    read(listKey, [=](QKeychain::Error known, const QString& text) {
        QStringList names = known == QKeychain::NoError ? namesIn(text) : QStringList(); // else it says why
        const bool result = names.removeAll(name) > 0 || isThere;
        if (isThere) names << name;
        names.sort();
        write(listKey, names.join(QLatin1Char('\n')), [=](QKeychain::Error error, const QString& why) {
            if (error == QKeychain::NoError)
                end<bool>(promise, result);
            else
                end<bool>(promise, refused(name, why));
        });
    });
}

} // namespace

bool isSecretName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_.-]{1,100}$"));
    return form.match(name).hasMatch();
}

QFuture<city::Result<bool>> storeSecret(const QString& name, const QString& value)
{
    const auto promise = begun<bool>();
    write(name, value, [=](QKeychain::Error error, const QString& why) {
        if (error != QKeychain::NoError) return end<bool>(promise, refused(name, why));
        renewList(name, true, promise);
    });
    return promise->future();
}

QFuture<city::Result<bool>> removeSecret(const QString& name)
{
    const auto promise = begun<bool>();
    auto* job = new QKeychain::DeletePasswordJob(service, QCoreApplication::instance());
    job->setKey(name);
    run(job, [=](QKeychain::Error error, const QString& why) {
        if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
            return end<bool>(promise, refused(name, why));
        renewList(name, false, promise);
    });
    return promise->future();
}

QFuture<city::Result<QStringList>> storedSecrets()
{
    const auto promise = begun<QStringList>();
    read(listKey, [=](QKeychain::Error error, const QString& text) {
        if (error == QKeychain::NoError) return end<QStringList>(promise, namesIn(text));
        if (error == QKeychain::EntryNotFound) return end<QStringList>(promise, QStringList());
        end<QStringList>(promise, refused(QStringLiteral("NAME"), text));
    });
    return promise->future();
}

} // namespace feeds
