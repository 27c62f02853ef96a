// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/encoding.h"
#include "tests/support/test_main.h"

#include <QStringEncoder>

using feeds::Text;
using feeds::TextEncoding;

namespace {

QByteArray in(const char* encoding, const QString& text)
{
    QStringEncoder encoder(encoding);
    const QByteArray bytes = encoder(text);
    if (!encoder.isValid() || encoder.hasError()) qFatal("no converter for %s", encoding);
    return bytes;
}

} // namespace

/// Which character set a payload is read in, and how sure that is.
class EncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saidByTheBytes()
    {
        const QString text = QStringLiteral("站名,臺北");
        QCOMPARE(feeds::toText(text.toUtf8(), {}).encoding.confidence, 100);
        const Text marked = feeds::toText("\xEF\xBB\xBF" + text.toUtf8(), QStringLiteral("Big5"));
        QCOMPARE(QString::fromUtf8(marked.utf8), text);
        QVERIFY(marked.encoding.by == TextEncoding::By::Mark);
        const Text wide = feeds::toText("\xFF\xFE" + in("UTF-16LE", text), {});
        QCOMPARE(QString::fromUtf8(wide.utf8), text);
        QCOMPARE(wide.encoding.name, QStringLiteral("UTF-16"));
    }

    void guessed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const QString chinese = QStringLiteral("流水號,縣市,攝影機編號\n1,臺北市,市民快承德路口，往東\n");
        const QString japanese =
            QStringLiteral("観測所,気温\n東京都千代田区,きょうは晴れです\nタイペイ,２５\n");
        const QString german = QStringLiteral("Straße,Fläche\nMünchner Straße,größer\nKöln,schön\n");
        QTest::newRow("big5") << in("cp950", chinese) << chinese << "cp950";
        QTest::newRow("shift-jis") << in("Shift_JIS", japanese) << japanese << "Shift_JIS";
        QTest::newRow("latin-1") << in("windows-1252", german) << german << "windows-1252";
    }
    void guessed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, name);
        const Text read = feeds::toText(bytes, {});
        QCOMPARE(read.encoding.name, name);
        QCOMPARE(QString::fromUtf8(read.utf8), text);
        QVERIFY(read.encoding.by == TextEncoding::By::Guess);
        QVERIFY2(read.encoding.confidence < 100 && read.encoding.confidence > 30,
                 qPrintable(QString::number(read.encoding.confidence)));
    }

    void strayBytesInUtf8()
    {
        const QByteArray bytes =
            QStringLiteral("測站名稱與目前的空氣品質狀況,普通良好").toUtf8() + "\n\xE9,1\n";
        const Text read = feeds::toText(bytes, {});
        QCOMPARE(read.encoding.name, QStringLiteral("UTF-8"));
        QVERIFY(read.problem);
        QVERIFY(QString::fromUtf8(read.utf8).contains(QStringLiteral("普通良好\né,1")));
    }

    void saidByOthers()
    {
        const QString text = QStringLiteral("臺北市");
        const Text pack = feeds::toText(in("cp950", text), QStringLiteral("Big5"));
        QCOMPARE(QString::fromUtf8(pack.utf8), text);
        QCOMPARE(pack.encoding.confidence, 95);
        const feeds::PayloadHints hints{"text/csv; charset=\"big5\""};
        const Text server = feeds::toText(in("cp950", text), {}, hints);
        QCOMPARE(QString::fromUtf8(server.utf8), text);
        QVERIFY(server.encoding.by == TextEncoding::By::Server);
        // What the server says is not believed against the bytes.
        QCOMPARE(QString::fromUtf8(feeds::toText(text.toUtf8(), {}, hints).utf8), text);
        QCOMPARE(QString::fromUtf8(feeds::toText(text.toUtf8(), QStringLiteral("no-such-set")).utf8), text);
    }
};

CITYOPS_TEST(QCoreApplication, EncodingTest)
#include "encoding_test.moc"
