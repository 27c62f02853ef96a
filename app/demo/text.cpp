// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/text.h"

#include <cmath>
#include <cstring>

namespace app::demo {

using namespace std::chrono;

namespace {

struct Local {
    explicit Local(city::Instant at)
        : instant(at + hours{8}), date(floor<days>(instant)),
          time(floor<seconds>(instant - floor<days>(instant)))
    {
    }
    city::Instant instant;
    year_month_day date;
    hh_mm_ss<seconds> time;

    int part(char what) const
    {
        switch (what) {
        case 'y':
            return int(date.year());
        case 'M':
            return int(unsigned(date.month()));
        case 'd':
            return int(unsigned(date.day()));
        case 'H':
            return int(time.hours().count());
        case 'm':
            return int(time.minutes().count());
        default:
            return int(time.seconds().count());
        }
    }
};

void putDigits(QByteArray& out, int value, int width)
{
    char digits[8];
    for (int i = width - 1; i >= 0; --i, value /= 10)
        digits[i] = static_cast<char>('0' + value % 10);
    out.append(digits, width);
}

} // namespace

QByteArray local(city::Instant at, const char* pattern)
{
    const Local t(at);
    QByteArray out;
    out.reserve(24);
    for (const char* p = pattern; *p != '\0';) {
        if (std::strchr("yMdHms", *p) == nullptr) {
            out.append(*p++);
            continue;
        }
        int width = 1;
        while (p[width] == *p)
            ++width;
        putDigits(out, t.part(*p), width);
        p += width;
    }
    return out;
}

QByteArray javaDate(city::Instant at)
{
    static constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Local t(at);
    return QByteArray(weekdays[weekday(floor<days>(t.instant)).c_encoding()]) + ' ' +
           months[t.part('M') - 1] + ' ' + local(at, "dd HH:mm:ss") + " CST " + local(at, "yyyy");
}

QByteArray rocDate(city::Instant at)
{
    return QByteArray::number(Local(at).part('y') - 1911) + local(at, "/MM/dd");
}

QByteArray zh12h(city::Instant at)
{
    const Local t(at);
    const int hour = t.part('H');
    QByteArray out = QByteArray::number(t.part('y')) + '/' + QByteArray::number(t.part('M')) + '/' +
                     QByteArray::number(t.part('d'));
    out += hour < 12 ? " 上午 " : " 下午 ";
    putDigits(out, hour % 12 == 0 ? 12 : hour % 12, 2);
    return out + local(at, ":mm:ss");
}

QByteArray isoLocal(city::Instant at)
{
    return local(at, "yyyy-MM-ddTHH:mm:ss") + "+08:00";
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10, decimals);
    return std::round(value * scale) / scale;
}

QByteArray number(double value, int decimals)
{
    return QByteArray::number(rounded(value, decimals), 'f', decimals);
}

QByteArray quoted(const QString& text)
{
    QByteArray out("\"");
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out + '"';
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace app::demo
