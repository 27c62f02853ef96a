// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/number_list.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace history {

namespace {

constexpr qsizetype longestNumber = 32;

/// `write(begin, end, number)` gives the end of what it wrote.
template<typename Number, typename Write>
QByteArray listOf(const std::vector<Number>& numbers, Write write)
{
    QByteArray list(static_cast<qsizetype>(numbers.size()) * (longestNumber + 1) + 2, Qt::Uninitialized);
    char* const begin = list.data();
    char* at = begin;
    *at++ = '[';
    for (const Number& number : numbers) {
        if (at - begin > 1) *at++ = ',';
        at = write(at, at + longestNumber, number);
    }
    *at++ = ']';
    list.truncate(at - begin);
    list.squeeze();
    return list;
}

template<typename Number> char* plain(char* begin, char* end, Number number)
{
    return std::to_chars(begin, end, number).ptr;
}

constexpr int mostPlain = 15, mostDigits = 18; ///< Digits of a number that a double holds exactly; that an integer holds.
constexpr double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// Digits with perhaps a sign and a point, as measured values are nearly always written: `decimals` of the digits stand
/// behind the point.
struct Plain {
    const char* end = nullptr; ///< Behind it; null: it is something else.
    qint64 digits = 0;
    int count = 0, decimals = 0;

    static Plain read(const char* at, const char* end)
    {
        Plain plain;
        const bool negative = at != end && *at == '-';
        if (negative) ++at;
        const char* point = nullptr;
        for (; at != end; ++at) {
            if (*at >= '0' && *at <= '9') {
                if (++plain.count > mostDigits) return {};
                plain.digits = plain.digits * 10 + (*at - '0');
            } else if (*at == '.' && !point && plain.count > 0) {
                point = at;
            } else {
                break;
            }
        }
        if (plain.count == 0 || at == end || (*at != ',' && *at != ']')) return {};
        plain.decimals = point ? static_cast<int>(at - point) - 1 : 0;
        if (negative) plain.digits = -plain.digits;
        plain.end = at;
        return plain;
    }
};

/// Behind the number at `at`; null when there is none. A quotient of two numbers a double holds exactly is the nearest
/// double, which is what from_chars gives, only sooner.
const char* readNumber(const char* at, const char* end, double& number)
{
    const Plain plain = Plain::read(at, end);
    const bool minusZero = plain.digits == 0 && *at == '-';
    if (plain.end && plain.count <= mostPlain && !minusZero) {
        number = static_cast<double>(plain.digits) / tens[plain.decimals];
        return plain.end;
    }
    const auto [next, error] = std::from_chars(at, end, number);
    return error == std::errc() ? next : nullptr;
}

const char* readNumber(const char* at, const char* end, qint64& number)
{
    const Plain plain = Plain::read(at, end);
    if (plain.end && plain.decimals == 0) {
        number = plain.digits;
        return plain.end;
    }
    const auto [next, error] = std::from_chars(at, end, number);
    return error == std::errc() ? next : nullptr;
}

/// Milliseconds written as seconds.
struct Seconds {
    qint64 milliseconds = 0;
};

const char* readNumber(const char* at, const char* end, Seconds& number)
{
    const Plain plain = Plain::read(at, end);
    if (plain.end && plain.count <= mostPlain && plain.decimals <= 3) {
        constexpr qint64 left[] = {1000, 100, 10, 1};
        number.milliseconds = plain.digits * left[plain.decimals];
        return plain.end;
    }
    double seconds = 0;
    const char* next = readNumber(at, end, seconds);
    number.milliseconds = std::llround(seconds * 1000.0);
    return next;
}

/// `take` is called with each number; false for what is no list of them.
template<typename Number, typename Take> bool eachOf(const QByteArray& list, Take take)
{
    const char* at = list.constData();
    const char* const end = at + list.size();
    if (end - at < 2 || *at != '[' || *(end - 1) != ']') return false;
    if (end - at == 2) return true;
    while (at != end) {
        Number number{};
        const char* next = readNumber(at + 1, end, number); // behind the bracket or the comma
        if (!next || next == end || (*next != ',' && *next != ']')) return false;
        take(number);
        at = *next == ']' ? next + 1 : next;
        if (*next == ']' && at != end) return false;
    }
    return true;
}

template<typename Number> std::optional<std::vector<Number>> numbersOf(const QByteArray& list)
{
    std::vector<Number> numbers;
    numbers.reserve(static_cast<std::size_t>(list.size()) / 2);
    const bool whole = eachOf<Number>(list, [&numbers](Number number) { numbers.push_back(number); });
    return whole ? std::optional(std::move(numbers)) : std::nullopt;
}

template<typename Number> std::optional<Number> oneOf(const QByteArray& list, std::size_t index)
{
    const char* at = list.constData();
    const char* const end = at + list.size();
    if (end - at < 2 || *at != '[') return std::nullopt;
    for (++at; index > 0; --index) {
        at = static_cast<const char*>(std::memchr(at, ',', static_cast<std::size_t>(end - at)));
        if (!at) return std::nullopt;
        ++at;
    }
    Number number{};
    const auto [next, error] = std::from_chars(at, end, number);
    const bool good = error == std::errc() && next != end && (*next == ',' || *next == ']');
    return good ? std::optional(number) : std::nullopt;
}

} // namespace

QByteArray numberList(const std::vector<double>& numbers)
{
    return listOf(numbers, plain<double>);
}

QByteArray numberList(const std::vector<qint64>& numbers)
{
    return listOf(numbers, plain<qint64>);
}

QByteArray secondsList(const std::vector<qint64>& milliseconds)
{
    return listOf(milliseconds, [](char* begin, char* end, qint64 ms) {
        if (ms % 1000 == 0) return plain(begin, end, ms / 1000);
        return std::to_chars(begin, end, static_cast<double>(ms) / 1000.0, std::chars_format::fixed, 3).ptr;
    });
}

std::optional<std::vector<double>> readNumbers(const QByteArray& list)
{
    return numbersOf<double>(list);
}

std::optional<std::vector<qint64>> readWholeNumbers(const QByteArray& list)
{
    return numbersOf<qint64>(list);
}

std::optional<std::vector<qint64>> readSeconds(const QByteArray& list)
{
    std::vector<qint64> milliseconds;
    milliseconds.reserve(static_cast<std::size_t>(list.size()) / 2);
    const bool whole = eachOf<Seconds>(list, [&milliseconds](Seconds one) { milliseconds.push_back(one.milliseconds); });
    return whole ? std::optional(std::move(milliseconds)) : std::nullopt;
}

std::optional<double> numberAt(const QByteArray& list, std::size_t index)
{
    return oneOf<double>(list, index);
}

std::optional<qint64> wholeNumberAt(const QByteArray& list, std::size_t index)
{
    return oneOf<qint64>(list, index);
}

} // namespace history
