// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/icon_file.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

class IconFileTest : public QObject {
    Q_OBJECT

    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");

private Q_SLOTS:
    void everyIconOfTheProgramIsDrawn()
    {
        const QStringList names =
            QDir(resources + QStringLiteral("/icons/map")).entryList({QStringLiteral("*.svg")});
        QVERIFY(names.size() >= 16);
        for (const QString& name : names)
            QVERIFY2(app::readIcon(name.chopped(4), resources, {}).ok(), qPrintable(name));
    }

    void aPackHasItsOwn()
    {
        const QTemporaryDir pack;
        QVERIFY(QDir(pack.path()).mkdir(QStringLiteral("icons")));
        QFile file(pack.filePath(QStringLiteral("icons/bus.svg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray own =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>";
        file.write(own);
        file.close();
        QCOMPARE(*app::readIcon(QStringLiteral("bus"), resources, pack.path()), own);
        QVERIFY(*app::readIcon(QStringLiteral("bike"), resources, pack.path()) != own);
        // A link that leads out of the pack is not followed; the program's own is taken.
        const QTemporaryDir outside;
        QVERIFY(QFile::copy(file.fileName(), outside.filePath(QStringLiteral("x.svg"))));
        QVERIFY(QFile::link(outside.filePath(QStringLiteral("x.svg")),
                            pack.filePath(QStringLiteral("icons/camera.svg"))));
        QVERIFY(*app::readIcon(QStringLiteral("camera"), resources, pack.path()) != own);
    }

    void noPathLeadsElsewhere()
    {
        for (const char* name : {"", "../bus", "/etc/passwd", "a/b", "BUS", "bus.svg", "..", "no-such-icon"})
            QVERIFY2(!app::readIcon(QLatin1String(name), resources, {}).ok(), name);
    }

    void whatReachesOutIsRefused_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::newRow("a picture") << QByteArray("<image href='file:///etc/passwd'/>");
        QTest::newRow("a script") << QByteArray("<script>1</script>");
        QTest::newRow("a style") << QByteArray("<style>@import 'x'</style>");
        QTest::newRow("a use") << QByteArray("<use href='#a'/>");
        QTest::newRow("a link in a path") << QByteArray("<path href='x' d='M0 0'/>");
        QTest::newRow("an event") << QByteArray("<path onload='x' d='M0 0'/>");
        QTest::newRow("a paint elsewhere") << QByteArray("<path fill='url(http://x)' d='M0 0'/>");
        QTest::newRow("text") << QByteArray("<text>x</text>");
        QTest::newRow("half") << QByteArray("<path");
    }
    void whatReachesOutIsRefused()
    {
        QFETCH(QByteArray, inner);
        QVERIFY(app::whyNoIcon("<svg>" + inner + "</svg>"));
        QVERIFY(app::whyNoIcon("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"));
        QVERIFY(!app::whyNoIcon("<svg><g><path d='M0 0'/></g></svg>"));
    }
};

CITYOPS_TEST(QCoreApplication, IconFileTest)
#include "icon_file_test.moc"
