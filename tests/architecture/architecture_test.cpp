// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

struct SourceFile {
    QString path; ///< From the top of the project, with "/".
    QStringList lines;

    /// "layers/geo" of layers and of everything below it; "widgets", "app" for the other floors.
    QString room() const
    {
        const QStringList parts = path.split(QLatin1Char('/'));
        return parts.first() == QLatin1String("layers") ? parts[0] + QLatin1Char('/') + parts[1]
                                                        : parts.first();
    }
};

std::vector<SourceFile> readTree(const QStringList& floors)
{
    std::vector<SourceFile> files;
    const QDir top(QStringLiteral(CITYOPS_TOP));
    for (const QString& floor : floors) {
        QDirIterator it(top.filePath(floor), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(file.fileName()));
            files.push_back({top.relativeFilePath(file.fileName()),
                             QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))});
        }
    }
    return files;
}

/// Which rooms of the ground floor may use which; a room may always use itself. What is not listed is
/// forbidden, so there can be no cycle as long as this list has none.
const QMap<QString, QStringList>& allowedBelow()
{
    static const QMap<QString, QStringList> rooms{
        {QStringLiteral("layers/city"), {}},
        {QStringLiteral("layers/geo"), {QStringLiteral("layers/city")}},
        {QStringLiteral("layers/indicators"), {QStringLiteral("layers/city")}},
        {QStringLiteral("layers/alarms"), {QStringLiteral("layers/city"), QStringLiteral("layers/indicators")}},
        {QStringLiteral("layers/history"), {QStringLiteral("layers/city")}},
        {QStringLiteral("layers/feeds"), {QStringLiteral("layers/city"), QStringLiteral("layers/geo")}},
        {QStringLiteral("layers/notices"), {QStringLiteral("layers/city"), QStringLiteral("layers/feeds")}},
        {QStringLiteral("layers/map"),
         {QStringLiteral("layers/city"), QStringLiteral("layers/geo"), QStringLiteral("layers/indicators")}},
        {QStringLiteral("layers/pipeline"),
         {QStringLiteral("layers/city"), QStringLiteral("layers/feeds"), QStringLiteral("layers/history")}},
        {QStringLiteral("layers/release"),
         {QStringLiteral("layers/city"), QStringLiteral("layers/indicators"), QStringLiteral("layers/history")}},
    };
    return rooms;
}

/// What has one home in the program, and where that is.
struct OneHome {
    const char* what;
    const char* pattern;
    QStringList homes;
};

const std::vector<OneHome>& oneHomes()
{
    static const std::vector<OneHome> homes{
        {"GDAL and PROJ", "#include\\s*[<\"](gdal|ogr|cpl_|proj\\.h|proj_|geodesic\\.h)", {QStringLiteral("layers/geo/")}},
        {"SQL", "#include\\s*<(QSql|QtSql|sqlite3|libpq)", {QStringLiteral("layers/history/"), QStringLiteral("layers/geo/package_reading.cpp")}}, // the rows of a GeoPackage
        {"the network",
         "#include\\s*<(QNetwork|QtNetwork|QSsl|QTcp|QUdp|QHttp)",
         {QStringLiteral("layers/feeds/"), QStringLiteral("layers/notices/"), QStringLiteral("app/wall/network_remote")}},
        {"mail", "#include\\s*<curl/", {QStringLiteral("layers/notices/")}},
        {"the keyring", "#include\\s*<qt6?keychain", {QStringLiteral("layers/feeds/")}},
        {"charts",
         "#include\\s*<(QtCharts|QChart|QValueAxis|QLineSeries|QBarS|QHorizontalBar|QAreaSeries|"
         "QDateTimeAxis)",
         {QStringLiteral("widgets/charts/")}},
        {"YAML", "#include\\s*<yaml-cpp", {QStringLiteral("app/packs/")}},
        {"JSON by simdjson", "#include\\s*<simdjson", {QStringLiteral("layers/feeds/")}},
        {"now",
         "(currentDateTime|currentDate\\b|currentTime\\b|system_clock::now|currentMSecsSinceEpoch|\\btime\\("
         "nullptr\\))",
         {QStringLiteral("layers/city/clock.cpp")}},
        // Whoever shows values asks layers/release, which withholds small counts of people.
        {"the truth of the past",
         "(\\bstore|history|history\\(\\))(\\.|->)(series|seriesOf|summaries|latestAt|picturesAt|newestPictures)\\(",
         {QStringLiteral("layers/release/"), QStringLiteral("layers/pipeline/"), QStringLiteral("layers/history/"), QStringLiteral("app/shell/city_run"),
          QStringLiteral("app/shell/city_past"), QStringLiteral("app/commands/alarm_history")}},
        {"mutexes", "#include\\s*<(mutex|shared_mutex|QMutex|QReadWriteLock)>", {}},
        {"colours",
         "QColor\\(\\s*(\\d|0x|Qt::)|QColor\\(QStringLiteral\\(\"#|setNamedColor",
         {QStringLiteral("layers/map/paint/"), QStringLiteral("layers/map/kinds/")}},
    };
    return homes;
}

} // namespace

