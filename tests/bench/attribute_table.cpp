// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/attribute_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <cstdio>

/// attribute_table_bench FILE [FIELD]: how long the attribute table of a layer takes to show its first rows, to filter, to
/// sort and to scroll, and for how long at most the GUI thread was held meanwhile.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "attribute_table_bench FILE [FIELD]\n");
        return 2;
    }
    const auto theme = widgets::readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
    if (!theme) return 2;
    widgets::AttributeTable table;
    table.setTheme(*theme);
    table.resize(1200, 400);
    table.show();
    QElapsedTimer beat;
    qint64 longest = 0;
    QTimer heart;
    heart.setInterval(0);
    QObject::connect(&heart, &QTimer::timeout, [&] {
        longest = std::max(longest, beat.restart());
    });
    heart.start();
    widgets::AttributeModel& model = table.model();
    const auto filled = [&] { return model.rowCount() == 0 || model.data(model.index(table.view().rowAt(1), 0), Qt::DisplayRole).isValid(); };
    const auto measure = [&](const char* what, auto act) {
        QElapsedTimer took;
        longest = 0;
        beat.start();
        took.start();
        act();
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        while (model.isBusy() || !filled());
        std::printf("%-12s %6lld ms, GUI thread held %4lld ms at most, %d rows\n", what, static_cast<long long>(took.elapsed()), static_cast<long long>(longest), model.rowCount());
    };
    const QString field = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    measure("open", [&] { table.setLayer(QStringLiteral("layer"), geo::fileRows(QString::fromLocal8Bit(argv[1]), {})); });
    measure("to the end", [&] { table.view().verticalScrollBar()->setValue(table.view().verticalScrollBar()->maximum()); });
    int column = 0;
    for (std::size_t i = 0; i < model.fields().size(); ++i)
        if (model.fields()[i].name == field) column = static_cast<int>(i);
    measure("sort", [&] { model.sort(column, Qt::DescendingOrder); });
    measure("filter", [&] {
        geo::RowQuery query = model.query();
        query.filter = model.fields()[static_cast<std::size_t>(column)].name + QStringLiteral(" > 90");
        model.setQuery(query);
    });
    measure("words", [&] {
        geo::RowQuery query = model.query();
        query.filter = QStringLiteral("99999");
        model.setQuery(query);
    });
    return 0;
}
