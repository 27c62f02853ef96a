// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/widgets/sample_city.h"
#include "widgets/panels/ages_button.h"
#include "widgets/panels/alert_note.h"
#include "widgets/panels/breadcrumb_bar.h"
#include "widgets/panels/column_widths.h"
#include "widgets/panels/detail_panel.h"
#include "widgets/panels/detail_row.h"
#include "widgets/panels/error_note.h"
#include "widgets/panels/feed_age_row.h"
#include "widgets/panels/kpi_tile.h"
#include "widgets/panels/layer_panel.h"
#include "widgets/panels/layer_row.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/rail_button.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/sentence_row.h"
#include "widgets/panels/table_model.h"
#include "widgets/panels/tile_grid.h"
#include "widgets/panels/top_bar.h"
#include "widgets/panels/why_popup.h"
#include "widgets/theme/dress.h"

#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace widgets;

class PanelsTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    template<typename Widget> std::unique_ptr<Widget> shown()
    {
        auto widget = std::make_unique<Widget>();
        widget->setTheme(m_theme);
        widget->resize(400, 300);
        widget->show();
        return widget;
    }
    static QString column(const RankedTable& table, int at)
    {
        QStringList texts;
        auto* model = table.view()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts.push_back(model->index(row, at).data().toString());
        return texts.join(u'|');
    }
    static city::Focus focusOf(const QSignalSpy& spy, int at = 0) { return spy[at][0].value<city::Focus>(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = *readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("light"));
    }

    void aSentenceHasRoomForAllOfIt()
    {
        SentenceRow row;
        row.setTheme(m_theme);
        for (int alarm = 0; alarm <= 3; ++alarm) {
            row.setSentence({alarm, QStringLiteral("Severe alert in Xinyi and Wenshan, since 16:10"), {}, false});
            const QFont font = fontOf(m_theme, m_theme.body, alarm == 1 ? Weight::Bold : Weight::Regular);
            for (int width = 160; width < 420; ++width) {
                const QRect needed = QFontMetrics(font).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, row.sentence().text);
                QVERIFY(row.heightForWidth(width + 22) >= needed.height()); // 22: the mark before it
            }
        }
    }

    void aClickOnATileFiltersASecondAsksWhy()
    {
        auto grid = shown<TileGrid>();
        grid->setTiles(sample::tiles());
        QSignalSpy activated(grid.get(), &TileGrid::activated), why(grid.get(), &TileGrid::whyAsked);
        KpiTile* tile = grid->findChildren<KpiTile*>().front();
        QTest::mouseClick(tile, Qt::LeftButton);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(focusOf(activated).area, QStringLiteral("63000"));
        QCOMPARE(why.size(), 0);
        grid->setTiles(sample::tiles()); // A new snapshot between the clicks changes nothing.
        QTest::mouseClick(tile, Qt::LeftButton);
        QCOMPARE(why.size(), 1);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(why.front().front().value<WhyAsk>().id, sample::tiles().front().id);
        QTest::keyClick(grid->findChildren<KpiTile*>().at(1), Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QTest::mouseClick(tile, Qt::LeftButton); // Another tile was opened meanwhile.
        QCOMPARE(activated.size(), 3);
    }

    void aTileWithoutAValueShowsNoNumber()
    {
        auto tile = shown<KpiTile>();
        TileData data = sample::tile();
        data.value.clear();
        data.note = QStringLiteral("The feed is silent.");
        tile->setTile(data);
        QVERIFY(tile->accessibleDescription().contains(QStringLiteral("No data")));
        QVERIFY(tile->accessibleDescription().contains(data.note));
        const QImage silent = tile->grab().toImage();
        data.value = QStringLiteral("0");
        tile->setTile(data);
        QVERIFY(tile->grab().toImage() != silent);
    }

    void tilesFitInFourColumnsAndInTwo()
    {
        auto grid = shown<TileGrid>();
        grid->setTiles(sample::tiles());
        QVERIFY(grid->minimumSizeHint().width() <= 320 - 24);
        grid->setColumns(4);
        QVERIFY(grid->minimumSizeHint().width() <= 640);
        const auto tiles = grid->findChildren<KpiTile*>();
        grid->resize(640, 120);
        QTRY_COMPARE(tiles.front()->y(), tiles.back()->y());
    }

    void aTableSortsByNumberWithNoDataLast()
    {
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        QCOMPARE(column(*table, 2), QStringLiteral("120.0|41.2|28.0|9.5|no data"));
        auto* head = table->view()->horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(2) + 20, 10));
        QCOMPARE(column(*table, 2), QStringLiteral("9.5|28.0|41.2|120.0|no data"));
        table->setTable(sample::table()); // The reader's sorting stays.
        QCOMPARE(column(*table, 2), QStringLiteral("9.5|28.0|41.2|120.0|no data"));
    }

    void theWidestColumnsGiveFirst()
    {
        const std::vector<ColumnNeed> needs{{80, 96}, {300, 72}, {120, 64}};
        QCOMPARE(columnWidths(needs, 600), (std::vector<int>{180, 300, 120}));
        QCOMPARE(columnWidths(needs, 400), (std::vector<int>{80, 200, 120}));
        QCOMPARE(columnWidths(needs, 280), (std::vector<int>{80, 100, 100}));
        QCOMPARE(columnWidths(needs, 100), (std::vector<int>{80, 72, 64})); // Scrolls.
        QVERIFY(columnWidths({}, 100).empty());
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        table->resize(300, 200);
        QTRY_COMPARE(table->view()->horizontalHeader()->length(), table->view()->viewport()->width());
    }

    void aTableIsCopiedWithItsHead()
    {
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QStringLiteral("Place\tDistrict\tPM2.5 (µg/m³)\tAge"));
        QCOMPARE(lines[1], QStringLiteral("<b>x</b>\t信義區\t120.0\t84 min"));
        table->view()->selectRow(1);
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QStringLiteral("萬華 Wanhua")));
    }

    void aRowIsActivatedByClickAndByReturn()
    {
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        QSignalSpy activated(table.get(), &RankedTable::rowActivated);
        auto* view = table->view();
        const auto middle = [view](int row) {
            return view->visualRect(view->model()->index(row, 0)).center();
        };
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middle(1));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(focusOf(activated).area, QStringLiteral("萬華 Wanhua"));
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(focusOf(activated, 1).area, QStringLiteral("士林 Shilin"));
    }

    void hoveringARowTellsItsKey()
    {
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        QSignalSpy hovered(table.get(), &RankedTable::rowHovered);
        auto* view = table->view();
        QTest::mouseMove(view->viewport(), view->visualRect(view->model()->index(0, 1)).center());
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered[0][0].toString(), QStringLiteral("<b>x</b>"));
    }

    void theBreadcrumbLeadsBack()
    {
        auto bar = shown<BreadcrumbBar>();
        bar->setCrumbs(sample::crumbs());
        bar->setHistory(1, 0);
        QSignalSpy activated(bar.get(), &BreadcrumbBar::activated),
            back(bar.get(), &BreadcrumbBar::backAsked);
        for (auto* button : bar->findChildren<QToolButton*>()) {
            if (button->accessibleName() == QStringLiteral("大安區"))
                QTest::mouseClick(button, Qt::LeftButton);
            if (button->accessibleName() == QStringLiteral("Back")) QTest::mouseClick(button, Qt::LeftButton);
            if (button->accessibleName() == QStringLiteral("Forward")) QVERIFY(!button->isEnabled());
        }
        QCOMPARE(activated.size(), 1);
        QCOMPARE(focusOf(activated).area, QStringLiteral("63000030"));
        QCOMPARE(back.size(), 1);
    }

    void theRailIsWalkedByKeyboard()
    {
        auto rail = shown<RailBar>();
        rail->setEntries(sample::rail());
        rail->setCurrent(QStringLiteral("overview"));
        rail->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(rail.get()));
        QSignalSpy picked(rail.get(), &RailBar::picked);
        auto* first = rail->findChildren<RailButton*>().at(3); // The first three are the buttons at the foot.
        first->setFocus();
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toString(), QStringLiteral("traffic"));
        QVERIFY(first->isChecked()); // Until the owner says otherwise.
    }

    void layersAreSwitchedAndFiltered()
    {
        auto panel = shown<LayerPanel>();
        panel->setLayers(sample::layers());
        QSignalSpy hidden(panel.get(), &LayerPanel::layerHidden),
            level(panel.get(), &LayerPanel::levelPicked);
        QSignalSpy removed(panel.get(), &LayerPanel::removeAsked);
        QTest::mouseClick(panel->findChild<ElidedCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 13));
        QCOMPARE(hidden.value(0).value(0).toString(), QStringLiteral("air"));
        LegendRow* moderate = panel->findChildren<LegendRow*>().at(1);
        QTest::mouseClick(moderate, Qt::LeftButton);
        QCOMPARE(level.value(0).value(1).toString(), QStringLiteral("2"));
        panel->setLevel(QStringLiteral("2"));
        QTest::mouseClick(moderate, Qt::LeftButton);
        QCOMPARE(level.value(1).value(1).toString(), QString());
        // The owner takes the layer out while its button is still being clicked.
        connect(panel.get(), &LayerPanel::removeAsked, panel.get(), [&panel] {
            auto left = sample::layers();
            left.pop_back();
            panel->setLayers(left);
        });
        QCoreApplication::processEvents();
        for (auto* button : panel->findChildren<QToolButton*>())
            if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(removed.value(0).value(0).toString(), QStringLiteral("drop"));
    }

    void searchFindsEntriesCommandsAndPassesTheRestOn()
    {
        auto box = shown<SearchBox>();
        box->setEntries({{QStringLiteral("臺北車站"), QStringLiteral("metro station"),
                          sample::focusOn(QStringLiteral("main"))},
                         {QStringLiteral("Export"), QStringLiteral("command"), QStringLiteral("export")}});
        QSignalSpy focus(box.get(), &SearchBox::focusPicked), command(box.get(), &SearchBox::commandPicked),
            submitted(box.get(), &SearchBox::submitted);
        box->setText(QStringLiteral("export"));
        QTest::keyClick(box.get(), Qt::Key_Return);
        QCOMPARE(command.value(0).value(0).toString(), QStringLiteral("export"));
        box->setText(QStringLiteral("25.03, 121.5"));
        QTest::keyClick(box.get(), Qt::Key_Return);
        QCOMPARE(submitted.value(0).value(0).toString(), QStringLiteral("25.03, 121.5"));
        auto* completer = box->completer();
        completer->setCompletionPrefix(QStringLiteral("台北"));
        QCOMPARE(completer->completionCount(), 1);
        Q_EMIT completer->activated(completer->completionModel()->index(0, 0));
        QCOMPARE(focusOf(focus).area, QStringLiteral("main"));
    }

    void theWorstFeedSpeaksForAll()
    {
        auto button = shown<AgesButton>();
        button->setFeeds({sample::feeds().front()});
        QCOMPARE(button->summary(), QStringLiteral("All data fresh"));
        button->setFeeds(sample::feeds());
        QCOMPARE(button->summary(), QStringLiteral("no data: 5 of 6 feeds"));
        QSignalSpy picked(button.get(), &AgesButton::feedPicked);
        QTest::mouseClick(button.get(), Qt::LeftButton);
        auto* worst = button->findChildren<FeedAgeRow*>().front();
        QCOMPARE(worst->feed().id, QStringLiteral("crowd"));
        QTest::mouseClick(worst, Qt::LeftButton);
        QCOMPARE(picked.value(0).value(0).toString(), QStringLiteral("crowd"));
    }

    void theTopBarFitsASmallScreen()
    {
        auto bar = shown<TopBar>();
        bar->setCity(QStringLiteral("臺北 Taipei"));
        bar->setStamp(QStringLiteral("DEMO DATA"));
        bar->setFeeds(sample::feeds());
        bar->setOtherLanguage(QStringLiteral("English"));
        bar->resize(1366, 44);
        QVERIFY(bar->minimumSizeHint().width() <= 1024);
    }

    void namesAreNeverMarkup()
    {
        auto place = shown<DetailPanel>();
        PlaceCard card = sample::place();
        card.name = QStringLiteral("<b>x</b>");
        place->setPlace(card);
        auto alert = shown<AlertNote>();
        alert->setAlert(sample::alert());
        auto error = shown<ErrorNote>();
        error->setError({QStringLiteral("<b>x</b>"), QStringLiteral("<i>y</i>"), {}});
        int seen = 0;
        for (QWidget* widget : {static_cast<QWidget*>(place.get()), static_cast<QWidget*>(alert.get()),
                                static_cast<QWidget*>(error.get())})
            for (auto* label : widget->findChildren<QLabel*>()) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                seen += label->text().contains(u'<');
            }
        QVERIFY(seen >= 4);
        auto table = shown<RankedTable>();
        table->setTable(sample::table());
        QVERIFY(!table->view()
                     ->model()
                     ->index(0, 0)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(QStringLiteral("<b>")));
        QCOMPARE(error->text(), QStringLiteral("<b>x</b>\n<i>y</i>"));
    }

    void aValueOfAPlaceLeadsToItsChart()
    {
        auto panel = shown<DetailPanel>();
        panel->setPlace(sample::place());
        QSignalSpy picked(panel.get(), &DetailPanel::quantityPicked);
        QTest::mouseClick(panel->findChildren<DetailRow*>().at(1), Qt::LeftButton);
        QCOMPARE(picked.value(0).value(0).toString(), QStringLiteral("pm25"));
    }

    void anAlertIsOpenedByKeyboard()
    {
        auto alert = shown<AlertNote>();
        alert->setAlert(sample::alert());
        QSignalSpy activated(alert.get(), &AlertNote::activated);
        QTest::keyClick(alert.get(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(focusOf(activated).area, QStringLiteral("63000030"));
    }

    void aChangeOfLanguageHurtsNothing()
    {
        auto bar = shown<TopBar>();
        auto panel = shown<LayerPanel>();
        panel->setLayers(sample::layers());
        auto place = shown<DetailPanel>();
        place->setPlace(sample::place());
        for (QWidget* widget : {static_cast<QWidget*>(bar.get()), static_cast<QWidget*>(panel.get()),
                                static_cast<QWidget*>(place.get())}) {
            QEvent change(QEvent::LanguageChange);
            QApplication::sendEvent(widget, &change);
        }
        QCOMPARE(panel->findChildren<ElidedCheckBox*>().size(), 4);
    }
};

CITYOPS_TEST(QApplication, PanelsTest)
#include "panels_test.moc"
