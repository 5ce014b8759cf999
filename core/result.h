// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace amb {

/// What kind of trouble an Error is; decides exit codes and which advice is offered.
enum class ErrorKind {
    Input, ///< what the user gave is not well formed
    Network, ///< nobody answered, or the connection broke
    Tls, ///< a secure connection could not be made
    NotSignedIn, ///< the instance does not accept the credentials or the session
    Refused, ///< the server understood and said no
    Protocol, ///< the other side does not speak Bayeux as it should
    Timeout, ///< no answer in time
    Storage, ///< a file could not be read or written
};

/// Expected trouble: a kind for code, a text for people, a detail for the log.
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString text; ///< one sentence for people that says what happened and what to do next
    QString detail; ///< for the log: what the library or the peer said
};

/// Either a value or an Error.
template <typename T>
class Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_value(std::move(value))
    { }

    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_value(std::move(error))
    { }

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(m_value); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<T>(m_value); }
    [[nodiscard]] T &value() & { return std::get<T>(m_value); }
    [[nodiscard]] T &&value() && { return std::get<T>(std::move(m_value)); }
    [[nodiscard]] const Error &error() const { return std::get<Error>(m_value); }
    const T &operator*() const { return value(); }
    T &operator*() { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_value;
};

} // namespace amb
