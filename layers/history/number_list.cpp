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

template<typename Number> std::optional<std::vector<Number>> numbersOf(const QByteArray& list)
{
    const char* at = list.constData();
    const char* const end = at + list.size();
    if (end - at < 2 || *at != '[' || *(end - 1) != ']') return std::nullopt;
    std::vector<Number> numbers;
    if (end - at == 2) return numbers;
    while (at != end) {
        Number number{};
        const auto [next, error] = std::from_chars(at + 1, end, number); // behind the bracket or the comma
        if (error != std::errc() || next == end || (*next != ',' && *next != ']')) return std::nullopt;
        numbers.push_back(number);
        at = *next == ']' ? next + 1 : next;
        if (*next == ']' && at != end) return std::nullopt;
    }
    return numbers;
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
    const auto seconds = numbersOf<double>(list);
    if (!seconds) return std::nullopt;
    std::vector<qint64> milliseconds;
    milliseconds.reserve(seconds->size());
    for (const double number : *seconds)
        milliseconds.push_back(std::llround(number * 1000.0));
    return milliseconds;
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
