// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/jsonpath.h"

#include <QList>

#include <optional>

namespace amb {

/// A text with places for values of a message: `{data.project}: build {data.number|?}`. Behind `|`
/// stands what is said when there is no value; `{{` and `}}` are braces.
class SentenceTemplate
{
public:
    /// The Error says what is wrong.
    static Result<SentenceTemplate> parse(const QString &text);

    /// One line; values are shown as people see them, and each is cut where it gets long.
    [[nodiscard]] QString fill(const QJsonValue &message) const;
    /// The same, but nothing when the message lacks a value for which nothing else is to be said.
    [[nodiscard]] std::optional<QString> fillWhole(const QJsonValue &message) const;

private:
    struct Part
    {
        QString text; ///< as it is, or what is said without a value
        std::optional<JsonPath> path;
        bool isNeeded = false; ///< the template does not say what to do without a value
    };

    static Result<Part> parsePlace(const QString &inner);

    QList<Part> m_parts;
};

} // namespace amb
