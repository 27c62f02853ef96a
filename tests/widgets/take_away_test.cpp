// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/widgets/sample_city.h"
#include "widgets/panels/kpi_tile.h"
#include "widgets/panels/take_away.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

using namespace widgets;
using namespace Qt::StringLiterals;

/// What is on the screen can be taken along: as text, as a table nobody can hide a formula in, and as a picture.
class TakeAwayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableGoesAsCsvWithoutFormulas()
    {
        const QByteArray csv = csvOf(u"Name\tRain, 1 h (mm)\n=1+1\t-0.5\n\"大安\"\t–\n"_s);
        QCOMPARE(csv, QByteArray("\xEF\xBB\xBFName,\"Rain, 1 h (mm)\"\r\n'=1+1,-0.5\r\n") + QByteArray("\"\"\"") + u"大安"_s.toUtf8() + QByteArray("\"\"\",") + u"–"_s.toUtf8() + "\r\n");
    }

    void whatIsDraggedHasFilesOfItsOwn()
    {
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(Qt::red);
        const std::unique_ptr<QMimeData> mime(mimeOf({u"AQI / Da'an"_s, u"a\tb\n1\t2\n"_s, true, picture}, WithFiles::Yes));
        QVERIFY(mime->hasText() && mime->hasImage() && mime->hasFormat(u"text/csv"_s));
        QCOMPARE(mime->urls().size(), qsizetype(2));
        for (const QUrl& url : mime->urls()) {
            QVERIFY2(QFile(url.toLocalFile()).size() > 0, qPrintable(url.toString()));
            QVERIFY(url.fileName().startsWith(u"AQI - Da-an"_s));
        }
        QVERIFY((std::unique_ptr<QMimeData>(mimeOf({u"x"_s, u"y"_s, false, {}}, WithFiles::No)))->urls().isEmpty());
    }

    void theMenuOfATileCopiesItsTextAndItsPicture()
    {
        KpiTile tile;
        TileData data;
        data.id = u"one"_s;
        data.title = u"Worst AQI"_s;
        data.value = u"107"_s;
        tile.setTile(data);
        tile.resize(200, 108);
        QMenu menu;
        addTakeAway(menu, tile, [&] { return TakeAway{u"tile"_s, tile.copied(), false, tile.grab().toImage()}; });
        QCOMPARE(menu.actions().size(), qsizetype(3)); // text, picture, file
        menu.actions()[0]->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(u"107"_s));
        menu.actions()[1]->trigger();
        QCOMPARE(QApplication::clipboard()->image().size(), tile.grab().toImage().size());
        for (const QAction* action : menu.actions())
            QVERIFY(!action->text().isEmpty());
    }
};

CITYOPS_TEST(QApplication, TakeAwayTest)
#include "take_away_test.moc"
