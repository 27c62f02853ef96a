// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/interned.h"
#include "layers/city/local_text.h"
#include "tests/support/test_main.h"

#include <thread>

/// Texts by name, and texts that are kept once.
class TextsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextMapIsOrderedAndKeepsTheLatest()
    {
        city::TextMap texts;
        QVERIFY(texts.isEmpty());
        texts.insert(QStringLiteral("zh_TW"), QStringLiteral("站"));
        texts.insert(QStringLiteral("en"), QStringLiteral("Halt"));
        texts.insert(QStringLiteral("de"), QStringLiteral("Haltestelle"));
        texts.insert(QStringLiteral("en"), QStringLiteral("Station"));
        QStringList names, all;
        for (auto it = texts.cbegin(); it != texts.cend(); ++it)
            names << it.key();
        for (const QString& text : texts)
            all << text;
        QCOMPARE(names.join(u' '), QStringLiteral("de en zh_TW"));
        QCOMPARE(all.join(u' '), QStringLiteral("Haltestelle Station 站"));
        QCOMPARE(texts.value(QStringLiteral("en")), QStringLiteral("Station"));
        QCOMPARE(texts.value(QStringLiteral("fr")), QString());
        QCOMPARE(texts.toMap().size(), 3);
    }

    void theSameTextsAreEqualInWhateverOrderTheyCame()
    {
        city::LocalText one, other;
        one.set(QStringLiteral("en"), QStringLiteral("a"));
        one.set(QStringLiteral("zh_TW"), QStringLiteral("b"));
        other.set(QStringLiteral("zh_TW"), QStringLiteral("b"));
        QVERIFY(one != other);
        other.set(QStringLiteral("en"), QStringLiteral("a"));
        QCOMPARE(one, other);
        city::LocalText copy = one;
        one.set(QStringLiteral("en"), QStringLiteral("c"));
        QCOMPARE(copy, other);
    }

    void anInternedTextIsTheSameAndOwnedByNobody()
    {
        const QString given = QStringLiteral("bike-") + QString::number(7);
        const QString kept = city::interned(given);
        QCOMPARE(kept, given);
        QCOMPARE(static_cast<const void*>(city::interned(QString(given.constData(), given.size())).constData()),
                 static_cast<const void*>(kept.constData()));
        QString changed = kept; // a copy that is changed is a text of its own
        changed += u'x';
        QCOMPARE(city::interned(given), given);
        QCOMPARE(city::interned(QString()), QString());
    }

    void threadsMayKeepTheSameTexts()
    {
        const auto keep = [] {
            for (int i = 0; i < 500; ++i)
                if (city::interned(QStringLiteral("t%1").arg(i)) != QStringLiteral("t%1").arg(i)) qFatal("another text");
        };
        std::thread other(keep);
        keep();
        other.join();
        QCOMPARE(city::interned(QStringLiteral("t499")), QStringLiteral("t499"));
    }
};

CITYOPS_TEST(QCoreApplication, TextsTest)
#include "texts_test.moc"
