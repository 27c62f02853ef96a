// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/speech.h"
#include "tests/support/test_main.h"

/// What is said aloud, in which voice, and what is said where there is none.
class SpeechTest : public QObject {
    Q_OBJECT

    class Recorded : public notices::Voice {
    public:
        explicit Recorded(QList<QLocale> languages) : m_languages(std::move(languages)) {}
        QList<QLocale> languages() const override { return m_languages; }
        void say(const QString& text, const QLocale& language) override { said << language.name() + QLatin1Char(' ') + text; }

        QStringList said;

    private:
        QList<QLocale> m_languages;
    };

private Q_SLOTS:
    void oneAfterTheOtherAndTheOldestIsLeftOut()
    {
        auto owned = std::make_unique<Recorded>(QList<QLocale>{QLocale(QStringLiteral("en_US"))});
        Recorded& voice = *owned;
        notices::Speech speech(std::move(owned));
        for (int i = 0; i < 8; ++i) speech.say(QString::number(i), QStringLiteral("en"));
        QCOMPARE(voice.said, QStringList{QStringLiteral("en_US 0")}); // The others wait until it is said.
        for (int i = 0; i < 8; ++i) {
            Q_EMIT voice.done();
            QCoreApplication::processEvents();
        }
        QCOMPARE(voice.said, (QStringList{QStringLiteral("en_US 0"), QStringLiteral("en_US 3"), QStringLiteral("en_US 4"), QStringLiteral("en_US 5"),
                                          QStringLiteral("en_US 6"), QStringLiteral("en_US 7")}));
    }

    void theVoiceOfTheCountryFirst()
    {
        auto owned = std::make_unique<Recorded>(QList<QLocale>{QLocale(QStringLiteral("en_US")), QLocale(QStringLiteral("zh_CN")), QLocale(QStringLiteral("zh_TW"))});
        Recorded& voice = *owned;
        notices::Speech speech(std::move(owned));
        speech.say(QStringLiteral("a"), QStringLiteral("zh_TW"));
        QCOMPARE(voice.said, QStringList{QStringLiteral("zh_TW a")});
        QVERIFY(!speech.problemOf(QStringLiteral("zh_TW")));

        notices::Speech other(std::make_unique<Recorded>(QList<QLocale>{QLocale(QStringLiteral("zh_CN"))}));
        QVERIFY(!other.problemOf(QStringLiteral("zh_TW"))); // It reads the same words.
    }

    void aMissingVoiceIsSaid()
    {
        notices::Speech none(nullptr);
        none.say(QStringLiteral("a"), QStringLiteral("en"));
        QVERIFY(none.problemOf(QStringLiteral("en"))->toString().contains(QStringLiteral("has no voice")));

        auto owned = std::make_unique<Recorded>(QList<QLocale>{QLocale(QStringLiteral("en_US"))});
        Recorded& voice = *owned;
        notices::Speech english(std::move(owned));
        english.say(QStringLiteral("a"), QStringLiteral("zh_TW"));
        QVERIFY(voice.said.isEmpty()); // Never in a voice that would spell it.
        QVERIFY(english.problemOf(QStringLiteral("zh_TW"))->toString().contains(QLocale(QStringLiteral("zh_TW")).nativeLanguageName()));
    }
};

CITYOPS_TEST(QCoreApplication, SpeechTest)
#include "speech_test.moc"
