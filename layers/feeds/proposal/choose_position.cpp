// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/choose_position.h"

#include "layers/feeds/text/number.h"

#include <algorithm>
#include <cmath>

namespace feeds {

namespace {

/// The numbers of a field lie here, but for a few in a hundred.
struct Range {
    double least = 0, most = 0;
    bool any = false;
    bool isFraction = false; ///< Some have digits behind the point.
};

Range rangeOf(const SampleField& field)
{
    std::vector<double> numbers;
    Range range;
    for (const QString& text : field.texts) {
        const QByteArray utf8 = text.toUtf8();
        const auto number = toNumber(trimmed({utf8.constData(), static_cast<std::size_t>(utf8.size())}));
        if (!number || *number == 0) continue;
        numbers.push_back(*number);
        range.isFraction = range.isFraction || std::floor(*number) != *number;
    }
    if (numbers.empty()) return range;
    std::sort(numbers.begin(), numbers.end());
    range.any = true;
    range.least = numbers[numbers.size() / 50];
    range.most = numbers[numbers.size() - 1 - numbers.size() / 50];
    return range;
}

bool within(const Range& range, double least, double most)
{
    return range.any && range.least >= least && range.most <= most;
}

/// What two paths have in common from their beginning: lon and lat of one position stand together.
qsizetype shared(const QString& a, const QString& b)
{
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    return same;
}

struct Side {
    const SampleField* field;
    double fit;
    Range range;
};

std::vector<Side> sidesOf(const PayloadSample& sample, const QStringList& words)
{
    std::vector<Side> sides;
    for (const SampleField& field : sample.fields) {
        const double fit = fitOfName(field.path, words);
        if (fit < 0.5 || field.numberShare() < 0.8 || field.filledShare() < 0.1) continue;
        sides.push_back({&field, fit, rangeOf(field)});
    }
    return sides;
}

struct Columns {
    const SampleField* x = nullptr;
    const SampleField* y = nullptr;
    double score = 0;
};

/// The best two of two lists that satisfy `fits`. Of two positions the WGS 84 one wins, and the first one.
template<typename Fits> Columns bestPair(const std::vector<Side>& xs, const std::vector<Side>& ys, Fits fits)
{
    Columns best;
    for (const Side& x : xs) {
        for (const Side& y : ys) {
            if (x.field == y.field || !fits(x.range, y.range)) continue;
            const qsizetype longest =
                std::max<qsizetype>(1, std::max(x.field->path.size(), y.field->path.size()));
            const double together = double(shared(x.field->path, y.field->path)) / double(longest);
            const bool wgs = x.field->path.contains(QLatin1String("WGS84"), Qt::CaseInsensitive);
            const double filled = std::min(x.field->filledShare(), y.field->filledShare());
            const double score = x.fit + y.fit + together + (wgs ? 0.5 : 0) + filled -
                                 0.3 * double(x.field->path.count(QLatin1Char('[')));
            if (score > best.score + 1e-9) best = {x.field, y.field, score};
        }
    }
    return best;
}

bool areDegrees(const Range& lon, const Range& lat)
{
    const bool precise = lon.isFraction || lat.isFraction;
    return precise && within(lon, -180, 180) && within(lat, -90, 90);
}

/// Eastings and northings of TWD97 / TM2 zone 121 around Taiwan; TWD67's look the same but for 850 m.
bool areTaiwanMetres(const Range& x, const Range& y)
{
    return within(x, 90'000, 400'000) && within(y, 2'400'000, 2'850'000);
}

bool areMercator(const Range& x, const Range& y)
{
    const bool large = std::abs(x.most) > 1000 && std::abs(y.most) > 1000;
    return large && within(x, -20'037'509, 20'037'509) && within(y, -20'048'967, 20'048'967);
}

void take(const Columns& pair, const char* crs, int confidence, MappingChoices& choices)
{
    choices.lon = pair.x->path;
    choices.lat = pair.y->path;
    choices.crs = QLatin1String(crs);
    choices.confidence.insert(QStringLiteral("position"), confidence);
}

bool chooseMetres(const std::vector<Side>& xs, const std::vector<Side>& ys, MappingChoices& choices)
{
    const Columns taiwan = bestPair(xs, ys, areTaiwanMetres);
    if (taiwan.x) {
        take(taiwan, "EPSG:3826", 85, choices);
        choices.reasons.push_back(
            QT_TRANSLATE_NOOP("Message", "the positions are metres as TWD97 has them; were they TWD67, "
                                         "everything would be 850 m off: compare with the map"));
        return true;
    }
    const Columns metres = bestPair(xs, ys, areMercator);
    if (!metres.x) return false;
    take(metres, "EPSG:3857", 30, choices);
    choices.reasons.push_back(QT_TRANSLATE_NOOP(
        "Message", "the positions are metres of a projection that the payload does not name: choose it"));
    return true;
}

/// "25.03, 121.5": both numbers in one text.
bool chooseText(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*\\(?\\s*(-?\\d{1,3}\\.\\d+)\\s*[,; ]\\s*(-?\\d{1,3}\\.\\d+)\\s*\\)?\\s*$"));
    for (const SampleField& field : sample.fields) {
        const QStringList values = field.values();
        int fits = 0, firstIsLon = 0;
        for (const QString& value : values) {
            const auto match = form.match(value);
            if (!match.hasMatch()) continue;
            ++fits;
            if (std::abs(match.captured(1).toDouble()) > 90) ++firstIsLon;
        }
        if (fits == 0 || fits * 10 < values.size() * 9) continue;
        choices.position = field.path;
        choices.positionLatFirst = firstIsLon == 0;
        choices.confidence.insert(
            QStringLiteral("position"),
            fitOfName(field.path, words.roles.value(QStringLiteral("position"))) > 0 ? 85 : 60);
        choices.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message", "longitude and latitude stand in one text, \"%1\""), {field.path}});
        return true;
    }
    return false;
}

