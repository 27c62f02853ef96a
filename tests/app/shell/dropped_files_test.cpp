// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dropped_files.h"
#include "tests/app/shell/small_files.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using app::DroppedFiles;

class DroppedFilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<app::GisSource> m_layers;
    QStringList m_failures;

    void read(DroppedFiles& files, const QString& file)
    {
        m_layers.clear();
        m_failures.clear();
        connect(&files, &DroppedFiles::layerRead, this,
                [this](const app::GisSource& layer) { m_layers.push_back(layer); });
        connect(&files, &DroppedFiles::failed, this, [this](const widgets::ErrorText& error) {
            m_failures.append(error.what + error.where + error.next);
        });
        files.read({file});
        QTRY_VERIFY_WITH_TIMEOUT(!files.isReading(), 10'000);
    }

private Q_SLOTS:
    void whatStatesAllIsReadWithoutAsking()
    {
        DroppedFiles files([](const DroppedFiles::Question&) -> std::optional<DroppedFiles::Answer> {
            QTest::qFail("asked without need", __FILE__, __LINE__);
            return std::nullopt;
        });
        QSignalSpy busy(&files, &DroppedFiles::busy);
        read(files, writeGeoJson(m_folder.path()));
        QCOMPARE(m_layers.size(), 1U);
        QVERIFY(m_layers.front().dropped);
        QCOMPARE(m_layers.front().table->features.size(), 1U);
        QVERIFY(busy.first().first().toString().contains(QLatin1String("benches.geojson")));
        QVERIFY(busy.last().first().toString().isEmpty());
    }

    void whatIsUnstatedIsAskedFor()
    {
        int asked = 0;
        DroppedFiles files(
            [&asked](const DroppedFiles::Question& question) -> std::optional<DroppedFiles::Answer> {
                ++asked;
                return question.unstated.crs
                           ? std::optional(DroppedFiles::Answer{QStringLiteral("EPSG:3826"),
                                                                question.unstated.likelyEncoding})
                           : std::nullopt;
            });
        read(files, writeBareShapefile(m_folder.path()));
        QVERIFY2(m_failures.isEmpty(), qPrintable(m_failures.join(QLatin1Char('\n'))));
        QCOMPARE(asked, 1);
        QCOMPARE(m_layers.size(), 1U);
        const auto& points = m_layers.front().table->features.front().geometry.points;
        QCOMPARE(points.size(), 1U);
        QVERIFY(std::abs(points.front().lon - 121.535) < 0.01 && std::abs(points.front().lat - 25.03) < 0.01);
    }

    void whoDoesNotSayGetsNoLayer()
    {
        DroppedFiles files(
            [](const DroppedFiles::Question&) { return std::optional<DroppedFiles::Answer>(); });
        read(files, writeBareShapefile(m_folder.path()));
        QVERIFY(m_layers.empty() && m_failures.isEmpty());
    }

    void whatIsNoGisFileIsNamed()
    {
        const QString path = m_folder.filePath(QStringLiteral("letter.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear city");
        file.close();
        DroppedFiles files(
            [](const DroppedFiles::Question&) { return std::optional<DroppedFiles::Answer>(); });
        read(files, path);
        QVERIFY(m_layers.empty());
        QCOMPARE(m_failures.size(), 1);
        QVERIFY(m_failures.first().contains(QLatin1String("letter.txt")));
    }
};

CITYOPS_TEST(QCoreApplication, DroppedFilesTest)
#include "dropped_files_test.moc"
