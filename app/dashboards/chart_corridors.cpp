// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/chart_corridors.h"

#include "app/dashboards/charts.h"
#include "app/dashboards/stand_ins.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace app {

namespace {

constexpr int LeastSections = 2; // One detector is no corridor.

/// What a road's sections are called before what tells them apart: "民權西路  中山北-承德" -> "民權西路".
QString corridorOf(const QString& name)
{
    static const QRegularExpression end(QStringLiteral("[\\s(（]"));
    const QString trimmed = name.trimmed();
    const qsizetype at = trimmed.indexOf(end);
    return at > 0 ? trimmed.left(at) : trimmed;
}

double lengthOf(const city::Place* place)
{
    if (!place || place->shape.lines.empty()) return 0;
    double metres = 0;
    const std::vector<city::LonLat>& line = place->shape.lines.front();
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += city::distanceMetres(line[i - 1], line[i]);
    return metres;
}

struct Sum {
    double metres = 0, perSpeed = 0;
    Corridor made;
};

} // namespace

std::vector<Corridor> corridors(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    std::map<QString, Sum> sums;
    for (const int row : rows) {
        const Reading reading = scope.index.reading(row, quantity);
        if (!reading.isCurrent() || reading.value() <= 0) continue;
        Sum& sum = sums[corridorOf(scope.placeName(row))];
        const double metres = std::max(1.0, lengthOf(scope.index.at(row).place));
        sum.metres += metres;
        sum.perSpeed += metres / reading.value();
        ++sum.made.sections;
        const bool worse = sum.made.worstRow < 0 || reading.value() < sum.made.least;
        if (!worse) continue;
        sum.made.worstRow = row;
        sum.made.least = reading.value();
    }
    std::vector<Corridor> found;
    for (auto& [name, sum] : sums) {
        if (sum.made.sections < LeastSections) continue;
        sum.made.name = name;
        sum.made.speed = sum.metres / sum.perSpeed;
        found.push_back(sum.made);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Corridor& a, const Corridor& b) { return a.speed < b.speed; });
    return found;
}

std::vector<std::pair<QString, double>> corridorSpeeds(const Scope& scope)
{
    std::vector<std::pair<QString, double>> found;
    for (const ChartSpec& spec : chartSpecs(scope)) {
        if (spec.by != QLatin1String("corridors")) continue;
        for (const Corridor& one :
             corridors(scope, placesSpeaking(scope, spec.of, spec.value).rows, spec.value))
            found.emplace_back(corridorKey(spec.value, one.name), one.speed);
    }
    return found;
}

QString corridorKey(const QString& quantity, const QString& name)
{
    return QStringLiteral("corridor/%1/%2").arg(quantity, name);
}

} // namespace app