/// Start and end of a line: StartWgsX, StartWgsY, EndWgsX, EndWgsY.
bool chooseLine(const std::vector<Side>& lons, const std::vector<Side>& lats, MappingChoices& choices)
{
    static const QRegularExpression ends(QStringLiteral("start|begin|from|起"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(QStringLiteral("end|to(?=[A-Z_])|迄|終"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto find = [](const std::vector<Side>& sides, const QRegularExpression& which) {
        for (const Side& side : sides) {
            if (which.match(side.field->path).hasMatch()) return side.field;
        }
        return static_cast<const SampleField*>(nullptr);
    };
    const SampleField *lon = find(lons, ends), *lat = find(lats, ends), *lon2 = find(lons, other),
                      *lat2 = find(lats, other);
    if (!lon || !lat || !lon2 || !lat2 || lon == lon2 || lat == lat2) return false;
    if (!areDegrees(rangeOf(*lon), rangeOf(*lat))) return false;
    choices.line = {lon->path, lat->path, lon2->path, lat2->path};
    choices.confidence.insert(QStringLiteral("position"), 90);
    return true;
}

} // namespace

void choosePosition(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices)
{
    for (const SampleField& field : sample.fields) {
        if (!field.isShape || field.filled == 0) continue;
        choices.shape = field.path;
        choices.crs = sample.crs.isEmpty() ? choices.crs : sample.crs;
        choices.confidence.insert(QStringLiteral("position"), 98);
        return;
    }
    const auto lons = sidesOf(sample, words.roles.value(QStringLiteral("lon")));
    const auto lats = sidesOf(sample, words.roles.value(QStringLiteral("lat")));
    if (chooseLine(lons, lats, choices)) return;
    const Columns degrees = bestPair(lons, lats, areDegrees);
    if (degrees.x) {
        take(degrees, "EPSG:4326", std::min(99, static_cast<int>(25 * degrees.score)), choices);
        return;
    }
    auto xs = sidesOf(sample, words.roles.value(QStringLiteral("x"))),
         ys = sidesOf(sample, words.roles.value(QStringLiteral("y")));
    const Columns named = bestPair(xs, ys, areDegrees);
    if (named.x) return take(named, "EPSG:4326", 75, choices);
    xs.insert(xs.end(), lons.begin(), lons.end());
    ys.insert(ys.end(), lats.begin(), lats.end());
    if (!chooseMetres(xs, ys, choices)) chooseText(sample, words, choices);
}

} // namespace feeds
