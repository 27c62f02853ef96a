// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/widgets/sample_city.h"
#include "widgets/charts/bars_view.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/charts/reduce.h"
#include "widgets/charts/series_view.h"

#include <QApplication>
#include <QChart>
#include <QLabel>
#include <QLineSeries>
#include <QSignalSpy>

using namespace widgets;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(city::Focus)

class ChartsTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    static city::Instant at(const char16_t* iso) { return *city::fromIso(QStringView(iso)); }
    std::unique_ptr<ChartPanel> shown(const ChartData& data)
    {
        auto panel = std::make_unique<ChartPanel>();
        panel->setTheme(m_theme);
        panel->setZone(QTimeZone("Asia/Taipei"));
        panel->setChart(data);
        panel->resize(400, 200);
        panel->show();
        return panel;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = *readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
    }

    void aClickOnABarLeadsToItsFocus()
    {
        const ChartData data = sample::bars();
        const auto panel = shown(data);
        auto* bars = panel->findChild<BarsView*>();
        QSignalSpy activated(panel.get(), &ChartPanel::activated);
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->rowAt(3).center());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<city::Focus>().area, data.bars[3].label);
    }

    void barsAreReachedByKeyboard()
    {
        const ChartData data = sample::bars();
        const auto panel = shown(data);
        auto* bars = panel->findChild<BarsView*>();
        QSignalSpy activated(panel.get(), &ChartPanel::activated);
        QTest::keyClick(bars, Qt::Key_Down);
        QTest::keyClick(bars, Qt::Key_Down);
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<city::Focus>().area, data.bars[1].label);
    }

    void noDataIsNeitherZeroNorAFullBar()
    {
        ChartData data = sample::bars();
        const auto picture = [&](std::optional<double> value) {
            data.bars[4].value = value;
            return shown(data)->picture();
        };
        const QImage none = picture(std::nullopt), zero = picture(0.0), full = picture(112.0);
        QVERIFY(none != zero);
        QVERIFY(none != full);
        QVERIFY(shown(data)->table().contains(QStringLiteral("Beitou\t112")));
        data.bars[4].value.reset();
        QVERIFY(shown(data)->table().contains(QStringLiteral("Beitou\t\n")));
    }

    void aGapBreaksTheLine()
    {
        ChartData data = sample::series();
        data.series.resize(1);
        const auto panel = shown(data);
        auto* view = panel->findChild<SeriesView*>();
        QCOMPARE(view->chart()->series().size(), 2);
        data.gap = 0ms;
        panel->setChart(data);
        QCOMPARE(view->chart()->series().size(), 1);
    }

    void stretchesEndAtGapsAndAtNaN()
    {
        const city::Instant t = at(u"2026-07-15T00:00:00Z");
        const std::vector<city::Sample> samples{{t, 1}, {t + 5min, 2}, {t + 30min, 3}, {t + 35min, qQNaN()}, {t + 40min, 4}};
        const auto parts = stretches(samples, 10min);
        QCOMPARE(parts.size(), 3u);
        QCOMPARE(parts[0].size(), 2u);
        QVERIFY(stretches({}, 10min).empty());
    }

    void onlyWhatIsSeenIsLookedAt()
    {
        const city::Instant t = at(u"2026-07-15T00:00:00Z");
        std::vector<city::Sample> samples;
        for (int i = 0; i < 10; ++i)
            samples.push_back({t + i * 1min, double(i)});
        const Stretch seen = within(samples, t + 3min, t + 5min);
        QCOMPARE(seen.size(), 3u);
        QCOMPARE(seen.front().value, 3.0);
        QCOMPARE(within(samples, t + 3min, t + 5min, 1).size(), 5u); // The line comes from outside and goes there.
        QCOMPARE(within(samples, t, t + 60min, 1).size(), 10u);
        QVERIFY(within(samples, t + 20min, t + 30min).empty());
        QCOMPARE(within(samples, t + 20min, t + 30min, 1).size(), 1u);
        QVERIFY(within({}, t, t + 1min, 1).empty());
    }

    void reducingKeepsPeaksAndEnds()
    {
        const city::Instant t = at(u"2026-07-15T00:00:00Z");
        std::vector<city::Sample> many;
        for (int i = 0; i < 100'000; ++i)
            many.push_back({t + std::chrono::seconds(i), i == 54'321 ? 999.0 : double(i % 10)});
        const std::vector<city::Sample> few = reduced(many, t, t + 100'000s, 300);
        QVERIFY(few.size() <= 602);
        QVERIFY(few.size() >= 300);
        QCOMPARE(std::max_element(few.begin(), few.end(), [](auto& a, auto& b) { return a.value < b.value; })
                     ->value,
                 999.0);
        QVERIFY(few.front().at == many.front().at && few.back().at == many.back().at);
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](auto& a, auto& b) { return a.at < b.at; }));
    }

    void ticksAreRoundInTheReadersZone()
    {
        const auto ticks =
            timeTicks(at(u"2026-07-14T04:00:00Z"), at(u"2026-07-15T04:00:00Z"), QTimeZone("Asia/Taipei"), 6);
        QVERIFY(ticks.size() >= 4 && ticks.size() <= 6);
        for (const TimeTick& tick : ticks) {
            QCOMPARE(city::inZone(tick.at, QTimeZone("Asia/Taipei"), QStringLiteral("mm")),
                     QStringLiteral("00"));
            if (tick.day) QCOMPARE(tick.text, QStringLiteral("7/15"));
        }
        QVERIFY(std::any_of(ticks.begin(), ticks.end(), [](auto& t) {
            return t.day && city::toIso(t.at) == QStringLiteral("2026-07-14T16:00:00Z");
        }));
    }

    void ticksSurviveAChangeOfClocks()
    {
        // Berlin skips 02:00 to 03:00 on 29 March 2026: no such tick, the others stay round.
        const auto ticks = timeTicks(at(u"2026-03-28T23:00:00Z"), at(u"2026-03-29T06:00:00Z"),
                                     QTimeZone("Europe/Berlin"), 12);
        QStringList texts;
        for (const TimeTick& tick : ticks)
            texts.push_back(tick.text);
        QVERIFY2(texts.contains(QStringLiteral("01:00")) && texts.contains(QStringLiteral("03:00")),
                 qPrintable(texts.join(u' ')));
        QVERIFY(!texts.contains(QStringLiteral("02:00")));
    }

    void theMachinesZonePlaysNoPart()
    {
        const auto times = [] {
            QString all;
            for (const TimeTick& tick : timeTicks(at(u"2026-07-14T04:00:00Z"), at(u"2026-07-15T04:00:00Z"),
                                                  QTimeZone("Asia/Taipei"), 6))
                all += tick.text + city::toIso(tick.at);
            return all;
        };
        const QString before = times();
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        const QString after = times();
        qputenv("TZ", zone);
        QCOMPARE(after, before);
    }

    void axesAreRound()
    {
        const ValueAxis axis = valueAxis(3.2, 97, 4);
        QCOMPARE(axis.from, 0.0);
        QCOMPARE(axis.to, 100.0);
        const ValueAxis flat = valueAxis(5, 5, 4);
        QVERIFY(flat.from < 5 && flat.to > 5);
        QCOMPARE(valueAxis(0.01, 0.05, 4).decimals, 2);
        const ValueAxis cold = valueAxis(-12, 7, 4);
        QVERIFY(cold.from <= -12 && cold.to >= 7);
    }

    void aDragZoomsAndADoubleClickZoomsOut()
    {
        const ChartData data = sample::series();
        const auto panel = shown(data);
        auto* view = panel->findChild<SeriesView*>();
        QWidget* port = view->viewport();
        const QPoint middle = port->rect().center();
        QTest::mousePress(port, Qt::LeftButton, {}, middle - QPoint(40, 0));
        QTest::mouseMove(port, middle + QPoint(40, 0));
        QTest::mouseRelease(port, Qt::LeftButton, {}, middle + QPoint(40, 0));
        QVERIFY(view->from() > data.from && view->to() < data.to);
        panel->setChart(data); // New samples do not throw the reader back.
        QVERIFY(view->from() > data.from);
        QTest::mouseDClick(port, Qt::LeftButton, {}, middle);
        QVERIFY(view->from() == data.from && view->to() == data.to);
    }

    void theReadOutDoesNotInventSamplesInAGap()
    {
        const ChartData data = sample::series();
        const auto panel = shown(data);
        auto* view = panel->findChild<SeriesView*>();
        const auto& samples = data.series[0].samples;
        QVERIFY(view->sampleNear(0, samples[10].at + 1min));
        QVERIFY(!view->sampleNear(0, samples[150].at + 60min));
    }

    void anEmptyChartSaysWhy()
    {
        ChartData data = sample::series();
        data.series.clear();
        data.note = QStringLiteral("<b>x</b> is silent");
        const auto panel = shown(data);
        bool said = false;
        for (auto* label : panel->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == data.note) said = label->textFormat() == Qt::PlainText;
        QVERIFY(said);
    }

    void theTableCarriesTheZone()
    {
        ChartData data = sample::series();
        const QString table = shown(data)->table();
        QVERIFY(table.startsWith(QStringLiteral("Time\t古亭 (µg/m³)\tWanhua (µg/m³)\n")));
        QVERIFY(table.contains(QStringLiteral("+08:00\t")));
    }
};

CITYOPS_TEST(QApplication, ChartsTest)
#include "charts_test.moc"
