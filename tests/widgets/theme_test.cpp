// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

using namespace widgets;

class ThemeTest : public QObject {
    Q_OBJECT

    static QString resources() { return qEnvironmentVariable("CITYOPS_RESOURCES"); }
    static Theme theme(const QString& id)
    {
        const auto read = readTheme(resources(), id);
        return read ? *read : Theme();
    }
    static void themes()
    {
        QTest::addColumn<QString>("id");
        for (const QString& file :
             QDir(resources() + QStringLiteral("/themes")).entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }
    static void enough(const char* what, const QColor& a, const QColor& b, double least)
    {
        QVERIFY2(contrast(a, b) >= least, qPrintable(QStringLiteral("%1: %2 on %3 is %4, less than %5")
                                                         .arg(QLatin1String(what), a.name(), b.name())
                                                         .arg(contrast(a, b))
                                                         .arg(least)));
    }

private Q_SLOTS:
    void bothThemesAreThere()
    {
        for (const char* id : {"dark", "light"}) {
            const auto read = readTheme(resources(), QLatin1String(id));
            QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.problem().toString()));
        }
        QVERIFY(theme(QStringLiteral("dark")).isDark());
        QVERIFY(!theme(QStringLiteral("light")).isDark());
    }

    void textCanBeRead_data() { themes(); }
    void textCanBeRead()
    {
        QFETCH(QString, id);
        const Theme t = theme(id);
        for (const QColor& ground : {t.ground, t.surface, t.raised}) {
            enough("text", t.text, ground, 4.5);
            enough("muted", t.muted, ground, 4.5);
        }
        enough("on accent", t.onAccent, t.accent, 4.5);
        enough("on past", t.onPast, t.past, 4.5);
        enough("map label", t.mapLabel, t.mapLabelHalo, 4.5);
        enough("map label", t.mapLabel, t.mapGround, 4.5);
        for (const QColor& state : t.freshness)
            for (const QColor& ground : {t.surface, t.raised})
                enough("freshness, as symbol", state, ground, 3);
        // These are written as words, too.
        for (const auto state :
             {city::Freshness::Late, city::Freshness::Stale, city::Freshness::Dead, city::Freshness::Future})
            enough("freshness, as word", t.of(state), t.raised, 4.5);
    }

    void symbolsStandOff_data() { themes(); }
    void symbolsStandOff()
    {
        QFETCH(QString, id);
        const Theme t = theme(id);
        for (const QColor& ground : {t.ground, t.surface, t.raised}) {
            enough("accent", t.accent, ground, 3);
            enough("past", t.past, ground, 3);
            enough("data", t.data, ground, 3);
            enough("no data", t.noData, ground, 3);
            for (const AlarmLook& alarm : t.alarms)
                enough("alarm", alarm.colour, ground, 3);
        }
        for (const QColor& series : t.series)
            enough("series", series, t.surface, 3);
    }

    void alarmsAreNeverData_data() { themes(); }
    void alarmsAreNeverData()
    {
        QFETCH(QString, id);
        const Theme t = theme(id);
        for (const AlarmLook& alarm : t.alarms) {
            QVERIFY(std::find(t.series.begin(), t.series.end(), alarm.colour) == t.series.end());
            QVERIFY(alarm.colour != t.data);
        }
        QVERIFY(t.alarms[0].shape != t.alarms[1].shape && t.alarms[1].shape != t.alarms[2].shape);
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void aRampRunsBetweenItsEnds()
    {
        const Theme t = theme(QStringLiteral("dark"));
        QCOMPARE(t.ramp(QStringLiteral("viridis"), 0).name(), t.viridis.front().name());
        QCOMPARE(t.ramp(QStringLiteral("cividis"), 7).name(), t.cividis.back().name());
        QCOMPARE(t.ramp(QStringLiteral("viridis"), qQNaN()).name(), t.noData.name());
    }

    void mistakesAreNamed()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(QStringLiteral("themes"));
        QFile source(resources() + QStringLiteral("/themes/dark.json"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QFile broken(folder.filePath(QStringLiteral("themes/broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(source.readAll().replace("\"surface\": \"#1C2024\"", "\"surface\": \"greyish?\""));
        broken.close();
        const auto read = readTheme(folder.path(), QStringLiteral("broken"));
        QVERIFY(!read);
        QCOMPARE(read.problem().field, QStringLiteral("surface"));
        QVERIFY(!readTheme(folder.path(), QStringLiteral("absent")));
    }

    void everyIconIsThere()
    {
        const Theme t = theme(QStringLiteral("dark"));
        for (const char* name :
             {"overview", "traffic", "air",     "alert",   "crowd",    "search", "layers",
              "back",     "forward", "home",    "zoom-in", "zoom-out", "theme",  "language",
              "export",   "refresh", "warning", "help",    "feeds",    "close",  "copy"}) {
            const QImage image = icon(t, QLatin1String(name), t.text).pixmap(24, 24).toImage();
            QVERIFY2(!image.isNull(), name);
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) > 200)
                        inked += image.pixelColor(x, y).name() == t.text.name();
            QVERIFY2(inked > 8, name); // Drawn, and in the colour asked for.
        }
        QVERIFY(icon(t, QStringLiteral("../themes/dark"), t.text).isNull());
    }

    void digitsAreOfOneWidth()
    {
        const QFontMetricsF metrics(fontOf(theme(QStringLiteral("dark")), 28));
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
    }

    void textIsNeverMarkup()
    {
        QVERIFY(plainTip(QStringLiteral("<b>x</b>")).contains(QStringLiteral("&lt;b&gt;x")));
        QCOMPARE(plainCaption(QStringLiteral("a & b")), QStringLiteral("a && b"));
        QCOMPARE(std::unique_ptr<QLabel>(plainLabel(Wrap::Words))->textFormat(), Qt::PlainText);
    }

    void theSheetHasNoOpenTokens_data() { themes(); }
    void theSheetHasNoOpenTokens()
    {
        QFETCH(QString, id);
        QVERIFY(!styleSheetOf(theme(id)).contains(u'@'));
    }

    void aLabelKeepsItsLookInANewHome()
    {
        const Theme t = theme(QStringLiteral("dark"));
        dress(*qApp, t);
        auto* label = plainLabel(Wrap::Never);
        label->setFont(fontOf(t, t.large, Weight::Bold));
        tint(*label, t.muted);
        label->ensurePolished();
        QWidget home;
        label->setParent(&home);
        QCOMPARE(label->font().pixelSize(), t.large);
        QCOMPARE(label->palette().color(QPalette::WindowText), t.muted);
    }
};

CITYOPS_TEST(QApplication, ThemeTest)
#include "theme_test.moc"
