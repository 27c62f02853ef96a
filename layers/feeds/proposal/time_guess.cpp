// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/time_guess.h"

#include "layers/feeds/time/time_reader.h"

#include <QRegularExpression>
#include <algorithm>

namespace feeds {

namespace {

constexpr int judged = 400; ///< Texts; more say nothing new.
constexpr double enough = 0.8;

struct Candidate {
    const char* shape; ///< Regular expression that every text has to fit.
    const char* format;
    bool hasOffset;
    bool hasClock;
    int confidence; ///< When all is read.
};

/// The likeliest first where several fit.
constexpr Candidate candidates[]{
    {"^\\d{4}-\\d\\d?-\\d\\d?[T ]\\d\\d?:\\d\\d.*(Z|[+-]\\d\\d:?\\d\\d)$", "iso8601", true, true, 100},
    {"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$", "yyyy-MM-dd HH:mm:ss", false, true, 98},
    {"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$", "yyyy-MM-dd HH:mm", false, true, 98},
    {"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$", "iso8601", false, true, 98},
    {"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+$", "iso8601", false, true, 97},
    {"^\\d{4}/\\d\\d/\\d\\dT\\d\\d:\\d\\d:\\d\\d$", "yyyy/MM/ddTHH:mm:ss", false, true, 97},
    {"^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d$", "yyyy/MM/dd HH:mm:ss", false, true, 98},
    {"^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d$", "yyyy/MM/dd HH:mm", false, true, 98},
    {"^\\d{4}/\\d\\d?/\\d\\d? \\d\\d?:\\d\\d(:\\d\\d)?$", "iso8601", false, true, 92},
    {"^\\d{4}[-/]\\d\\d?[-/]\\d\\d?[T ]\\d\\d?:\\d\\d.*(Z|UTC|GMT|[+-]\\d\\d(:?\\d\\d)?)$", "iso8601", true,
     true, 97},
    {"^\\d{4}/\\d\\d?/\\d\\d?\\s*[上下]午", "zh-12h", false, true, 99},
    {"^\\d{8}T\\d{6}$", "yyyyMMdd'T'HHmmss", false, true, 97},
    {"^(19|20)\\d{12}$", "yyyyMMddHHmmss", false, true, 95},
    {"^(19|20)\\d{10}$", "yyyyMMddHHmm", false, true, 93},
    {"^\\d{4}-\\d\\d-\\d\\d$", "yyyy-MM-dd", false, false, 95},
    {"^\\d{4}/\\d\\d/\\d\\d$", "yyyy/MM/dd", false, false, 95},
    {"^(19|20)\\d{6}$", "yyyyMMdd", false, false, 85},
    {"^(民國)?\\s*1[01]\\d\\s*[年/.-]\\s*\\d\\d?\\s*[月/.-]\\s*\\d\\d?", "roc", false, false, 93},
    {"^1[01]\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])$", "roc", false, false, 70},
    {"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d", "rfc1123", true, true, 99},
    {"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \\d", "java-date", true, true, 99},
    {"^1[0-9]{12}$", "unix-ms", true, true, 92},
    {"^(6[3-9]\\d|[7-9]\\d\\d|1\\d{3})\\d{6}$", "unix-s", true, true, 88},
    {"^\\d{4}-?W\\d\\d$", "week", false, false, 90},
    {"^\\d\\d?/\\d\\d?/\\d{4} \\d\\d?:\\d\\d:\\d\\d [AP]M$", "M/d/yyyy h:mm:ss AP", false, true, 90},
    {"^\\d\\d?/\\d\\d?/\\d{4} \\d\\d?:\\d\\d [AP]M$", "M/d/yyyy h:mm AP", false, true, 90},
    {"^\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d$", "dd/MM/yyyy HH:mm:ss", false, true, 90},
    {"^\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d$", "MM/dd/yyyy HH:mm:ss", false, true, 90},
    {"^\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d$", "dd/MM/yyyy HH:mm", false, true, 90},
    {"^\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d$", "MM/dd/yyyy HH:mm", false, true, 90},
    {"^\\d\\d/\\d\\d/\\d{4}$", "dd/MM/yyyy", false, false, 85},
    {"^\\d\\d/\\d\\d/\\d{4}$", "MM/dd/yyyy", false, false, 85},
    {"^\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d$", "dd.MM.yyyy HH:mm:ss", false, true, 95},
    {"^\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d$", "dd.MM.yyyy HH:mm", false, true, 95},
    {"^\\d\\d\\.\\d\\d\\.\\d{4}$", "dd.MM.yyyy", false, false, 92},
    {"^\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d:\\d\\d$", "dd-MM-yyyy HH:mm:ss", false, true, 90},
    {"^\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d:\\d\\d$", "MM-dd-yyyy HH:mm:ss", false, true, 90},
    {"^\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d$", "dd-MM-yyyy HH:mm", false, true, 90},
    {"^\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d$", "MM-dd-yyyy HH:mm", false, true, 90},
    {"^\\d\\d-\\d\\d-\\d{4}$", "dd-MM-yyyy", false, false, 85},
    {"^\\d\\d-\\d\\d-\\d{4}$", "MM-dd-yyyy", false, false, 85},
};

/// Texts of the beginning, the middle and the end.
QStringList some(const QStringList& texts)
{
    const qsizetype step = texts.size() / judged + 1;
    QStringList chosen;
    for (qsizetype i = 0; i < texts.size(); i += step)
        chosen << texts[i].trimmed();
    return chosen;
}

struct Tried {
    double share = 0;
    city::Instant newest{};
};

Tried tryFormat(const Candidate& candidate, const QStringList& texts, const QTimeZone& zone,
                city::Instant now)
{
    const QRegularExpression shape(QString::fromUtf8(candidate.shape),
                                   QRegularExpression::UseUnicodePropertiesOption);
    static const city::Instant earliest = city::Instant(std::chrono::milliseconds(631'152'000'000));
    TimeReader reader({QString::fromUtf8(candidate.format)}, zone);
    int read = 0;
    Tried tried;
    for (const QString& text : texts) {
        if (!shape.match(text).hasMatch()) continue;
        const QByteArray utf8 = text.toUtf8();
        const auto at = reader.read({utf8.constData(), static_cast<std::size_t>(utf8.size())});
        if (!at || *at < earliest || *at > now + city::Duration(24 * 3600'000)) continue;
        ++read;
        tried.newest = std::max(tried.newest, *at);
    }
    tried.share = double(read) / double(texts.size());
    return tried;
}

} // namespace

TimeGuess guessTime(const QStringList& texts, const QTimeZone& zone, city::Instant now)
{
    TimeGuess best;
    if (texts.isEmpty()) return best;
    const QStringList looked = some(texts);
    double share = 0;
    for (const Candidate& candidate : candidates) {
        const Tried tried = tryFormat(candidate, looked, zone, now);
        if (tried.share < enough) continue;
        const QString format = QString::fromUtf8(candidate.format);
        if (!best.formats.isEmpty()) {
            // Day and month can be told apart as soon as one of them is above 12.
            const bool twins = format.startsWith(QLatin1String("MM")) &&
                               best.formats.first().startsWith(QLatin1String("dd"));
            if (twins && tried.share > share)
                best.formats = {format};
            else if (twins && tried.share == share)
                best.isDayOrMonthFirst = true;
            continue;
        }
        share = tried.share;
        best.formats = {format};
        best.hasOffset = candidate.hasOffset;
        best.hasClock = candidate.hasClock;
        best.newest = tried.newest;
        best.confidence = static_cast<int>(candidate.confidence * tried.share);
    }
    if (best.isDayOrMonthFirst) best.confidence /= 2;
    return best;
}

QString guessClock(const QStringList& texts)
{
    static const std::pair<QRegularExpression, QString> forms[]{
        {QRegularExpression(QStringLiteral("^([01]\\d|2[0-4]):[0-5]\\d:[0-5]\\d$")),
         QStringLiteral("HH:mm:ss")},
        {QRegularExpression(QStringLiteral("^([01]\\d|2[0-4]):[0-5]\\d$")), QStringLiteral("HH:mm")},
        {QRegularExpression(QStringLiteral("^([01]?\\d|2[0-3]):[0-5]\\d$")), QStringLiteral("H:mm")},
        {QRegularExpression(QStringLiteral("^([01]?\\d|2[0-3])$")), QStringLiteral("H")},
    };
    for (const auto& [form, format] : forms) {
        const bool all =
            !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [&form = form](const QString& text) {
                return form.match(text).hasMatch();
            });
        if (all) return format;
    }
    return {};
}

} // namespace feeds
