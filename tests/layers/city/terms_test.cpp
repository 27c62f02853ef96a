// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/terms.h"
#include "tests/support/test_main.h"

namespace {

city::LocalText pair(const QString& zh, const QString& en)
{
    city::LocalText text;
    text.set(QStringLiteral("zh_TW"), zh);
    text.set(QStringLiteral("en"), en);
    return text;
}

city::Terms terms()
{
    return {{QStringLiteral("淹水"), pair(QStringLiteral("淹水"), QStringLiteral("Flooding"))}};
}

city::AlertInfo info(const QString& language, const QString& event, const QString& headline)
{
    city::AlertInfo made;
    made.language = language;
    made.event = event;
    made.headline = headline;
    return made;
}

} // namespace

class TermsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeadlineIsAsPublishedAndTheEventsTermElsewhere()
    {
        const auto title = city::titleText(info(QStringLiteral("zh-TW"), QStringLiteral("淹水"), QStringLiteral("淹水警戒（一級）")), terms());
        QCOMPARE(title.in(QStringLiteral("zh_TW")), QStringLiteral("淹水警戒（一級）"));
        QCOMPARE(title.in(QStringLiteral("en")), QStringLiteral("Flooding"));
    }

    void withoutHeadlineTheEvent()
    {
        const auto title = city::titleText(info(QStringLiteral("zh-TW"), QStringLiteral("淹水"), {}), terms());
        QCOMPARE(title, pair(QStringLiteral("淹水"), QStringLiteral("Flooding")));
    }

    void whatIsNoTermStaysAsPublished()
    {
        const auto title = city::titleText(info(QStringLiteral("zh-TW"), QStringLiteral("落石"), {}), terms());
        QVERIFY(!title.has(QStringLiteral("en")));
        QCOMPARE(title.in(QStringLiteral("en")), QStringLiteral("落石"));
    }

    void aLanguageNotStatedIsEnglish()
    {
        const auto title = city::titleText(info({}, QStringLiteral("Flood"), QStringLiteral("River above its banks")), terms());
        QCOMPARE(title.in(QStringLiteral("zh_TW")), QStringLiteral("River above its banks"));
        QVERIFY(title.has(QStringLiteral("en")));
    }

    void whatAPublisherWroteIsNeverReplaced()
    {
        const auto event = city::eventText(info(QStringLiteral("zh-Hant-TW"), QStringLiteral("淹水"), {}), terms());
        QCOMPARE(event.in(QStringLiteral("zh_TW")), QStringLiteral("淹水"));
    }
};

CITYOPS_TEST(QCoreApplication, TermsTest)
#include "terms_test.moc"
