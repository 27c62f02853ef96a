// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using app::MainWindow;

/// A city made by clicking alone, of real payloads of another city that a real nginx serves.
class AddSourceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Nginx m_server;
    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;

    static QByteArray recorded(const char* name)
    {
        QFile file(recordedFeeds() + QLatin1Char('/') + QLatin1String(name));
        if (!file.open(QIODevice::ReadOnly)) qFatal("%s is not among the recorded payloads", name);
        return file.readAll();
    }

    /// The discovery file of a bike share whose own was not recorded: its two other files are.
    QByteArray discovery() const
    {
        const auto feed = [this](const char* name) {
            return QStringLiteral("{\"name\":\"%1\",\"url\":\"%2\"}")
                .arg(QLatin1String(name),
                     m_server.url(QLatin1String(name) + QStringLiteral(".json")).toString());
        };
        return QStringLiteral("{\"last_updated\":1,\"ttl\":60,\"data\":{\"en\":{\"feeds\":[%1,%2]}}}")
            .arg(feed("station_information"), feed("station_status"))
            .toUtf8();
    }

    QDialog* dialog(const char* name)
    {
        QDialog* found = nullptr;
        const bool there = QTest::qWaitFor(
            [&] { return (found = m_window->findChild<QDialog*>(QLatin1String(name))) != nullptr; }, 20'000);
        return there ? found : nullptr;
    }
    static void type(QWidget* in, const char* line, const QString& text)
    {
        auto* edit = in->findChild<QLineEdit*>(QLatin1String(line));
        if (!edit) qFatal("there is no line %s", line);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static QPushButton* button(QWidget* in, const char* name)
    {
        auto* found = in->findChild<QPushButton*>(QLatin1String(name));
        if (!found) qFatal("there is no button %s", name);
        return found;
    }
    static void click(QWidget* in, const char* name) { QTest::mouseClick(button(in, name), Qt::LeftButton); }

    bool step(QDialog* dialog, const QString& begins)
    {
        return QTest::qWaitFor(
            [&] {
                for (const QLabel* label : dialog->findChildren<QLabel*>()) {
                    if (label->text().startsWith(begins)) return button(dialog, "next")->isEnabled();
                }
                return false;
            },
            30'000);
    }

    /// From the second step on, when the facts are there.
    bool finish(QDialog* dialog, const QString& title, const QString& expected)
    {
        QLabel* summary = dialog->findChild<QLabel*>(QStringLiteral("summary"));
        if (!QTest::qWaitFor([&] { return summary->text().contains(expected); }, 30'000)) {
            qInfo() << summary->text();
            return false;
        }
        if (!QTest::qWaitFor([&] { return button(dialog, "next")->isEnabled(); }, 30'000)) return false;
        click(dialog, "next");
        type(dialog, "title-en", title);
        type(dialog, "publisher-en", QStringLiteral("A publisher"));
        dialog->findChild<QComboBox*>(QStringLiteral("licence"))->setCurrentText(QStringLiteral("CC0-1.0"));
        if (!step(dialog, QStringLiteral("3 of 3"))) return false;
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        click(dialog, "next");
        return opened.wait(30'000) && QTest::qWaitFor([&] { return m_window->isReady(); }, 30'000);
    }

    int drawn(const QString& kind)
    {
        QSet<QString> ids;
        for (const auto& layer : m_window->picture()->scene->layers) {
            for (const map::Mark& mark : layer->marks) {
                if (mark.ref >= 0 && layer->refs[static_cast<std::size_t>(mark.ref)].kind == kind)
                    ids.insert(layer->refs[static_cast<std::size_t>(mark.ref)].id);
            }
        }
        return static_cast<int>(ids.size());
    }
    bool shows(const QString& kind, int count)
    {
        return QTest::qWaitFor([&] { return m_window->isReady() && drawn(kind) == count; }, 30'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEED_RECORDED_FEEDS();
        NEED_NGINX();
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        m_server.write(QStringLiteral("gbfs.json"), discovery());
        m_server.write(QStringLiteral("station_information.json"),
                       recorded("gbfs/baywheels_v1_station_information.json"));
        m_server.write(QStringLiteral("station_status.json"),
                       recorded("gbfs/baywheels_v1_station_status.json"));
        m_server.write(QStringLiteral("bart.zip"), recorded("gtfs/bart.zip"));
        m_server.write(QStringLiteral("stations.json"),
                       recorded("gbfs/baywheels_v1_station_information.json"));
        m_server.write(QStringLiteral("sensors.csv"),
                       recorded("crowd/melbourne_ped_sensor_locations_2019.csv"));
        QVERIFY(m_server.start());
        app::RunOptions options;
        options.language = QStringLiteral("en");
        m_window = std::make_unique<MainWindow>(qEnvironmentVariable("CITYOPS_RESOURCES"), options,
                                                m_language, MainWindow::Memory::Plain);
        m_window->resize(1366, 768);
        m_window->show();
    }
    void cleanupTestCase() { m_window.reset(); }

    void aCityBeginsWithItsFirstSource()
    {
        m_window->actions().ask(QStringLiteral("new-city"));
        QDialog* city = dialog("new-city");
        QVERIFY(city);
        type(city, "city-en", QStringLiteral("Bay Area"));
        type(city, "city-zh", QStringLiteral("San Francisco"));
        city->findChild<QComboBox*>(QStringLiteral("zone"))
            ->setCurrentText(QStringLiteral("America/Los_Angeles"));
        type(city, "first-source", m_server.url(QStringLiteral("gbfs.json")).toString());
        type(city, "folder", m_folder.filePath(QStringLiteral("bay-area")));
        QVERIFY(button(city, "create")->isEnabled());
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        click(city, "create");
        QVERIFY(opened.wait(30'000));
        QCOMPARE(m_window->session()->pack().id, QStringLiteral("bay-area"));
        // The extent is that of the stations.
        QVERIFY(m_window->session()->pack().extent.contains({-122.40, 37.78}));
        QVERIFY(!m_window->session()->pack().extent.contains({-120, 37.78}));
        QDialog* source = dialog("add-source");
        QVERIFY(source);
        QVERIFY(step(source, QStringLiteral("2 of 3")));
        QVERIFY(source->findChild<QComboBox*>(QStringLiteral("format"))
                    ->currentText()
                    .startsWith(QLatin1String("gbfs")));
        QVERIFY(finish(source, QStringLiteral("Bay Wheels"), QStringLiteral("496 on the map")));
        QCOMPARE(m_window->session()->pack().feeds.size(), std::size_t(1));
        QVERIFY(shows(QStringLiteral("bike-station"), 496));
    }

    void aSecondSourceIsATimetable()
    {
        m_window->actions().ask(QStringLiteral("add-source"));
        QDialog* source = dialog("add-source");
        QVERIFY(source);
        type(source, "url", m_server.url(QStringLiteral("bart.zip")).toString());
        click(source, "next");
        QVERIFY(step(source, QStringLiteral("2 of 3")));
        QVERIFY(finish(source, QStringLiteral("BART stops"), QStringLiteral("0 problems")));
        QVERIFY(m_window->session()->pack().feed(QStringLiteral("bart-stops")));
    }

    void aThirdIsAPlainList()
    {
        m_window->actions().ask(QStringLiteral("add-source"));
        QDialog* source = dialog("add-source");
        QVERIFY(source);
        type(source, "url", m_server.url(QStringLiteral("stations.json")).toString());
        click(source, "next");
        QVERIFY(step(source, QStringLiteral("2 of 3")));
        auto* format = source->findChild<QComboBox*>(QStringLiteral("format"));
        const int json = format->findData(QStringLiteral("json"));
        QVERIFY(json >= 0);
        format->setCurrentIndex(json);
        Q_EMIT format->activated(json);
        QTRY_COMPARE(source->findChild<QComboBox*>(QStringLiteral("id"))->currentData().toString(),
                     QStringLiteral("station_id"));
        QCOMPARE(source->findChild<QComboBox*>(QStringLiteral("name-zh"))->currentData().toString(),
                 QStringLiteral("name"));
        QCOMPARE(source->findChild<QComboBox*>(QStringLiteral("lon"))->currentData().toString(),
                 QStringLiteral("lon"));
        source->findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentText(QStringLiteral("dock-list"));
        QVERIFY(!button(source, "next")->isEnabled()); // What is in view is not what is chosen, yet.
        QVERIFY(finish(source, QStringLiteral("Places of docks"), QStringLiteral("496 on the map")));
        QVERIFY(shows(QStringLiteral("dock-list"), 496));
        QVERIFY(shows(QStringLiteral("bike-station"), 496));
    }

    void thePackPassesTheCheckAndCanBeTakenApart()
    {
        const QString folder = m_window->session()->pack().folder;
        const app::PackReading read = app::readPack(folder, qEnvironmentVariable("CITYOPS_RESOURCES"));
        for (const city::Problem& problem : read.problems)
            qInfo() << problem.toString();
        QVERIFY(read.pack);
        QCOMPARE(read.pack->feeds.size(), std::size_t(3));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->actions().ask(QStringLiteral("undo-source"));
        QVERIFY(opened.wait(30'000));
        QCOMPARE(m_window->session()->pack().feeds.size(), std::size_t(2));
        QVERIFY(!m_window->session()->pack().kindNames.contains(QStringLiteral("dock-list")));
    }

    void aGisFileBecomesALayer()
    {
        const QString file = recordedFeeds() + QStringLiteral("/gis/vic_police.kmz");
        m_window->actions().ask(QStringLiteral("add-source"));
        auto* source = qobject_cast<app::AddSourceDialog*>(dialog("add-source"));
        QVERIFY(source);
        source->beginFile(file);
        QVERIFY(step(source, QStringLiteral("2 of 3")));
        QVERIFY(finish(source, QStringLiteral("Police stations"), QStringLiteral("features")));
        const app::Pack& pack = m_window->session()->pack();
        QCOMPARE(pack.layers.size(), std::size_t(1));
        QVERIFY(pack.layers.front().source.startsWith(pack.folder));
        QVERIFY(pack.dashboards.front().layers.contains(QStringLiteral("police-stations")));
    }

    void anAddressWithoutDataSaysWhatNext()
    {
        m_window->actions().ask(QStringLiteral("add-source"));
        QDialog* source = dialog("add-source");
        QVERIFY(source);
        type(source, "url", m_server.url(QStringLiteral("nothing.json")).toString());
        click(source, "next");
        QLabel* trouble = source->findChild<QLabel*>(QStringLiteral("trouble"));
        QTRY_VERIFY_WITH_TIMEOUT(trouble->text().contains(QLatin1String("404")), 20'000);
        QVERIFY(trouble->text().contains(QLatin1Char('\n'))); // What, and what next.
        source->reject();
    }
};

CITYOPS_TEST(QApplication, AddSourceTest)
#include "add_source_test.moc"
