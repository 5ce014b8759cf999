// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/chatlog.h"

#include <QAbstractListModel>

namespace amb {

/// The lines of one conversation.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Shows a conversation. When it is the same one with more lines at its end, they are added.
    void setLines(const QString &conversation, const QList<ChatLine> &lines);
    [[nodiscard]] const ChatLine &line(int row) const { return m_lines.at(row); }
    /// When it was said; empty where the message does not tell: when it came is by another clock.
    [[nodiscard]] static QString whenText(const ChatLine &line);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QString m_conversation;
    QList<ChatLine> m_lines;
};

} // namespace amb
