// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <variant>

namespace amb {

/// Where a value is in a message, as the inspector's tree copies it and as `jq` writes it:
/// `.data.record["a b"][3]`; the first dot may be left out.
class JsonPath
{
public:
    /// The Error says what is wrong and shows the path.
    static Result<JsonPath> parse(const QString &text);

    /// The value there; undefined when there is none. A text that holds JSON is looked into, and of
    /// a text with slashes `[n]` is the n-th part: of the channel `/acme/build/42`, `channel[2]` is
    /// 42.
    [[nodiscard]] QJsonValue in(const QJsonValue &message) const;
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    using Step = std::variant<QString, qsizetype>;

    QString m_text;
    QList<Step> m_steps;
};

} // namespace amb
