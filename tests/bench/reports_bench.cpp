// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/workbook.h"
#include "app/shell/language.h"
#include "app/shell/report_making.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtConcurrent>
#include <cstdio>

/// reports_bench: a profile of one district, and of all of them by one thread and by two.
/// reports_bench ROWS: a workbook of so many rows, and the most memory the program had.
/// Prints milliseconds, one fact a line.
namespace {

std::vector<app::ReportInput> gather(const app::ReportJob& job)
{
    std::vector<app::ReportInput> inputs;
    app::ReportMaking making(job);
    QEventLoop loop;
    QObject::connect(&making, &app::ReportMaking::gathered, &loop, [&](std::vector<app::ReportInput> made) {
        inputs = std::move(made);
        loop.quit();
    });
    QObject::connect(&making, &app::ReportMaking::failed, &loop, &QEventLoop::quit);
    QMetaObject::invokeMethod(&making, &app::ReportMaking::start, Qt::QueuedConnection);
    loop.exec();
    return inputs;
}

qint64 timed(const std::vector<app::ReportInput>& inputs, const QString& folder, int threads)
{
    QThreadPool pool;
    pool.setMaxThreadCount(threads);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        numbers.push_back(i);
    QElapsedTimer timer;
    timer.start();
    QtConcurrent::blockingMap(&pool, numbers, [&](std::size_t i) {
        const auto made = app::makeReport(inputs[i], QStringLiteral("%1/%2-%3.pdf").arg(folder).arg(threads).arg(i));
        if (!made.ok()) qFatal("%s", qPrintable(made.problem().toString()));
    });
    return timer.elapsed();
}

int profiles()
{
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    const app::PackReading reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
    const auto theme = widgets::readTheme(resources, QStringLiteral("light"));
    if (!reading.pack || !theme.ok()) return 1;
    app::ReportJob job;
    job.pack = reading.pack;
    job.run.source = app::RunOptions::Source::Demo;
    job.spec = *reading.pack->report(QStringLiteral("district-profile"));
    job.theme = *theme;
    app::ReportOrder order;
    order.report = job.spec.id;
    order.to = app::DemoCity::openingMoment();
    order.from = order.to - job.spec.range;
    for (const city::Area& area : reading.pack->areas->areas()) {
        if (area.level != QLatin1String("district")) continue;
        order.area = area.code;
        job.orders.push_back(order);
    }
    const std::vector<app::ReportInput> inputs = gather(job);
    if (inputs.empty()) return 1;
    const QTemporaryDir folder;
    const std::vector<app::ReportInput> first(inputs.begin(), inputs.begin() + 1);
    timed(first, folder.path(), 1); // fonts are found
    std::printf("one profile of %s  %lld ms\n", qPrintable(inputs.front().order.area), static_cast<long long>(timed(first, folder.path(), 1)));
    // In turn, so that what else the machine does falls on both.
    qint64 one = 0, two = 0;
    for (int round = 0; round < 2; ++round) {
        one += timed(inputs, folder.path(), 1);
        two += timed(inputs, folder.path(), 2);
    }
    std::printf("%zu profiles, one thread   %lld ms\n%zu profiles, two threads  %lld ms\nthroughput of two over one  %.2f\n", inputs.size(), static_cast<long long>(one / 2),
                inputs.size(), static_cast<long long>(two / 2), static_cast<double>(one) / static_cast<double>(two));
    return 0;
}

int rows(int count)
{
    const QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    app::Workbook book(folder.filePath(QStringLiteral("rows.xlsx")), QStringLiteral("Rows"), {});
    book.sheet(QStringLiteral("Rows"), {20, 20, 12, 12, 20}, 1);
    const city::Instant begin = app::DemoCity::dayStart();
    for (int i = 0; i < count; ++i) {
        book.text(QStringLiteral("bike-station/%1").arg(i % 1600)).text(QStringLiteral("捷運站 %1 號出口").arg(i % 97)).number(i % 60, 0).number(i * 0.1, 1)
            .time(begin + std::chrono::minutes(i % 1440), QTimeZone("Asia/Taipei"));
        book.endRow();
    }
    if (const auto wrong = book.finish()) qFatal("%s", qPrintable(wrong->toString()));
    QFile status(QStringLiteral("/proc/self/status"));
    double peak = 0;
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:")) peak = line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    std::printf("%d rows in %lld ms, at most %.0f MiB resident\n", count, static_cast<long long>(timer.elapsed()), peak);
    return peak < 200 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    return argc > 1 ? rows(QByteArray(argv[1]).toInt()) : profiles();
}
