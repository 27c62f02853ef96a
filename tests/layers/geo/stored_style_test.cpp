// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/stored_style.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace {

/// A GeoPackage of two layers with the table as QGIS makes it.
QString styledFile(const QTemporaryDir& folder, const QByteArray& rows)
{
    GDALAllRegister();
    const QString file = folder.filePath(QStringLiteral("styled.gpkg"));
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    GDALDataset* data = driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    for (const char* name : {"stops", "o'dd"})
        data->CreateLayer(name, nullptr, wkbPoint);
    for (const QByteArray& sql :
         {QByteArray("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleQML TEXT, "
                     "useAsDefault BOOLEAN, update_time DATETIME)"),
          rows})
        if (!sql.isEmpty()) data->ExecuteSQL(sql.constData(), nullptr, nullptr);
    GDALClose(data);
    return file;
}

} // namespace

class StoredStyleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theUsualOneThenTheNewest()
    {
        const QTemporaryDir folder;
        const QString file = styledFile(
            folder, "INSERT INTO layer_styles (f_table_name, styleQML, useAsDefault, update_time) VALUES "
                    "('stops', '<old/>', 0, '2020-01-01'), ('stops', '<usual/>', 1, '2021-01-01'), "
                    "('stops', '<new/>', 0, '2022-01-01'), ('o''dd', '<first/>', 0, '2020-01-01'), ('o''dd', "
                    "'<second/>', 0, '2020-01-02')");
        QCOMPARE(*geo::storedStyle(file, QStringLiteral("stops")), QByteArray("<usual/>"));
        QCOMPARE(*geo::storedStyle(file, QString()), QByteArray("<usual/>")); // of the first layer
        QCOMPARE(*geo::storedStyle(file, QStringLiteral("o'dd")), QByteArray("<second/>"));
        QCOMPARE(*geo::storedStyle(file, QStringLiteral("none")), QByteArray());
    }

    void noTableIsNoStyle()
    {
        const QTemporaryDir folder;
        QCOMPARE(*geo::storedStyle(folder.filePath(QStringLiteral("a.geojson")), {}), QByteArray());
        const QString file = styledFile(folder, "DROP TABLE layer_styles");
        QCOMPARE(*geo::storedStyle(file, QStringLiteral("stops")), QByteArray());
        QVERIFY(!geo::storedStyle(folder.filePath(QStringLiteral("missing.gpkg")), {}).ok());
    }

    void tooLargeIsRefused()
    {
        const QTemporaryDir folder;
        const QString file = styledFile(folder, "INSERT INTO layer_styles (f_table_name, styleQML) VALUES "
                                                "('stops', printf('%.*c', 5000000, 'x'))");
        const auto read = geo::storedStyle(file, QStringLiteral("stops"));
        QVERIFY(!read.ok());
        QVERIFY(read.problem().toString().contains(QStringLiteral("4 MiB")));
    }
};

CITYOPS_TEST(QCoreApplication, StoredStyleTest)
#include "stored_style_test.moc"
