// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/channelglob.h"
#include "core/decode/jsonpath.h"
#include "core/decode/sentencetemplate.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace amb {

/// How users teach the decoders a channel of their own, without code.
struct DecodeRule
{
    struct Field
    {
        QString label; ///< empty: made of the path's last name
        JsonPath path;
        std::optional<JsonPath> before; ///< where the message tells the old value
    };

    /// A value that the message must have, or the rule is passed over.
    struct Condition
    {
        JsonPath path;
        QString value;
    };

    QString name; ///< the family that the inspector shows
    ChannelGlob channel;
    QList<Condition> conditions;
    SentenceTemplate sentence;
    QList<Field> fields;
    SentenceTemplate table; ///< of the record's key
    SentenceTemplate sysId;
};

/// Reads a file of rules: {"rules": [{"channel": …, "sentence": …, …}, …]}. The Error names the
/// first fault with its line and column.
Result<QList<DecodeRule>> parseDecodeRules(QByteArrayView json);

} // namespace amb
