// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secrets.h"
#include "tests/support/test_main.h"

class SecretsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreFoundOnce()
    {
        feeds::Request request;
        request.url = QUrl(QStringLiteral("https://a.tw/x?key={secret:epa-key}&again={secret:epa-key}"));
        request.headers.insert(QStringLiteral("Authorization"), QStringLiteral("Bearer {secret:token}"));
        QCOMPARE(feeds::secretNames(request),
                 (QStringList{QStringLiteral("token"), QStringLiteral("epa-key")}));
        QVERIFY(feeds::secretNames({}).isEmpty());
    }

    void variableOfAName()
    {
        QCOMPARE(feeds::secretVariable(QStringLiteral("epa-key")), QStringLiteral("CITYOPS_SECRET_EPA_KEY"));
    }

    void valuesAreEncodedInAddresses()
    {
        const feeds::SecretValues values{{QStringLiteral("k"), QStringLiteral("a&b=c d#e\u81fa")}};
        const QUrl url = feeds::filledUrl(QUrl(QStringLiteral("https://a.tw/x?key={secret:k}&z=1")), values);
        QCOMPARE(url.toString(QUrl::FullyEncoded),
                 QStringLiteral("https://a.tw/x?key=a%26b%3Dc%20d%23e%E8%87%BA&z=1"));
        QCOMPARE(url.host(), QStringLiteral("a.tw"));
    }

    void aValueAddsNoHeader()
    {
        const feeds::SecretValues values{{QStringLiteral("k"), QStringLiteral("x\r\nEvil: 1 {secret:k}")}};
        QCOMPARE(feeds::filledText(QStringLiteral("Bearer {secret:k}"), values),
                 QStringLiteral("Bearer xEvil: 1 {secret:k}"));
    }

    void fromTheEnvironment()
    {
        qputenv("CITYOPS_SECRET_SOME_KEY", " value \n");
        auto found = feeds::findSecrets({QStringLiteral("some-key")});
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(found.result()->value(QStringLiteral("some-key")), QStringLiteral("value"));
    }

    void missingIsNamedWithTheWayToSetIt()
    {
        qunsetenv("CITYOPS_SECRET_NOT_THERE_AT_ALL");
        auto found = feeds::findSecrets({QStringLiteral("not-there-at-all")});
        QTRY_VERIFY_WITH_TIMEOUT(found.isFinished(), 15'000);
        QVERIFY(!found.result().ok());
        QVERIFY(
            found.result().problem().toString().contains(QLatin1String("CITYOPS_SECRET_NOT_THERE_AT_ALL")));
    }
};

CITYOPS_TEST(QCoreApplication, SecretsTest)
#include "secrets_test.moc"