/// The house rules that a compiler does not check. A message names the file and line to mend.
class ArchitectureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void includesGoDownOnly();
    void everythingHasOneHome();
    void everyFileSaysItsLicence();
    void noRoomIsTooLarge();
    void noWidgetOnTheGroundFloor();
};

void ArchitectureTest::includesGoDownOnly()
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#include\\s*\"((app|widgets|layers|tests)/[^\"]+)\""));
    const QStringList floors{QStringLiteral("layers"), QStringLiteral("widgets"), QStringLiteral("app")};
    int seen = 0;
    for (const SourceFile& file : readTree(floors)) {
        const QString room = file.room();
        for (int i = 0; i < file.lines.size(); ++i) {
            const QRegularExpressionMatch match = include.match(file.lines[i]);
            if (!match.hasMatch()) continue;
            ++seen;
            const QString target = SourceFile{match.captured(1), {}}.room();
            const QString says =
                QStringLiteral("%1:%2 includes %3").arg(file.path).arg(i + 1).arg(match.captured(1));
            if (room == target) continue;
            if (room.startsWith(QLatin1String("layers/"))) {
                QVERIFY2(allowedBelow().contains(room),
                         qPrintable(room + QStringLiteral(" is not in the list of rooms")));
                QVERIFY2(allowedBelow()[room].contains(target), qPrintable(says));
            } else {
                const int from = static_cast<int>(floors.indexOf(room));
                const int to = static_cast<int>(floors.indexOf(target.section(QLatin1Char('/'), 0, 0)));
                QVERIFY2(to >= 0 && to < from, qPrintable(says));
            }
        }
    }
    QVERIFY2(seen > 20, "the scan found hardly any include: it looks in the wrong place");
}

void ArchitectureTest::everythingHasOneHome()
{
    const QStringList floors{QStringLiteral("layers"), QStringLiteral("widgets"), QStringLiteral("app")};
    const std::vector<SourceFile> files = readTree(floors);
    for (const OneHome& thing : oneHomes()) {
        const QRegularExpression pattern(QString::fromLatin1(thing.pattern));
        QVERIFY2(pattern.isValid(), thing.what);
        for (const SourceFile& file : files) {
            const bool home = std::any_of(thing.homes.begin(), thing.homes.end(),
                                          [&](const QString& one) { return file.path.startsWith(one); });
            if (home) continue;
            for (int i = 0; i < file.lines.size(); ++i) {
                const QString code = file.lines[i].section(QStringLiteral("//"), 0, 0);
                QVERIFY2(!pattern.match(code).hasMatch(),
                         qPrintable(QStringLiteral("%1:%2: %3 has its home in %4")
                                        .arg(file.path)
                                        .arg(i + 1)
                                        .arg(QString::fromLatin1(thing.what),
                                             thing.homes.join(QStringLiteral(", ")))));
            }
        }
    }
}

void ArchitectureTest::everyFileSaysItsLicence()
{
    const QStringList all{QStringLiteral("layers"), QStringLiteral("widgets"), QStringLiteral("app"),
                          QStringLiteral("tests")};
    for (const SourceFile& file : readTree(all)) {
        QVERIFY2(file.lines.first() == QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later"),
                 qPrintable(file.path));
    }
}

void ArchitectureTest::noRoomIsTooLarge()
{
    const QStringList all{QStringLiteral("layers"), QStringLiteral("widgets"), QStringLiteral("app")};
    for (const SourceFile& file : readTree(all)) {
        QVERIFY2(file.lines.size() <= 401,
                 qPrintable(QStringLiteral("%1 has %2 lines").arg(file.path).arg(file.lines.size())));
    }
}

void ArchitectureTest::noWidgetOnTheGroundFloor()
{
    static const QRegularExpression widget(
        QStringLiteral("#include\\s*<(QtWidgets|QWidget|QApplication|QDialog|QLabel|QMainWindow|QAction)"));
    for (const SourceFile& file : readTree({QStringLiteral("layers")})) {
        for (int i = 0; i < file.lines.size(); ++i)
            QVERIFY2(!widget.match(file.lines[i]).hasMatch(),
                     qPrintable(QStringLiteral("%1:%2").arg(file.path).arg(i + 1)));
    }
}

CITYOPS_TEST(QCoreApplication, ArchitectureTest)
#include "architecture_test.moc"
