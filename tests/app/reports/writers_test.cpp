// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pages.h"
#include "app/reports/read_back.h"
#include "app/reports/record.h"
#include "app/reports/workbook.h"
#include "app/reports/write_report.h"
#include "layers/city/harmless.h"
#include "layers/geo/dataset.h"
#include "tests/app/reports/small_report.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <optional>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool tells(const std::vector<Told>& texts, const QString& wanted)
{
    return std::any_of(texts.begin(), texts.end(), [&](const Told& one) { return one.text.contains(wanted); });
}

/// What a program prints; nothing when it is not installed.
std::optional<QString> printed(const QString& program, const QStringList& words)
{
    // That of the system before others: its packages come with it.
    QString found = QStandardPaths::findExecutable(program, {u"/usr/bin"_s});
    if (found.isEmpty()) found = QStandardPaths::findExecutable(program);
    if (found.isEmpty()) return std::nullopt;
    QProcess process;
    process.start(found, words);
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

/// Every format says the same numbers, appears whole or not at all, and gives nobody a way in.
class WritersTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    Report m_report;
    widgets::Theme m_theme;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList leftBehind() const { return QDir(m_folder.path()).entryList({u"*.part*"_s, u".*"_s}, QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init()
    {
        const ReportInput input = small::reportInput();
        m_theme = input.theme;
        m_report = buildReport(input);
    }

    void everyFormatIsReadBackWithItsRecord_data()
    {
        QTest::addColumn<QString>("ending");
        for (const QString& ending : reportFormats())
            QTest::newRow(qPrintable(ending)) << ending;
    }

    void everyFormatIsReadBackWithItsRecord()
    {
        QFETCH(QString, ending);
        const QString file = path(u"report."_s + ending);
        const auto written = writeReport(m_report, m_theme, file);
        QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.problem().toString()));
        const QString first = written->front();
        QVERIFY(QFile::exists(first));
        QVERIFY2(leftBehind().isEmpty(), qPrintable(leftBehind().join(u' ')));
        const auto record = recordIn(first);
        QVERIFY2(record.ok(), record.ok() ? "" : qPrintable(record.problem().toString()));
        QCOMPARE(record->code, m_report.evidence.code);
        QVERIFY(record->order == m_report.order);
        const auto texts = readBack(first);
        QVERIFY2(texts.ok(), texts.ok() ? "" : qPrintable(texts.problem().toString()));
        QVERIFY(!texts->empty());
        if (ending != u"png"_s) QVERIFY2(tells(*texts, u"120"_s), qPrintable(ending));
        // Made again it is the same, text by text.
        const QString again = path(u"again."_s + ending);
        const auto second = writeReport(m_report, m_theme, again);
        QVERIFY(second.ok());
        const auto twin = readBack(second->front());
        QVERIFY(twin.ok());
        if (ending != u"png"_s) QVERIFY(differences(*texts, *twin).empty());
    }

    void tablesAgreeOnEveryNumber()
    {
        const QString csv = path(u"all.csv"_s), xlsx = path(u"all.xlsx"_s), html = path(u"all.html"_s);
        for (const QString& file : {csv, xlsx, html})
            QVERIFY(writeReport(m_report, m_theme, file).ok());
        const auto inCsv = readBack(csv), inBook = readBack(xlsx), inPage = readBack(html);
        int numbers = 0;
        for (const PlacedFigure& one : figuresOf(m_report)) {
            if (!one.figure.value) continue;
            ++numbers;
            const QString text = QString::number(*one.figure.value, 'g', 12);
            QVERIFY2(tells(*inCsv, text), qPrintable(one.figure.what));
            QVERIFY2(tells(*inBook, text), qPrintable(one.figure.what));
        }
        QVERIFY(numbers > 30);
        QVERIFY(tells(*inPage, u"120"_s));
    }

    void aChangedNumberIsNamed()
    {
        const QString file = path(u"changed.csv"_s);
        QVERIFY(writeReport(m_report, m_theme, file).ok());
        const auto before = readBack(file);
        QByteArray text = contentOf(file);
        const qsizetype at = text.indexOf("Worst AQI,aqi,120");
        QVERIFY(at > 0);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text.replace(at, 17, "Worst AQI,aqi,102"));
        out.close();
        const auto found = differences(*readBack(file), *before);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].told, u"102"_s);
        QCOMPARE(found[0].should, u"120"_s);
        QVERIFY(found[0].where.contains(u"Worst AQI"_s));
    }

    void thePdfIsTextInEmbeddedFonts()
    {
        ReportInput input = small::reportInput();
        input.order.language = u"zh_TW"_s;
        const QString file = path(u"fonts.pdf"_s);
        QVERIFY(writeReport(buildReport(input), m_theme, file).ok());
        const auto text = printed(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
        const auto fonts = printed(u"pdffonts"_s, {file});
        const auto info = printed(u"pdfinfo"_s, {file});
        if (!text || !fonts || !info) QSKIP("pdftotext, pdffonts and pdfinfo (poppler-utils) are not here");
        QVERIFY2(text->contains(u"日報"_s) && text->contains(u"120"_s), qPrintable(*text));
        // Letters as people write them: no radicals, no ligatures.
        for (const QChar letter : *text)
            QVERIFY2(!(letter.unicode() >= 0x2E80 && letter.unicode() <= 0x2FDF) && !(letter.unicode() >= 0xFB00 && letter.unicode() <= 0xFB06), qPrintable(QString(letter)));
        const QStringList lines = fonts->split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines)
            QVERIFY2(QRegularExpression(u" yes (yes|no) yes "_s).match(line.simplified()).hasMatch(), qPrintable(line)); // embedded, with Unicode
        QVERIFY2(info->contains(u"日報"_s) && info->contains(u"A4"_s), qPrintable(*info));
        const QByteArray bytes = contentOf(file);
        QVERIFY(bytes.contains("/Lang (zh-TW)") && bytes.contains("/Outlines") && bytes.contains("/DisplayDocTitle true"));
    }

    void formulasStayText()
    {
        for (const QString& bad : {u"=1+1"_s, u"+cmd|' /C calc'!A0"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"＝1+1"_s})
            QVERIFY2(city::harmless(bad).startsWith(u'\''), qPrintable(bad));
        for (const QString& good : {u"12"_s, u"–"_s, u"-"_s, u"臺北"_s, u""_s, u"a=b"_s, u"-0.15"_s, u"-1,234"_s})
            QCOMPARE(city::harmless(good), good);
        small::Feed feed(u"air"_s);
        feed.station(u"1"_s, 1, 40);
        feed.picture().places[0].name = small::both(u"=HYPERLINK(\"http://x\",\"y\")"_s, u"=1+1"_s);
        const Report report = buildReport(small::reportInput(small::pack(), {feed}));
        QVERIFY(reportCsv(report).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")"));
        const QString xlsx = path(u"formula.xlsx"_s);
        QVERIFY(writeReport(report, m_theme, xlsx).ok());
        const auto python = printed(u"python3"_s, {u"-c"_s, u"import sys,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\nprint('sheets',len(b.sheetnames))\n"
                                                             "[print('FORMULA',c.coordinate) for s in b for r in s.iter_rows() for c in r if c.data_type=='f']"_s, xlsx});
        if (!python || !python->contains(u"sheets"_s)) QSKIP("no spreadsheet reader (python3-openpyxl) is here");
        QVERIFY2(!python->contains(u"FORMULA"_s), qPrintable(*python));
    }

    void longNamesForeignScriptsAndMissingGlyphs()
    {
        small::Feed feed(u"air"_s);
        feed.station(u"1"_s, 1, 40).station(u"2"_s, 2, 60).station(u"3"_s, 3, 70);
        feed.picture().places[0].name = small::both(QString(300, u'W'), QString(300, u'龍'));
        feed.picture().places[1].name = small::both(u"محطة الهواء 12"_s, u"תחנה 7"_s);
        feed.picture().places[2].name = small::both(u"\U0001F9FF\U000E0041\U00012000 <b>x</b>"_s, u"𠮷野家"_s);
        const Report report = buildReport(small::reportInput(small::pack(), {feed}));
        const paper::Pages pages(report, m_theme);
        QImage image(pages.size().toSize() / 6, QImage::Format_RGB32);
        for (int page = 0; page < pages.count(); ++page) {
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.scale(1 / 6.0, 1 / 6.0);
            pages.paint(painter, page);
            painter.end();
            // Nothing runs into the margin on the right, but for the band along the top.
            for (int y = 16; y < image.height(); ++y)
                for (int x = image.width() - 40; x < image.width(); ++x)
                    QVERIFY2(qGray(image.pixel(x, y)) > 200, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
        }
        const QByteArray html = reportHtml(report, m_theme);
        QVERIFY(html.contains("&lt;b&gt;x&lt;/b&gt;") && !html.contains("<b>x</b>"));
        QVERIFY(writeReport(report, m_theme, path(u"names.xlsx"_s)).ok());
    }

    void anUnwritableFolderIsNamed_data() { everyFormatIsReadBackWithItsRecord_data(); }
    void anUnwritableFolderIsNamed()
    {
        QFETCH(QString, ending);
        const auto written = writeReport(m_report, m_theme, path(u"no such folder/report."_s + ending));
        QVERIFY(!written.ok());
        QVERIFY(!written.problem().toString().isEmpty());
        QVERIFY(!QFile::exists(path(u"no such folder"_s)));
    }

    void anUnknownEndingIsRefused()
    {
        QVERIFY(!writeReport(m_report, m_theme, path(u"report.docx"_s)).ok());
    }

    /// The space ends half-way: what stood there stays, and no half file is left.
    void noSpaceLeavesNoHalfFile_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"pdf", "html", "csv", "png", "svg", "xlsx", "gpkg"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void noSpaceLeavesNoHalfFile()
    {
        QFETCH(QString, ending);
        const QString file = path(u"full."_s + ending);
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        std::optional<FullDisk> disk(1024);
        const auto written = writeReport(m_report, m_theme, file);
        disk.reset();
        QVERIFY(!written.ok());
        QCOMPARE(contentOf(file), QByteArray("old"));
        QVERIFY2(leftBehind().isEmpty(), qPrintable(leftBehind().join(u' ')));
    }

    void theGeoPackageHasStylesAndPlaces()
    {
        const QString file = path(u"styles.gpkg"_s);
        QVERIFY(writeReport(m_report, m_theme, file).ok());
        const auto layers = geo::vectorLayers(file);
        QVERIFY(layers.ok() && layers->contains(u"air_3"_s));
        geo::OpenOptions places;
        places.layer = u"air_3"_s;
        const auto table = geo::readLayer(file, places);
        QVERIFY(table.ok());
        QCOMPARE(table->features.size(), std::size_t(3));
        QVERIFY(!table->features[0].geometry.points.empty());
        const auto info = printed(u"ogrinfo"_s, {u"-ro"_s, u"-al"_s, file, u"layer_styles"_s});
        if (!info) QSKIP("ogrinfo (gdal-bin) is not here");
        QVERIFY2(info->contains(u"categorizedSymbol"_s) && info->contains(u"air_3"_s), qPrintable(*info));
    }

    /// QGIS itself takes the style with the layer and draws each level in its colour.
    void qgisAppliesTheStyle()
    {
        const QString file = path(u"qgis.gpkg"_s);
        QVERIFY(writeReport(m_report, m_theme, file).ok());
        const auto said = printed(u"python3"_s, {u"-c"_s, u"import sys\nfrom qgis.core import *\nq=QgsApplication([],False); q.initQgis()\n"
                                                           "l=QgsVectorLayer(sys.argv[1]+'|layername=air_3','air','ogr')\n"
                                                           "print('valid',l.isValid(),l.renderer().type())\n"
                                                           "[print('level',c.value(),c.symbol().color().name()) for c in l.renderer().categories()]\n"
                                                           "[print('place',l.renderer().categoryIndexForValue(f['level'])>=0) for f in l.getFeatures()]\n"_s, file});
        if (!said || !said->contains(u"valid"_s)) QSKIP("QGIS (python3-qgis) is not here");
        QVERIFY2(said->contains(u"valid True categorizedSymbol"_s), qPrintable(*said));
        int levels = 0;
        for (const MapBlock::Feature& feature : std::get<MapBlock>(m_report.blocks[2].content).features)
            if (feature.colour.isValid()) {
                ++levels;
                QVERIFY2(said->contains(feature.colour.name()), qPrintable(feature.colour.name() + *said));
            }
        QVERIFY(levels > 0);
        QCOMPARE(said->count(u"place True"_s), qsizetype(3));
    }

    /// Headings, tables with heads and figures with words: what a screen reader goes by.
    void thePdfIsTagged()
    {
        const QString file = path(u"tagged.pdf"_s);
        QVERIFY(writeReport(m_report, m_theme, file).ok());
        const auto tree = printed(u"pdfinfo"_s, {u"-struct-text"_s, file});
        const auto info = printed(u"pdfinfo"_s, {file});
        if (!tree || !info) QSKIP("pdfinfo (poppler-utils) is not here");
        QVERIFY2(QRegularExpression(u"Tagged: +yes"_s).match(*info).hasMatch(), qPrintable(*info));
        for (const char* type : {"Document", "H1", "H2", "Table", "TR", "TH", "TD", "Figure"})
            QVERIFY2(tree->contains(QLatin1String(type)), qPrintable(QLatin1String(type) + tree->left(3000)));
        // The words of a heading and of a cell stand where they belong.
        QVERIFY2(QRegularExpression(u"H1[^\n]*\n\\s*\"[^\"]*Daily"_s).match(*tree).hasMatch(), qPrintable(tree->left(3000)));
        QVERIFY2(QRegularExpression(u"TD[^\n]*\n\\s*\"\\s*120"_s).match(*tree).hasMatch(), qPrintable(tree->left(6000)));
        const auto qpdf = printed(u"qpdf"_s, {u"--check"_s, file});
        if (qpdf && !qpdf->isEmpty()) QVERIFY2(qpdf->contains(u"No syntax or stream encoding errors"_s), qPrintable(*qpdf));
    }

    void aSheetIsNamedAsTheFormatAllows()
    {
        const QString file = path(u"sheets.xlsx"_s);
        Workbook book(file, u"About"_s, u"record"_s);
        for (const QString& name : {u"A/B:C*[x]?"_s, u"A/B:C*[x]?"_s, QString(60, u'長'), QString(60, u'長'), u""_s, u"'quoted'"_s}) {
            book.sheet(name, {10});
            book.text(u"x"_s).number(1.5, 1).time(small::Noon, QTimeZone("Asia/Taipei")).endRow();
        }
        QVERIFY(!book.finish());
        const auto texts = readBack(file);
        QVERIFY(texts.ok());
        QCOMPARE(texts->size(), std::size_t(18));
        QCOMPARE((*texts)[1].text, u"1.5"_s);
        QCOMPARE((*texts)[2].text, u"46218.5"_s); // 2026-07-15 12:00 on the city's clocks
    }
};

CITYOPS_TEST(QGuiApplication, WritersTest)
#include "writers_test.moc"
