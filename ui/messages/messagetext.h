// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace amb {

class MessageModel;

/// What messages can be copied as.
enum class CopyForm : quint8 {
    Raw, ///< as received or sent, one a line
    JsonArray, ///< one JSON text
    Text, ///< the columns in words, separated by tabs
    Curl, ///< commands that send the same again
    Ambcat, ///< commands that publish the same again
};

/// Where the commands of a copy lead.
struct CommandTarget
{
    QString address; ///< as ambcat takes it
    QUrl bayeuxUrl;
    QString clientId; ///< of the session that is up; empty when there is none
};

/// Rows of a model as text. Commands hold no cookie and no password: curl is told to read cookies
/// from a file. Rows of which there is nothing to send (the monitor's own, replies) give no
/// command.
QString copyText(const MessageModel &model,
                 const QList<Row> &rows,
                 CopyForm form,
                 const CommandTarget &target);

/// Text as one word of a POSIX shell.
QString shellWord(const QString &text);

} // namespace amb
