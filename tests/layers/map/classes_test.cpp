// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/classes.h"
#include "layers/map/kinds/palettes.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>
#include <QTemporaryFile>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using map::ClassMethod;
using Numbers = std::vector<double>;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

double squares(const Numbers& sorted, std::size_t first, std::size_t end)
{
    const double mean = std::accumulate(sorted.begin() + static_cast<long>(first),
                                        sorted.begin() + static_cast<long>(end), 0.0) /
                        static_cast<double>(end - first);
    double sum = 0;
    for (std::size_t i = first; i < end; ++i)
        sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

// The least sum of squares of all ways there are.
double leastSquares(const Numbers& sorted, std::size_t first, int classes)
{
    if (classes == 1) return squares(sorted, first, sorted.size());
    double best = inf;
    for (std::size_t next = first + 1; next + static_cast<std::size_t>(classes) - 1 <= sorted.size(); ++next)
        best = std::min(best, squares(sorted, first, next) + leastSquares(sorted, next, classes - 1));
    return best;
}

double squaresWith(const Numbers& sorted, const Numbers& breaks)
{
    double sum = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i <= breaks.size(); ++i) {
        const std::size_t end =
            i == breaks.size()
                ? sorted.size()
                : static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), breaks[i]) -
                                           sorted.begin());
        if (end > first) sum += squares(sorted, first, end);
        first = end;
    }
    return sum;
}

} // namespace

class ClassesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownBreaks_data()
    {
        QTest::addColumn<Numbers>("values");
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("count");
        QTest::addColumn<Numbers>("breaks");
        const auto row = [](const char* name, Numbers values, ClassMethod method, int count, Numbers breaks) {
            QTest::newRow(name) << std::move(values) << static_cast<int>(method) << count
                                << std::move(breaks);
        };
        const Numbers ten{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        row("quantiles", ten, ClassMethod::Quantiles, 5, {3, 5, 7, 9});
        row("quantiles of ties", {1, 1, 1, 1, 1, 1, 2, 3}, ClassMethod::Quantiles, 4, {2, 3});
        row("equal", {0, 3, 10}, ClassMethod::Equal, 5, {2, 4, 6, 8});
        row("jenks of two heaps", {4, 5, 9, 10}, ClassMethod::Jenks, 2, {9});
        row("jenks of three heaps", {1, 2, 2, 10, 11, 12, 50, 51}, ClassMethod::Jenks, 3, {10, 50});
        row("pretty", {0.7, 9.2}, ClassMethod::Pretty, 5, {2, 4, 6, 8});
        row("pretty small", {0.011, 0.052}, ClassMethod::Pretty, 4, {0.02, 0.03, 0.04, 0.05});
        row("pretty around zero", {-7, 7}, ClassMethod::Pretty, 3, {-5, 0, 5});
        row("deviation, even", {2, 4, 4, 4, 5, 5, 7, 9}, ClassMethod::Deviation, 4,
            {3, 5, 7}); // mean 5, deviation 2
        row("deviation, odd", {2, 4, 4, 4, 5, 5, 7, 9}, ClassMethod::Deviation, 3, {4, 6});
        for (const ClassMethod method : {ClassMethod::Quantiles, ClassMethod::Jenks, ClassMethod::Equal,
                                         ClassMethod::Pretty, ClassMethod::Deviation}) {
            row("nothing", {}, method, 5, {});
            row("all the same", {3, 3, 3}, method, 5, {});
            row("one class", {1, 2, 3}, method, 1, {});
            row("none is finite", {std::nan(""), inf, -inf}, method, 5, {});
        }
        row("fewer values than classes", {1, 5, 5}, ClassMethod::Quantiles, 5, {5});
        row("fewer values than classes", {1, 5, 9, 9}, ClassMethod::Jenks, 5, {5, 9});
        row("the rest is left out", {4, std::nan(""), 5, inf, 9, 10}, ClassMethod::Jenks, 2, {9});
    }
    void knownBreaks()
    {
        QFETCH(Numbers, values);
        QFETCH(int, method);
        QFETCH(int, count);
        QFETCH(Numbers, breaks);
        const map::Classes classes = map::classify(values, static_cast<ClassMethod>(method), count);
        QCOMPARE(classes.breaks.size(), breaks.size());
        for (std::size_t i = 0; i < breaks.size(); ++i)
            QVERIFY(std::abs(classes.breaks[i] - breaks[i]) < 1e-9);
    }

    void jenksFindsTheLeastThereIs()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            Numbers values;
            const int size = 4 + round % 9;
            for (int i = 0; i < size; ++i)
                values.push_back(round % 2 ? random.bounded(8) : random.generateDouble() * 1e6 + 1e9);
            std::sort(values.begin(), values.end());
            const int count = 2 + round % 3;
            const map::Classes classes = map::classify(values, ClassMethod::Jenks, count);
            const double least = leastSquares(values, 0, count);
            QVERIFY(squaresWith(values, classes.breaks) <= least * (1 + 1e-6) + 1e-6);
        }
    }

    void everyValueHasOneClass()
    {
        const map::Classes classes = map::classify({1, 2, 3, 4, 5, 6}, ClassMethod::Quantiles, 3);
        QCOMPARE(classes.count(), 3);
        QCOMPARE(classes.of(-100), 0);
        QCOMPARE(classes.of(2.9), 0);
        QCOMPARE(classes.of(3), 1); // a break belongs to the class above
        QCOMPARE(classes.of(100), 2);
        QCOMPARE(classes.of(std::nan("")), -1);
        QCOMPARE(classes.of(inf), -1);
        QCOMPARE(classes.text(0), QStringLiteral("< 3"));
        QCOMPARE(classes.text(1), QStringLiteral("3 – 5"));
        QCOMPARE(classes.text(2), QStringLiteral("≥ 5"));
        QCOMPARE(map::classify({}, ClassMethod::Equal, 4).of(7), 0);
    }

    void givenBreaksArePutInOrder()
    {
        const map::Classes classes = map::givenClasses({30, std::nan(""), 10, 30}, {5, 50});
        QCOMPARE(classes.breaks, Numbers({10, 30}));
        QCOMPARE(classes.most, 50.0);
    }

    void palettesAreWhole()
    {
        const auto palettes = map::readPalettes(qEnvironmentVariable("CITYOPS_RESOURCES") +
                                                QStringLiteral("/styles/palettes.json"));
        QVERIFY(palettes.ok());
        QVERIFY(palettes->all.size() > 30);
        QCOMPARE(palettes->all.front().name, QStringLiteral("viridis"));
        bool safe = true;
        for (const map::Palette& palette : palettes->all) {
            QVERIFY(safe || !palette.blindSafe); // the safe ones come first
            safe = palette.blindSafe;
            for (int count = 1; count <= 12; ++count) {
                const auto colours = palette.colours(count);
                QCOMPARE(colours.size(), static_cast<std::size_t>(count));
                const auto back = palette.colours(count, true);
                QVERIFY(std::equal(colours.begin(), colours.end(), back.rbegin()));
            }
        }
        QCOMPARE(palettes->find(QStringLiteral("Blues"))->colours(3).front().name(),
                 QStringLiteral("#deebf7"));
        QCOMPARE(palettes->find(QStringLiteral("viridis"))->colours(2).back().name(),
                 QStringLiteral("#fde725"));
        QVERIFY(!palettes->find(QStringLiteral("rainbow")));
    }

    // Lightness of a sequential palette runs one way: more is told from less in grey, too.
    void sequentialPalettesRunOneWay()
    {
        const auto palettes = map::readPalettes(qEnvironmentVariable("CITYOPS_RESOURCES") +
                                                QStringLiteral("/styles/palettes.json"));
        for (const map::Palette& palette : palettes->all) {
            if (palette.type != map::Palette::Type::Sequential) continue;
            const auto light = [&palette](int i) {
                const QColor c = palette.at(i / 8.0);
                return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF();
            };
            const bool rises = light(8) > light(0);
            for (int i = 1; i <= 8; ++i)
                QVERIFY2((light(i) > light(i - 1)) == rises, qPrintable(palette.name));
        }
    }

    void brokenPalettesAreNamed()
    {
        QVERIFY(!map::readPalettes(QStringLiteral("/nowhere.json")).ok());
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("{\"palettes\": [{\"name\": \"x\", \"ramp\": [\"#000000\", \"red-ish\"]}]}");
        file.close();
        const auto read = map::readPalettes(file.fileName());
        QVERIFY(!read.ok());
        QCOMPARE(read.problem().field, QStringLiteral("x"));
    }
};

CITYOPS_TEST(QCoreApplication, ClassesTest)
#include "classes_test.moc"
