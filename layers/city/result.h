// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/message.h"

#include <utility>
#include <variant>

namespace city {

/// Something that went wrong with one piece of input, said so that a person can find and mend it.
struct Problem {
    QString record; ///< Which record or place in a file: "#12", "sno=500101001", "feeds/air.yaml:12:3"; may
                    ///< be empty.
    QString field;  ///< Which field of it, in the publisher's spelling; may be empty.
    Message text;   ///< What is wrong and what was expected.

    /// "record: field: text", leaving out what is empty.
    QString toString() const;
};

/// A value, or the Problem that kept us from having one. Used at every edge of the program: network, file,
/// decoding, SQL, pack. Asking for the side that is not there is a programming mistake.
template<typename T> class Result {
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Problem problem) : m_state(std::move(problem)) {}

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return std::get<T>(m_state); }
    T& value() & { return std::get<T>(m_state); }
    T&& value() && { return std::get<T>(std::move(m_state)); }
    const T& operator*() const { return value(); }
    const T* operator->() const { return &value(); }

    const Problem& problem() const { return std::get<Problem>(m_state); }

private:
    std::variant<T, Problem> m_state;
};

} // namespace city
